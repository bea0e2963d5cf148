// The people who sign in, for operations that are about them.

import type { PeopleIn } from '../console/people-in.ts';
import { ProblemError } from '../problem.ts';
import type { ApiParts } from './parts.ts';

/** Where only programs are let in there is no staff. */
export function peopleOf({ people }: ApiParts): PeopleIn {
  if (people === undefined) throw new ProblemError('not-found');
  return people;
}

// What somebody says of themselves: their name, and how the console is to be for them on every device.

import { Type } from '@fastify/type-provider-typebox';
import type { OwnSettings } from '../../access/accounts/own-tables.ts';
import type { PeopleIn } from '../console/people-in.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { ownSettings } from './staff-shapes.ts';

const closed = { additionalProperties: false } as const;
const NAME = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });

/** Adds the routes. */
export function selfRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/self/settings',
    operation(
      {
        id: 'getOwnSettings',
        summary: 'How the console is to be for whoever asks',
        tag: 'staff',
        scope: 'self',
        answers: { 200: json('What was chosen; what is missing goes by the device.', shape('OwnSettings')) },
        problems: ['not-found'],
      },
      {},
    ),
    (request) => {
      const { id, people } = ownOf(parts, callerOf(request));
      return people.accounts.settingsOf(id);
    },
  );
  app.put(
    '/self/settings',
    operation(
      {
        id: 'keepOwnSettings',
        summary: 'Keeps how the console is to be',
        tag: 'staff',
        scope: 'self',
        answers: { 200: json('As they are now.', shape('OwnSettings')) },
        problems: ['not-found'],
      },
      { body: ownSettings },
    ),
    async (request) => {
      const { id, people } = ownOf(parts, callerOf(request));
      // The shape was checked; nothing else stands in it.
      await people.accounts.keepSettings(id, request.body as OwnSettings);
      return people.accounts.settingsOf(id);
    },
  );
  app.patch(
    '/self',
    operation(
      {
        id: 'changeOwnName',
        summary: 'Changes one’s own name',
        tag: 'staff',
        scope: 'self',
        answers: { 204: { description: 'Done.' } },
        problems: ['not-found'],
      },
      { body: Type.Object({ name: NAME }, closed) },
    ),
    async (request, reply) => {
      const caller = callerOf(request);
      const { id, people } = ownOf(parts, caller);
      await people.accounts.change(id, { name: request.body.name.trim() });
      await caller.looked({ count: 1 });
      return reply.code(204).send(null);
    },
  );
}

/** Whose they are; a program has none. */
function ownOf(
  { people }: ApiParts,
  { viewer }: ReturnType<typeof callerOf>,
): { readonly people: PeopleIn; readonly id: string } {
  if (people === undefined || viewer.kind !== 'person') throw new ProblemError('not-found');
  return { people, id: viewer.id };
}

// Every English sentence. The keys of all languages are these.

import { acts } from './acts.ts';
import { audit } from './audit.ts';
import { connect } from './connect.ts';
import { conversation } from './conversation.ts';
import { importing } from './import.ts';
import { inbox } from './inbox.ts';
import { integrity } from './integrity.ts';
import { labels } from './labels.ts';
import { more } from './more.ts';
import { fields, people, person } from './people.ts';
import { proof } from './proof.ts';
import { quality } from './quality.ts';
import { search } from './search.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { signOn } from './sign-on.ts';

export const en = {
  ...connect,
  ...conversation,
  ...inbox,
  ...labels,
  ...importing,
  ...integrity,
  ...fields,
  ...people,
  ...person,
  ...proof,
  ...more,
  ...quality,
  ...audit,
  ...acts,
  ...search,
  ...setUp,
  ...settings,
  ...shell,
  ...signIn,
  ...signOn,
} as const;

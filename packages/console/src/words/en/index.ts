// Every English sentence. The keys of all languages are these.

import { proof } from './proof.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

export const en = {
  ...conversation,
  ...proof,
  ...setUp,
  ...settings,
  ...shell,
  ...signIn,
} as const;

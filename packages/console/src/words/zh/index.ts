// Every Chinese sentence.

import type { en } from '../en/index.ts';
import type { Translated } from '../translated.ts';
import { proof } from './proof.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

export const zh = {
  ...conversation,
  ...proof,
  ...setUp,
  ...settings,
  ...shell,
  ...signIn,
} as const satisfies Translated<typeof en>;

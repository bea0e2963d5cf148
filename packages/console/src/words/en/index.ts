// Every English sentence. The keys of all languages are these.

import { setUp } from './set-up.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

export const en = { ...setUp, ...shell, ...signIn } as const;

// Every English sentence. The keys of all languages are these.

import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

export const en = { ...shell, ...signIn } as const;

// The same sentences in another language: every key of the English ones, none besides.

import type { Sentence } from './sentence.ts';

export type Translated<English> = { readonly [Key in keyof English]: Sentence };

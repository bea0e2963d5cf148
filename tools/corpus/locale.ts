// What a language brings to the corpus: invented people and sentences, and WhatsApp's own wordings for
// placeholders. A wording that is not known with confidence is left out and the scenes skip it.

import type { Periods } from './header.ts';

export type Locale = {
  readonly tag: string;
  /** Header patterns as phones of this locale write them; each becomes a file. */
  readonly heads: readonly string[];
  readonly periods?: Periods;
  readonly digits?: string;
  readonly people: readonly [string, string, string];
  readonly talk: readonly string[];
  /** An app-generated line, e.g. the encryption notice. */
  readonly notice: string;
  readonly omitted?: string;
  /** image, video, audio, sticker, GIF, document: placeholders of iOS. */
  readonly omittedIos?: readonly string[];
  readonly attached?: string;
  readonly attachedIos?: string;
  readonly deleted?: readonly [mine: string, theirs: string];
  readonly missedCall?: string;
  readonly place?: string;
  readonly mark?: '\u200E' | '\u200F';
};

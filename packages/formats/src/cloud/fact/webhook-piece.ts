// A webhook body taken apart: stretches of it, each with what it says. What lies between them is about nobody, so that a person's
// stretches can be sealed and forgotten while the rest stands, and all of them together are the very bytes that arrived.
import type { CloudFact } from './cloud-fact.ts';

export interface WebhookPiece {
  /**
   * Byte offsets in the body: from, and before which. The bytes are one JSON value; with its key where nobody knows it, and for
   * the head of a thread of `history` its members.
   */
  readonly start: number;
  readonly end: number;
  readonly fact: CloudFact;
}

export interface WebhookReading {
  /** In the order of the body; they do not overlap. */
  readonly pieces: readonly WebhookPiece[];
}

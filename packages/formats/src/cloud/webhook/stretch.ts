// A stretch of a webhook body that may be about somebody, and where in the delivery it stands. Offsets in bytes.

/** The lists of a `value` whose elements are about one person or one group each. */
export const listParts = [
  'contacts',
  'messages',
  'statuses',
  'message_echoes',
  'state_sync',
  'user_preferences',
  'user_id_update',
  'groups',
  'calls',
] as const;

/**
 * What a stretch is: an element of a list or of `errors`, the parts of `history`, the whole `value` of another field, or a
 * `stray`, which stands where nobody expects it.
 */
export type Part =
  | (typeof listParts)[number]
  | 'errors'
  | 'history-progress'
  | 'history-thread'
  | 'history-message'
  | 'value'
  | 'stray';

export interface Stretch {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  /** Where the JSON value stands in the body's text, in UTF-16 units; its key may belong to the stretch too. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Which of the body's odd numbers stand in it: from, and before which. */
  readonly oddFrom: number;
  readonly oddTo: number;
  /** Of a thread of `history`: which of the delivery's threads. */
  readonly thread?: number;
}

/** One of `changes[]`, with what the entry around it says. */
export interface ChangeStretches {
  readonly field: string;
  readonly number?: string;
  readonly display?: string;
  readonly stretches: readonly Stretch[];
}

/** One of `entry[]`. */
export interface EntryStretches {
  readonly account: string;
  /** Seconds since 1970. */
  readonly at?: number;
  readonly changes: readonly ChangeStretches[];
  /** What stands in the entry outside of its changes. */
  readonly strays: readonly Stretch[];
}

export interface BodyStretches {
  /** Where in the text numbers stand that JSON.parse might not give back digit by digit: from, before, from, before, … */
  readonly oddNumbers: readonly number[];
  readonly entries: readonly EntryStretches[];
  /** What stands in the body outside of its entries. */
  readonly strays: readonly Stretch[];
}

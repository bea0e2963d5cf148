/**
 * What can go wrong between a typed query and its hits. It carries a code and a place, never a word of the query or of a
 * message; the sentence for a person is the command line's and the console's.
 */

/**
 * The query is wrong: `empty` (no word, phrase or filter), `unbalanced-quote`, `only-minus` (nothing to look for, only things to
 * leave out), `filter-without-value`, `unknown-person`, `unknown-chat`, `unknown-has`, `bad-date`, `prefix-too-short`,
 * `query-too-long`. The index is wrong: `index-damaged` (a segment's part or key is missing or does not open: rebuild),
 * `out-of-order` (a message older in the ledger than one already added).
 */
export type SearchErrorCode =
  | 'empty'
  | 'unbalanced-quote'
  | 'only-minus'
  | 'filter-without-value'
  | 'unknown-person'
  | 'unknown-chat'
  | 'unknown-has'
  | 'bad-date'
  | 'prefix-too-short'
  | 'query-too-long'
  | 'index-damaged'
  | 'out-of-order';

/** Where it is wrong: an offset in UTF-16 code units in the query, or a segment and its part, or a message's seq. */
export interface SearchErrorPlace {
  readonly offset?: number;
  readonly segment?: number;
  readonly part?: number;
  readonly seq?: number;
}

/** The one error of search. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: SearchErrorCode;
  readonly place: SearchErrorPlace;

  constructor(code: SearchErrorCode, place: SearchErrorPlace = {}, options?: { readonly cause: unknown }) {
    super(`search: ${code}`, options);
    this.code = code;
    this.place = place;
  }
}

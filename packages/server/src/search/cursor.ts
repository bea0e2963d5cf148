/**
 * The one way to walk what matches in a shard: document numbers, ascending, which is newest first. Words, phrases, unions and
 * intersections are all cursors. What a cursor walks need not be in memory: it says what is missing, and goes on when it was fetched.
 */

/** Where a cursor stands when there is nothing more. Larger than every document number. */
export const END = 0x7fffffff;
/** What `advance` gives where bytes are not here: after `fetch` the same may be asked again. */
export const MISSING = -2;

export interface Cursor {
  /** The document it stands at: −1 before the first `advance`, {@link END} after the last. */
  readonly doc: number;
  /** A number that grows with how much there is to walk. */
  readonly size: number;
  /** An upper bound of how many documents it has, after `begin`. */
  readonly documents: number;
  /** Fetches what `documents` needs. */
  begin(): Promise<void>;
  /** Moves to the first document ≥ target (stays if it is already there) and returns it, or {@link MISSING}. */
  advance(target: number): number;
  /** Fetches what the last `advance` missed. */
  fetch(): Promise<void>;
  /** How often it matches in the document it stands at; 1 or more. */
  frequency(): number;
  /** Fills in the word positions in the document it stands at, ascending; nothing for terms without positions. */
  positions(into: number[]): void;
}

/** The first document ≥ target; what is missing is fetched. */
export async function advanced(cursor: Cursor, target: number): Promise<number> {
  let doc = cursor.advance(target);
  while (doc === MISSING) {
    await cursor.fetch();
    doc = cursor.advance(target);
  }
  return doc;
}

/** What cursors miss, one after another. */
export async function fetchAll(cursors: Iterable<Cursor>): Promise<void> {
  for (const cursor of cursors) await cursor.fetch();
}

/** The beginnings of cursors, one after another. */
export async function beginAll(cursors: Iterable<Cursor>): Promise<void> {
  for (const cursor of cursors) await cursor.begin();
}

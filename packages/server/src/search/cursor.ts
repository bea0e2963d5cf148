/**
 * The one way to walk what matches in a shard: document numbers, ascending, which is newest first. Words, phrases, unions and
 * intersections are all cursors.
 */

/** Where a cursor stands when there is nothing more. Larger than every document number. */
export const END = 0x7fffffff;

export interface Cursor {
  /** The document it stands at: −1 before the first `next`, {@link END} after the last. */
  readonly doc: number;
  /** An upper bound of how many documents it has. */
  readonly documents: number;
  /** Moves to the next document and returns it. */
  next(): number;
  /** Moves to the first document ≥ target (stays if it is already there) and returns it. */
  advance(target: number): number;
  /** How often it matches in the document it stands at; 1 or more. */
  frequency(): number;
  /** Fills in the word positions in the document it stands at, ascending; nothing for terms without positions. */
  positions(into: number[]): void;
}

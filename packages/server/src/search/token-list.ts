/**
 * Every occurrence of a word or character in the tail, in the order of the messages: which, and at which position. Pairs of characters
 * are not among them: two neighbouring positions are one.
 */

const FIRST_ROOM = 1 << 14;

export class TokenList {
  /** A word's number · 2, or a character's code · 2 + 1. */
  terms: Uint32Array;
  positions: Uint16Array;
  /** May be set back, so that the last ones are forgotten. */
  count = 0;

  constructor(room: number = FIRST_ROOM) {
    this.terms = new Uint32Array(room);
    this.positions = new Uint16Array(room);
  }

  /** The term as above, at a position of the last message. */
  add(term: number, position: number): void {
    const { count } = this;
    if (count === this.terms.length) this.#widen();
    this.terms[count] = term;
    this.positions[count] = position;
    this.count = count + 1;
  }

  #widen(): void {
    const room = this.terms.length * 2;
    const [terms, positions] = [new Uint32Array(room), new Uint16Array(room)];
    terms.set(this.terms);
    positions.set(this.positions);
    this.terms = terms;
    this.positions = positions;
  }
}

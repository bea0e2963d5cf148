/**
 * What the bytes of a block show before anybody reads its text: where lines end, where the app left its mark (U+200E),
 * and whether control characters stand among them. One look at every byte, four at a time. UTF-8 only.
 */

/** One for each byte that is a control character other than TAB, LF and CR. */
const controlBytes: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 127 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) ? 1 : 0,
);

const lineFeed = 10;
/** U+200E is E2 80 8E. */
const markLead = 0xe2;
const startPlaces = 1024;
const noWords = new Int32Array(0);

export class ByteMarks {
  /** Index behind each line feed. */
  readonly lineEnds: Places = new Places();
  /** Index of each mark of the app. */
  readonly marks: Places = new Places();
  hasControls = false;

  /** Looks through a block's bytes. What was found before is forgotten. */
  find(bytes: Uint8Array): void {
    this.lineEnds.count = 0;
    this.marks.count = 0;
    this.hasControls = false;
    const { buffer, byteOffset, length } = bytes;
    // Words start at a multiple of four.
    const head = length < 4 ? 0 : -byteOffset & 3;
    const words = length < 4 ? noWords : new Int32Array(buffer, byteOffset + head, (length - head) >> 2);
    this.#each(bytes, 0, head);
    for (let word = 0; word < words.length; word++) {
      const four = words[word] ?? 0;
      const unlikeDelete = four ^ 0x7f7f7f7f;
      const unlikeLead = four ^ 0xe2e2e2e2;
      // Lights the top bit of some byte if one of the four is below 32, 127 or E2, and of none if none is.
      const lit =
        ((four - 0x20202020) & ~four) |
        ((unlikeDelete - 0x01010101) & ~unlikeDelete) |
        ((unlikeLead - 0x01010101) & ~unlikeLead);
      if ((lit & 0x80808080) !== 0) {
        const at = head + word * 4;
        this.#each(bytes, at, at + 4);
      }
    }
    this.#each(bytes, head + words.length * 4, length);
  }

  #each(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === lineFeed) this.lineEnds.add(at + 1);
      else if (byte === markLead) {
        if (bytes[at + 1] === 0x80 && bytes[at + 2] === 0x8e) this.marks.add(at);
      } else if (controlBytes[byte] === 1) this.hasControls = true;
    }
  }
}

/** Ascending places in a block. */
export class Places {
  count = 0;
  #at: Int32Array = new Int32Array(startPlaces);

  add(place: number): void {
    if (this.count === this.#at.length) {
      const wider = new Int32Array(this.#at.length * 4);
      wider.set(this.#at);
      this.#at = wider;
    }
    this.#at[this.count++] = place;
  }

  /** The place of a number from 0, or `beyond` where there are not so many. */
  at(index: number, beyond: number): number {
    return index < this.count ? (this.#at[index] ?? beyond) : beyond;
  }
}

/**
 * Where the lines of a block end in its bytes, and whether control characters stand among them: one look at every byte,
 * four at a time. UTF-8 only, where no byte of a longer character looks like one of these.
 */

/** One for each byte that is a control character other than TAB, LF and CR. */
const controlBytes: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 127 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) ? 1 : 0,
);

const lineFeed = 10;
const startLines = 1024;
const noWords = new Int32Array(0);

export class ByteLines {
  /** Index behind each line feed, in order; `count` of them are of the bytes looked at last. */
  ends: Int32Array = new Int32Array(startLines);
  count = 0;
  hasControls = false;

  /** Looks through a block's bytes. What was found before is forgotten. */
  find(bytes: Uint8Array): void {
    this.count = 0;
    this.hasControls = false;
    const { buffer, byteOffset, length } = bytes;
    // Words start at a multiple of four.
    const head = length < 4 ? 0 : -byteOffset & 3;
    const words = length < 4 ? noWords : new Int32Array(buffer, byteOffset + head, (length - head) >> 2);
    this.#each(bytes, 0, head);
    for (let word = 0; word < words.length; word++) {
      const four = words[word] ?? 0;
      // Lights the top bit of some byte if one of the four is below 32, or is 127; of letters and their like it lights none.
      const small = (four - 0x20202020) & ~four;
      const unlike = four ^ 0x7f7f7f7f;
      if (((small | ((unlike - 0x01010101) & ~unlike)) & 0x80808080) !== 0) {
        const at = head + word * 4;
        this.#each(bytes, at, at + 4);
      }
    }
    this.#each(bytes, head + words.length * 4, length);
  }

  #each(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === lineFeed) {
        if (this.count === this.ends.length) this.#grow();
        this.ends[this.count++] = at + 1;
      } else if (controlBytes[byte] === 1) this.hasControls = true;
    }
  }

  #grow(): void {
    const wider = new Int32Array(this.ends.length * 4);
    wider.set(this.ends);
    this.ends = wider;
  }
}

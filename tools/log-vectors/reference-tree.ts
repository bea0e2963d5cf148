// The Merkle tree of RFC 6962 §2.1, written down as the recursion stands there: MTH, PATH and PROOF. It shares no code with the
// verifier, which it is there to contradict.
import { sha256 } from './node-primitives.ts';

/** A tree over entries' data; every hash is 32 bytes. */
export class ReferenceTree {
  readonly #leaves: readonly Uint8Array[];
  readonly #known = new Map<string, Uint8Array>();

  constructor(datas: readonly Uint8Array[]) {
    this.#leaves = datas.map((data) => sha256(Buffer.concat([Buffer.of(0), data])));
  }

  leaf(index: number): Uint8Array {
    return this.subtree(index, index + 1);
  }

  root(size: number): Uint8Array {
    return this.subtree(0, size);
  }

  /** MTH(D[start:end]). */
  subtree(start: number, end: number): Uint8Array {
    if (start === end) return sha256(Buffer.alloc(0));
    if (end - start === 1) return this.#leaves[start] ?? new Uint8Array(0);
    const place = `${start}:${end}`;
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const middle = start + split(end - start);
    const hash = sha256(Buffer.concat([Buffer.of(1), this.subtree(start, middle), this.subtree(middle, end)]));
    this.#known.set(place, hash);
    return hash;
  }

  /** PATH(index, D[start:end]), index counted from `start`. */
  inclusion(index: number, end: number, start = 0): Uint8Array[] {
    if (end - start === 1) return [];
    const k = split(end - start);
    if (index < k) return [...this.inclusion(index, start + k, start), this.subtree(start + k, end)];
    return [...this.inclusion(index - k, end, start + k), this.subtree(start, start + k)];
  }

  /** PROOF(oldSize, D[0:newSize]); empty for an empty older tree, which the RFC leaves open. */
  consistency(oldSize: number, newSize: number): Uint8Array[] {
    return oldSize === 0 ? [] : this.#subproof(oldSize, 0, newSize, true);
  }

  #subproof(m: number, start: number, end: number, whole: boolean): Uint8Array[] {
    if (m === end - start) return whole ? [] : [this.subtree(start, end)];
    const k = split(end - start);
    if (m <= k) return [...this.#subproof(m, start, start + k, whole), this.subtree(start + k, end)];
    return [...this.#subproof(m - k, start + k, end, false), this.subtree(start, start + k)];
  }
}

/** The data of the vectors' leaves: SHA-256("acta/vector/leaf/" ‖ decimal index). */
export function vectorLeaves(size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, index) => sha256(Buffer.from(`acta/vector/leaf/${index}`)));
}

/** The largest power of two below n. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

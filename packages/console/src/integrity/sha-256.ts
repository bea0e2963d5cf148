// SHA-256 (FIPS 180-4), synchronous: a path to a root is a few small hashes one after another, which WebCrypto would answer with a
// promise each.

const BLOCK = 64;
const LENGTH_BYTES = 8;

/** The first 32 bits of the fractional parts of the roots of the first primes: cube roots for the rounds, square roots to begin with. */
const ROUNDS = constants(64, (prime) => Math.cbrt(prime));
const BEGINNING = constants(8, (prime) => Math.sqrt(prime));

/** SHA-256 of `data`: 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array {
  const padded = padding(data);
  const view = new DataView(padded.buffer);
  const state = Uint32Array.from(BEGINNING);
  const words = new Uint32Array(BLOCK);
  for (let at = 0; at < padded.length; at += BLOCK) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + 4 * i);
    compress(state, words);
  }
  const hash = new Uint8Array(32);
  const out = new DataView(hash.buffer);
  for (const [i, word] of state.entries()) out.setUint32(4 * i, word);
  return hash;
}

function padding(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((data.length + 1 + LENGTH_BYTES) / BLOCK);
  const padded = new Uint8Array(blocks * BLOCK);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor((data.length * 8) / 2 ** 32));
  view.setUint32(padded.length - 4, (data.length * 8) >>> 0);
  return padded;
}

function compress(state: Uint32Array, words: Uint32Array): void {
  for (let i = 16; i < BLOCK; i++) {
    const [near, far] = [at(words, i - 2), at(words, i - 15)];
    const mixedNear = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    const mixedFar = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
    words[i] = (at(words, i - 16) + mixedFar + at(words, i - 7) + mixedNear) >>> 0;
  }
  const round = Uint32Array.from(state);
  for (let i = 0; i < BLOCK; i++) {
    const [a, b, c, e, f, g] = [at(round, 0), at(round, 1), at(round, 2), at(round, 4), at(round, 5), at(round, 6)];
    const mixedE = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const mixedA = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const chosen = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const first = (at(round, 7) + mixedE + chosen + at(ROUNDS, i) + at(words, i)) >>> 0;
    round.copyWithin(1, 0, 7);
    round[4] = (at(round, 4) + first) >>> 0;
    round[0] = (first + mixedA + most) >>> 0;
  }
  for (let i = 0; i < state.length; i++) state[i] = (at(state, i) + at(round, i)) >>> 0;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

function constants(count: number, root: (prime: number) => number): Uint32Array {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    if (isPrime(number)) found.push(Math.floor((root(number) % 1) * 2 ** 32));
  }
  return Uint32Array.from(found);
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}

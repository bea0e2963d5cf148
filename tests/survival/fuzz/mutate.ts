// Input that is nearly right: a real sample, hurt in a few places. A sample and a seed give the same input again.

import type { Seeded } from '../seeded.ts';

const NUMBERS = ['0', '-1', '1e400', '9007199254740993', '4294967296', '18446744073709551616', '00', '0x10', 'NaN'];
const MARKS = [
  '\0',
  '\n',
  '\r\n',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\ud800',
  '"',
  '\\',
  '+',
  '—',
  '☠️',
  '  ',
  '{'.repeat(99),
];
const DIGITS = /\d+/g;

/** A few changes to bytes: bits, ranges left out, doubled or moved, a piece of another sample, a cut. */
export function mutatedBytes(sample: Uint8Array, other: Uint8Array, random: Seeded): Uint8Array {
  let bytes: Buffer = Buffer.from(sample);
  for (let times = 1 + random.below(4); times > 0; times--) bytes = changed(bytes, other, random);
  return bytes;
}

function changed(bytes: Buffer, other: Uint8Array, random: Seeded): Buffer {
  const at = random.below(bytes.length + 1);
  const length = random.below(Math.min(64, bytes.length - at + 1));
  switch (random.below(8)) {
    case 0:
      return flipped(bytes, random);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), random.bytes(1 + random.below(8)), bytes.subarray(at)]);
    case 4: {
      const from = random.below(other.length + 1);
      return Buffer.concat([
        bytes.subarray(0, at),
        other.subarray(from, from + 1 + random.below(200)),
        bytes.subarray(at),
      ]);
    }
    case 5:
      return bytes.subarray(0, at);
    case 6:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.alloc(length, random.pick([0, 255, 127, 128])),
        bytes.subarray(at + length),
      ]);
    default:
      return flipped(flipped(bytes, random), random);
  }
}

function flipped(bytes: Buffer, random: Seeded): Buffer {
  if (bytes.length === 0) return bytes;
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
}

/** A few changes to a text, on the whole of which a parser of text trips: numbers, marks, lines. */
export function mutatedText(sample: string, other: string, random: Seeded): string {
  let text = sample;
  for (let times = 1 + random.below(3); times > 0; times--) text = changedText(text, other, random);
  return text;
}

function changedText(text: string, other: string, random: Seeded): string {
  const at = random.below(text.length + 1);
  const lines = text.split('\n');
  const line = random.below(lines.length);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + random.pick(MARKS) + text.slice(at);
    case 1:
      return withAnotherNumber(text, random);
    case 2:
      return lines.toSpliced(line, 1).join('\n');
    case 3:
      return lines.toSpliced(line, 0, random.pick(lines), random.pick(other.split('\n'))).join('\n');
    case 4:
      return text.slice(0, at);
    case 5:
      return text.slice(0, at) + String.fromCodePoint(random.below(0x11_0000)) + text.slice(at + 1);
    default:
      return text.slice(0, at) + other.slice(random.below(other.length + 1)) + text.slice(at);
  }
}

function withAnotherNumber(text: string, random: Seeded): string {
  const numbers = [...text.matchAll(DIGITS)];
  if (numbers.length === 0) return text;
  const one = random.pick(numbers);
  return text.slice(0, one.index) + random.pick(NUMBERS) + text.slice(one.index + one[0].length);
}

// Small pictures that any program can open, drawn from chance: PNG in colours and JPEG in greys, both of plain squares. They are media,
// not art: each has other bytes, so that nothing is de-duplicated away.
import { crc32, deflateSync } from 'node:zlib';
import type { Chance } from '../chance.ts';

export interface Picture {
  readonly bytes: Buffer;
  readonly mime: string;
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const squares = 8;
const squarePixels = 16;

/** @returns a picture of 128 × 128 */
export function drawPng(chance: Chance): Picture {
  const side = squares * squarePixels;
  const colours = Array.from({ length: squares * squares }, () => [0, 1, 2].map(() => chance.whole(60, 230)));
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const square = Math.floor(y / squarePixels) * squares + Math.floor(x / squarePixels);
      rows.set(colours[square] ?? [], y * (1 + side * 3) + 1 + x * 3);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    pngMark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, mime: 'image/png' };
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The luminance tables for DC of ITU-T T.81, K.3: how many codes of each length, and what they stand for. */
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcCodes = [
  '00',
  '010',
  '011',
  '100',
  '101',
  '110',
  '1110',
  '11110',
  '111110',
  '1111110',
  '11111110',
  '111111110',
];
const quant = 16;

/** @returns a grey picture of 64 × 64, of blocks that are plain: only their means are coded (ITU-T T.81, baseline) */
export function drawJpeg(chance: Chance): Picture {
  const side = 8;
  let bits = '';
  let before = 0;
  for (let block = 0; block < side * side; block += 1) {
    const mean = chance.whole(-50, 50);
    bits += dcBits(mean - before) + endOfBlock;
    before = mean;
  }
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...new Array<number>(64).fill(quant)]),
    segment(0xc0, [8, 0, side * 8, 0, side * 8, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, ...dcCounts, ...dcCodes.keys()]),
    segment(0xc4, [0x10, 1, ...new Array<number>(15).fill(0), 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    entropyOf(bits),
    Buffer.from([0xff, 0xd9]),
  ]);
  return { bytes, mime: 'image/jpeg' };
}

/** The one code of our AC table: nothing more in this block. */
const endOfBlock = '0';

function dcBits(difference: number): string {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const value = difference < 0 ? difference + 2 ** size - 1 : difference;
  return (dcCodes[size] ?? '') + (size === 0 ? '' : value.toString(2).padStart(size, '0'));
}

function segment(marker: number, data: readonly number[]): Buffer {
  const length = data.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...data]);
}

/** Ones fill the last byte, and a zero follows each 0xff. */
function entropyOf(bits: string): Buffer {
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes: number[] = [];
  for (let at = 0; at < padded.length; at += 8) {
    const byte = Number.parseInt(padded.slice(at, at + 8), 2);
    bytes.push(byte);
    if (byte === 0xff) bytes.push(0);
  }
  return Buffer.from(bytes);
}

// How long sound plays that comes as frames without a header over all: AAC in ADTS (ISO/IEC 14496-3), MP3 (ISO/IEC 11172-3) and
// AMR (RFC 4867). Frames are counted from the first to the last; what is no frame ends the count.

import type { ByteView } from './byte-view.ts';

interface Frame {
  readonly bytes: number;
  readonly seconds: number;
}

type FrameReader = (view: ByteView, at: number) => Frame | undefined;

/** One frame alone may be anything. */
const LEAST_FRAMES = 2;

/** @returns seconds, or undefined where there are no frames */
export function frameSeconds(view: ByteView): number | undefined {
  if (view.has(0, '#!AMR-WB\n')) return played(view, 9, amrFrame(WIDE));
  if (view.has(0, '#!AMR\n')) return played(view, 6, amrFrame(NARROW));
  const start = view.has(0, 'ID3') ? afterTag(view) : 0;
  return played(view, start, adtsFrame) ?? played(view, start, mp3Frame);
}

function played(view: ByteView, start: number, read: FrameReader): number | undefined {
  let [at, count, seconds] = [start, 0, 0];
  for (let frame = read(view, at); frame !== undefined; frame = read(view, at)) {
    at += frame.bytes;
    seconds += frame.seconds;
    count++;
  }
  return count < LEAST_FRAMES ? undefined : seconds;
}

/** A tag's length has seven bits a byte. */
function afterTag(view: ByteView): number {
  const [a = 0, b = 0, c = 0, d = 0] = view.bytes.subarray(6, 10);
  return 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127);
}

const ADTS_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
];
const ADTS_SAMPLES = 1_024;
const ADTS_HEADER = 7;

function adtsFrame(view: ByteView, at: number): Frame | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, seventh = 0] = view.bytes.subarray(
    at,
    at + ADTS_HEADER,
  );
  if (first !== 0xff || (second & 0xf6) !== 0xf0) return undefined;
  const rate = ADTS_RATES[(third >> 2) & 15];
  const bytes = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  if (rate === undefined || bytes < ADTS_HEADER || at + bytes > view.length) return undefined;
  return { bytes, seconds: (((seventh & 3) + 1) * ADTS_SAMPLES) / rate };
}

const MP3_RATES = [44_100, 48_000, 32_000];
/** Kilobits a second, by index: MPEG 1, then MPEG 2 and 2.5. */
const MP3_BITS = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

function mp3Frame(view: ByteView, at: number): Frame | undefined {
  const [first = 0, second = 0, third = 0] = view.bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return undefined;
  const version = (second >> 3) & 3;
  const isFirst = version === 3;
  const base = version === 1 ? undefined : MP3_RATES[(third >> 2) & 3];
  const kilobits = MP3_BITS[isFirst ? 0 : 1]?.[third >> 4] ?? 0;
  if (base === undefined || kilobits === 0) return undefined;
  const rate = isFirst ? base : version === 2 ? base / 2 : base / 4;
  const samples = isFirst ? 1_152 : 576;
  const bytes = Math.floor((samples * kilobits * 125) / rate) + ((third >> 1) & 1);
  return at + bytes > view.length ? undefined : { bytes, seconds: samples / rate };
}

const NARROW = [12, 13, 15, 17, 19, 20, 26, 31, 5];
const WIDE = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];
const SILENT = 15;
const AMR_SECONDS = 0.02;

function amrFrame(sizes: readonly number[]): FrameReader {
  return (view, at) => {
    const head = view.byte(at);
    if (head === undefined) return undefined;
    const mode = (head >> 3) & 15;
    const size = mode >= SILENT - 1 ? 0 : sizes[mode];
    if (size === undefined || at + 1 + size > view.length) return undefined;
    return { bytes: 1 + size, seconds: AMR_SECONDS };
  };
}

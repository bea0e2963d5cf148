/**
 * Random chats whose true dates are known, to count how often the date order is read wrong. They hold what real files
 * hold: bursts and pauses, notices older or newer than what follows, messages that came late.
 */
import { inspectExport } from './inspect-export.ts';
import { bytesSource, testNow } from './text-source.ts';

interface TrialCount {
  ambiguous: number;
  right: number;
  /** Texts that were read wrong. */
  readonly failures: string[];
  /** Of files with ten dates or more. */
  longAmbiguous: number;
  longRight: number;
}

interface TrialChat {
  readonly text: string;
  readonly order: 'DMY' | 'MDY';
  readonly dates: number;
}

type Random = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reads `count` chats and tells how it went. */
export async function runTrial(count: number, seed: number): Promise<TrialCount> {
  const random = randomOf(seed);
  const result: TrialCount = { ambiguous: 0, right: 0, failures: [], longAmbiguous: 0, longRight: 0 };
  const encoder = new TextEncoder();
  for (let i = 0; i < count; i++) {
    const chat = trialChat(random);
    const source = bytesSource(encoder.encode(chat.text));
    const { report, ambiguous } = await inspectExport(source, { now: testNow });
    const long = chat.dates >= 10;
    if (ambiguous) {
      result.ambiguous++;
      if (long) result.longAmbiguous++;
    } else if (report.dateOrder === chat.order || report.dateOrderBasis === 'same-dates') {
      result.right++;
      if (long) result.longRight++;
    } else {
      result.failures.push(`${report.dateOrder} ${report.dateOrderBasis} instead of ${chat.order}\n${chat.text}`);
    }
  }
  return result;
}

/** A chat of 3 to 40 messages, most of them early in their months: days above twelve would prove the order. */
function trialChat(random: Random): TrialChat {
  const order = random() < 0.5 ? 'DMY' : 'MDY';
  const head = headOf(random, order);
  const messages = 3 + Math.floor(random() * random() * 38);
  const early = random() < 0.8;
  let day =
    Date.UTC(2015 + Math.floor(random() * 10), Math.floor(random() * 12), 1 + Math.floor(random() * 12)) / 864e5;
  const settle = (at: number): number =>
    early && dayOfMonth(at) > 12 ? firstOfNext(at) + Math.floor(random() * random() * 12) : at;
  const busy = random();
  const days: number[] = [];
  const shifted = (at: number, spread: number): number => {
    for (let tries = 0; tries < 6; tries++) {
      const there = at + Math.trunc(spread * random() ** 3);
      if (!early || dayOfMonth(there) <= 12) return there;
    }
    return at;
  };
  for (let i = 0; i < messages; i++) {
    if (i > 0 && random() > busy) day = settle(day + pause(random));
    days.push(i > 0 && random() < 0.01 ? shifted(day, -90) : day);
  }
  const first = days[0] ?? day;
  const lines = days.map((at, index) => `${head(at, index)}${index % 2 === 0 ? 'Ada' : 'Cyril'}: note ${index}`);
  if (random() < 0.3) lines.unshift(`${head(first, 0)}Ada added you`);
  if (random() < 0.3) lines.unshift(`${head(shifted(first, -900), 0)}Ada created group "Trip"`);
  if (random() < 0.5) {
    const at = random() < 0.7 ? first : shifted(first, 90);
    lines.unshift(`${head(at, 0)}Messages and calls are end-to-end encrypted.`);
  }
  return { text: `${lines.join('\n')}\n`, order, dates: new Set(days).size };
}

/** Days until the next message of another day: mostly one or two, now and then months. */
function pause(random: Random): number {
  return Math.max(1, Math.min(200, Math.floor((1 - random()) ** -1.2)));
}

function dayOfMonth(day: number): number {
  return new Date(day * 864e5).getUTCDate();
}

function firstOfNext(day: number): number {
  const date = new Date(day * 864e5);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 864e5;
}

function headOf(random: Random, order: 'DMY' | 'MDY'): (day: number, minute: number) => string {
  const padded = random() < 0.5;
  const mark = random() < 0.8 ? '/' : '-';
  const long = random() < 0.5;
  const pad = (value: number): string => (padded ? String(value).padStart(2, '0') : String(value));
  return (day, minute) => {
    const date = new Date(day * 864e5);
    const dayText = pad(date.getUTCDate());
    const month = pad(date.getUTCMonth() + 1);
    const year = long ? date.getUTCFullYear() : String(date.getUTCFullYear()).slice(2);
    const fields = order === 'DMY' ? [dayText, month, year] : [month, dayText, year];
    return `${fields.join(mark)}, ${10 + Math.floor(minute / 6)}:${minute % 6}0 - `;
  };
}

// Pairs the same words of the same author a minute apart: exports of two phones, or of two versions of the app, round
// and order some messages differently. Only where the file covers the held message's time, so that two equal short
// texts on either side of an export's edge stay two.

import type { Columns } from './columns.ts';
import { NOTICE_STATES } from './columns.ts';
import { BY_MINUTE, PAIRED, type Pairing, type Precision, SAME_MINUTE } from './pairing.ts';

/** Entries at a file's edge whose times say where the file surely covers the chat, whatever their order. */
const EDGE_ENTRIES = 16;
/** Two files begin (or end) together if so many of their messages do. */
const TOGETHER_ENTRIES = 8;

export interface Sayings {
  readonly held: Int32Array;
  readonly incoming: Int32Array;
  readonly count: number;
}

/** Pairs long texts that each side shows once, within a minute, wherever they stand: they prove themselves. */
export function pairUnique(pairing: Pairing, sayings: Sayings, isLong: (text: number) => boolean): void {
  const { held, incoming } = pairing;
  const inHeld = countSayings(held, sayings.held, sayings.count);
  const inIncoming = countSayings(incoming, sayings.incoming, sayings.count);
  const isUnique = (saying: number): boolean => inHeld[saying] === 1 && inIncoming[saying] === 1;
  const keyOf = (saying: number, text: number): number => (isUnique(saying) && isLong(text) ? saying : -1);
  for (const [minutesLater, precisions] of UNIQUE_REACH) {
    for (const precision of precisions) {
      pairing.run({
        heldKey: (row) => keyOf(sayings.held[row] ?? 0, held.text[row] ?? 0),
        incomingKey: (row) => keyOf(sayings.incoming[row] ?? 0, incoming.text[row] ?? 0),
        precision,
        minutesLater,
      });
    }
  }
}

const UNIQUE_REACH: readonly (readonly [number, readonly Precision[]])[] = [
  [0, SAME_MINUTE],
  [-1, BY_MINUTE],
  [1, BY_MINUTE],
];

/** By saying: how many messages have it, 2 for more. */
function countSayings(side: Columns, sayings: Int32Array, count: number): Uint8Array {
  const counts = new Uint8Array(count);
  for (let row = 0; row < side.count; row++) {
    const saying = sayings[row] ?? 0;
    const isVersion = row > 0 && side.message[row - 1] === side.message[row] && sayings[row - 1] === saying;
    if (!isVersion) counts[saying] = Math.min(2, (counts[saying] ?? 0) + 1);
  }
  return counts;
}

/** Pairs open rows of one saying within a minute where the file covers the held one; as many as can be paired. */
export function pairNearby(pairing: Pairing, sayings: Sayings): void {
  const groups = gather(pairing, sayings);
  if (groups.length === 0) return;
  const covers = coverage(pairing, sayings);
  for (const group of groups) pairGroup(pairing, group, covers);
  pairing.settle();
}

interface Group {
  readonly held: number[];
  readonly incoming: number[];
}

/** The rows of every saying that is open on both sides, those paired within it too. */
function gather(pairing: Pairing, sayings: Sayings): Group[] {
  const groups = openGroups(pairing, sayings);
  if (groups.size === 0) return [];
  const { held, incoming } = pairing;
  for (let row = 0; row < incoming.count; row++) {
    const saying = sayings.incoming[row] ?? 0;
    const partner = pairing.partner[row] ?? -1;
    if (partner < 0 || sayings.held[partner] === saying) groups.get(saying)?.incoming.push(row);
  }
  for (let row = 0; row < held.count; row++) {
    const saying = sayings.held[row] ?? 0;
    const group = groups.get(saying);
    if (group !== undefined && stands(pairing, sayings, { group, row, saying })) group.held.push(row);
  }
  const sorted = (rows: number[], side: Columns): number[] =>
    rows.sort((a, b) => side.minute(a) - side.minute(b) || a - b);
  for (const group of groups.values()) {
    sorted(group.held, held);
    sorted(group.incoming, incoming);
  }
  return [...groups.values()];
}

function openGroups(pairing: Pairing, sayings: Sayings): Map<number, Group> {
  const asked = new Uint8Array(sayings.count);
  for (const row of pairing.openIncoming) asked[sayings.incoming[row] ?? 0] = 1;
  const groups = new Map<number, Group>();
  for (const row of pairing.openHeld) {
    const saying = sayings.held[row] ?? 0;
    if (asked[saying] === 1 && !groups.has(saying)) groups.set(saying, { held: [], incoming: [] });
  }
  return groups;
}

interface Version {
  readonly group: Group;
  readonly row: number;
  readonly saying: number;
}

/** Of a message's versions with one saying, the paired one stands for it, or the first if none is paired. */
function stands({ held, partner, takenBy }: Pairing, sayings: Sayings, { group, row, saying }: Version): boolean {
  const message = held.message[row] ?? 0;
  const entry = takenBy[message] ?? -1;
  if (entry >= 0) return partner[entry] === row && sayings.incoming[entry] === saying;
  const last = group.held.at(-1);
  return last === undefined || held.message[last] !== message;
}

function pairGroup(pairing: Pairing, group: Group, covers: (minute: number) => boolean): void {
  const heldRows = group.held.filter((row) => pairing.isTaken(row) || covers(pairing.held.minute(row)));
  let heldStart = 0;
  let incomingStart = 0;
  while (heldStart < heldRows.length && incomingStart < group.incoming.length) {
    const cluster = nextCluster(pairing, { heldRows, incomingRows: group.incoming, heldStart, incomingStart });
    pairCluster(
      pairing,
      heldRows.slice(heldStart, cluster.heldEnd),
      group.incoming.slice(incomingStart, cluster.incomingEnd),
    );
    heldStart = cluster.heldEnd;
    incomingStart = cluster.incomingEnd;
  }
}

interface Cursor {
  readonly heldRows: readonly number[];
  readonly incomingRows: readonly number[];
  readonly heldStart: number;
  readonly incomingStart: number;
}

/** The end of the longest run, over both sides, in which no two neighbours are more than a minute apart. */
function nextCluster(
  pairing: Pairing,
  { heldRows, incomingRows, heldStart, incomingStart }: Cursor,
): { heldEnd: number; incomingEnd: number } {
  const heldMinute = (index: number): number =>
    index < heldRows.length ? pairing.held.minute(heldRows[index] ?? 0) : Number.POSITIVE_INFINITY;
  const incomingMinute = (index: number): number =>
    index < incomingRows.length ? pairing.incoming.minute(incomingRows[index] ?? 0) : Number.POSITIVE_INFINITY;
  let [heldEnd, incomingEnd] = [heldStart, incomingStart];
  let latest = Math.min(heldMinute(heldEnd), incomingMinute(incomingEnd));
  for (;;) {
    const next = Math.min(heldMinute(heldEnd), incomingMinute(incomingEnd));
    if (next === Number.POSITIVE_INFINITY || next > latest + 1) return { heldEnd, incomingEnd };
    latest = next;
    if (heldMinute(heldEnd) === next) heldEnd++;
    else incomingEnd++;
  }
}

/** Pairs what is open; where shifting the whole run by a minute pairs more, shifts it. */
function pairCluster(pairing: Pairing, heldRows: readonly number[], incomingRows: readonly number[]): void {
  const openHeld = heldRows.filter((row) => !pairing.isTaken(row));
  const openIncoming = incomingRows.filter((row) => (pairing.partner[row] ?? -1) < 0);
  if (openHeld.length === 0 || openIncoming.length === 0) return;
  const simple = matchInOrder(pairing, openHeld, openIncoming);
  const paired = incomingRows.length - openIncoming.length;
  const most = Math.min(openHeld.length, openIncoming.length);
  const whole = simple.length < most ? matchInOrder(pairing, heldRows, incomingRows) : [];
  if (whole.length <= paired + simple.length) {
    for (const [heldRow, incomingRow] of simple) pairing.pair(incomingRow, heldRow, PAIRED.nearby);
    return;
  }
  for (const row of incomingRows) pairing.part(row);
  for (const [heldRow, incomingRow] of whole) {
    const sameMinute = pairing.held.minute(heldRow) === pairing.incoming.minute(incomingRow);
    pairing.pair(incomingRow, heldRow, sameMinute ? PAIRED.sameTime : PAIRED.nearby);
  }
}

/** First with first within a minute; both sorted by minute, so this is as many pairs as there can be. */
function matchInOrder(
  { held, incoming }: Pairing,
  heldRows: readonly number[],
  incomingRows: readonly number[],
): [number, number][] {
  const pairs: [number, number][] = [];
  let [heldIndex, incomingIndex] = [0, 0];
  while (heldIndex < heldRows.length && incomingIndex < incomingRows.length) {
    const [heldRow, incomingRow] = [heldRows[heldIndex] ?? 0, incomingRows[incomingIndex] ?? 0];
    const apart = held.minute(heldRow) - incoming.minute(incomingRow);
    if (Math.abs(apart) <= 1) {
      pairs.push([heldRow, incomingRow]);
      heldIndex++;
      incomingIndex++;
    } else if (apart < 0) heldIndex++;
    else incomingIndex++;
  }
  return pairs;
}

/** Tells the minutes that the file surely covers: inside its edges, or up to an edge that both sides share. */
export function coverage(pairing: Pairing, sayings: Sayings): (minute: number) => boolean {
  const held = rowsAtTimes(pairing.held);
  const incoming = rowsAtTimes(pairing.incoming);
  const edge = Math.min(EDGE_ENTRIES, Math.ceil(incoming.length / 4));
  const minutes = (rows: readonly number[]): number[] => rows.map((row) => pairing.incoming.minute(row));
  const together = (end: 'first' | 'last'): boolean =>
    meet(pairing, sayings, { held: atEnd(held, end), incoming: atEnd(incoming, end) });
  const after = together('first') ? Number.NEGATIVE_INFINITY : Math.max(...minutes(incoming.slice(0, edge)));
  const before = together('last') ? Number.POSITIVE_INFINITY : Math.min(...minutes(incoming.slice(-edge)));
  return (minute) => minute > after && minute < before;
}

/** Messages only: system lines may carry times far from their neighbours'. Of several versions the first. */
function rowsAtTimes(side: Columns): number[] {
  const rows: number[] = [];
  for (let row = 0; row < side.count; row++) {
    const isVersion = row > 0 && side.message[row] === side.message[row - 1];
    if (!isVersion && (side.state(row) & NOTICE_STATES) === 0) rows.push(row);
  }
  return rows;
}

function atEnd(rows: readonly number[], end: 'first' | 'last'): number[] {
  return end === 'first' ? rows.slice(0, TOGETHER_ENTRIES) : rows.slice(-TOGETHER_ENTRIES);
}

function meet(
  { held, incoming }: Pairing,
  sayings: Sayings,
  rows: { readonly held: readonly number[]; readonly incoming: readonly number[] },
): boolean {
  if (rows.held.length < TOGETHER_ENTRIES || rows.incoming.length < TOGETHER_ENTRIES) return false;
  return rows.held.every((heldRow, index) => {
    const incomingRow = rows.incoming[index] ?? 0;
    return (
      sayings.held[heldRow] === sayings.incoming[incomingRow] &&
      Math.abs(held.minute(heldRow) - incoming.minute(incomingRow)) <= 1
    );
  });
}

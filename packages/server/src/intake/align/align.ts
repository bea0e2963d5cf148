// Aligns a newly read export with what its chat already holds: which entries are known, which add a version, which are
// new. Pure: no database, no ledger, no disk. The rule is DESIGN.md "De-duplication of exports".

import { type AuthorMap, mapAuthors, mapByWitnesses } from './author-map.ts';
import { applyOffsets } from './clock-change.ts';
import { Columns, Dictionary, STATE } from './columns.ts';
import { KeyTable } from './key-table.ts';
import { pairChanged, pairMoved, pairNotices } from './leftovers.ts';
import type { AlignmentCounts, Crossing, Decision, FactBatches, Lacks, TimeStretch } from './message-fact.ts';
import { pairNearby, type Sayings } from './nearby.ts';
import { Pairing, SAME_TIME } from './pairing.ts';
import type { Seed } from './text-table.ts';
import { Verdicts } from './verdicts.ts';
import { agreeing, findStretches, findWitnesses, type Witness } from './witnesses.ts';

export interface AlignmentInput {
  /**
   * What the chat holds from a minute before the file's first time to a minute after its last (under `sameAs`:
   * FARTHEST_OFFSET_SECONDS), by time and seq. A message's versions follow each other, oldest first, under one `ref`.
   */
  readonly held: FactBatches;
  /** The file's entries in file order; `ref` counts from 0. Read once. */
  readonly incoming: FactBatches;
  /** The file is of this chat whatever its clock and names: offsets and other names count. */
  readonly sameAs: boolean;
  /** Two random 32-bit numbers, secret from whoever wrote the file. They decide no outcome. */
  readonly seed: Seed;
}

export interface Alignment {
  /** What entry `entry` of the file is. */
  readonly decisionAt: (entry: number) => Decision;
  readonly counts: AlignmentCounts;
  readonly lacks: Lacks;
  /**
   * How clock and names relate. Under `sameAs` this was applied. Otherwise nothing of it was: a stretch of another
   * offset, or an author of another name, then suggests that the file is of this chat all the same.
   */
  readonly crossing: Crossing;
  /**
   * The minutes that bring an entry's time to the chat's clock; 0 without `sameAs`. What is added must be compared on the chat's
   * clock and under the chat's names ever after, or the same file would not be recognised again.
   */
  readonly offsetAt: (entry: number) => number;
  /** The name the chat holds for an author of the file; the same name without `sameAs` or if it is unknown. */
  readonly heldAuthor: (author: string) => string;
}

/**
 * Reads both sides, held first, and decides every entry. Linear in time (sorting aside) on any input; about 100 bytes a
 * message while it works, 13 bytes an entry afterwards.
 */
export async function align({ held, incoming, sameAs, seed }: AlignmentInput): Promise<Alignment> {
  const dictionary = new Dictionary(seed);
  const sides = {
    held: await readColumns(held, dictionary),
    incoming: await readColumns(incoming, dictionary),
    dictionary,
    seed,
  };
  assertEntryNumbers(sides.incoming);
  const witnesses = findWitnesses(sides);
  const stretches = findStretches(witnesses);
  const agreed = agreeing(witnesses, stretches);
  const crossed = sameAs ? cross(sides, stretches, agreed) : undefined;
  const sayings = numberSayings(sides);
  const pairing = new Pairing(sides.held, sides.incoming, seed);
  pairEqual(pairing, sayings);
  pairUnequal({ pairing, sayings, dictionary }, sameAs);
  const verdicts = new Verdicts(pairing, crossed?.rows);
  const applied = crossed?.stretches ?? [];
  const suggested = mapByWitnesses(sides, agreed).matches(dictionary.authors);
  const authors = crossed?.authors.matches(dictionary.authors) ?? suggested;
  const names = new Map(
    crossed === undefined ? [] : authors.map(({ incoming: name, held: heldName }) => [name, heldName]),
  );
  return {
    offsetAt: (entry) => applied.find(({ lastEntry }) => entry <= lastEntry)?.minutes ?? 0,
    heldAuthor: (author) => names.get(author) ?? author,
    decisionAt: (entry) => verdicts.at(entry),
    counts: verdicts.counts,
    lacks: verdicts.lacks,
    crossing: {
      witnesses: agreed.length,
      stretches: crossed === undefined ? stretches : applied,
      authors,
    },
  };
}

interface Unequal {
  readonly pairing: Pairing;
  readonly sayings: Sayings;
  readonly dictionary: Dictionary;
}

/**
 * On one clock a minute hardly ever moves, so what changed in its minute goes before short texts a minute apart; on two clocks
 * minutes move all the time, so it goes after them.
 */
function pairUnequal({ pairing, sayings, dictionary }: Unequal, sameAs: boolean): void {
  const isLong = (text: number): boolean => dictionary.isLong(text);
  pairNearby(pairing, sayings, { isLong, onlyUnique: true });
  if (!sameAs) pairChanged(pairing, false);
  pairNearby(pairing, sayings, { isLong, onlyUnique: false });
  if (!sameAs) return;
  pairNotices(pairing);
  pairChanged(pairing, true);
  pairMoved(pairing, sayings);
}

interface Sides {
  readonly held: Columns;
  readonly incoming: Columns;
  readonly dictionary: Dictionary;
  readonly seed: Seed;
}

async function readColumns(facts: FactBatches, dictionary: Dictionary): Promise<Columns> {
  const columns = new Columns(dictionary);
  for await (const batch of facts) for (const fact of batch) columns.push(fact);
  return columns;
}

function assertEntryNumbers(incoming: Columns): void {
  for (let row = 0; row < incoming.count; row++) {
    if (incoming.ref[row] !== row) throw new RangeError(`entry ${row} of the file is numbered ${incoming.ref[row]}`);
  }
}

interface Crossed {
  readonly stretches: TimeStretch[];
  readonly authors: AuthorMap;
  /** By entry: 1 if its clock or its author's name is another one. */
  readonly rows: Uint8Array;
}

/** Brings the file to the chat's clock and names. */
function cross(sides: Sides, stretches: readonly TimeStretch[], witnesses: readonly Witness[]): Crossed {
  const { incoming } = sides;
  const applied = applyOffsets({ ...sides, stretches });
  const authors = mapAuthors(sides, witnesses);
  const rows = new Uint8Array(incoming.count);
  for (const { minutes, firstEntry, lastEntry } of applied) if (minutes !== 0) rows.fill(1, firstEntry, lastEntry + 1);
  for (let row = 0; row < incoming.count; row++) {
    const author = incoming.author[row] ?? 0;
    const name = authors.heldOf(author);
    if (name === author) continue;
    incoming.author[row] = name;
    rows[row] = 1;
  }
  return { stretches: applied, authors, rows };
}

/** Numbers what can be said: an author, a text, and whether it is text, media, deleted, a system line or a call. */
function numberSayings({ held, incoming, seed }: Sides): Sayings {
  const table = new KeyTable(seed);
  const number = (side: Columns): Int32Array => {
    const sayings = new Int32Array(side.count);
    for (let row = 0; row < side.count; row++) {
      const state = side.state(row) === STATE.present ? STATE.omitted : side.state(row);
      sayings[row] = table.intern((side.author[row] ?? 0) * 64 + state, side.text[row] ?? 0, 0);
    }
    return sayings;
  };
  const [heldSayings, incomingSayings] = [number(held), number(incoming)];
  return { held: heldSayings, incoming: incomingSayings, count: table.count };
}

/** Same time, same author, same text: first what looks the same now, then what looked so once, then in whatever state. */
function pairEqual(pairing: Pairing, sayings: Sayings): void {
  const { held, incoming } = pairing;
  const heldLook = (row: number): number => (sayings.held[row] ?? 0) * 128 + held.look(row);
  const incomingKey = (row: number): number => (sayings.incoming[row] ?? 0) * 128 + incoming.look(row);
  for (const precision of SAME_TIME) {
    pairing.run({ heldKey: (row) => (held.isCurrent(row) ? heldLook(row) : -1), incomingKey, byName: true, precision });
  }
  if (held.messages < held.count)
    for (const precision of SAME_TIME) pairing.run({ heldKey: heldLook, incomingKey, byName: true, precision });
  for (const precision of SAME_TIME) {
    pairing.run({
      heldKey: (row) => sayings.held[row] ?? 0,
      incomingKey: (row) => sayings.incoming[row] ?? 0,
      precision,
    });
  }
}

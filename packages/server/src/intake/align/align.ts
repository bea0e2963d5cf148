// Aligns a newly read export with what its chat already holds: which entries are known, which add a version, which are
// new. Pure: no database, no ledger, no disk. Whatever is doubtful is new: a message shown twice is a nuisance, one lost is not found again.

import { type AuthorMap, mapAuthors, mapByWitnesses } from './author-map.ts';
import { applyOffsets } from './clock-change.ts';
import { Columns, Dictionary, STATE } from './columns.ts';
import { KeyTable } from './key-table.ts';
import { pairChanged, pairMoved, pairNotices } from './leftovers.ts';
import type {
  AlignmentCounts,
  Crossing,
  Decision,
  FactBatches,
  Lacks,
  MessageFact,
  TimeStretch,
} from './message-fact.ts';
import { pairNearby, pairUnique, type Sayings } from './nearby.ts';
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
  /** Under `sameAs`: authors of the file of whom it is known that the chat holds nothing; whatever they wrote alike, they are nobody there. */
  readonly strangers?: readonly string[];
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
export async function align({ held, incoming, sameAs, seed, strangers = [] }: AlignmentInput): Promise<Alignment> {
  const dictionary = new Dictionary(seed);
  const heldSide = await readColumns(held, dictionary);
  if (heldSide.count === 0) return allNew(await countEntries(incoming));
  const sides = { held: heldSide, incoming: await readColumns(numbered(incoming), dictionary), dictionary, seed };
  const witnesses = findWitnesses(sides);
  const stretches = findStretches(witnesses);
  const agreed = agreeing(witnesses, stretches);
  const apart = strangers.map((author) => dictionary.author(author));
  const crossed = sameAs ? cross(sides, { stretches, witnesses: agreed, strangers: apart }) : undefined;
  const pairing = pairAll(sides, sameAs);
  const verdicts = new Verdicts(pairing, crossed?.rows);
  const authors = (crossed?.authors ?? mapByWitnesses(sides, agreed)).matches(dictionary.authors);
  const names = new Map(authors.map((match) => [match.incoming, match.held]));
  return {
    decisionAt: (entry) => verdicts.at(entry),
    counts: verdicts.counts,
    lacks: verdicts.lacks,
    crossing: { witnesses: agreed.length, stretches: crossed?.stretches ?? stretches, authors },
    offsetAt: (entry) => crossed?.stretches.find(({ lastEntry }) => entry <= lastEntry)?.minutes ?? 0,
    heldAuthor: (author) => (crossed === undefined ? author : (names.get(author) ?? author)),
  };
}

/** What a chat that holds nothing makes of a file. */
function allNew(entries: number): Alignment {
  const added: Decision = { step: 'new' };
  return {
    decisionAt: (entry) => {
      if (entry >= 0 && entry < entries) return added;
      throw new RangeError(`the file has no entry ${entry}`);
    },
    counts: { exact: 0, withinMinute: 0, crossed: 0, newVersions: 0, added: entries },
    lacks: { held: entries, heldInOverlap: 0, incoming: 0 },
    crossing: { witnesses: 0, stretches: [], authors: [] },
    offsetAt: () => 0,
    heldAuthor: (author) => author,
  };
}

async function countEntries(incoming: FactBatches): Promise<number> {
  let entries = 0;
  for await (const batch of numbered(incoming)) entries += batch.length;
  return entries;
}

/**
 * Pairs entries with messages, the surest first. On one clock a minute hardly ever moves, so what changed in its minute goes
 * before short texts a minute apart; on two clocks minutes move all the time, so it goes after them.
 */
function pairAll(sides: Sides, sameAs: boolean): Pairing {
  const sayings = numberSayings(sides);
  const pairing = new Pairing(sides.held, sides.incoming, sides.seed);
  pairEqual(pairing, sayings);
  pairUnique(pairing, sayings, (text) => sides.dictionary.isLong(text));
  if (!sameAs) pairChanged(pairing, false);
  pairNearby(pairing, sayings);
  if (!sameAs) return pairing;
  pairNotices(pairing);
  pairChanged(pairing, true);
  pairMoved(pairing, sayings);
  return pairing;
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

/** Asserts that entries are numbered in file order. */
async function* numbered(incoming: FactBatches): AsyncGenerator<readonly MessageFact[]> {
  let next = 0;
  for await (const batch of incoming) {
    for (const { ref } of batch) {
      if (ref !== next) throw new RangeError(`entry ${next} of the file is numbered ${ref}`);
      next++;
    }
    yield batch;
  }
}

interface Crossed {
  readonly stretches: TimeStretch[];
  readonly authors: AuthorMap;
  /** By entry: 1 if its clock or its author's name is another one. */
  readonly rows: Uint8Array;
}

interface CrossedBy {
  readonly stretches: readonly TimeStretch[];
  readonly witnesses: readonly Witness[];
  /** Numbers of authors. */
  readonly strangers: readonly number[];
}

/** Brings the file to the chat's clock and names. */
function cross(sides: Sides, { strangers, stretches, witnesses }: CrossedBy): Crossed {
  const { incoming } = sides;
  const applied = applyOffsets({ ...sides, stretches });
  const authors = mapAuthors(sides, witnesses, strangers);
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
function numberSayings({ held, incoming, dictionary, seed }: Sides): Sayings {
  const table = new KeyTable(seed, dictionary.texts.count);
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

/** Same time, same author, same text: first what looks and always looked the same, then what does now, then what once did; then in whatever state. */
function pairEqual(pairing: Pairing, sayings: Sayings): void {
  const { held, incoming } = pairing;
  const expected = Math.min(held.count, incoming.count) / 2;
  const heldLook = (row: number): number => (sayings.held[row] ?? 0) * 128 + held.look(row);
  const incomingKey = (row: number): number => (sayings.incoming[row] ?? 0) * 128 + incoming.look(row);
  const onlyLook = (row: number): number => (held.isOnly(row) ? heldLook(row) : -1);
  const currentLook = (row: number): number => (held.isCurrent(row) ? heldLook(row) : -1);
  const looks = held.messages < held.count ? [onlyLook, currentLook, heldLook] : [heldLook];
  for (const heldKey of looks) {
    for (const precision of SAME_TIME) pairing.run({ heldKey, incomingKey, byName: true, precision, expected });
  }
  for (const precision of SAME_TIME) {
    pairing.run({
      heldKey: (row) => sayings.held[row] ?? 0,
      incomingKey: (row) => sayings.incoming[row] ?? 0,
      precision,
    });
  }
}

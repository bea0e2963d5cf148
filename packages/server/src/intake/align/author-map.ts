// Who is who: the incoming file's authors under the names the chat holds. Witnesses vote; for those who never wrote a
// long text, any text at one place; then equal names; then whoever is left over on both sides.

import { type Columns, type Dictionary, NOTICE_STATES, STATE } from './columns.ts';
import { KeyTable } from './key-table.ts';
import type { AuthorMatch } from './message-fact.ts';
import type { Seed } from './text-table.ts';
import type { Witness } from './witnesses.ts';

/** Short texts at one minute coincide now and then; one coincidence names nobody. */
const SHORT_TEXT_VOTES = 2;

/** The chat's author for each author number of the file, and the votes behind it. */
export class AuthorMap {
  readonly #held: Map<number, number> = new Map();
  readonly #votes: Map<number, number> = new Map();

  /** The chat's author of this author of the file; itself if nothing is known. */
  heldOf(incoming: number): number {
    return this.#held.get(incoming) ?? incoming;
  }

  has(incoming: number): boolean {
    return this.#held.has(incoming);
  }

  set(incoming: number, held: number, votes: number): void {
    this.#held.set(incoming, held);
    this.#votes.set(incoming, votes);
  }

  /** Those whose name differs. */
  matches(names: readonly string[]): AuthorMatch[] {
    const others = [...this.#held].filter(([incoming, held]) => incoming !== held);
    return others.map(([incoming, held]) => ({
      incoming: names[incoming] ?? '',
      held: names[held] ?? '',
      witnesses: this.#votes.get(incoming) ?? 0,
    }));
  }
}

interface Sides {
  readonly held: Columns;
  readonly incoming: Columns;
  readonly dictionary: Dictionary;
  readonly seed: Seed;
}

/** Names the file's authors. `incoming.at` already shows the chat's clock. Strangers are nobody whom the chat holds. */
export function mapAuthors(sides: Sides, witnesses: readonly Witness[], strangers: readonly number[]): AuthorMap {
  const map = mapByWitnesses(sides, witnesses);
  for (const author of strangers) map.set(author, author, 0);
  const incoming = authorsOf(sides.incoming);
  if ([...incoming].some((author) => !map.has(author))) elect(map, shortTextVotes(sides, map), SHORT_TEXT_VOTES);
  const held = authorsOf(sides.held);
  for (const author of incoming) if (!map.has(author) && held.has(author)) map.set(author, author, 0);
  const taken = new Set([...incoming].filter((author) => map.has(author)).map((author) => map.heldOf(author)));
  const [unnamed, ...others] = [...incoming].filter((author) => !map.has(author));
  const [free, ...otherFree] = [...held].filter((author) => !taken.has(author));
  if (unnamed !== undefined && free !== undefined && others.length + otherFree.length === 0) map.set(unnamed, free, 0);
  return map;
}

/** Only what long texts say. */
export function mapByWitnesses(
  { held, incoming }: Pick<Sides, 'held' | 'incoming'>,
  witnesses: readonly Witness[],
): AuthorMap {
  const votes: Votes = new Map();
  for (const { incomingRow, heldRow } of witnesses)
    cast(votes, incoming.author[incomingRow] ?? 0, held.author[heldRow] ?? 0);
  const map = new AuthorMap();
  elect(map, votes, 1);
  return map;
}

type Votes = Map<number, Map<number, number>>;

function cast(votes: Votes, incoming: number, held: number): void {
  if (incoming === 0 || held === 0) return;
  const ballot = votes.get(incoming) ?? new Map<number, number>();
  votes.set(incoming, ballot);
  ballot.set(held, (ballot.get(held) ?? 0) + 1);
}

/** Whoever has more than half of the votes. */
function elect(map: AuthorMap, votes: Votes, least: number): void {
  for (const [incoming, ballot] of votes) {
    const total = [...ballot.values()].reduce((sum, count) => sum + count, 0);
    for (const [held, count] of ballot) if (count >= least && count * 2 > total) map.set(incoming, held, count);
  }
}

const SEVERAL = -1;

/** Votes of texts of any length, by their minute, where one author of the chat wrote them then. */
function shortTextVotes({ held, incoming, seed }: Sides, map: AuthorMap): Votes {
  const places = new KeyTable(seed);
  const authors = authorsByPlace(held, places);
  const votes: Votes = new Map();
  for (let row = 0; row < incoming.count; row++) {
    const author = incoming.author[row] ?? 0;
    if (map.has(author) || incoming.state(row) !== STATE.text) continue;
    const place = places.find(incoming.text[row] ?? 0, 0, incoming.minute(row));
    const candidate = authors[place] ?? SEVERAL;
    if (candidate !== SEVERAL) cast(votes, author, candidate);
  }
  return votes;
}

/** By text and minute: who wrote it then, or SEVERAL. */
function authorsByPlace(side: Columns, places: KeyTable): number[] {
  const authors: number[] = [];
  for (let row = 0; row < side.count; row++) {
    if (side.state(row) !== STATE.text) continue;
    const author = side.author[row] ?? 0;
    const place = places.intern(side.text[row] ?? 0, 0, side.minute(row));
    authors[place] = (authors[place] ?? author) === author ? author : SEVERAL;
  }
  return authors;
}

/** The authors of messages; those only named by system lines and calls are left out. */
function authorsOf(side: Columns): Set<number> {
  const authors = new Set<number>();
  for (let row = 0; row < side.count; row++)
    if ((side.state(row) & NOTICE_STATES) === 0) authors.add(side.author[row] ?? 0);
  authors.delete(0);
  return authors;
}

/**
 * A query on one shard: for each clause a cursor, and all of them together. It opens the parts that the terms are in; walking is then
 * without waiting.
 */

import { Difference, Intersection, Union } from './combined-cursors.ts';
import type { Cursor } from './cursor.ts';
import { type ListElement, ListPhrase } from './list-phrase.ts';
import { reversedSuffix, sameNumber } from './phone-run.ts';
import { PhraseCursor, type PhraseElement } from './phrase-cursor.ts';
import { PostingsCursor } from './postings-cursor.ts';
import type { NumberClause, ResolvedClause, ResolvedQuery, WordsClause } from './query.ts';
import type { Shard } from './shard.ts';
import { authorTerm, chatTerm, hasTerm, numberTerm } from './terms.ts';

export interface Plan {
  /** What matches, within [from, to). */
  readonly matches: Cursor;
  readonly from: number;
  readonly to: number;
  /** The cursors of the clauses that say how well a document matches; they move with `matches`. */
  readonly scored: readonly Cursor[];
}

/** The plan, or undefined if nothing in the shard can match. */
export async function planOn(shard: Shard, query: ResolvedQuery): Promise<Plan | undefined> {
  const { after, before } = query.period;
  if (shard.documents === 0 || (after !== undefined && shard.maxAt < after)) return undefined;
  if (before !== undefined && shard.minAt >= before) return undefined;
  const must: Cursor[] = [];
  const scored: Cursor[] = [];
  for (const clause of query.must) {
    const cursor = await clauseOn(shard, clause);
    if (cursor === undefined) return undefined;
    must.push(cursor);
    if (clause.kind === 'words' || clause.kind === 'number') scored.push(cursor);
  }
  const not: Cursor[] = [];
  for (const clause of query.not) {
    const cursor = await clauseOn(shard, clause);
    if (cursor !== undefined) not.push(cursor);
  }
  const all = must.length === 0 ? await shard.all() : new Intersection(must);
  return {
    matches: not.length === 0 ? all : new Difference(all, not),
    from: before === undefined ? 0 : await shard.firstEarlier(before),
    to: after === undefined ? shard.documents : await shard.firstEarlier(after),
    scored,
  };
}

/** The cursor of one clause; undefined if nothing matches it. */
export async function clauseOn(shard: Shard, clause: ResolvedClause): Promise<Cursor | undefined> {
  switch (clause.kind) {
    case 'words':
      return wordsOn(shard, clause);
    case 'number':
      return numberOn(shard, clause);
    case 'has':
      return shard.cursor(hasTerm(clause.value));
    case 'from-ids':
      return anyOf(await cursorsOf(shard, clause.ids.map(authorTerm)));
    case 'in-ids':
      return anyOf(await cursorsOf(shard, clause.ids.map(chatTerm)));
  }
}

async function wordsOn(shard: Shard, { terms, prefix }: WordsClause): Promise<Cursor | undefined> {
  const elements: PhraseElement[] = [];
  for (const [n, { term, step }] of terms.entries()) {
    const cursor = prefix && n === terms.length - 1 ? anyOf(await shard.starting(term)) : await shard.cursor(term);
    if (cursor === undefined) return undefined;
    elements.push({ cursor, step });
  }
  if (elements.length === 1) return elements[0]?.cursor;
  return areLists(elements) ? new ListPhrase(elements) : new PhraseCursor(elements);
}

function areLists(elements: readonly PhraseElement[]): elements is readonly ListElement[] {
  return elements.every(({ cursor }) => cursor instanceof PostingsCursor);
}

/** Messages with the number in any writing, and those with all of its pieces as words. */
async function numberOn(shard: Shard, { digits, words }: NumberClause): Promise<Cursor | undefined> {
  const listed = await listedTerms(shard, numberTerm(reversedSuffix(digits)));
  const marked = numberTerm('').length;
  const same = listed.filter((term) => sameNumber([...term.slice(marked)].reverse().join(''), digits));
  const found = await cursorsOf(shard, same);
  const pieces: Cursor[] = [];
  for (const clause of words) {
    const cursor = await wordsOn(shard, clause);
    if (cursor !== undefined) pieces.push(cursor);
  }
  if (pieces.length === words.length && pieces.length > 0) found.push(new Intersection(pieces));
  return anyOf(found);
}

async function listedTerms(shard: Shard, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const terms of shard.dictionary.listed(prefix)) for (const { term } of terms) found.push(term);
  return found;
}

async function cursorsOf(shard: Shard, terms: readonly string[]): Promise<Cursor[]> {
  const cursors: Cursor[] = [];
  for (const term of terms) {
    const cursor = await shard.cursor(term);
    if (cursor !== undefined) cursors.push(cursor);
  }
  return cursors;
}

function anyOf(cursors: readonly Cursor[]): Cursor | undefined {
  return cursors.length < 2 ? cursors[0] : new Union(cursors);
}

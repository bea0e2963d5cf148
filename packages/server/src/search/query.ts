/**
 * A query after parsing: plain data, with nothing left to go wrong but names that nobody bears. Offsets are into the typed query, in
 * UTF-16 code units, for messages that point at a place.
 */

import type { HasWord } from './terms.ts';

/** A term and how many word positions it stands behind the first of its phrase. */
export interface PhraseTerm {
  readonly term: string;
  readonly step: number;
}

/** Words that stand side by side; of one term, a word. With `prefix` the last term is only the start of a word. */
export interface WordsClause {
  readonly kind: 'words';
  readonly offset: number;
  readonly terms: readonly PhraseTerm[];
  readonly prefix: boolean;
}

/** A telephone number in any writing, or else the words as they were typed. Digits in ASCII. */
export interface NumberClause {
  readonly kind: 'number';
  readonly offset: number;
  readonly digits: string;
  readonly words: readonly WordsClause[];
}

/** What a message carries. */
export interface HasClause {
  readonly kind: 'has';
  readonly offset: number;
  readonly value: HasWord;
}

/** A person or chat by name or id, as typed. */
export interface NameClause {
  readonly kind: 'from' | 'in';
  readonly offset: number;
  readonly value: string;
}

/** A person or chat by the ids that a name stands for; none at all matches nothing. */
export interface IdsClause {
  readonly kind: 'from-ids' | 'in-ids';
  readonly ids: readonly number[];
}

export type ContentClause = WordsClause | NumberClause | HasClause;
export type Clause = ContentClause | NameClause;
export type ResolvedClause = ContentClause | IdsClause;

/** Seconds, local wall time as if UTC: `after` is included, `before` is not. */
export interface Period {
  readonly after?: number;
  readonly before?: number;
}

export interface QueryOf<C> {
  /** All of these. */
  readonly must: readonly C[];
  /** None of these. */
  readonly not: readonly C[];
  readonly period: Period;
}

export type Query = QueryOf<Clause>;

/** A query with every name resolved. The server may add clauses, for example the chats that somebody may see. */
export type ResolvedQuery = QueryOf<ResolvedClause>;

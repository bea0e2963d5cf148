// The tables of the projections: references (seq), structure and times, never content. They may be dropped and folded
// again from the ledger at any time with equal rows. One interface a table, and the statements that make them.

import type { EntryKind } from '../records/conversation.ts';

/** The entry kinds by their number in the tables. */
export const ENTRY_KINDS: readonly EntryKind[] = ['message', 'system', 'call', 'deleted'];

/** Import states in the tables. */
export const IMPORT_OPEN = 0;
export const IMPORT_DONE = 1;
export const IMPORT_WITHDRAWN = 2;

export interface CursorTable {
  readonly id: 1;
  /** The next seq that is to be folded. */
  readonly next: number;
}

export interface ChatTable {
  /** Seq of the conversation record. */
  readonly id: number;
  /** Person on the other side; 0 for a group. */
  readonly peer: number;
  /** Keyed digest of the folded title. */
  readonly title: Uint8Array;
}

export interface PersonTable {
  /** Seq of the person record. */
  readonly id: number;
  /** Chat in which the name counts; 0 anywhere. */
  readonly chat: number;
  readonly me: number;
}

export interface IdentifierTable {
  /** Keyed digest of the name (with its chat) or of the number. */
  readonly digest: Uint8Array;
  readonly person: number;
  /** Seq of the record that said so. */
  readonly seq: number;
}

export interface ImportTable {
  /** Seq of the import record. */
  readonly id: number;
  readonly chat: number;
  /** Keyed digest of the file's hash. */
  readonly file: Uint8Array;
  /** 0 open, 1 complete, 2 withdrawn. */
  readonly state: number;
  /** Seq of the record that completed or withdrew it. */
  readonly by: number;
  /** Seconds since 1970 from which a withdrawn import is erased; 0 otherwise. */
  readonly erase_from: number;
}

export interface EntryTable {
  readonly seq: number;
  readonly chat: number;
  /** Person id; 0 for none. */
  readonly person: number;
  /** Local wall time in seconds as if UTC. */
  readonly at: number;
  /** 0 message, 1 system, 2 call, 3 deleted. */
  readonly kind: number;
  readonly import: number;
  /** Its line in the file, which orders what was said at the same time. */
  readonly line: number;
  /** The entry this is a new version of; 0 for none. */
  readonly of: number;
}

/** An import also brought an entry that another had brought before. */
export interface VouchTable {
  readonly import: number;
  readonly seq: number;
}

/** Every record that is no entry. */
export interface OtherTable {
  readonly seq: number;
  readonly kind: string;
  /** The import it belongs to; 0 for none. */
  readonly import: number;
  /** The entry of which it is another writing; 0 for none. */
  readonly of: number;
}

export interface ObjectTable {
  /** Name of the sealed object, hex. */
  readonly name: string;
  readonly seq: number;
}

export interface QuarantineTable {
  readonly seq: number;
  /** Keyed digest of the file's hash. */
  readonly file: Uint8Array;
  readonly released: number;
}

export interface ErasureTable {
  /** Seq of the order. */
  readonly order: number;
  /** Seq of the certificate; 0 while it is under way. */
  readonly done: number;
}

/** Entries erased by order: `count` seqs from `first`. */
export interface ErasedTable {
  readonly first: number;
  readonly count: number;
  readonly order: number;
}

/** SQL views over `entry`: what a complete import brought or vouches for (`shown`), and what an open one too (`held`). */
export interface EntryViews {
  readonly shown: EntryTable;
  readonly held: EntryTable;
}

export interface Tables extends EntryViews {
  readonly cursor: CursorTable;
  readonly chat: ChatTable;
  readonly person: PersonTable;
  readonly identifier: IdentifierTable;
  readonly import: ImportTable;
  readonly entry: EntryTable;
  readonly vouch: VouchTable;
  readonly other: OtherTable;
  readonly object: ObjectTable;
  readonly quarantine: QuarantineTable;
  readonly erasure: ErasureTable;
  readonly erased: ErasedTable;
}

export type TableName = Exclude<keyof Tables, keyof EntryViews>;

/** Every table that a rebuild must bring back with equal rows, with the column that orders it. */
export const TABLE_ORDER: Readonly<Record<TableName, string>> = {
  cursor: 'id',
  chat: 'id',
  person: 'id',
  identifier: 'digest, person, seq',
  import: 'id',
  entry: 'seq',
  vouch: 'import, seq',
  other: 'seq',
  object: 'name, seq',
  quarantine: 'seq',
  erasure: '"order"',
  erased: 'first, "order"',
};

/** Forward-only statements; the first makes an empty file ready. */
export const PROJECTION_MIGRATIONS: readonly string[] = [
  `
  create table cursor (id integer primary key, next integer not null) strict;
  insert into cursor (id, next) values (1, 0);
  create table chat (id integer primary key, peer integer not null, title blob not null) strict;
  create index chat_title on chat (title);
  create table person (id integer primary key, chat integer not null, me integer not null) strict;
  create table identifier (digest blob not null, person integer not null, seq integer not null,
    primary key (digest, person, seq)) strict, without rowid;
  create index identifier_person on identifier (person);
  create table import (id integer primary key, chat integer not null, file blob not null, state integer not null,
    by integer not null, erase_from integer not null) strict;
  create index import_file on import (file);
  create table entry (seq integer primary key, chat integer not null, person integer not null, at integer not null,
    kind integer not null, import integer not null, line integer not null, of integer not null) strict;
  create index entry_time on entry (chat, at, import, line);
  create index entry_of on entry (of) where of <> 0;
  create table vouch (import integer not null, seq integer not null, primary key (import, seq)) strict, without rowid;
  create index vouch_seq on vouch (seq);
  create table other (seq integer primary key, kind text not null, import integer not null, of integer not null) strict;
  create index other_import on other (import) where import <> 0;
  create index other_of on other (of) where of <> 0;

  create table object (name text not null, seq integer not null, primary key (name, seq)) strict, without rowid;
  create table quarantine (seq integer primary key, file blob not null, released integer not null) strict;
  create table erasure ("order" integer primary key, done integer not null) strict;
  create table erased (first integer not null, count integer not null, "order" integer not null,
    primary key (first, "order")) strict, without rowid;
  ${standing('shown', 'state = 1')}
  ${standing('held', 'state <> 2')}
  `,
];

/** A view of the entries that some import in the given state brought or vouches for. */
function standing(name: keyof EntryViews, state: string): string {
  return `create view ${name} as select e.seq, e.chat, e.person, e.at, e.kind, e.import, e.line, e.of from entry e
    where exists (select 1 from import i where i.id = e.import and i.${state})
      or exists (select 1 from vouch v join import i on i.id = v.import where v.seq = e.seq and i.${state});`;
}

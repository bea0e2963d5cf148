// The tables of the projections: references (seq), structure and times, never content. They may be dropped and folded
// again from the ledger at any time with equal rows. One interface a table, and the statements that make them.

import type { EntryKind } from '../records/conversation.ts';
import { ACT_MIGRATION, ACT_TABLE_ORDER, type ActTables } from './tables/act-tables.ts';
import { BUSINESS_MIGRATION, BUSINESS_TABLE_ORDER, type BusinessTables } from './tables/business-tables.ts';
import { PLATFORM_MIGRATION, PLATFORM_TABLE_ORDER, type PlatformTables } from './tables/platform-tables.ts';
import { WORK_MIGRATION, WORK_TABLE_ORDER, type WorkTables } from './tables/work-tables.ts';

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

/** Up to 256 entries of a chat, neighbours in the order (at, import, line, seq); spans of a chat do not overlap. */
export interface SpanTable {
  /** Given by the fold; says nothing about the order. */
  readonly id: number;
  readonly chat: number;
  /** Where the first entry stands: its wall time in seconds as if UTC, its import, its line, its seq. */
  readonly at: number;
  readonly import: number;
  readonly line: number;
  readonly seq: number;
  /** Wall time of the last entry. */
  readonly last: number;
  /** The lowest and the highest seq of its entries. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** The entries as columns, see `tables/span-bytes.ts`. */
  readonly entries: Uint8Array;
}

/** Chat and import of the entries among 256 seqs in a row. */
export interface PlaceTable {
  /** The first of the seqs, divided by 256. */
  readonly block: number;
  /** See `tables/place-bytes.ts`. */
  readonly runs: Uint8Array;
}

/** A new version of an entry; it stands in a span too. */
export interface VersionTable {
  readonly seq: number;
  readonly of: number;
}

/** How many entries there are of each kind; what is listed is counted here. */
export interface TallyTable {
  readonly chat: number;
  readonly import: number;
  /** 0 for none. */
  readonly person: number;
  /** 0 message, 1 system, 2 call, 3 deleted. */
  readonly kind: number;
  /** 1 where they are versions of other entries. */
  readonly version: number;
  readonly count: number;
}

/** An import also brought entries that another had brought before. */
export interface VouchTable {
  readonly import: number;
  /** The first of 256 seqs in a row, divided by 256. */
  readonly block: number;
  /** A bit for each of the seqs, see `tables/vouch-bits.ts`. */
  readonly bits: Uint8Array;
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

export interface Tables extends ActTables, PlatformTables, WorkTables, BusinessTables {
  readonly cursor: CursorTable;
  readonly chat: ChatTable;
  readonly person: PersonTable;
  readonly identifier: IdentifierTable;
  readonly import: ImportTable;
  readonly span: SpanTable;
  readonly place: PlaceTable;
  readonly version: VersionTable;
  readonly tally: TallyTable;
  readonly vouch: VouchTable;
  readonly other: OtherTable;
  readonly object: ObjectTable;
  readonly quarantine: QuarantineTable;
  readonly erasure: ErasureTable;
  readonly erased: ErasedTable;
}

export type TableName = keyof Tables;

/**
 * Every table that a rebuild must bring back with equal rows, with the columns that order it. Where the entries of a chat are
 * parted into spans depends on how they came: they are compared one by one.
 */
export const TABLE_ORDER: Readonly<Record<Exclude<TableName, 'span'>, string>> = {
  cursor: 'id',
  chat: 'id',
  person: 'id',
  identifier: 'digest, person, seq',
  import: 'id',
  place: 'block',
  version: 'seq',
  tally: 'chat, import, person, kind, version',
  vouch: 'import, block',
  other: 'seq',
  object: 'name, seq',
  quarantine: 'seq',
  erasure: '"order"',
  erased: 'first, "order"',
  ...PLATFORM_TABLE_ORDER,
  ...ACT_TABLE_ORDER,
  ...WORK_TABLE_ORDER,
  ...BUSINESS_TABLE_ORDER,
};

/** Forward-only statements; the first makes an empty file ready. */
export const PROJECTION_MIGRATIONS: readonly string[] = [
  `
  create table cursor (id integer primary key, next integer not null) strict;
  insert into cursor (id, next) values (1, 0);
  create table chat (id integer primary key, peer integer not null, title blob not null) strict;
  create index chat_title on chat (title);
  create index chat_peer on chat (peer) where peer <> 0;
  create table person (id integer primary key, chat integer not null, me integer not null) strict;
  create table identifier (digest blob not null, person integer not null, seq integer not null,
    primary key (digest, person, seq)) strict, without rowid;
  create index identifier_person on identifier (person);
  create index identifier_seq on identifier (seq);
  create table import (id integer primary key, chat integer not null, file blob not null, state integer not null,
    by integer not null, erase_from integer not null) strict;
  create index import_file on import (file);
  create index import_chat on import (chat);
  create table span (id integer primary key, chat integer not null, at integer not null, import integer not null,
    line integer not null, seq integer not null, last integer not null, low integer not null, high integer not null,
    count integer not null, entries blob not null) strict;
  create index span_place on span (chat, at, import, line, seq, last);
  create index span_last on span (last, chat);
  create table place (block integer primary key, runs blob not null) strict;
  create table version (seq integer primary key, of integer not null) strict;
  create index version_of on version (of);
  create table tally (chat integer not null, import integer not null, person integer not null, kind integer not null,
    version integer not null, count integer not null, primary key (chat, import, person, kind, version)) strict, without rowid;
  create index tally_person on tally (person);
  create table vouch (import integer not null, block integer not null, bits blob not null,
    primary key (import, block)) strict, without rowid;
  create index vouch_block on vouch (block);
  create table other (seq integer primary key, kind text not null, import integer not null, of integer not null) strict;
  create index other_import on other (import) where import <> 0;
  create index other_of on other (of) where of <> 0;
  create table object (name text not null, seq integer not null, primary key (name, seq)) strict, without rowid;
  create index object_seq on object (seq);
  create table quarantine (seq integer primary key, file blob not null, released integer not null) strict;
  create table erasure ("order" integer primary key, done integer not null) strict;
  create table erased (first integer not null, count integer not null, "order" integer not null,
    primary key (first, "order")) strict, without rowid;
  `,
  PLATFORM_MIGRATION,
  ACT_MIGRATION,
  WORK_MIGRATION,
  BUSINESS_MIGRATION,
];

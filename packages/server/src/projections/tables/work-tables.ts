// The tables of the work at conversations. Like every table: references, numbers and times, never content. Each row names the
// record that made it, so that an erasure of the record takes the row along.

/** Every act and note, for what changed since a seq. */
export interface WorkTable {
  readonly seq: number;
  readonly chat: number;
  /** 1 for a note. */
  readonly note: number;
}

/** Who has a conversation; no row: nobody. */
export interface AssignedTable {
  readonly chat: number;
  readonly seq: number;
  /** Account id; empty for none. */
  readonly assignee: string;
  /** Empty for none. */
  readonly team: string;
}

/** Closed conversations; the other side opens one by writing. */
export interface ClosedTable {
  readonly chat: number;
  readonly seq: number;
}

export interface SnoozedTable {
  readonly chat: number;
  readonly seq: number;
  /** Seconds since 1970. */
  readonly until: number;
}

/** Labels that are on. */
export interface LabelledTable {
  readonly chat: number;
  readonly label: number;
  readonly seq: number;
}

/** How far somebody has read. */
export interface ReadUpToTable {
  readonly chat: number;
  readonly member: string;
  readonly seq: number;
  readonly up_to: number;
  /** 1 where they marked it as unread. */
  readonly unread: number;
}

/** Who is called in a note. */
export interface MentionTable {
  readonly seq: number;
  readonly member: string;
}

/** Labels, canned replies and settings: the record that says them now. */
export interface DefinedTable {
  /** Seq of the first record of it. */
  readonly id: number;
  readonly kind: string;
  readonly by: number;
  readonly removed: number;
}

export interface WorkTables {
  readonly work: WorkTable;
  readonly assigned: AssignedTable;
  readonly closed: ClosedTable;
  readonly snoozed: SnoozedTable;
  readonly labelled: LabelledTable;
  readonly read_up_to: ReadUpToTable;
  readonly mention: MentionTable;
  readonly defined: DefinedTable;
}

/** The columns that order each table. */
export const WORK_TABLE_ORDER: Readonly<Record<keyof WorkTables, string>> = {
  work: 'seq',
  assigned: 'chat',
  closed: 'chat',
  snoozed: 'chat',
  labelled: 'chat, label',
  read_up_to: 'chat, member',
  mention: 'seq, member',
  defined: 'id',
};

export const WORK_MIGRATION: string = `
  create table work (seq integer primary key, chat integer not null, note integer not null) strict;
  create index work_chat on work (chat, note, seq);
  create table assigned (chat integer primary key, seq integer not null, assignee text not null, team text not null) strict;
  create index assigned_seq on assigned (seq);
  create table closed (chat integer primary key, seq integer not null) strict;
  create index closed_seq on closed (seq);
  create table snoozed (chat integer primary key, seq integer not null, until integer not null) strict;
  create index snoozed_seq on snoozed (seq);
  create table labelled (chat integer not null, label integer not null, seq integer not null,
    primary key (chat, label)) strict, without rowid;
  create index labelled_seq on labelled (seq);
  create table read_up_to (chat integer not null, member text not null, seq integer not null, up_to integer not null,
    unread integer not null, primary key (chat, member)) strict, without rowid;
  create index read_up_to_seq on read_up_to (seq);
  create table mention (seq integer not null, member text not null, primary key (seq, member)) strict, without rowid;
  create table defined (id integer primary key, kind text not null, by integer not null, removed integer not null) strict;
  `;

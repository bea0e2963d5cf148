// The tables of who did what, and of how the ledger grew. Like every table: references, numbers and times, never content.

/** A record that says who did something: every audit record, and every record that names who decided it. */
export interface ActTable {
  readonly seq: number;
  /** Seconds since 1970. */
  readonly at: number;
  /** `user:<id>`, `api-key:<id>`, `system:<name>`. */
  readonly actor: string;
  /** The command, or the kind of record. */
  readonly did: string;
  /** Place in ACT_OUTCOMES. */
  readonly outcome: number;
}

/** How far the ledger reached at the end of an hour. */
export interface GrowthTable {
  /** Hours since 1970. */
  readonly hour: number;
  /** The seq after the last record of that hour. */
  readonly next: number;
}

export const ACT_OUTCOMES = ['done', 'refused', 'failed'] as const;

export interface ActTables {
  readonly act: ActTable;
  readonly growth: GrowthTable;
}

/** The columns that order each table. */
export const ACT_TABLE_ORDER: Readonly<Record<keyof ActTables, string>> = { act: 'seq', growth: 'hour' };

export const ACT_MIGRATION: string = `
  create table act (seq integer primary key, at integer not null, actor text not null, did text not null,
    outcome integer not null) strict;
  create index act_actor on act (actor, seq);
  create index act_did on act (did, seq);
  create index act_outcome on act (outcome, seq) where outcome > 0;
  create table growth (hour integer primary key, next integer not null) strict;
  `;

// The tables of what the business keeps of people. Like every table: references and numbers, never content.

/** Versions of fields of people; the newest of a person and field is what it says now. */
export interface PersonFieldTable {
  readonly seq: number;
  readonly person: number;
  /** `name`, `tags`, `note`, or the id of a field that the owner defined. */
  readonly field: string;
}

/** Fields that the owner defined, every version; the newest of a field is what it asks now. */
export interface FieldRuleTable {
  readonly seq: number;
  /** Seq of its first version. */
  readonly field: number;
  readonly removed: number;
}

/** Two who were looked at and are not the same. */
export interface ApartTable {
  readonly seq: number;
  readonly person: number;
  readonly other: number;
}

export interface BusinessTables {
  readonly person_field: PersonFieldTable;
  readonly field_rule: FieldRuleTable;
  readonly apart: ApartTable;
}

/** The columns that order each table. */
export const BUSINESS_TABLE_ORDER: Readonly<Record<keyof BusinessTables, string>> = {
  person_field: 'seq',
  field_rule: 'seq',
  apart: 'seq',
};

export const BUSINESS_MIGRATION: string = `
  create table person_field (seq integer primary key, person integer not null, field text not null) strict;
  create index person_field_person on person_field (person);
  create index person_field_field on person_field (field, person);
  create table field_rule (seq integer primary key, field integer not null, removed integer not null) strict;
  create table apart (seq integer primary key, person integer not null, other integer not null) strict;
  `;

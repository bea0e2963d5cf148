// What the business keeps of people: which fields there are and what each asks, what a person's say now, and every version of them.
// Whoever was taken for somebody brings their versions along; the newest counts.

import { type PersonFieldBreak, type PersonFieldRule, personFieldBreak } from '@acta/policy';
import { toFullPower } from '../projections/tables/query-lists.ts';
import type { FieldRuleRecord, PersonFieldRecord } from '../records/business.ts';
import type { ViewParts } from './conversation.ts';
import { type Merges, mergesOf } from './merges.ts';

/** The fields that everybody has. */
const USUAL_FIELDS: Readonly<Record<string, PersonFieldRule & { readonly many?: number }>> = {
  name: { type: 'text', least: 1, most: 200 },
  tags: { type: 'text', least: 1, most: 40, many: 30 },
  note: { type: 'text', least: 1, most: 4_000 },
};

/** A field, and what it asks. */
export interface FieldDefinition {
  readonly key: string;
  /** As the owner called it; absent of the usual ones. */
  readonly title?: string;
  readonly rule: PersonFieldRule;
  readonly example?: string;
  /** How many values it takes. */
  readonly many: number;
  /** The record that defined it last, and by whom. */
  readonly seq?: number;
  readonly actor?: string;
  readonly at?: string;
}

/** Fields in use: the usual ones, then those of the owner in the order in which they were made. */
export async function fieldDefinitions({ db, reader }: ViewParts): Promise<FieldDefinition[]> {
  const rows = await db.selectFrom('field_rule').select(['seq', 'field', 'removed']).orderBy('seq').execute();
  const newest = new Map(rows.map((row) => [row.field, row]));
  const standing = [...newest.values()].filter(({ removed }) => removed === 0);
  const records = await reader.records(standing.map(({ seq }) => seq));
  const usual = Object.entries(USUAL_FIELDS).map(([key, { many = 1, ...rule }]) => ({ key, rule, many }));
  const owned = standing.flatMap(({ field, seq }) => {
    const record = records.get(seq);
    return record?.kind === 'field-rule' ? [definitionOf(String(field), seq, record)] : [];
  });
  return [...usual, ...owned];
}

function definitionOf(key: string, seq: number, record: FieldRuleRecord): FieldDefinition {
  const { actor, example, recordedAt, title } = record;
  return {
    key,
    title,
    rule: ruleOf(record),
    ...(example === undefined ? {} : { example }),
    many: 1,
    seq,
    actor,
    at: recordedAt,
  };
}

/** What a definition asks of a value. */
export function ruleOf(record: Omit<PersonFieldRule, 'example'>): PersonFieldRule {
  const { choices, least, most, pattern, template, type } = record;
  return {
    type,
    ...(choices === undefined ? {} : { choices }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(template === undefined ? {} : { template }),
  };
}

/** A version of a field of a person. */
export interface FieldVersion {
  readonly seq: number;
  readonly record: PersonFieldRecord;
}

/** Every version of every field of this person, oldest first. */
export async function fieldVersions(parts: ViewParts, person: number): Promise<FieldVersion[]> {
  const people = (await mergesOf(parts.db)).all(person);
  const rows = await parts.db
    .selectFrom('person_field')
    .select('seq')
    .where('person', 'in', people)
    .orderBy('seq')
    .execute();
  return versionsAt(
    parts,
    rows.map(({ seq }) => seq),
  );
}

async function versionsAt({ reader }: ViewParts, seqs: readonly number[]): Promise<FieldVersion[]> {
  const records = await reader.records(seqs);
  return seqs.flatMap((seq) => {
    const record = records.get(seq);
    return record?.kind === 'person-field' ? [{ seq, record }] : [];
  });
}

/** What fields say now, of many people at once: by person, then by field. Merges are read where they are not `known`. */
export async function fieldsNow(
  parts: ViewParts,
  people: readonly number[],
  only?: readonly string[],
  known?: Merges,
): Promise<ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>> {
  const merges = known ?? (await mergesOf(parts.db));
  const members = [...new Set(people.flatMap((person) => merges.all(person)))];
  const newest = new Map<string, { readonly person: number; readonly field: string; readonly seq: number }>();
  for (let at = 0; at < members.length; at += IN_ONE_QUERY) {
    const rows = await parts.db
      .selectFrom('person_field')
      .select(['seq', 'person', 'field'])
      .where('person', 'in', toFullPower(members.slice(at, at + IN_ONE_QUERY)))
      .$if(only !== undefined, (query) => query.where('field', 'in', only ?? []))
      .execute();
    for (const { field, person, seq } of rows) {
      const one = merges.one(person);
      const newer = newest.get(`${one}/${field}`);
      if (newer === undefined || newer.seq < seq) newest.set(`${one}/${field}`, { person: one, field, seq });
    }
  }
  const records = await parts.reader.records([...newest.values()].map(({ seq }) => seq));
  const found = new Map<number, Map<string, readonly string[]>>();
  for (const { field, person, seq } of newest.values()) {
    const record = records.get(seq);
    if (record?.kind !== 'person-field' || record.values.length === 0) continue;
    const fields = found.get(person) ?? new Map<string, readonly string[]>();
    found.set(person, fields.set(field, record.values));
  }
  return found;
}

const IN_ONE_QUERY = 500;

/** A value that would not keep a rule. */
export interface FailingValue {
  readonly person: number;
  readonly value: string;
  readonly broken: PersonFieldBreak;
}

/** Of all values that this field has now, those that would not keep the rule; at most `limit`, and how many there are. */
export async function failingValues(
  parts: ViewParts,
  { field, limit, rule }: { readonly field: string; readonly rule: PersonFieldRule; readonly limit: number },
): Promise<{ readonly count: number; readonly values: readonly FailingValue[] }> {
  const rows = await parts.db
    .selectFrom('person_field')
    .select('person')
    .distinct()
    .where('field', '=', field)
    .orderBy('person')
    .execute();
  const merges = await mergesOf(parts.db);
  const people = [...new Set(rows.map(({ person }) => merges.one(person)))];
  const found: FailingValue[] = [];
  for (const [person, fields] of await fieldsNow(parts, people, [field])) {
    for (const value of fields.get(field) ?? []) {
      const broken = personFieldBreak(rule, value);
      if (broken !== undefined) found.push({ person, value, broken });
    }
  }
  return { count: found.length, values: found.slice(0, limit) };
}

// What changed about a person, who changed it and when, newest first: fields, names and numbers that came to be known, merges and
// splits, wishes. Every line is a record, so that each has a proof.

import type { PreferenceRecord } from '../records/platform.ts';
import type { LedgerRecord } from '../records/record.ts';
import type { ViewParts } from './conversation.ts';
import { mergesOf } from './merges.ts';
import { evidenceOf } from './person-evidence.ts';
import { fieldVersions } from './person-fields.ts';

interface Line {
  readonly seq: number;
  /** Absent where it is not on record. */
  readonly at?: string;
  readonly actor?: string;
}

export interface FieldLine extends Line {
  readonly kind: 'field';
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** From 1, of this field. */
  readonly version: number;
  /** The number of the version whose values these are again. */
  readonly rolledBackTo?: number;
}

export interface KnownLine extends Line {
  readonly kind: 'known';
  readonly values: readonly string[];
  readonly source: 'export' | 'webhook';
}

export interface JoinLine extends Line {
  readonly kind: 'merge' | 'split' | 'apart';
  /** The other person. */
  readonly other: number;
  readonly reason?: string;
  /** Of a merge that holds. */
  readonly merge?: number;
}

export interface WishLine extends Line {
  readonly kind: 'wish';
  readonly category: string;
  readonly value: string;
  /** The message that said it. */
  readonly of?: number;
}

export type HistoryLine = FieldLine | KnownLine | JoinLine | WishLine;

/** The history of a person with whoever was taken for them. */
export async function personHistory(parts: ViewParts, person: number): Promise<HistoryLine[]> {
  const people = (await mergesOf(parts.db)).all(person);
  const lines: HistoryLine[] = [
    ...(await fieldLines(parts, person)),
    ...(await knownLines(parts, people)),
    ...(await joinLines(parts, people)),
    ...(await wishLines(parts, people)),
  ];
  return lines.sort((one, other) => other.seq - one.seq);
}

async function fieldLines(parts: ViewParts, person: number): Promise<FieldLine[]> {
  const said = new Map<string, readonly string[]>();
  const counts = new Map<string, number>();
  const numbers = new Map<number, number>();
  return (await fieldVersions(parts, person)).map(({ record, seq }) => {
    const { actor, field, recordedAt, rolledBackTo, values } = record;
    const version = (counts.get(field) ?? 0) + 1;
    const before = said.get(field) ?? [];
    counts.set(field, version);
    numbers.set(seq, version);
    said.set(field, values);
    const again = rolledBackTo === undefined ? undefined : numbers.get(rolledBackTo);
    return {
      seq,
      at: recordedAt,
      actor,
      kind: 'field',
      field,
      before,
      after: values,
      version,
      ...(again === undefined ? {} : { rolledBackTo: again }),
    };
  });
}

async function knownLines(parts: ViewParts, people: readonly number[]): Promise<KnownLine[]> {
  const rows = await parts.db.selectFrom('identifier').select('seq').distinct().where('person', 'in', people).execute();
  const seqs = rows.map(({ seq }) => seq);
  const evidence = await evidenceOf(parts, seqs);
  return [...(await parts.reader.records(seqs))].flatMap(([seq, record]) => {
    const values = namesIn(record);
    const { at, source = 'export' } = evidence.get(seq) ?? {};
    return values.length === 0 ? [] : [{ seq, kind: 'known', values, source, ...(at === undefined ? {} : { at }) }];
  });
}

function namesIn(record: LedgerRecord): string[] {
  if (record.kind !== 'person' && record.kind !== 'alias') return [];
  const { bsuid, name, phone, username, waId } = record;
  const known = [name, phone ?? waId, bsuid, username].flatMap((value) =>
    value === undefined || value === '' ? [] : [value],
  );
  return [...new Set(known)];
}

async function joinLines({ db, reader }: ViewParts, people: readonly number[]): Promise<JoinLine[]> {
  const merges = await db
    .selectFrom('merge')
    .select(['seq', 'person', 'into', 'split'])
    .where(({ eb, or }) => or([eb('person', 'in', people), eb('into', 'in', people)]))
    .execute();
  const apart = await db
    .selectFrom('apart')
    .select(['seq', 'person', 'other'])
    .where(({ eb, or }) => or([eb('person', 'in', people), eb('other', 'in', people)]))
    .execute();
  const [one = 0] = people;
  const records = await reader.records([...merges.flatMap(({ seq, split }) => [seq, split]), ...seqsOf(apart)]);
  const lines: JoinLine[] = [];
  for (const { into, person, seq, split } of merges) {
    const other = person === one ? into : person;
    lines.push(...joined(records.get(seq), { seq, kind: 'merge', other, ...(split === 0 ? { merge: seq } : {}) }));
    if (split !== 0) lines.push(...joined(records.get(split), { seq: split, kind: 'split', other }));
  }
  for (const { other, person, seq } of apart)
    lines.push(...joined(records.get(seq), { seq, kind: 'apart', other: people.includes(person) ? other : person }));
  return lines;
}

function joined(record: LedgerRecord | undefined, line: JoinLine): JoinLine[] {
  if (record?.kind !== 'merge' && record?.kind !== 'split' && record?.kind !== 'person-apart') return [];
  const reason = record.kind === 'person-apart' ? undefined : record.reason;
  const said = reason === undefined ? {} : { reason };
  return [{ ...line, at: record.recordedAt, actor: record.actor, ...said }];
}

async function wishLines({ db, reader }: ViewParts, people: readonly number[]): Promise<WishLine[]> {
  const rows = await db.selectFrom('preference').select('seq').where('person', 'in', people).execute();
  const records = await reader.records(seqsOf(rows));
  const isWish = (entry: [number, LedgerRecord]): entry is [number, PreferenceRecord] => entry[1].kind === 'preference';
  return [...records].filter(isWish).map(([seq, { at, category, of, value }]) => ({
    seq,
    at: at.endsWith('Z') ? at : `${at}Z`,
    kind: 'wish',
    category,
    value,
    ...(of === undefined ? {} : { of }),
  }));
}

function seqsOf(rows: readonly { readonly seq: number }[]): number[] {
  return rows.map(({ seq }) => seq);
}

// What an erasure will take, worked out before anything is ordered: keys, entries, objects, and the digests under which
// what was erased stays away. It reads only; the order that follows is complete in itself.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { Tables } from '../projections/tables.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { isEntry } from '../records/conversation.ts';
import { normaliseText } from '../records/normalise.ts';
import { pairsOf, runsOf, seqsOfRuns } from '../records/runs.ts';
import { entrySuppression, fileSuppression, personSuppressions, titleSuppression } from '../records/suppression.ts';
import type { RecordReader } from '../store/record-reader.ts';

/** What is to be erased. */
export type ErasureTarget =
  | { readonly scope: 'person'; readonly ids: readonly number[] }
  | { readonly scope: 'chat'; readonly ids: readonly number[] }
  | { readonly scope: 'entries'; readonly ids: readonly number[] }
  | { readonly scope: 'withdrawal'; readonly ids: readonly number[] };

export interface ErasurePlan {
  readonly target: ErasureTarget;
  readonly whole: readonly number[];
  readonly replaced: readonly number[];
  /** Runs of every entry that goes. */
  readonly seqs: readonly number[];
  readonly objects: readonly string[];
  readonly suppress: readonly Uint8Array[];
}

/** What planning reads. */
export interface PlanningParts {
  readonly db: ReadonlyKysely<Tables>;
  readonly reader: RecordReader;
  readonly blind: BlindIndex;
  readonly keysOfSubject: (person: number) => readonly { readonly id: number }[];
  readonly keysOfConversation: (chat: number) => readonly { readonly id: number }[];
  /** Every entry under these keys, as sorted seqs. */
  readonly entriesUnder: (keys: ReadonlySet<number>) => Promise<number[]>;
  /** Keys of these runs' entries under which others stay. */
  readonly keysToReplace: (seqs: readonly number[], whole: ReadonlySet<number>) => Promise<number[]>;
}

/** Works out what the target takes. An empty plan means that nothing is held. */
export async function planErasure(parts: PlanningParts, target: ErasureTarget): Promise<ErasurePlan> {
  switch (target.scope) {
    case 'person':
      return planKeys(
        parts,
        target,
        target.ids.flatMap((id) => parts.keysOfSubject(id)),
      );
    case 'chat':
      return planKeys(
        parts,
        target,
        target.ids.flatMap((id) => parts.keysOfConversation(id)),
      );
    case 'entries':
      return planEntries(parts, target, await withCompanions(parts.db, target.ids));
    case 'withdrawal':
      return planWithdrawal(parts, target);
  }
}

async function planKeys(
  parts: PlanningParts,
  target: ErasureTarget,
  keys: readonly { readonly id: number }[],
): Promise<ErasurePlan> {
  const whole = [...new Set(keys.map(({ id }) => id))].sort((a, b) => a - b);
  const seqs = runsOf(await parts.entriesUnder(new Set(whole)));
  const suppress = await suppressions(parts, target, seqs);
  return { target, whole, replaced: [], seqs, objects: await objectsIn(parts.db, seqs), suppress };
}

async function planEntries(parts: PlanningParts, target: ErasureTarget, list: readonly number[]): Promise<ErasurePlan> {
  const seqs = runsOf(list);
  const replaced = await parts.keysToReplace(seqs, new Set());
  const suppress = target.scope === 'entries' ? await suppressions(parts, target, seqs) : [];
  return { target, whole: [], replaced, seqs, objects: await objectsIn(parts.db, seqs), suppress };
}

/** What only this import brought. A conversation that then holds nothing goes with it. */
async function planWithdrawal(parts: PlanningParts, target: ErasureTarget): Promise<ErasurePlan> {
  const { db } = parts;
  const [importId = 0] = target.ids;
  const chat = await db.selectFrom('import').select('chat').where('id', '=', importId).executeTakeFirst();
  if (chat === undefined) return { target, whole: [], replaced: [], seqs: [], objects: [], suppress: [] };
  const others = await db
    .selectFrom('import')
    .select('id')
    .where('chat', '=', chat.chat)
    .where('id', '<>', importId)
    .limit(1)
    .executeTakeFirst();
  if (others === undefined) {
    const plan = await planKeys(parts, { scope: 'chat', ids: [chat.chat] }, parts.keysOfConversation(chat.chat));
    return { ...plan, target, suppress: [] };
  }
  const entries = await db
    .selectFrom('entry')
    .select('seq')
    .where('import', '=', importId)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('vouch')
            .innerJoin('import', 'import.id', 'vouch.import')
            .select('vouch.seq')
            .whereRef('vouch.seq', '=', 'entry.seq')
            .where('import.id', '<>', importId)
            .where('import.state', '<>', 2),
        ),
      ),
    )
    .execute();
  const rest = await db.selectFrom('other').select('seq').where('import', '=', importId).execute();
  return planEntries(
    parts,
    target,
    [...entries, ...rest].map(({ seq }) => seq).sort((a, b) => a - b),
  );
}

/** An entry goes with its versions and with every other writing of it. */
async function withCompanions(db: ReadonlyKysely<Tables>, ids: readonly number[]): Promise<number[]> {
  const named = await db
    .selectFrom('entry')
    .select(['seq', 'of'])
    .where('seq', 'in', [...ids])
    .execute();
  const roots = [...new Set(named.map(({ of, seq }) => (of === 0 ? seq : of)))];
  if (roots.length === 0) return [];
  const versions = await db.selectFrom('entry').select('seq').where('of', 'in', roots).execute();
  const all = [...roots, ...versions.map(({ seq }) => seq)];
  const pieces = await db.selectFrom('other').select('seq').where('of', 'in', all).execute();
  return [...new Set([...all, ...pieces.map(({ seq }) => seq)])].sort((a, b) => a - b);
}

async function objectsIn(db: ReadonlyKysely<Tables>, seqs: readonly number[]): Promise<string[]> {
  const names = new Set<string>();
  for (const [first, count] of pairsOf(seqs)) {
    const rows = await db
      .selectFrom('object')
      .select('name')
      .where('seq', '>=', first)
      .where('seq', '<', first + count)
      .execute();
    for (const { name } of rows) names.add(name);
  }
  return [...names].sort();
}

/** Digests that keep what is erased away: names in their conversations, numbers, titles, files, single entries. */
async function suppressions(
  parts: PlanningParts,
  target: ErasureTarget,
  seqs: readonly number[],
): Promise<Uint8Array[]> {
  const found = new Map<string, Uint8Array>();
  const keep = (...hashes: Uint8Array[]): void => {
    for (const hash of hashes) found.set(Buffer.from(hash).toString('hex'), hash);
  };
  if (target.scope === 'entries') {
    for (const [seq, record] of await parts.reader.records([...seqsOfRuns(seqs)])) {
      if (seq === 0 || !isEntry(record)) continue;
      const title = await titleOf(parts.reader, record.chat);
      const text = normaliseText(record.text, record.media?.name ?? '');
      keep(entrySuppression(parts.blind, { title, at: record.at, author: record.author, text }));
    }
    return [...found.values()];
  }
  const rows = await otherRows(parts.db, seqs);
  for (const [, record] of await parts.reader.records(rows)) {
    if (record.kind === 'import') keep(fileSuppression(parts.blind, record.sha256));
    else if (record.kind === 'conversation' && target.scope === 'chat')
      keep(titleSuppression(parts.blind, record.title));
  }
  if (target.scope === 'person') for (const hash of await peopleSuppressions(parts, target.ids)) keep(hash);
  return [...found.values()];
}

async function otherRows(db: ReadonlyKysely<Tables>, seqs: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const [first, count] of pairsOf(seqs)) {
    const rows = await db
      .selectFrom('other')
      .select('seq')
      .where('seq', '>=', first)
      .where('seq', '<', first + count)
      .where('kind', 'in', ['import', 'conversation'])
      .execute();
    found.push(...rows.map(({ seq }) => seq));
  }
  return found;
}

/** Every name of the people in the title of every conversation they wrote in or are the other side of. */
async function peopleSuppressions(parts: PlanningParts, people: readonly number[]): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (const person of people) {
    const names = await namesOf(parts, person);
    for (const chat of await chatsOf(parts.db, person)) {
      const title = await titleOf(parts.reader, chat);
      for (const name of names) hashes.push(...personSuppressions(parts.blind, title, name));
    }
  }
  return hashes;
}

async function namesOf({ db, reader }: PlanningParts, person: number): Promise<string[]> {
  const said = await db.selectFrom('identifier').select('seq').distinct().where('person', '=', person).execute();
  const records = await reader.records(said.map(({ seq }) => seq));
  const names = [...records.values()].flatMap((record) => {
    if (record.kind !== 'person' && record.kind !== 'alias') return [];
    return [record.name, record.phone].filter((name) => name !== undefined);
  });
  return [...new Set(names)];
}

async function chatsOf(db: ReadonlyKysely<Tables>, person: number): Promise<number[]> {
  const wrote = await db.selectFrom('entry').select('chat').distinct().where('person', '=', person).execute();
  const faced = await db.selectFrom('chat').select('id as chat').where('peer', '=', person).execute();
  return [...new Set([...wrote, ...faced].map(({ chat }) => chat))];
}

async function titleOf(reader: RecordReader, chat: number): Promise<string> {
  const record = await reader.record(chat);
  return record?.kind === 'conversation' ? record.title : '';
}

// What stands beside an entry of a channel: how far it got, the reactions on it, its media, the rules it does not keep. States
// never go back, in whatever order the platform told of them; every event stays on record.

import type { ReadonlyKysely } from 'kysely/readonly';
import { INTENT_STATES, LINK_REACTION, STATUS_STATES } from '../projections/tables/platform-tables.ts';
import type { Tables } from '../projections/tables.ts';
import { digestKey } from '../records/blind-index.ts';
import type { MediaRecord, OutcomeRecord } from '../records/platform.ts';
import { wallText } from '../records/wall-time.ts';
import type { ViewParts } from './conversation.ts';

/** How far a message got. */
export interface MessageState {
  readonly state: string;
  /** UTC wall times of what was told. */
  readonly times: Readonly<Record<string, string>>;
  /** The platform's error code, where it failed. */
  readonly code?: number;
}

export interface EntryReaction {
  /** Person; 0 for unknown. */
  readonly person: number;
  readonly emoji: string;
  readonly at: string;
}

export interface EntryMarks {
  readonly state?: MessageState;
  readonly reactions: readonly EntryReaction[];
  readonly media?: MediaRecord;
  /** As `rule@member`. */
  readonly flags: readonly string[];
  /** Of a message that was written here: how far sending it got. */
  readonly intent?: (typeof INTENT_STATES)[number];
  /** What came of sending it, as far as that was told. */
  readonly outcome?: OutcomeRecord;
}

const IN_ONE_QUERY = 500;

/** What stands beside each of these entries; one beside which nothing stands is absent. */
export async function marksOf(parts: ViewParts, seqs: readonly number[]): Promise<ReadonlyMap<number, EntryMarks>> {
  const found = new Map<number, EntryMarks>();
  for (let at = 0; at < seqs.length; at += IN_ONE_QUERY) {
    for (const [seq, marks] of await someMarks(parts, seqs.slice(at, at + IN_ONE_QUERY))) found.set(seq, marks);
  }
  return found;
}

async function someMarks(parts: ViewParts, seqs: readonly number[]): Promise<Map<number, EntryMarks>> {
  const { db } = parts;
  const roots = await tellingsOf(db, seqs);
  const all = [...new Set([...seqs, ...roots.keys()])];
  const carried = await db.selectFrom('wamid').select(['digest', 'seq']).where('seq', 'in', all).execute();
  const wamids = carried.map(({ digest, seq }) => ({ digest, seq: roots.get(seq) ?? seq }));
  const seqsOf = Map.groupBy(wamids, ({ digest }) => digestKey(digest));
  const digests = wamids.map(({ digest }) => digest);
  const states = await statesOf(db, digests);
  const reactions = await reactionsOf(parts, digests);
  const media = await fetchedMedia(parts, all);
  const flags = await db.selectFrom('flag').select(['of', 'rule', 'field']).where('of', 'in', seqs).execute();
  const intents = await db.selectFrom('intent').select(['seq', 'state', 'by']).where('seq', 'in', seqs).execute();
  const outcomes = await parts.reader.records(intents.map(({ by }) => by).filter((by) => by !== 0));
  const found = new Map<number, EntryMarks>();
  const put = (seq: number, more: Partial<EntryMarks>): void => {
    found.set(seq, { reactions: [], flags: [], ...found.get(seq), ...more });
  };
  for (const [digest, state] of states) for (const { seq } of seqsOf.get(digest) ?? []) put(seq, { state });
  for (const [digest, some] of reactions) for (const { seq } of seqsOf.get(digest) ?? []) put(seq, { reactions: some });
  for (const [seq, root] of roots) {
    const record = media.get(seq);
    if (record !== undefined && media.get(root)?.state !== 'present') put(root, { media: record });
  }
  for (const [seq, record] of media) if (found.get(seq)?.media?.state !== 'present') put(seq, { media: record });
  for (const [seq, rows] of Map.groupBy(flags, ({ of }) => of)) {
    put(seq, { flags: rows.map(({ field, rule }) => `${rule}@${field}`).sort() });
  }
  for (const { by, seq, state } of intents) {
    const outcome = outcomes.get(by);
    const told = outcome?.kind === 'outcome' ? { outcome } : {};
    put(seq, { intent: INTENT_STATES[state] ?? 'intended', ...told });
  }
  return found;
}

/** Versions of these entries that carry a message's id themselves, and the entry of each. */
async function tellingsOf(db: ReadonlyKysely<Tables>, seqs: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('wamid', 'wamid.seq', 'version.seq')
    .leftJoin('link', 'link.seq', 'version.seq')
    .select(['version.seq as seq', 'version.of as of'])
    .where('version.of', 'in', seqs)
    // An edit or a revoke has an id of its own, but is no telling of the message.
    .where('link.seq', 'is', null)
    .execute();
  return new Map(rows.map(({ of, seq }) => [seq, of]));
}

/** By key of the wamid's digest. */
async function statesOf(
  db: ReadonlyKysely<Tables>,
  digests: readonly Uint8Array[],
): Promise<ReadonlyMap<string, MessageState>> {
  const rows = await db
    .selectFrom('status')
    .select(['wamid', 'state', 'at', 'code'])
    .where('wamid', 'in', digests)
    .orderBy('state')
    .orderBy('at')
    .execute();
  const found = new Map<string, MessageState>();
  for (const { at, code, state, wamid } of rows) {
    const name = STATUS_STATES[state] ?? '';
    const key = digestKey(wamid);
    const times = found.get(key)?.times ?? {};
    // The earliest of each state; the highest state last.
    const told = { ...times, ...(Object.hasOwn(times, name) || name === '' ? {} : { [name]: wallText(at) }) };
    const failure = code === 0 ? (found.get(key)?.code ?? 0) : code;
    found.set(key, { state: name, times: told, ...(failure === 0 ? {} : { code: failure }) });
  }
  return found;
}

/** By key of the wamid's digest: each person's newest reaction, if it was not taken away. */
async function reactionsOf(
  { db, reader }: ViewParts,
  digests: readonly Uint8Array[],
): Promise<ReadonlyMap<string, readonly EntryReaction[]>> {
  const rows = await db
    .selectFrom('link')
    .select(['seq', 'target', 'person', 'at'])
    .where('target', 'in', digests)
    .where('what', '=', LINK_REACTION)
    .orderBy('at')
    .orderBy('seq')
    .execute();
  const failed = await failedAmong(
    db,
    rows.map(({ seq }) => seq),
  );
  const standing = rows.filter(({ seq }) => !failed.has(seq));
  const newest = new Map(standing.map((row) => [`${digestKey(row.target)}/${row.person}`, row]));
  const records = await reader.records([...newest.values()].map(({ seq }) => seq));
  const found = new Map<string, EntryReaction[]>();
  for (const { at, person, seq, target } of newest.values()) {
    const record = records.get(seq);
    if (record?.kind !== 'reaction' || record.emoji === undefined || record.emoji === '') continue;
    const known = found.get(digestKey(target)) ?? [];
    known.push({ person, emoji: record.emoji, at: wallText(at) });
    found.set(digestKey(target), known);
  }
  return found;
}

/** Those that were to be sent and never went out. */
async function failedAmong(db: ReadonlyKysely<Tables>, seqs: readonly number[]): Promise<ReadonlySet<number>> {
  if (seqs.length === 0) return new Set();
  const rows = await db
    .selectFrom('intent')
    .select('seq')
    .where('seq', 'in', seqs)
    .where('state', 'in', [INTENT_STATES.indexOf('refused'), INTENT_STATES.indexOf('failed')])
    .execute();
  return new Set(rows.map(({ seq }) => seq));
}

/** The newest word on each entry's media; a file that was fetched outlasts a later failure. */
export async function fetchedMedia(
  { db, reader }: ViewParts,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, MediaRecord>> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .selectFrom('media')
    .select(['seq', 'of'])
    .where('of', 'in', seqs)
    .where('present', '<=', 1)
    .orderBy('present')
    .orderBy('seq')
    .execute();
  const newest = new Map(rows.map(({ of, seq }) => [of, seq]));
  const records = await reader.records([...newest.values()]);
  const found = new Map<number, MediaRecord>();
  for (const [of, seq] of newest) {
    const record = records.get(seq);
    if (record?.kind === 'media') found.set(of, record);
  }
  return found;
}

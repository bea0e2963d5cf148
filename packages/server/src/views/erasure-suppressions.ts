// The digests under which what an erasure takes stays away: names in their conversations, numbers, titles, files, single
// entries. Read from the records before they go; a record that cannot be opened any more gives none and stops nothing.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { Tables } from '../projections/tables.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { type EntryRecord, isEntry, saidAt } from '../records/conversation.ts';
import type { ErasureScope } from '../records/governance.ts';
import { phoneOfName } from '../records/identity.ts';
import { normaliseText } from '../records/normalise.ts';
import { membership, pairsOf, seqsOfRuns } from '../records/runs.ts';
import {
  entrySuppression,
  fileSuppression,
  liveEntrySuppression,
  messageSuppression,
  personSuppressions,
  phoneSuppression,
  titleSuppression,
} from '../records/suppression.ts';
import type { RecordReader } from '../store/record-reader.ts';
import { mergesOf } from './merges.ts';
import { titlesEver } from './titles.ts';

const IN_ONE_QUERY = 500;

/** What is read to make the digests. */
export interface SuppressingParts {
  readonly db: ReadonlyKysely<Tables>;
  readonly reader: Pick<RecordReader, 'legible'>;
  readonly blind: BlindIndex;
}

/** What goes, by its ids. */
interface Scoped {
  readonly scope: ErasureScope;
  readonly ids: readonly number[];
}

/** The digests for a target that takes these runs, each once. A withdrawal keeps nothing away: it mends a mistake. */
export async function suppressionsOf(
  parts: SuppressingParts,
  target: Scoped,
  runs: readonly number[],
): Promise<Uint8Array[]> {
  const found = new Map<string, Uint8Array>();
  const hashes = await hashesOf(parts, target, runs);
  const messages = target.scope === 'withdrawal' ? [] : await messageHashes(parts, runs);
  for (const hash of [...hashes, ...messages]) found.set(Buffer.from(hash).toString('hex'), hash);
  return [...found.values()];
}

async function hashesOf(parts: SuppressingParts, target: Scoped, runs: readonly number[]): Promise<Uint8Array[]> {
  switch (target.scope) {
    case 'entries':
      return entryHashes(parts, runs);
    case 'chat':
      return [...(await fileHashes(parts, runs)), ...(await titleHashes(parts, target.ids))];
    case 'person':
      return [...(await fileHashes(parts, runs)), ...(await peopleHashes(parts, target.ids))];
    case 'withdrawal':
      return [];
  }
}

async function entryHashes({ blind, db, reader }: SuppressingParts, runs: readonly number[]): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  const records = [...(await reader.legible([...seqsOfRuns(runs)])).values()].filter(isEntry);
  const titles = await titlesOf(reader, new Set(records.map(({ chat }) => chat)));
  for (const { at, author, chat, media, text } of records) {
    const said = { title: titles.get(chat) ?? '', at, author, text: normaliseText(text, media?.name ?? '') };
    hashes.push(entrySuppression(blind, said));
  }
  const live = records.filter(({ origin }) => origin !== undefined);
  return live.length === 0 ? hashes : [...hashes, ...(await liveEntryHashes({ blind, db }, live))];
}

/** What came through a channel stays away from files too, which show another clock and other names. */
async function liveEntryHashes(
  { blind, db }: Pick<SuppressingParts, 'blind' | 'db'>,
  live: readonly EntryRecord[],
): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('person').select('id').where('me', '=', 1).execute();
  const own = new Set(rows.map(({ id }) => id));
  const merges = await mergesOf(db);
  return live.map((record) => {
    const { chat, from = 0, media, text } = record;
    const speaker = own.has(from) ? ('own' as const) : merges.one(from);
    const minute = Math.floor(saidAt(record) / 60);
    return liveEntrySuppression(blind, { chat, minute, speaker, text: normaliseText(text, media?.name ?? '') });
  });
}

/** What the platform delivered or was given to deliver: it repeats itself for days. */
async function messageHashes({ blind, db }: SuppressingParts, runs: readonly number[]): Promise<Uint8Array[]> {
  const any = await db.selectFrom('wamid').select('seq').limit(1).executeTakeFirst();
  if (any === undefined) return [];
  const hashes: Uint8Array[] = [];
  const seqs = [...seqsOfRuns(runs)];
  for (let at = 0; at < seqs.length; at += IN_ONE_QUERY) {
    const some = seqs.slice(at, at + IN_ONE_QUERY);
    const rows = await db.selectFrom('wamid').select('digest').where('seq', 'in', some).execute();
    hashes.push(...rows.map(({ digest }) => messageSuppression(blind, digest)));
  }
  return hashes;
}

/** Every file that goes with all it brought. */
async function fileHashes({ blind, db, reader }: SuppressingParts, runs: readonly number[]): Promise<Uint8Array[]> {
  const goes = membership(pairsOf(runs));
  const imports = await db.selectFrom('import').select('id').execute();
  const records = await reader.legible(imports.map(({ id }) => id).filter(goes));
  return [...records.values()].flatMap((record) =>
    record.kind === 'import' ? [fileSuppression(blind, record.sha256)] : [],
  );
}

async function titleHashes(parts: SuppressingParts, chats: readonly number[]): Promise<Uint8Array[]> {
  return (await titlesEver(parts, chats)).map((title) => titleSuppression(parts.blind, title));
}

/** Every name of the people in the title of every conversation they wrote in or are the other side of; every number anywhere. */
async function peopleHashes(parts: SuppressingParts, people: readonly number[]): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (const person of people) {
    const names = await namesOf(parts, person);
    const titles = await titlesEver(parts, await chatsOf(parts.db, person));
    for (const name of names) {
      const phone = phoneOfName(name);
      if (phone !== undefined) hashes.push(phoneSuppression(parts.blind, phone));
      for (const title of titles) hashes.push(...personSuppressions(parts.blind, title, name));
    }
  }
  return hashes;
}

async function namesOf({ db, reader }: SuppressingParts, person: number): Promise<string[]> {
  const said = await db.selectFrom('identifier').select('seq').distinct().where('person', '=', person).execute();
  const records = await reader.legible(said.map(({ seq }) => seq));
  const names = [...records.values()].flatMap((record) => {
    if (record.kind !== 'person' && record.kind !== 'alias') return [];
    return [record.name, record.phone].filter((name) => name !== undefined);
  });
  return [...new Set(names)];
}

async function chatsOf(db: ReadonlyKysely<Tables>, person: number): Promise<number[]> {
  const wrote = await db.selectFrom('tally').select('chat').distinct().where('person', '=', person).execute();
  const faced = await db.selectFrom('chat').select('id as chat').where('peer', '=', person).execute();
  return [...wrote, ...faced].map(({ chat }) => chat);
}

async function titlesOf(
  reader: SuppressingParts['reader'],
  chats: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const titles = new Map<number, string>();
  for (const [chat, record] of await reader.legible([...chats])) {
    if (record.kind === 'conversation') titles.set(chat, record.title);
  }
  return titles;
}

// A batch of records parted for folding: the entries as columns of numbers, chat by chat, with the places of their seqs and
// their counts; everything else as it stands. What it makes of entries are plain arrays that can go from thread to thread.

import { type EntryRecord, isEntry, type ObjectRef, saidAt } from '../records/conversation.ts';
import { objectsOf } from '../records/object-refs.ts';
import { inPlace, type Placing, seqOf } from '../records/placing.ts';
import type { DeliveryRecord } from '../records/platform.ts';
import type { FoundBy, PlacedRecord } from '../records/record.ts';
import { chosen, type EntryColumns, emptyColumns, joined, part } from './tables/entry-columns.ts';
import { ENTRY_KINDS } from './tables.ts';

/** Entries of a chat in the order of their seqs. */
export interface ChatEntries {
  readonly chat: number;
  readonly entries: EntryColumns;
}

/** The entries of many chats, chat after chat: few arrays, however many chats, for each array costs on its way to another thread. */
export interface EntriesOfChats {
  readonly chats: readonly number[];
  /** Where the entries of each chat end. */
  readonly ends: readonly number[];
  readonly entries: EntryColumns;
}

export interface EntryBatch {
  readonly said: EntriesOfChats;
  /** Sealed objects by name, with the seq of the record that refers to each. */
  readonly objects: readonly (readonly [name: string, seq: number])[];
  /** What the platform's ids say of the entries that have one. */
  readonly marks: readonly EntryMark[];
  /** Every record that is no entry, in order. */
  readonly others: readonly PlacedRecord[];
}

/** An entry that came through a channel or was written here: by what it is found again, and what it changes. */
export interface EntryMark extends Pick<EntryRecord, 'chat' | 'intent' | 'target' | 'wamid'> {
  readonly seq: number;
  /** What of its digests is known. */
  readonly foundBy?: FoundBy;
  /** Its piece of the delivery, or where that lies; left out where its digest is known. */
  readonly held?: { readonly raw: string; readonly oversize?: ObjectRef };
  readonly person: number;
  readonly at: number;
  /** Its media lies with the platform. */
  readonly isMediaWanted?: true;
}

/** Parts records, which come in the order of their seqs, or with numbers by which they are placed at the end. */
export class EntryGathering {
  private readonly list: EntryList;
  private readonly objects: [string, number][] = [];
  private readonly marks: EntryMark[] = [];
  private readonly others: PlacedRecord[] = [];

  /** The memory is free again when what was placed is taken. */
  constructor(memory: EntryMemory = new EntryMemory()) {
    this.list = new EntryList(memory);
  }

  get isEmpty(): boolean {
    return this.list.isEmpty && this.others.length === 0;
  }

  add(placed: PlacedRecord): void {
    const { foundBy, record, seq } = placed;
    for (const { object } of objectsOf(record)) this.objects.push([object, seq]);
    if (!isEntry(record)) {
      this.others.push(lightened(placed));
      return;
    }
    this.list.add(seq, record);
    if (record.origin !== undefined) this.marks.push(markOf(seq, record, foundBy));
  }

  taken(placing?: Placing): EntryBatch {
    const { list, marks, objects, others } = this;
    if (placing === undefined) return { said: list.taken(), objects, marks, others };
    const placed = <T extends { readonly seq: number }>(one: T): T => ({ ...one, seq: seqOf(one.seq, placing) });
    return {
      said: list.taken(placing),
      objects: objects
        .map(([name, number]) => [name, seqOf(number, placing)] as const)
        .sort(([, one], [, other]) => one - other),
      marks: marks.map(placed).sort(bySeq),
      others: others.map(placed).sort(bySeq),
    };
  }
}

function bySeq(one: { readonly seq: number }, other: { readonly seq: number }): number {
  return one.seq - other.seq;
}

/** The entries of each chat, in the memory of all. */
export function chatsOf({ chats, ends, entries }: EntriesOfChats): ChatEntries[] {
  return chats.map((chat, at) => ({ chat, entries: part(entries, ends[at - 1] ?? 0, ends[at] ?? 0) }));
}

/** The record without bytes that no table asks for: they need not go from thread to thread. */
function lightened(placed: PlacedRecord): PlacedRecord {
  const { foundBy, record, seq } = placed;
  if (record.kind === 'delivery') return { seq, record: withoutBytes(record) };
  if (record.kind === 'status' && foundBy?.piece !== undefined) return { seq, foundBy, record: { ...record, raw: '' } };
  return placed;
}

function withoutBytes(record: DeliveryRecord): DeliveryRecord {
  return { ...record, body: '', gaps: [], parts: [], sha256: '', signature: '' };
}

function markOf(seq: number, record: EntryRecord, foundBy: FoundBy | undefined): EntryMark {
  const { chat, from = 0, intent, media, oversize, raw, target, wamid } = record;
  return {
    seq,
    chat,
    person: from,
    at: saidAt(record),
    ...(intent === undefined ? {} : { intent }),
    ...(media?.state === 'omitted' ? { isMediaWanted: true } : {}),
    ...(foundBy === undefined ? {} : { foundBy }),
    ...(raw === undefined || foundBy?.piece !== undefined
      ? {}
      : { held: { raw, ...(oversize === undefined ? {} : { oversize }) } }),
    ...(target === undefined ? {} : { target }),
    ...(wamid === undefined ? {} : { wamid }),
  };
}

const FIRST_ENTRIES = 64;

/** Columns in which entries are gathered. */
export class EntryMemory {
  columns: EntryColumns = emptyColumns(FIRST_ENTRIES);
}

/** Columns that grow, and the chat of each entry. */
class EntryList {
  private readonly memory: EntryMemory;
  private readonly chats: number[] = [];

  constructor(memory: EntryMemory) {
    this.memory = memory;
  }

  get isEmpty(): boolean {
    return this.chats.length === 0;
  }

  add(seq: number, record: EntryRecord): void {
    const i = this.chats.push(record.chat) - 1;
    const { memory } = this;
    if (i === memory.columns.count) memory.columns = widened(memory.columns);
    const { columns } = memory;
    columns.seq[i] = seq;
    columns.person[i] = record.from ?? 0;
    columns.at[i] = saidAt(record);
    columns.kind[i] = ENTRY_KINDS.indexOf(record.kind);
    columns.import[i] = record.import;
    columns.line[i] = record.line;
    columns.of[i] = record.of ?? 0;
  }

  taken(placing?: Placing): EntriesOfChats {
    const { chats, columns } = this.placed(placing);
    const counts = new Map<number, number>();
    for (const chat of chats) counts.set(chat, (counts.get(chat) ?? 0) + 1);
    const ids = [...counts.keys()];
    const starts = new Map<number, number>();
    const ends: number[] = [];
    let end = 0;
    for (const [chat, count] of counts) {
      starts.set(chat, end);
      end += count;
      ends.push(end);
    }
    if (ids.length <= 1) return { chats: ids, ends, entries: part(columns, 0, chats.length) };
    const places = new Uint32Array(chats.length);
    for (const [i, chat] of chats.entries()) {
      const to = starts.get(chat) ?? 0;
      places[to] = i;
      starts.set(chat, to + 1);
    }
    return { chats: ids, ends, entries: chosen(columns, places) };
  }

  /** What came with numbers, in the order and with the seqs that it gets. */
  private placed(placing: Placing | undefined): { readonly columns: EntryColumns; readonly chats: readonly number[] } {
    const { columns: gathered } = this.memory;
    if (placing === undefined) return { columns: gathered, chats: this.chats };
    const rows = inPlace(gathered.seq.subarray(0, this.chats.length), placing);
    const columns = chosen(gathered, rows);
    for (let at = 0; at < columns.count; at++) columns.seq[at] = seqOf(columns.seq[at] ?? 0, placing);
    return { columns, chats: Array.from(rows, (row) => this.chats[row] ?? 0) };
  }
}

function widened(columns: EntryColumns): EntryColumns {
  return joined(columns, emptyColumns(columns.count));
}

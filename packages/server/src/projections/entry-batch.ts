// A batch of records parted for folding: the entries as columns of numbers, chat by chat, with the places of their seqs and
// their counts; everything else as it stands. What it makes of entries are plain arrays that can go from thread to thread.

import { type EntryRecord, isEntry, saidAt } from '../records/conversation.ts';
import { objectsOf } from '../records/object-refs.ts';
import type { PlacedRecord } from '../records/record.ts';
import { type EntryColumns, emptyColumns, joined, part } from './tables/entry-columns.ts';
import { ENTRY_KINDS } from './tables.ts';

/** Entries of a chat in the order of their seqs. */
export interface ChatEntries {
  readonly chat: number;
  readonly entries: EntryColumns;
}

export interface EntryBatch {
  readonly chats: readonly ChatEntries[];
  /** Sealed objects by name, with the seq of the record that refers to each. */
  readonly objects: readonly (readonly [name: string, seq: number])[];
  /** What the platform's ids say of the entries that have one. */
  readonly marks: readonly EntryMark[];
  /** Every record that is no entry, in order. */
  readonly others: readonly PlacedRecord[];
}

/** An entry that came through a channel or was written here: by what it is found again, and what it changes. */
export interface EntryMark extends Pick<EntryRecord, 'chat' | 'intent' | 'raw' | 'target' | 'wamid'> {
  readonly seq: number;
  readonly person: number;
  readonly at: number;
  /** Its media lies with the platform. */
  readonly isMediaWanted?: true;
}

/** Parts records, which come in the order of their seqs. */
export class EntryGathering {
  private readonly chats = new Map<number, EntryList>();
  private readonly objects: [string, number][] = [];
  private readonly marks: EntryMark[] = [];
  private readonly others: PlacedRecord[] = [];
  private list: EntryList | undefined;

  get isEmpty(): boolean {
    return this.chats.size === 0 && this.others.length === 0;
  }

  add(placed: PlacedRecord): void {
    const { record, seq } = placed;
    for (const { object } of objectsOf(record)) this.objects.push([object, seq]);
    if (!isEntry(record)) {
      this.others.push(placed);
      return;
    }
    this.listOf(record.chat).add(seq, record);
    if (record.origin !== undefined) this.marks.push(markOf(seq, record));
  }

  private listOf(chat: number): EntryList {
    if (this.list?.chat !== chat) {
      this.list = this.chats.get(chat) ?? new EntryList(chat);
      this.chats.set(chat, this.list);
    }
    return this.list;
  }

  taken(): EntryBatch {
    const chats = [...this.chats.values()].map((one) => one.taken());
    return { chats, objects: this.objects, marks: this.marks, others: this.others };
  }
}

function markOf(seq: number, record: EntryRecord): EntryMark {
  const { chat, from = 0, intent, media, raw, target, wamid } = record;
  return {
    seq,
    chat,
    person: from,
    at: saidAt(record),
    ...(intent === undefined ? {} : { intent }),
    ...(media?.state === 'omitted' ? { isMediaWanted: true } : {}),
    ...(raw === undefined ? {} : { raw }),
    ...(target === undefined ? {} : { target }),
    ...(wamid === undefined ? {} : { wamid }),
  };
}

/** Columns that grow. */
class EntryList {
  readonly chat: number;
  private columns = emptyColumns(16);
  private count = 0;

  constructor(chat: number) {
    this.chat = chat;
  }

  add(seq: number, record: EntryRecord): void {
    if (this.count === this.columns.count) this.columns = widened(this.columns);
    const { columns } = this;
    const i = this.count++;
    columns.seq[i] = seq;
    columns.person[i] = record.from ?? 0;
    columns.at[i] = saidAt(record);
    columns.kind[i] = ENTRY_KINDS.indexOf(record.kind);
    columns.import[i] = record.import;
    columns.line[i] = record.line;
    columns.of[i] = record.of ?? 0;
  }

  taken(): ChatEntries {
    return { chat: this.chat, entries: part(this.columns, 0, this.count) };
  }
}

function widened(columns: EntryColumns): EntryColumns {
  return joined(columns, emptyColumns(columns.count));
}

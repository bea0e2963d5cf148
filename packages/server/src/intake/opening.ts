// What an import appends before its first entry: the conversation if it is new, the people it has not met, itself.
// Ids are the seqs the records get, known beforehand: where something fails on which they depend, nothing of the import is appended.

import type { AliasRecord, ImportRecord, PersonRecord } from '../records/conversation.ts';
import type { NewRecord } from '../records/record.ts';
import type { Alignment } from './align/align.ts';
import { authorKey } from './facts.ts';
import type { BulkDesk, ImportDesk, ImportOrder } from './import-order.ts';
import type { KnownChat } from './known.ts';
import type { PlacedAuthor, Placement } from './placing.ts';

export interface OpenedImport {
  readonly import: number;
  readonly chat: KnownChat;
  /** Person id by author as written. */
  readonly people: ReadonlyMap<string, number>;
  /** Resolves when all of this is durable, and known to whoever asks. */
  readonly known: Promise<void>;
}

/** Appends what the entries will refer to. */
export async function openImport(
  desk: Pick<BulkDesk, 'open'> & Pick<ImportDesk, 'now'>,
  order: ImportOrder,
  alignment: Alignment | undefined,
): Promise<OpenedImport> {
  return desk.open((nextSeq) => {
    const opening = new Opening(order, nextSeq);
    const chat = order.placement.chat ?? opening.conversation(order.placement);
    const people = opening.people(chat, alignment);
    const importId = openBefore(order) ?? opening.import(chat, desk.now().toISOString());
    return { records: opening.records, value: { import: importId, chat, people } };
  });
}

function openBefore({ before }: ImportOrder): number | undefined {
  return before?.state === 'open' ? before.id : undefined;
}

class Opening {
  readonly records: NewRecord[] = [];
  private readonly order: ImportOrder;
  private readonly nextSeq: number;

  constructor(order: ImportOrder, nextSeq: number) {
    this.order = order;
    this.nextSeq = nextSeq;
  }

  private get seq(): number {
    return this.nextSeq + this.records.length;
  }

  /** The conversation, and in a 1:1 the person on the other side, whom its records are about. */
  conversation({ authors, peer, title }: Placement): KnownChat {
    const id = this.seq;
    const met = authors.find(({ author }) => author === peer?.name)?.person;
    const peerId = peer === undefined ? 0 : (met ?? id + 1);
    const named = { title: title.toWellFormed(), v: 1 } as const;
    const record = { kind: 'conversation', ...(peerId === 0 ? {} : { peer: peerId }), ...named } as const;
    this.records.push({ subject: peerId, conversation: id, month: 0, record });
    if (peer !== undefined && met === undefined) this.person({ ...peer, isMe: false }, id);
    return { id, peer: peerId };
  }

  /** The person of every author who may be taken in: met before, the same as somebody under another name, or new. */
  people(chat: KnownChat, alignment: Alignment | undefined): Map<string, number> {
    const heldKey = new Map(alignment?.crossing.authors.map(({ incoming, held }) => [incoming, held]));
    const people = new Map<string, number>();
    for (const placed of this.order.placement.authors) {
      if (placed.isSuppressed !== true) people.set(placed.author, this.personOf(placed, chat, heldKey));
    }
    return people;
  }

  private personOf(placed: PlacedAuthor, chat: KnownChat, heldKey: ReadonlyMap<string, string>): number {
    if (placed.person !== undefined) {
      if (placed.isNewName === true) this.alias(placed, chat.id, placed.person);
      return placed.person;
    }
    const isPeer = this.order.placement.chat === undefined && placed.author === this.order.placement.peer?.name;
    if (isPeer) return chat.peer;
    const isCrossed = this.order.sameAs || this.order.live !== undefined;
    const key = isCrossed ? heldKey.get(authorKey(undefined, placed.author)) : undefined;
    if (key?.startsWith('#') !== true) return this.person(placed, chat.id);
    const person = Number(key.slice(1));
    this.alias(placed, chat.id, person);
    return person;
  }

  /** Names count inside their chat, numbers and our own side anywhere. */
  private person(said: Omit<PlacedAuthor, 'author'>, chat: number): number {
    const id = this.seq;
    const isAnywhere = said.isMe || said.phone !== undefined;
    const record: PersonRecord = {
      ...(isAnywhere ? {} : { chat }),
      kind: 'person',
      ...(said.isMe ? { me: true as const } : {}),
      name: said.name.toWellFormed(),
      ...(said.phone === undefined ? {} : { phone: said.phone }),
      v: 1,
    };
    this.records.push({ subject: id, conversation: isAnywhere ? 0 : chat, month: 0, record });
    return id;
  }

  private alias(said: PlacedAuthor, chat: number, person: number): void {
    const isAnywhere = said.isMe || said.phone !== undefined;
    const record: AliasRecord = {
      ...(isAnywhere ? {} : { chat }),
      kind: 'alias',
      name: said.name.toWellFormed(),
      person,
      ...(said.phone === undefined ? {} : { phone: said.phone }),
      v: 1,
    };
    this.records.push({ subject: person, conversation: chat, month: 0, record });
  }

  import(chat: KnownChat, recordedAt: string): number {
    const id = this.seq;
    const record = importRecord(this.order, chat.id, recordedAt);
    this.records.push({ subject: chat.peer, conversation: chat.id, month: 0, record });
    return id;
  }
}

function importRecord(order: ImportOrder, chat: number, recordedAt: string): ImportRecord {
  const { inspection, sha256, sizeBytes } = order.inspected;
  const { report } = inspection;
  return {
    chat,
    dateOrder: report.dateOrder,
    dateOrderBasis: report.dateOrderBasis,
    entries: report.entries,
    file: order.chat.file.toWellFormed(),
    kind: 'import',
    lines: report.lines,
    ...(order.me === undefined ? {} : { me: order.me.toWellFormed() }),
    platform: report.platform,
    recordedAt,
    ...(order.sameAs ? { sameAs: true as const } : {}),
    sha256,
    sizeBytes,
    v: 1,
    ...(order.zone === undefined ? {} : { zone: order.zone }),
  };
}

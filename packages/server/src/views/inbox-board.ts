// Where every conversation stands for the inbox: when something was last said, since when somebody waits, who has it, what rests.
// Numbers and times, gathered from the tables once and then kept up with what each commit changed.

import type { ReadonlyKysely } from 'kysely/readonly';
import { foldedTo } from '../projections/tables/folded-to.ts';
import { BLOCK_SEQS, placeRuns } from '../projections/tables/place-bytes.ts';
import { spanColumns } from '../projections/tables/span-bytes.ts';
import { IMPORT_DONE, type Tables } from '../projections/tables.ts';
import { type InboxTail, isNewestTold, NO_TAIL, type TailFacts, tailOf } from './inbox-tail.ts';
import { entryPage } from './message-page.ts';
import { type ChatWork, NO_WORK, workAt } from './work.ts';

/** A conversation on the board. */
export interface BoardChat extends InboxTail, ChatWork {
  readonly chat: number;
  /** Person on the other side; 0 for a group. */
  readonly peer: number;
  /** Whether it goes on through a number of the business. */
  readonly isLive: boolean;
}

type Db = ReadonlyKysely<Tables>;

const CHATS_A_READ = 256;
/** More changed conversations than these are read as all are. */
const MOST_CHANGED = 2_000;
const CHANGING = ['imported', 'withdrawal', 'person', 'channel', 'work', 'label'] as const;

export class InboxBoard {
  private readonly db: Db;
  private chats = new Map<number, BoardChat>();
  private ours = new Set<number>();
  private next = -1;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(db: Db) {
    this.db = db;
  }

  /** Every conversation that shows something, as the tables have it now. */
  async now(): Promise<ReadonlyMap<number, BoardChat>> {
    const read = this.reading.then(() => this.follow());
    this.reading = read.catch(() => undefined);
    await read;
    return this.chats;
  }

  private async follow(): Promise<void> {
    const head = await foldedTo(this.db);
    if (head === this.next) return;
    const changed = this.next === -1 || head < this.next ? undefined : await this.changedSince(this.next, head);
    if (changed === undefined || changed.size > MOST_CHANGED) await this.readAll();
    else await this.read([...changed]);
    this.next = head;
  }

  private async readAll(): Promise<void> {
    const { db } = this;
    const ours = await db.selectFrom('person').select('id').where('me', '=', 1).execute();
    this.ours = new Set(ours.map(({ id }) => id));
    this.chats = new Map();
    const all = await db.selectFrom('chat').select('id').orderBy('id').execute();
    await this.read(all.map(({ id }) => id));
  }

  /** The conversations that commits behind a seq changed; undefined where all may have. */
  private async changedSince(from: number, head: number): Promise<Set<number> | undefined> {
    const { db } = this;
    const others = await db
      .selectFrom('other')
      .select('kind')
      .distinct()
      .where('seq', '>=', from)
      .where('seq', '<', head)
      .where('kind', 'in', [...CHANGING, 'erasure-ordered'])
      .execute();
    const kinds = new Set(others.map(({ kind }) => kind));
    if (kinds.has('erasure-ordered')) return undefined;
    const changed = new Set<number>();
    const add = (rows: readonly { readonly chat: number }[]): void => {
      for (const { chat } of rows) changed.add(chat);
    };
    for (const { block, runs } of await db
      .selectFrom('place')
      .select(['block', 'runs'])
      .where('block', '>=', Math.floor(from / BLOCK_SEQS))
      .execute()) {
      for (const { chat, end } of placeRuns(runs)) if (block * BLOCK_SEQS + end > from) changed.add(chat);
    }
    if (kinds.has('work')) add(await db.selectFrom('work').select('chat').where('seq', '>=', from).execute());
    if (kinds.has('label')) {
      const labels = db.selectFrom('defined').select('id').where('by', '>=', from);
      add(await db.selectFrom('labelled').select('chat').where('label', 'in', labels).execute());
    }
    if (kinds.has('channel')) add(await db.selectFrom('channel').select('chat').where('seq', '>=', from).execute());
    if (kinds.has('imported') || kinds.has('withdrawal'))
      add(await db.selectFrom('import').select('chat').where('by', '>=', from).execute());
    if (kinds.has('person')) {
      const ours = await db.selectFrom('person').select('id').where('id', '>=', from).where('me', '=', 1).execute();
      for (const { id } of ours) this.ours.add(id);
    }
    return changed;
  }

  private async read(chats: readonly number[]): Promise<void> {
    for (let at = 0; at < chats.length; at += CHATS_A_READ) await this.readSome(chats.slice(at, at + CHATS_A_READ));
  }

  private async readSome(chats: readonly number[]): Promise<void> {
    const { db, ours } = this;
    const brought = await db.selectFrom('import').select(['id', 'chat', 'state']).where('chat', 'in', chats).execute();
    const standing = new Set(brought.flatMap(({ id, state }) => (state === IMPORT_DONE ? [id] : [])));
    const channels = await db.selectFrom('channel').select(['seq', 'chat']).where('chat', 'in', chats).execute();
    const channelSeqs = new Set(channels.map(({ seq }) => seq));
    const live = new Set(channels.map(({ chat }) => chat));
    const work = await workAt(db, chats);
    const rows = await db.selectFrom('chat').select(['id', 'peer']).where('id', 'in', chats).execute();
    const peers = new Map(rows.map(({ id, peer }) => [id, peer]));
    const facts = {
      stands: (by: number) => standing.has(by),
      isChannel: (by: number) => channelSeqs.has(by),
      isOurs: (person: number) => ours.has(person),
    };
    const spans = await lastSpans(db, chats);
    for (const chat of chats) {
      const span = spans.get(chat);
      const tail = span === undefined ? NO_TAIL : await this.tailIn(span, facts);
      if (tail.last === 0) this.chats.delete(chat);
      else
        this.chats.set(chat, {
          chat,
          peer: peers.get(chat) ?? 0,
          isLive: live.has(chat),
          ...tail,
          ...(work.get(chat) ?? NO_WORK),
        });
    }
  }

  private async tailIn({ chat, count, entries }: LastSpan, facts: TailFacts): Promise<InboxTail> {
    const columns = spanColumns(entries, count);
    const tail = tailOf(columns, facts);
    return isNewestTold(columns, facts) ? tail : { ...tail, ...(await this.newestShown(chat)) };
  }

  /** Of a conversation whose newest entry does not stand by its own import. */
  private async newestShown(chat: number): Promise<Pick<InboxTail, 'last' | 'lastSeq'>> {
    const { last } = await entryPage({ db: this.db }, { chat, limit: 1 });
    return { last: last?.at ?? 0, lastSeq: last?.seq ?? 0 };
  }
}

interface LastSpan {
  readonly chat: number;
  readonly count: number;
  readonly entries: Uint8Array;
}

/** The newest span of each of these conversations. */
async function lastSpans(db: Db, chats: readonly number[]): Promise<ReadonlyMap<number, LastSpan>> {
  const rows = await db
    .selectFrom('span')
    .select(['chat', 'count', 'entries'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('chat')
        .where('chat.id', 'in', chats)
        .select((of) =>
          of
            .selectFrom('span as later')
            .select('later.id')
            .whereRef('later.chat', '=', 'chat.id')
            .orderBy('later.at', 'desc')
            .orderBy('later.import', 'desc')
            .orderBy('later.line', 'desc')
            .orderBy('later.seq', 'desc')
            .limit(1)
            .as('last'),
        ),
    )
    .execute();
  return new Map(rows.map((row) => [row.chat, row]));
}

// Where in conversations something was erased that somebody still reads past: behind which entry, how many, by which order. Orders
// stand in the ledger and never change; each is read once and then kept.

import type { ErasureOrderedRecord, ErasureScope } from '../records/governance.ts';
import { membership, pairsOf } from '../records/runs.ts';
import { erasuresAfter } from './assurance.ts';
import type { ViewParts } from './conversation.ts';

/** Entries that were erased in one place by one order. */
export interface ErasedHere {
  readonly order: number;
  readonly at: string;
  readonly rule: string;
  readonly scope: ErasureScope;
  readonly count: number;
}

/** By the entry behind which they stood; 0 for those before all others. */
type Gaps = Map<number, readonly ErasedHere[]>;

const ORDERS_A_READ = 100;

export class ErasedPlaces {
  private readonly parts: Pick<ViewParts, 'db' | 'reader'>;
  private readonly byChat = new Map<number, Gaps>();
  private last = -1;
  private following: Promise<void> = Promise.resolve();

  constructor(parts: Pick<ViewParts, 'db' | 'reader'>) {
    this.parts = parts;
  }

  /** What was erased behind an entry of a conversation, the oldest order first; behind 0: before all entries. */
  async in(chat: number): Promise<(after: number) => readonly ErasedHere[]> {
    const followed = this.following.then(() => this.follow());
    this.following = followed.catch(() => undefined);
    await followed;
    return (after) => this.byChat.get(chat)?.get(after) ?? [];
  }

  private async follow(): Promise<void> {
    const orders = await erasuresAfter(this.parts, this.last);
    for (let at = 0; at < orders.length; at += ORDERS_A_READ) {
      const some = orders.slice(at, at + ORDERS_A_READ);
      const records = await this.parts.reader.records(some);
      for (const order of some) {
        const record = records.get(order);
        if (record?.kind === 'erasure-ordered') this.take(order, record);
        this.last = order;
      }
    }
  }

  private take(order: number, { gaps = [], recordedAt: at, rule, scope, seqs }: ErasureOrderedRecord): void {
    const goes = membership(pairsOf(seqs));
    for (const [chat, known] of this.byChat) {
      if (goes(chat)) this.byChat.delete(chat);
      else moved(known, goes, anchorsOf(gaps, chat));
    }
    for (let from = 0; from + 2 < gaps.length; from += 3) {
      const [chat = 0, after = 0, count = 0] = gaps.slice(from, from + 3);
      const known = this.byChat.get(chat) ?? new Map();
      known.set(after, [...(known.get(after) ?? []), { order, at, rule, scope, count }]);
      this.byChat.set(chat, known);
    }
  }
}

/** A gap behind an entry that goes too stands behind what stays before that. */
function moved(known: Gaps, goes: (seq: number) => boolean, anchors: readonly number[]): void {
  for (const [after, here] of [...known]) {
    if (after === 0 || !goes(after)) continue;
    const to = anchors.findLast((anchor) => anchor < after) ?? anchors[0] ?? 0;
    known.delete(after);
    known.set(to, [...(known.get(to) ?? []), ...here]);
  }
}

function anchorsOf(gaps: readonly number[], chat: number): number[] {
  const anchors: number[] = [];
  for (let at = 0; at + 2 < gaps.length; at += 3) if (gaps[at] === chat) anchors.push(gaps[at + 1] ?? 0);
  return anchors.sort((one, other) => one - other);
}

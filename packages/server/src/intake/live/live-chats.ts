// Which conversation a delivery belongs to: that of one of the business's numbers with one person, or with a group. The first
// time the two meet, the 1:1 conversation that came by exports is gone on with, if there is exactly one.

import { type BlindIndex, digestKey } from '../../records/blind-index.ts';
import { channelDigest } from '../../records/identity.ts';
import type { LiveChannel, LiveKnown } from './live-desk.ts';
import type { Opening } from './opening.ts';
import type { Recent } from './recent.ts';

/** One of the business's numbers, as deliveries name it, and the other side: a person or a group. */
export interface Meeting {
  readonly number: string;
  readonly portfolio: string;
  readonly display?: string;
  readonly other: number | string;
}

export interface ChatsParts {
  readonly known: LiveKnown;
  readonly blind: BlindIndex;
  readonly recent: Recent<LiveChannel>;
  /** Conversations of exports that a channel joined lately: the tables may not say so yet. */
  readonly joined: Recent<true>;
}

/** The conversations of one batch of deliveries. */
export class LiveChats {
  private readonly parts: ChatsParts;
  private readonly opening: Opening;
  private readonly found = new Map<string, LiveChannel>();
  private readonly joined = new Set<number>();

  constructor(parts: ChatsParts, opening: Opening) {
    this.parts = parts;
    this.opening = opening;
  }

  /** Looks up every channel that is met, in one question. */
  async meet(meetings: readonly Meeting[]): Promise<void> {
    const unknown = new Map<string, Uint8Array>();
    for (const meeting of meetings) {
      const name = nameOf(meeting);
      const channel = this.parts.recent.get(name);
      if (channel !== undefined) this.found.set(name, channel);
      else if (!unknown.has(name)) unknown.set(name, this.digestOf(meeting));
    }
    const channels = await this.parts.known.channelsBy([...unknown.values()]);
    for (const [name, digest] of unknown) {
      const channel = channels.get(digestKey(digest));
      if (channel !== undefined) this.found.set(name, channel);
    }
  }

  /** The channel, if it is there. */
  known(meeting: Meeting): LiveChannel | undefined {
    return this.found.get(nameOf(meeting));
  }

  /** The channel, which is made with its conversation where there is none. `title` names a new conversation. */
  async of(meeting: Meeting, title: string, recordedAt: string): Promise<LiveChannel> {
    const known = this.known(meeting);
    if (known !== undefined) return known;
    const { display, number, other, portfolio } = meeting;
    const chat = (await this.standing(other)) ?? this.conversation(other, title);
    const side = typeof other === 'number' ? { peer: other } : { group: other.toWellFormed() };
    const shown = display === undefined ? {} : { display: display.toWellFormed() };
    const record = { chat, ...shown, kind: 'channel', number, ...side, portfolio, recordedAt, v: 1 } as const;
    const id = this.opening.put({ subject: typeof other === 'number' ? other : 0, conversation: chat }, record);
    const channel = { id, chat };
    this.found.set(nameOf(meeting), channel);
    return channel;
  }

  private async standing(other: number | string): Promise<number | undefined> {
    if (typeof other === 'string' || this.opening.isMadeHere(other)) return undefined;
    const chats = await this.parts.known.chatsWithoutChannel(other);
    const isFree = (chat: number): boolean =>
      !this.joined.has(chat) && this.parts.joined.get(String(chat)) === undefined;
    const [only, ...more] = chats.filter(isFree);
    if (only === undefined || more.length > 0) return undefined;
    this.joined.add(only);
    return only;
  }

  private conversation(other: number | string, title: string): number {
    const id = this.opening.next;
    const peer = typeof other === 'number' ? { peer: other } : {};
    const subject = typeof other === 'number' ? other : 0;
    this.opening.put(
      { subject, conversation: id },
      { kind: 'conversation', ...peer, title: title.toWellFormed(), v: 1 },
    );
    return id;
  }

  /** After the batch is durable: what it taught. */
  learned(): void {
    for (const [name, channel] of this.found) this.parts.recent.set(name, channel);
    for (const chat of this.joined) this.parts.joined.set(String(chat), true);
  }

  private digestOf({ number, other }: Meeting): Uint8Array {
    return channelDigest(this.parts.blind, number, other);
  }
}

/** A meeting as a key of a map: in memory it needs no digest. */
function nameOf({ number, other }: Meeting): string {
  return `${typeof other === 'number' ? 'person' : 'group'}/${other}/${number}`;
}

// What stands between one person and one of the business's numbers: the messages, and the times that decide what may be sent. It
// keeps the last messages only; the archive is somebody else.
import type { JsonObject } from '../json.ts';

export type Side = 'person' | 'business';

export interface ChatMessage {
  readonly wamid: string;
  readonly from: Side;
  readonly atMs: number;
  readonly type: string;
  /** What stands under the type's name on the wire. */
  content: JsonObject | readonly unknown[];
  /** What a phone shows in words. */
  text: string;
  readonly replyTo?: string;
  readonly reactions: Partial<Record<Side, string>>;
  isEdited: boolean;
  isDeleted: boolean;
  /** When it reached each state; of our messages what the phone did, of theirs whether the business has read it. */
  readonly states: Partial<Record<'sent' | 'delivered' | 'read' | 'played', number>>;
  /** The platform's code, if it failed. */
  failedCode?: number;
  /** How statuses speak of it. */
  readonly receipt?: Receipt;
}

/** What a status says besides the state. */
export interface Receipt {
  readonly callback?: string;
  readonly pricing: JsonObject;
  readonly conversation?: JsonObject;
}

export interface Chat {
  readonly number: string;
  readonly person: string;
  readonly messages: ChatMessage[];
  /** When the person last wrote: opens 24 hours. */
  lastInboundMs?: number;
  /** When the person came from an advertisement that waits for a first reply. */
  entryMs?: number | undefined;
  /** Until when messages are free, after a first reply to one who came from an advertisement. */
  entryUntilMs?: number;
  typingUntilMs?: number | undefined;
}

const kept = 300;
const dayMs = 24 * 3_600_000;
export const windowMs: number = dayMs;
const entryMs = 72 * 3_600_000;

/** Whether the customer-service window is open: 24 hours from the person's last message. */
export function isWindowOpen({ lastInboundMs }: Chat, nowMs: number): boolean {
  return lastInboundMs !== undefined && nowMs - lastInboundMs < windowMs;
}

/** Whether messages are free: 72 hours from the first reply, given within a day, to one who came from an advertisement. */
export function isEntryOpen({ entryUntilMs }: Chat, nowMs: number): boolean {
  return entryUntilMs !== undefined && nowMs < entryUntilMs;
}

/** All chats of a sandbox. */
export class Chats {
  readonly #all = new Map<string, Chat>();
  readonly #messages = new WeakMap<Chat, Map<string, ChatMessage>>();

  /** @returns the chat of a number and a person, a new one if they never spoke */
  of(number: string, person: string): Chat {
    const key = `${number} ${person}`;
    const chat = this.#all.get(key) ?? { number, person, messages: [] };
    this.#all.set(key, chat);
    return chat;
  }

  /** @returns the chats of a person */
  ofPerson(person: string): readonly Chat[] {
    return [...this.#all.values()].filter((chat) => chat.person === person);
  }

  all(): IterableIterator<Chat> {
    return this.#all.values();
  }

  add(chat: Chat, message: ChatMessage): void {
    const known = this.#messages.get(chat) ?? new Map<string, ChatMessage>();
    this.#messages.set(chat, known);
    known.set(message.wamid, message);
    chat.messages.push(message);
    if (chat.messages.length <= kept) return;
    for (const { wamid } of chat.messages.splice(0, chat.messages.length - kept)) known.delete(wamid);
  }

  /** @returns a message of a chat, if it is still kept */
  message(chat: Chat, wamid: string): ChatMessage | undefined {
    return this.#messages.get(chat)?.get(wamid);
  }

  /** @returns a message of any chat of a number, with its chat */
  messageOf(number: string, wamid: string): { readonly chat: Chat; readonly message: ChatMessage } | undefined {
    for (const chat of this.#all.values()) {
      const message = chat.number === number ? this.message(chat, wamid) : undefined;
      if (message) return { chat, message };
    }
    return undefined;
  }
}

/** Notes that the person wrote, which opens the window. */
export function noteInbound(
  chat: Chat,
  nowMs: number,
  { isFromAdvertisement = false }: { readonly isFromAdvertisement?: boolean } = {},
): void {
  chat.lastInboundMs = nowMs;
  if (isFromAdvertisement) chat.entryMs = nowMs;
}

/** Notes that the business wrote, which may open a free entry point. */
export function noteReply(chat: Chat, nowMs: number): void {
  chat.typingUntilMs = undefined;
  if (chat.entryMs === undefined) return;
  if (nowMs - chat.entryMs < dayMs) chat.entryUntilMs = nowMs + entryMs;
  chat.entryMs = undefined;
}

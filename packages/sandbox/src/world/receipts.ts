// What becomes of a message that the platform accepted: sent, delivered, read, played or failed, each told once by a status. A phone
// that is off gets its messages when it is on again; one that has blocked the business gets nothing and nobody is told.
import type { Chance } from '../chance.ts';
import { type JsonObject, present } from '../json.ts';
import type { Chat, ChatMessage } from './chat.ts';
import { contactOf, recipientOf, timestampOf } from './contact.ts';
import { titleOf } from './graph-titles.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

type State = 'sent' | 'delivered' | 'read' | 'played';

const sentMs = [40, 300] as const;
const deliveredMs = [100, 900] as const;
const readMs = [2000, 60_000] as const;
const readsAtAll = 0.85;

/** Tells the business what became of its messages. */
export class Receipts {
  readonly #world: World;
  readonly #chance: Chance;
  /** Messages of which nobody was told that they were delivered. */
  readonly #skipped = new WeakSet<ChatMessage>();

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance('receipts');
  }

  /** A message was accepted: it goes to the phone. */
  follow(person: Person, chat: Chat, message: ChatMessage): void {
    const { clock, faults } = this.#world;
    const fault = faults.take('delivery', chat.number);
    const sentAfterMs = this.#chance.whole(...sentMs);
    if (fault) {
      clock.in(sentAfterMs, () => this.fail(person, chat, message, fault.code));
      return;
    }
    clock.in(sentAfterMs, () => this.#reach(person, chat, message, 'sent'));
    if (!person.isOnline || person.blocked.has(chat.number)) return;
    clock.in(sentAfterMs + this.#chance.whole(...deliveredMs), () => this.#deliver(person, chat, message));
  }

  /** The phone has it. Whoever reads without being asked does so after a while. */
  #deliver(person: Person, chat: Chat, message: ChatMessage): void {
    const { clock, habits } = this.#world;
    if (message.states.delivered !== undefined || message.failedCode !== undefined) return;
    if (!person.isOnline || person.blocked.has(chat.number)) return;
    const readsIt = person.readsAlone && this.#chance.happens(readsAtAll);
    const isSkipped = readsIt && this.#chance.happens(habits.deliveredSkipped);
    if (isSkipped) {
      message.states.delivered = clock.now();
      this.#skipped.add(message);
    } else this.#reach(person, chat, message, 'delivered');
    if (readsIt) clock.in(isSkipped ? 500 : this.#chance.whole(...readMs), () => this.read(person, chat));
  }

  /** The person opens the chat: everything that has arrived is read. */
  read(person: Person, chat: Chat): void {
    if (person.blocked.has(chat.number)) return;
    for (const message of chat.messages) {
      if (message.from !== 'business' || message.states.delivered === undefined || message.type === 'reaction')
        continue;
      if (message.states.read === undefined) this.#reach(person, chat, message, 'read');
    }
  }

  /** The person plays a voice note for the first time. */
  play(person: Person, chat: Chat, message: ChatMessage): void {
    const isVoice = message.from === 'business' && message.type === 'audio';
    if (isVoice && message.states.played === undefined) this.#reach(person, chat, message, 'played');
  }

  /** The phone is on again: what waited arrives. */
  catchUp(person: Person): void {
    for (const chat of this.#world.chats.ofPerson(person.id))
      for (const message of chat.messages)
        if (message.from === 'business' && message.states.sent !== undefined) this.#deliver(person, chat, message);
  }

  /** The message fails, and a status says why. */
  fail(person: Person, chat: Chat, message: ChatMessage, code: number): void {
    message.failedCode = code;
    this.#world.sends.refuse(code);
    this.#tell(person, chat, message, 'failed', { errors: [errorOf(code)] });
  }

  /** A message to a number that nobody has fails; nothing more is known of whom it was for. */
  failUnknown(number: string, waId: string, { wamid, receipt }: ChatMessage, code: number): void {
    this.#world.sends.refuse(code);
    const status = present({
      id: wamid,
      status: 'failed',
      timestamp: timestampOf(this.#world.clock.now()),
      recipient_id: waId,
      errors: [errorOf(code)],
      biz_opaque_callback_data: receipt?.callback,
    });
    this.#world.post.post({ number, field: 'messages', status, contact: { wa_id: waId } });
  }

  #reach(person: Person, chat: Chat, message: ChatMessage, state: State): void {
    if (message.failedCode !== undefined) return;
    message.states[state] = this.#world.clock.now();
    if (message.type === 'reaction' && state !== 'sent') return;
    const { pricing, conversation } = message.receipt ?? {};
    // A price stands on `sent` and on the first of the two that follow.
    const priced = state === 'sent' || state === 'delivered' || (state === 'read' && this.#skipped.has(message));
    this.#tell(person, chat, message, state, priced ? { conversation, pricing } : {});
  }

  #tell(person: Person, chat: Chat, message: ChatMessage, state: State | 'failed', more: JsonObject): void {
    const { clock, habits, post } = this.#world;
    const nowMs = clock.now();
    const status = present({
      id: message.wamid,
      status: state,
      timestamp: timestampOf(nowMs),
      ...recipientOf(person, nowMs),
      ...more,
      biz_opaque_callback_data: message.receipt?.callback,
    });
    const hasProfile = person.hasProfile && !this.#chance.happens(habits.noStatusProfile);
    post.post({ number: chat.number, field: 'messages', status, contact: contactOf(person, nowMs, { hasProfile }) });
    this.#world.tell({ what: 'chat', person: person.id });
  }
}

const errorOf = (code: number): JsonObject => ({
  code,
  title: titleOf(code),
  message: titleOf(code),
  error_data: { details: titleOf(code) },
  href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
});

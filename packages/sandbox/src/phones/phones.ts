// The phones of the customers: each act changes the chat and becomes the webhook that the platform would send for it. What the
// platform does not tell a business (a deletion, on an ordinary number) is not told here either.
import type { Chance } from '../chance.ts';
import { type JsonObject, present } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';
import { type Chat, type ChatMessage, noteInbound } from '../world/chat.ts';
import { contactOf, senderOf, timestampOf } from '../world/contact.ts';
import { type Person, showsPhone } from '../world/person.ts';
import type { Receipts } from '../world/receipts.ts';
import type { World } from '../world/world.ts';
import { type Inbound, inboundOf } from './inbound.ts';
import type { PhoneAct } from './phone-act.ts';
import { tappables } from './tappable.ts';
import { unsupportedMembers } from './unsupported.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const editWithinMs = 15 * minuteMs;
const deleteWithinMs = 2 * dayMs;
const phoneStaysMs = 30 * dayMs;

type ActOf<Name extends PhoneAct['act']> = Extract<PhoneAct, { readonly act: Name }>;

/** Everybody's phones. */
export class Phones {
  readonly #world: World;
  readonly #receipts: Receipts;
  readonly #chance: Chance;

  constructor(world: World, receipts: Receipts) {
    this.#world = world;
    this.#receipts = receipts;
    this.#chance = world.chance('phones');
  }

  /**
   * Does what a person does.
   * @returns the message's wamid, if the act wrote one
   * @throws SandboxError if the phone would not let them
   */
  act(personId: string, act: PhoneAct): string | undefined {
    const person = this.#world.people.get(personId);
    const written = this.#actAs(person, act);
    this.#world.tell({ what: 'chat', person: person.id });
    return written;
  }

  #actAs(person: Person, act: PhoneAct): string | undefined {
    switch (act.act) {
      case 'edit':
        return this.#edit(person, act);
      case 'delete':
        return this.#delete(person, act);
      case 'tap':
        return this.#tap(person, act);
      case 'reaction':
        return this.#react(person, act);
      case 'text':
      case 'media':
      case 'location':
      case 'contact':
      case 'advertisement':
      case 'order':
      case 'unsupported':
        return this.#write(person, this.#chatOf(person, act), inboundOf(act, this.#world, this.#chance));
      default:
        this.#live(person, act);
        return undefined;
    }
  }

  /** The acts that write nothing. */
  #live(person: Person, act: Exclude<PhoneAct, ActOf<'edit' | 'delete' | 'tap' | 'reaction' | Inbound['act']>>): void {
    switch (act.act) {
      case 'block':
        person.blocked.add(this.#world.number(act.number).id);
        break;
      case 'unblock':
        person.blocked.delete(this.#world.number(act.number).id);
        break;
      case 'read':
        this.#receipts.read(person, this.#chatOf(person, act));
        break;
      case 'play':
        this.#receipts.play(person, this.#chatOf(person, act), this.#messageOf(person, act));
        break;
      case 'stop-marketing':
      case 'resume-marketing':
        this.#prefer(person, act);
        break;
      case 'change-number':
        this.#changeNumber(person, act.phone);
        break;
      case 'username':
        this.#world.people.adopt(person, act.username);
        person.phoneShownUntilMs = this.#world.clock.now() + (act.hideAtOnce === true ? 0 : phoneStaysMs);
        break;
      case 'rename':
        person.name = act.name;
        break;
      case 'online':
      case 'offline':
        person.isOnline = act.act === 'online';
        if (person.isOnline) this.#receipts.catchUp(person);
    }
  }

  #chatOf(person: Person, { number }: { readonly number?: string }): Chat {
    return this.#world.chats.of(this.#world.number(number).id, person.id);
  }

  #messageOf(person: Person, act: { readonly number?: string; readonly target: string }): ChatMessage {
    const message = this.#world.chats.message(this.#chatOf(person, act), act.target);
    if (!message) throw new SandboxError('unknown-message', act.target);
    return message;
  }

  #own(person: Person, act: ActOf<'edit' | 'delete'>, withinMs: number): ChatMessage {
    const message = this.#messageOf(person, act);
    if (message.from !== 'person' || message.isDeleted) throw new SandboxError('not-allowed', act.act);
    if (this.#world.clock.now() - message.atMs > withinMs) throw new SandboxError('too-late', act.act);
    return message;
  }

  /** Puts a message into the chat and tells the business. Whoever blocked the business opens it again by writing. */
  #write(person: Person, chat: Chat, { type, content, text, more, isFromAdvertisement, context }: Inbound): string {
    const { clock, throughput } = this.#world;
    const nowMs = clock.now();
    const number = this.#world.number(chat.number);
    person.blocked.delete(number.id);
    const replyTo = context?.['id'];
    const message: ChatMessage = {
      wamid: this.#world.newWamid(person, 'person'),
      from: 'person',
      atMs: nowMs,
      type,
      content,
      text,
      ...(typeof replyTo === 'string' && { replyTo }),
      reactions: {},
      isEdited: false,
      isDeleted: false,
      states: {},
    };
    throughput.note(number.id, nowMs);
    noteInbound(chat, nowMs, { isFromAdvertisement: isFromAdvertisement ?? false });
    this.#receipts.read(person, chat);
    this.#world.place(chat, message);
    this.#tell(person, chat, message.wamid, { type, [type]: content, context, ...more });
    return message.wamid;
  }

  #tell(person: Person, chat: Chat, wamid: string, members: JsonObject): void {
    const nowMs = this.#world.clock.now();
    const hasProfile = person.hasProfile && !this.#chance.happens(this.#world.habits.noProfile);
    const message = present({
      ...senderOf(person, nowMs),
      id: wamid,
      timestamp: timestampOf(nowMs),
      ...members,
    });
    this.#world.post.post({
      number: chat.number,
      field: 'messages',
      message,
      contact: contactOf(person, nowMs, { hasProfile }),
    });
  }

  #react(person: Person, act: ActOf<'reaction'>): string {
    const target = this.#messageOf(person, act);
    target.reactions.person = act.emoji;
    const chat = this.#chatOf(person, act);
    const wamid = this.#world.newWamid(person, 'person');
    const reaction = present({ message_id: act.target, emoji: act.emoji === '' ? undefined : act.emoji });
    this.#tell(person, chat, wamid, { type: 'reaction', reaction });
    return wamid;
  }

  #tap(person: Person, act: ActOf<'tap'>): string {
    const target = this.#messageOf(person, act);
    const answer = tappables(target, this.#world.templates)[act.index]?.answer;
    if (!answer) throw new SandboxError('not-allowed', 'there is nothing to tap');
    const context = { from: this.#world.number(act.number).phone, id: target.wamid };
    const text = tappables(target, this.#world.templates)[act.index]?.label ?? '';
    return this.#write(person, this.#chatOf(person, act), { act: 'text', ...answer, text, context });
  }

  #edit(person: Person, act: ActOf<'edit'>): string {
    const target = this.#own(person, act, editWithinMs);
    const chat = this.#chatOf(person, act);
    if (target.type !== 'text') throw new SandboxError('not-allowed', 'edit');
    target.text = act.body;
    target.content = { body: act.body };
    target.isEdited = true;
    const wamid = this.#world.newWamid(person, 'person');
    const message = { type: 'text', text: { body: act.body } };
    const edit = { original_message_id: target.wamid, message };
    if (this.#world.number(chat.number).isCoexistence) this.#tell(person, chat, wamid, { type: 'edit', edit });
    else this.#tell(person, chat, wamid, unsupportedMembers('edit'));
    return wamid;
  }

  #delete(person: Person, act: ActOf<'delete'>): string | undefined {
    const target = this.#own(person, act, deleteWithinMs);
    const chat = this.#chatOf(person, act);
    target.isDeleted = true;
    if (!this.#world.number(chat.number).isCoexistence) return undefined;
    const wamid = this.#world.newWamid(person, 'person');
    this.#tell(person, chat, wamid, { type: 'revoke', revoke: { original_message_id: target.wamid } });
    return wamid;
  }

  #prefer(person: Person, { act, number }: ActOf<'stop-marketing' | 'resume-marketing'>): void {
    const nowMs = this.#world.clock.now();
    person.hasStoppedMarketing = act === 'stop-marketing';
    const preference = present({
      wa_id: showsPhone(person, nowMs) ? person.waId : undefined,
      user_id: person.bsuid,
      detail: person.hasStoppedMarketing
        ? 'User requested to stop marketing messages'
        : 'User requested to resume marketing messages',
      category: 'marketing_messages',
      value: person.hasStoppedMarketing ? 'stop' : 'resume',
      timestamp: Math.floor(nowMs / 1000),
    });
    const value = { contacts: [contactOf(person, nowMs)], user_preferences: [preference] };
    this.#world.post.post({ number: this.#world.number(number).id, field: 'user_preferences', value });
  }

  /** Every number of the business that knows the person hears of it. A hidden phone stays hidden; its new id is told. */
  #changeNumber(person: Person, phone: string): void {
    const nowMs = this.#world.clock.now();
    const isShown = showsPhone(person, nowMs);
    const [oldWaId, oldBsuid] = [person.waId, person.bsuid];
    this.#world.people.changePhone(person, phone);
    const change = isShown
      ? {
          body: `User ${person.name} changed from ${oldWaId} to ${person.waId}`,
          wa_id: person.waId,
          type: 'user_changed_number',
        }
      : { body: `User ${person.name} changed from ${oldBsuid} to ${person.bsuid}`, type: 'user_changed_user_id' };
    const system = { ...change, user_id: person.bsuid, previous_user_id: oldBsuid };
    for (const { number } of this.#world.chats.ofPerson(person.id)) {
      const sender = present({ from: isShown ? oldWaId : undefined, from_user_id: oldBsuid });
      const id = this.#world.newWamid(person, 'person');
      const message = { ...sender, id, timestamp: timestampOf(nowMs), type: 'system', system };
      this.#world.post.post({ number, field: 'messages', message });
    }
  }
}

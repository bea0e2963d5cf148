// Sending: a request becomes a message on a phone, or a refusal with the platform's code. The form comes first, then what the number
// and the pair may carry, then what only this person decides; the last is told by status after a 200, as the platform does.
import { type JsonObject, objectOf, present } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';
import { type BusinessNumber, perSecond } from '../world/business.ts';
import { type Chat, type ChatMessage, isEntryOpen, isWindowOpen, noteReply, type Receipt } from '../world/chat.ts';
import { lineOf, type Person, showsPhone } from '../world/person.ts';
import type { Receipts } from '../world/receipts.ts';
import type { World } from '../world/world.ts';
import { Form } from './check/form.ts';
import { type CheckedMessage, checkMessage } from './check/message.ts';
import { wordsOf } from './words.ts';

const notDigits = /[^\d]/g;
const thirtyDaysMs = 30 * 24 * 3_600_000;
/** From then on messages inside the window are billed too. */
const serviceBilledMs = Date.UTC(2026, 9, 1);
const unitedStates =
  /^1(?!(?:204|226|236|249|250|289|306|343|365|367|403|416|418|437|438|450|506|514|519|548|579|581|587|604|613|639|647|672|705|709|778|780|782|807|819|825|867|873|902|905))\d{10}$/;

/** Takes messages of the business. */
export class Sending {
  readonly #world: World;
  readonly #receipts: Receipts;

  constructor(world: World, receipts: Receipts) {
    this.#world = world;
    this.#receipts = receipts;
  }

  /**
   * Accepts a message.
   * @returns the platform's answer
   * @throws SandboxError with the platform's code, counted
   */
  send(numberId: string, request: JsonObject): JsonObject {
    try {
      return this.#send(this.#world.number(numberId), request);
    } catch (error) {
      if (error instanceof SandboxError && typeof error.code === 'number') this.#world.sends.refuse(error.code);
      throw error;
    }
  }

  #send(number: BusinessNumber, request: JsonObject): JsonObject {
    const { templates, media } = this.#world;
    const message = checkMessage(new Form(request), { templates, findMedia: (id) => media.get(id) });
    this.#checkRecipient(number, message);
    const person = this.#world.people.find(message.address);
    const nowMs = this.#world.clock.now();
    if (!this.#world.throughput.take(number.id, nowMs, perSecond(this.#world.business, number)))
      throw new SandboxError(130429, 'Cloud API message throughput has been reached');
    if (!this.#world.pairRate.take(`${number.id} ${person?.id ?? message.address}`, nowMs))
      throw new SandboxError(131056, 'Too many messages sent from the sender phone number to the same recipient');
    const chat = person && this.#world.chats.of(number.id, person.id);
    if (message.type === 'reaction') this.#checkTarget(chat, message);
    const late = this.#lateRefusal(number, message, person, chat);
    if (late !== undefined && this.#world.refusals === 'answer') throw new SandboxError(late, 'refused');
    const placed = this.#place(number, message, person, chat, late);
    return this.#answer(message, person, placed.wamid);
  }

  #checkRecipient(number: BusinessNumber, { address, isByBsuid, filled }: CheckedMessage): void {
    if (isByBsuid && filled?.template.category === 'AUTHENTICATION')
      throw new SandboxError(131062, 'an authentication template needs a phone number');
    if (isByBsuid) return;
    const line = lineOf(address.replace(notDigits, ''));
    if (line === lineOf(number.phone)) throw new SandboxError(131021, 'Recipient cannot be sender');
    if (number.allowed && !number.allowed.some((one) => lineOf(one) === line))
      throw new SandboxError(131030, 'Add the recipient to the list of the test number');
  }

  #checkTarget(chat: Chat | undefined, { content }: CheckedMessage): void {
    const target = objectOf(content)?.['message_id'];
    const message = chat && typeof target === 'string' ? this.#world.chats.message(chat, target) : undefined;
    if (!message) throw new SandboxError(131009, "Parameter 'reaction.message_id' is no message of this chat");
    if (this.#world.clock.now() - message.atMs > thirtyDaysMs)
      throw new SandboxError(131009, "Parameter 'reaction.message_id' is older than 30 days");
  }

  /** @returns the code of what the platform finds out only after it has answered */
  #lateRefusal(
    number: BusinessNumber,
    { type, filled }: CheckedMessage,
    person: Person | undefined,
    chat: Chat | undefined,
  ): number | undefined {
    const { clock, tier, business, marketingCap } = this.#world;
    const nowMs = clock.now();
    if (!person || !chat) return 131026;
    const isOpen = isWindowOpen(chat, nowMs);
    if (type !== 'template') return isOpen ? undefined : 131047;
    if (number.quality === 'RED' && filled?.template.category === 'MARKETING') return 131048;
    if (filled?.template.category === 'MARKETING') {
      if (person.hasStoppedMarketing) return 131050;
      if (unitedStates.test(person.phone) || !marketingCap.take(person.id, nowMs)) return 131049;
    }
    return isOpen || tier.take(person.id, nowMs, business.tier) ? undefined : 131048;
  }

  #place(
    number: BusinessNumber,
    { type, content, replyTo, callback, filled, address }: CheckedMessage,
    person: Person | undefined,
    chat: Chat | undefined,
    late: number | undefined,
  ): ChatMessage {
    const { clock, sends } = this.#world;
    const nowMs = clock.now();
    if (chat && late === undefined) noteReply(chat, nowMs);
    const message: ChatMessage = {
      wamid: person ? this.#world.newWamid(person, 'business') : this.#world.newWamidTo(address),
      from: 'business',
      atMs: nowMs,
      type,
      content: type === 'template' ? { ...objectOf(content), category: filled?.template.category } : content,
      text: filled?.text ?? wordsOf(type, content),
      ...(replyTo !== undefined && { replyTo }),
      reactions: {},
      isEdited: false,
      isDeleted: false,
      states: {},
      receipt: this.#receiptOf(chat, filled?.template.category, callback),
    };
    sends.accept({ wamid: message.wamid, number: number.id, person: person?.id, type, atMs: nowMs, callback });
    if (late !== undefined) this.#failLater({ number, address, person, chat }, message, late);
    else if (person && chat) this.#show(person, chat, message);
    return message;
  }

  #failLater(
    to: { number: BusinessNumber; address: string; person: Person | undefined; chat: Chat | undefined },
    message: ChatMessage,
    code: number,
  ): void {
    this.#world.clock.in(150, () => {
      if (to.person && to.chat) this.#receipts.fail(to.person, to.chat, message, code);
      else this.#receipts.failUnknown(to.number.id, to.address.replace(notDigits, ''), message, code);
    });
  }

  #show(person: Person, chat: Chat, message: ChatMessage): void {
    if (message.type === 'reaction') {
      const { message_id: target, emoji } = objectOf(message.content) ?? {};
      const reacted = typeof target === 'string' ? this.#world.chats.message(chat, target) : undefined;
      if (reacted && typeof emoji === 'string') reacted.reactions.business = emoji;
      this.#world.tell({ what: 'chat', person: person.id });
    } else this.#world.place(chat, message);
    this.#receipts.follow(person, chat, message);
  }

  #receiptOf(chat: Chat | undefined, category: string | undefined, callback: string | undefined): Receipt {
    const nowMs = this.#world.clock.now();
    const isEntry = chat !== undefined && isEntryOpen(chat, nowMs);
    const isService = category === undefined;
    const isFree = isEntry || (isService && nowMs < serviceBilledMs);
    const pricing = {
      billable: !isFree,
      pricing_model: 'PMP',
      type: isEntry ? 'free_entry_point' : isFree ? 'free_customer_service' : 'regular',
      category: isEntry ? 'referral_conversion' : (category?.toLowerCase() ?? 'service'),
    };
    return {
      pricing,
      ...(callback !== undefined && { callback }),
      ...(isEntry && { conversation: { id: this.#world.newTraceId(), origin: { type: 'referral_conversion' } } }),
    };
  }

  #answer({ address, isByBsuid }: CheckedMessage, person: Person | undefined, wamid: string): JsonObject {
    const nowMs = this.#world.clock.now();
    const seen = person && showsPhone(person, nowMs);
    const contact = isByBsuid
      ? { input: address, user_id: person?.bsuid ?? address }
      : present({
          input: address,
          wa_id: seen || !person ? (person?.waId ?? address.replace(notDigits, '')) : undefined,
          user_id: person?.bsuid,
        });
    return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id: wamid }] };
  }
}

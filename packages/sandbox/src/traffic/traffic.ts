// Traffic: seeded people who write as customers do, so many messages a second in all. The day's rhythm where each of them lives decides
// who writes; nobody waits for an answer, and whoever gets one may react to it.
import type { Chance } from '../chance.ts';
import type { MediaKind, PhoneAct } from '../phones/phone-act.ts';
import type { Phones } from '../phones/phones.ts';
import type { Person } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { drawJpeg, drawPng, type Picture } from './pictures.ts';
import type { Talk, Turn } from './talk.ts';
import { talks } from './talks.ts';
import { recordVoice } from './voice.ts';

export interface TrafficOptions {
  readonly world: World;
  readonly phones: Phones;
  readonly people: readonly Person[];
  /** Messages a second from all of them together. */
  readonly perSecond: number;
}

interface Conversation {
  readonly turns: readonly Turn[];
  next: number;
}

/** How likely somebody writes, by the hour where they live. */
const hours = [4, 2, 1, 1, 1, 3, 8, 18, 40, 62, 78, 82, 70, 60, 66, 74, 80, 82, 76, 70, 64, 48, 26, 12];
const busiest = Math.max(...hours);
const shortestGapMs = 10;
const goesOn = 0.75;
const secondThoughts = 0.02;
const mostOpen = 400;
const hourMs = 3_600_000;
const triesForRhythm = 12;
const minimalPdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n';
const slot = /\{(\w+)\}/g;

/** Writes until it is stopped. */
export class Traffic {
  readonly #options: TrafficOptions;
  readonly #chance: Chance;
  readonly #open = new Map<Person, Conversation>();
  #written = 0;
  #owed = 0;
  #isStopped = false;

  constructor(options: TrafficOptions) {
    this.#options = options;
    this.#chance = options.world.chance('traffic');
  }

  /** Messages written so far. */
  get written(): number {
    return this.#written;
  }

  start(): void {
    const { perSecond, people } = this.#options;
    if (perSecond > 0 && people.length > 0) this.#wait();
  }

  stop(): void {
    this.#isStopped = true;
  }

  #wait(): void {
    const { world, perSecond } = this.#options;
    const gapMs = Math.max(shortestGapMs, 1000 / perSecond);
    world.clock.in(gapMs * (0.5 + this.#chance.next()), () => {
      if (this.#isStopped) return;
      // While a running clock is moved forward nobody writes: a month of talk in one go would tell nothing.
      this.#owed += world.clock.isMoving ? 0 : (gapMs * perSecond) / 1000;
      for (; this.#owed >= 1; this.#owed -= 1) this.write();
      this.#wait();
    });
  }

  /** Somebody writes the next thing. */
  write(): void {
    const { world, phones } = this.#options;
    const person = this.#somebody();
    const conversation = this.#open.get(person) ?? this.#begin(person);
    const turn = conversation.turns[conversation.next];
    conversation.next += 1;
    if (conversation.next >= conversation.turns.length) this.#open.delete(person);
    if (!turn) return;
    const wamid = phones.act(person.id, this.#actFor(person, turn, world.number().id));
    this.#written += 1;
    this.#second(person, wamid);
  }

  /** Second thoughts, and what else happens in a life: a typo, a regret, a new number, enough of advertising. */
  #second(person: Person, wamid: string | undefined): void {
    const { world, phones } = this.#options;
    if (!this.#chance.happens(secondThoughts)) return;
    const chat = world.chats.of(world.number().id, person.id);
    const last = wamid === undefined ? undefined : world.chats.message(chat, wamid);
    const what = this.#chance.pick([
      'edit',
      'edit',
      'delete',
      'delete',
      'number',
      'username',
      'marketing',
      'block',
    ] as const);
    if (what === 'edit' && last?.type === 'text')
      phones.act(person.id, { act: 'edit', target: last.wamid, body: `${last.text}.` });
    else if (what === 'delete' && last) phones.act(person.id, { act: 'delete', target: last.wamid });
    else if (what === 'number')
      phones.act(person.id, { act: 'change-number', phone: world.people.drawPhone(person.language) });
    else if (what === 'username' && person.username === undefined)
      phones.act(person.id, { act: 'username', username: `user.${person.id}`, hideAtOnce: this.#chance.happens(0.5) });
    else if (what === 'marketing')
      phones.act(person.id, { act: person.hasStoppedMarketing ? 'resume-marketing' : 'stop-marketing' });
    else if (what === 'block') phones.act(person.id, { act: 'block' });
  }

  /** One of those who are in the middle of something, or one who is awake. */
  #somebody(): Person {
    const { people, world } = this.#options;
    if (this.#open.size > 0 && (this.#chance.happens(goesOn) || this.#open.size >= mostOpen))
      return this.#chance.pick([...this.#open.keys()].slice(0, mostOpen));
    let person = this.#chance.pick(people);
    for (let tries = 0; tries < triesForRhythm; tries += 1) {
      const hour = new Date(world.clock.now() + talks[person.language].hoursFromUtc * hourMs).getUTCHours();
      if (this.#chance.happens((hours[hour] ?? 0) / busiest)) break;
      person = this.#chance.pick(people);
    }
    return person;
  }

  #begin(person: Person): Conversation {
    const { greetings, topics } = talks[person.language];
    const topic = this.#chance.pick(topics);
    // Not everybody stays to the end.
    const length = this.#chance.happens(0.6) ? topic.length : this.#chance.whole(1, topic.length);
    const turns = topic.slice(0, length);
    const conversation = { turns: this.#chance.happens(0.5) ? [greetings, ...turns] : turns, next: 0 };
    this.#open.set(person, conversation);
    return conversation;
  }

  #actFor(person: Person, turn: Turn, number: string): PhoneAct {
    const talk = talks[person.language];
    const said = this.#chance.pick(turn);
    switch (said) {
      case '@image': {
        const picture = this.#chance.happens(0.5) ? drawPng(this.#chance) : drawJpeg(this.#chance);
        const caption = this.#chance.happens(0.4) ? { caption: this.#chance.pick(talk.captions) } : {};
        return { ...media('image', picture), ...caption };
      }
      case '@voice':
        return { ...media('audio', recordVoice(this.#chance)), voice: true };
      case '@document': {
        const bytes = Buffer.from(`${minimalPdf}%${this.#chance.whole(0, 2 ** 31)}\n%%EOF\n`);
        return {
          ...media('document', { bytes, mime: 'application/pdf' }),
          filename: `${this.#chance.whole(1000, 9999)}.pdf`,
        };
      }
      case '@place':
        return { act: 'location', ...this.#chance.pick(talk.places) };
      case '@reaction':
        return this.#reactionFor(person, number) ?? { act: 'text', body: '👍' };
      default:
        return { act: 'text', body: this.#fill(said, talk, person), ...this.#replyFor(person, number) };
    }
  }

  /** Reacts to the last thing that the business said, if it said anything. */
  #reactionFor(person: Person, number: string): PhoneAct | undefined {
    const target = this.#lastOfBusiness(person, number);
    return target === undefined
      ? undefined
      : { act: 'reaction', target, emoji: this.#chance.pick(['👍', '❤️', '🙏', '😂']) };
  }

  #replyFor(person: Person, number: string): { readonly replyTo?: string } {
    const target = this.#chance.happens(0.08) ? this.#lastOfBusiness(person, number) : undefined;
    return target === undefined ? {} : { replyTo: target };
  }

  #lastOfBusiness(person: Person, number: string): string | undefined {
    const { messages } = this.#options.world.chats.of(number, person.id);
    return messages.findLast(({ from, states }) => from === 'business' && states.delivered !== undefined)?.wamid;
  }

  #fill(text: string, { slots }: Talk, { name }: Person): string {
    return text.replace(slot, (whole: string, key: string) => {
      if (key === 'name') return name;
      const values = slots[key];
      return values ? this.#chance.pick(values) : whole;
    });
  }
}

function media(kind: MediaKind, { bytes, mime }: Picture): Extract<PhoneAct, { act: 'media' }> {
  return { act: 'media', kind, bytes, mime };
}

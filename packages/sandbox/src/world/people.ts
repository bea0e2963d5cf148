// Everybody who has a phone here. Finds a person by whatever the business may call them, and gives out the ids.
import type { Chance } from '../chance.ts';
import type { Habits } from '../habits.ts';
import { SandboxError } from '../sandbox-error.ts';
import { type Language, lineOf, type Person } from './person.ts';

export interface NewPerson {
  readonly name: string;
  readonly language?: Language;
  /** Digits, with or without a plus; drawn if not given. */
  readonly phone?: string;
  readonly username?: string;
  readonly hasProfile?: boolean;
  readonly readsAlone?: boolean;
}

const phoneForm = /^\d{8,15}$/;
const usernameForm = /^[a-z0-9._]{3,30}$/;
const notDigits = /[^\d]/g;
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const mexican = /^52(?=\d{10}$)/;
const brazilian = /^55([3-9]\d)9(?=[6-9]\d{7}$)/;
const countries: readonly (readonly [prefix: string, country: string])[] = [
  ['52', 'MX'],
  ['54', 'AR'],
  ['55', 'BR'],
  ['34', 'ES'],
  ['57', 'CO'],
  ['86', 'CN'],
  ['65', 'SG'],
  ['44', 'GB'],
  ['91', 'IN'],
  ['1', 'US'],
];

/** The people of a sandbox. */
export class People {
  readonly #all = new Map<string, Person>();
  readonly #byLine = new Map<string, Person>();
  readonly #byBsuid = new Map<string, Person>();
  readonly #byUsername = new Map<string, Person>();
  readonly #chance: Chance;
  readonly #habits: Habits;

  constructor(chance: Chance, habits: Habits) {
    this.#chance = chance;
    this.#habits = habits;
  }

  /** Adds a person. @throws SandboxError `phone-taken`, `username-taken` or `bad-request` */
  add({ name, language = 'en', phone, username, hasProfile, readsAlone = false }: NewPerson): Person {
    const dialled = this.#freePhone(phone ?? this.drawPhone(language));
    const person: Person = {
      id: `p${this.#all.size + 1}`,
      name,
      language,
      phone: dialled,
      waId: this.#waIdOf(dialled),
      bsuid: this.#drawBsuid(dialled),
      hasProfile: hasProfile ?? true,
      isOnline: true,
      readsAlone,
      hasStoppedMarketing: false,
      blocked: new Set(),
    };
    this.#all.set(person.id, person);
    this.#index(person);
    if (username !== undefined) this.adopt(person, username);
    return person;
  }

  #index(person: Person): void {
    this.#byLine.set(lineOf(person.phone), person);
    this.#byBsuid.set(person.bsuid, person);
  }

  /** @throws SandboxError `unknown-person` */
  get(id: string): Person {
    const person = this.#all.get(id);
    if (!person) throw new SandboxError('unknown-person', id);
    return person;
  }

  /** @returns who is meant by a phone in any spelling or a business-scoped id of today */
  find(address: string): Person | undefined {
    return this.#byBsuid.get(address) ?? this.#byLine.get(lineOf(address.replace(notDigits, '')));
  }

  all(): readonly Person[] {
    return [...this.#all.values()];
  }

  get count(): number {
    return this.#all.size;
  }

  /** A new phone: the platform gives a new business-scoped id with it, and the old ones lead nowhere. */
  changePhone(person: Person, phone: string): void {
    const dialled = this.#freePhone(phone);
    this.#byLine.delete(lineOf(person.phone));
    this.#byBsuid.delete(person.bsuid);
    person.phone = dialled;
    person.waId = this.#waIdOf(dialled);
    person.bsuid = this.#drawBsuid(dialled);
    this.#index(person);
  }

  /** @throws SandboxError `username-taken`, or `bad-request` if it has not the form of one */
  adopt(person: Person, username: string): void {
    const plain = username.replace('@', '').toLowerCase();
    if (!usernameForm.test(plain)) throw new SandboxError('bad-request', 'a username has 3 to 30 of a-z, 0-9, . and _');
    if ((this.#byUsername.get(plain) ?? person) !== person) throw new SandboxError('username-taken', 'username');
    if (person.username !== undefined) this.#byUsername.delete(person.username);
    this.#byUsername.set(plain, person);
    person.username = plain;
  }

  #freePhone(phone: string): string {
    const plain = phone.replace(notDigits, '');
    if (!phoneForm.test(plain)) throw new SandboxError('bad-request', 'a phone has 8 to 15 digits');
    if (this.#byLine.has(lineOf(plain))) throw new SandboxError('phone-taken', 'phone');
    return plain;
  }

  /** @returns a phone that nobody has */
  drawPhone(language: Language): string {
    for (;;) {
      const phone = drawnPhone(this.#chance, language);
      if (!this.#byLine.has(lineOf(phone))) return phone;
    }
  }

  #waIdOf(phone: string): string {
    if (mexican.test(phone) && this.#chance.happens(this.#habits.mexicanOne)) return phone.replace(mexican, '521');
    if (brazilian.test(phone) && this.#chance.happens(this.#habits.brazilianEight))
      return phone.replace(brazilian, '55$1');
    return phone;
  }

  #drawBsuid(phone: string): string {
    const country = countries.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? this.#chance.letters(2, capitals);
    return `${country}.${this.#chance.whole(1, 9)}${this.#chance.letters(19, digits)}`;
  }
}

/** Phones of numbering plans' test or unassigned ranges where there are any, so that nobody real is meant. */
function drawnPhone(chance: Chance, language: Language): string {
  const line = chance.letters(7, digits);
  if (language === 'zh') return chance.happens(0.8) ? `861990${line}` : `658${line}`;
  if (language === 'en')
    return chance.happens(0.6)
      ? `1${chance.pick(['212', '415', '305'])}555${line.slice(0, 4)}`
      : `447700${line.slice(0, 6)}`;
  const area = chance.pick(['5255', '5233', '5281', '5257', '5491', '5561', '5531', '5511', '5731', '3466']);
  return area.startsWith('55') ? `${area}9${chance.whole(6, 9)}${line}` : `${area}${chance.whole(1, 9)}${line}`;
}

// A customer with a phone. What the business sees of them is another matter: a username can hide the phone, and a new phone is a
// new business-scoped id.

export type Language = 'es' | 'zh' | 'en';

export interface Person {
  /** The sandbox's own id; no platform knows it. */
  readonly id: string;
  name: string;
  readonly language: Language;
  /** Digits, as dialled. */
  phone: string;
  /** Digits, as the platform writes them: in some countries other than dialled. */
  waId: string;
  /** The business-scoped user id. */
  bsuid: string;
  username?: string;
  /** After a username was adopted: until when the business still sees the phone. */
  phoneShownUntilMs?: number;
  hasProfile: boolean;
  isOnline: boolean;
  /** Opens and reads what arrives without anybody at the phone. */
  readonly readsAlone: boolean;
  hasStoppedMarketing: boolean;
  /** Ids of the numbers that this person has blocked. */
  readonly blocked: Set<string>;
}

const mexico = /^521(\d{10})$/;
const brazil = /^55(\d{2})9([6-9]\d{7})$/;
const argentina = /^549(\d{10})$/;

/** @returns one spelling for all spellings of a phone: without the Mexican 1, the Brazilian ninth digit and the Argentine 9 */
export function lineOf(digits: string): string {
  return digits.replace(mexico, '52$1').replace(brazil, '55$1$2').replace(argentina, '54$1');
}

/** @returns whether the business sees the phone of this person at this time */
export function showsPhone({ username, phoneShownUntilMs }: Person, nowMs: number): boolean {
  return username === undefined || nowMs < (phoneShownUntilMs ?? 0);
}

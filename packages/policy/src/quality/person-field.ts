// What an owner may ask of a field that the business keeps of people, and what a value breaks. Values are texts, whatever the type; a
// rule decides on each by itself and says what is wrong in numbers, so that every language can say it at the field.

import { isRealDate } from '../calendar-date.ts';
import { breaksWritten } from './check-field.ts';
import type { CharacterClass } from './input-rule.ts';
import { safePattern } from './safe-pattern.ts';

export const PERSON_FIELD_TYPES = ['text', 'number', 'date', 'choice'] as const;

export type PersonFieldType = (typeof PERSON_FIELD_TYPES)[number];

/** Forms that an owner may ask for. */
export const PERSON_FIELD_TEMPLATES = ['name', 'phone', 'email'] as const;

export interface PersonFieldRule {
  readonly type: PersonFieldType;
  /** Of a text its characters, of a number its value; both bounds allowed. */
  readonly least?: number;
  readonly most?: number;
  /** In the language of `safe-pattern.ts`, over the whole value. */
  readonly pattern?: string;
  readonly template?: (typeof PERSON_FIELD_TEMPLATES)[number];
  /** What may be chosen. */
  readonly choices?: readonly string[];
}

export type PersonFieldFault =
  | 'characters'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'no-number'
  | 'no-date'
  | 'no-choice'
  | 'pattern'
  | 'template';

/** What a value breaks, in numbers: never the value. */
export interface PersonFieldBreak {
  readonly fault: PersonFieldFault;
  /** How many characters there are. */
  readonly length?: number;
  readonly least?: number;
  readonly most?: number;
  readonly template?: string;
}

export type PersonFieldRuleFault = 'bounds' | 'pattern' | 'choices';

/** No field of a person is longer. */
export const LONGEST_FIELD_VALUE = 4_000;

const HIDING: readonly CharacterClass[] = ['control', 'bidi-override', 'replaced', 'zero-width-run', 'hidden-tags'];
const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d{1,9})?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** What the value breaks; undefined where it keeps the rule. */
export function personFieldBreak(rule: PersonFieldRule, value: string): PersonFieldBreak | undefined {
  if (HIDING.some((not) => breaksWritten({ kind: 'characters', not }, value))) return { fault: 'characters' };
  const length = [...value].length;
  if (length > LONGEST_FIELD_VALUE) return { fault: 'too-long', length, most: LONGEST_FIELD_VALUE };
  return typeBreak(rule, value, length) ?? writtenBreak(rule, value);
}

function typeBreak(rule: PersonFieldRule, value: string, length: number): PersonFieldBreak | undefined {
  switch (rule.type) {
    case 'text':
      return boundsBreak(rule, length, { below: 'too-short', above: 'too-long', length });
    case 'number':
      if (!NUMBER.test(value)) return { fault: 'no-number' };
      return boundsBreak(rule, Number(value.replace(',', '.')), { below: 'too-small', above: 'too-large' });
    case 'date': {
      const [, year, month, day] = DATE.exec(value) ?? [];
      const isReal = day !== undefined && isRealDate(Number(year), Number(month), Number(day));
      return isReal ? undefined : { fault: 'no-date' };
    }
    case 'choice':
      return rule.choices?.includes(value) === true ? undefined : { fault: 'no-choice' };
  }
}

function boundsBreak(
  { least, most }: PersonFieldRule,
  size: number,
  {
    above,
    below,
    length,
  }: { readonly below: PersonFieldFault; readonly above: PersonFieldFault; readonly length?: number },
): PersonFieldBreak | undefined {
  const bounds = {
    ...(length === undefined ? {} : { length }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
  if (least !== undefined && size < least) return { fault: below, ...bounds };
  if (most !== undefined && size > most) return { fault: above, ...bounds };
  return undefined;
}

function writtenBreak({ pattern, template }: PersonFieldRule, value: string): PersonFieldBreak | undefined {
  if (pattern !== undefined && breaksWritten({ kind: 'pattern', pattern }, value)) return { fault: 'pattern' };
  const isFormless = template !== undefined && breaksWritten({ kind: 'template', template }, value);
  return isFormless ? { fault: 'template', template } : undefined;
}

/** What is wrong with a rule itself; undefined for one that some value can keep. */
export function personFieldRuleFault(rule: PersonFieldRule): PersonFieldRuleFault | undefined {
  const { choices = [], least, most, pattern, type } = rule;
  const isUpsideDown = least !== undefined && most !== undefined && least > most;
  const isSizeless = type === 'text' && ((least ?? 0) < 0 || (most ?? 1) < 1);
  if (isUpsideDown || isSizeless) return 'bounds';
  if (pattern !== undefined && safePattern(pattern) === undefined) return 'pattern';
  const isChoiceless = type === 'choice' && (choices.length === 0 || new Set(choices).size < choices.length);
  return isChoiceless ? 'choices' : undefined;
}

// Renders a header from a pattern such as `[dd/MM/yy, h:mm:ss a] ` in a locale's digits and day periods.
// Letters are fields, text in single quotes and everything else stands for itself.

import type { Moment } from './moment.ts';

export type Periods = readonly (readonly [fromHour: number, label: string])[];

export type DateOrder = 'DMY' | 'MDY' | 'YMD' | 'AMBIGUOUS' | 'MIXED' | 'NONE';

type Field = (at: Moment) => string;

const PIECE = /'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g;
const QUOTED = /'[^']*'/g;
const LETTER = /^[A-Za-z]/;
const YEAR = /[yBR]/;
const FULL_YEAR = /yyyy|B/;
const DOTTED = /d\.[^A-Za-z]*M/;
const DASH = /[-–] $/;

const two = (value: number): string => String(value).padStart(2, '0');

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['d', (at) => String(at.day)],
  ['dd', (at) => two(at.day)],
  ['M', (at) => String(at.month)],
  ['MM', (at) => two(at.month)],
  ['yy', (at) => two(at.year % 100)],
  ['yyyy', (at) => String(at.year).padStart(4, '0')],
  ['B', (at) => String(at.year + 543)],
  ['R', (at) => (at.year >= 2020 ? `R${at.year - 2018}` : `H${at.year - 1988}`)],
  ['H', (at) => String(at.hour)],
  ['HH', (at) => two(at.hour)],
  ['h', (at) => String(at.hour % 12 === 0 ? 12 : at.hour % 12)],
  ['hh', (at) => two(at.hour % 12 === 0 ? 12 : at.hour % 12)],
  ['K', (at) => String(at.hour % 12)],
  ['mm', (at) => two(at.minute)],
  ['ss', (at) => two(at.second)],
]);

const DIGIT_ZERO: ReadonlyMap<string, number> = new Map([
  ['latn', 0x30],
  ['arab', 0x660],
  ['arabext', 0x6f0],
  ['deva', 0x966],
  ['beng', 0x9e6],
  ['mymr', 0x1040],
]);

/** Half-day labels in the usual form. */
export function halves(morning: string, afternoon: string): Periods {
  return [
    [0, morning],
    [12, afternoon],
  ];
}

function periodAt(periods: Periods, hour: number): string {
  let label = '';
  for (const [from, text] of periods) if (hour >= from) label = text;
  return label;
}

function inDigits(text: string, system: string): string {
  const zero = DIGIT_ZERO.get(system);
  if (zero === undefined) throw new RangeError(`unknown digit system ${system}`);
  if (zero === 0x30) return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

export type Style = { readonly periods?: Periods; readonly digits?: string };

/** The header of `at` by `pattern`; throws on an unknown field. */
export function header(pattern: string, at: Moment, style: Style = {}): string {
  const out: string[] = [];
  for (const [piece, quoted] of pattern.matchAll(PIECE)) {
    if (quoted !== undefined) out.push(quoted);
    else if (!LETTER.test(piece)) out.push(piece);
    else if (piece === 'a') out.push(periodAt(style.periods ?? halves('AM', 'PM'), at.hour));
    else {
      const field = FIELDS.get(piece);
      if (field === undefined) throw new RangeError(`unknown field ${piece} in ${pattern}`);
      out.push(inDigits(field(at), style.digits ?? 'latn'));
    }
  }
  return out.join('');
}

export type Shape = {
  readonly platform: 'android' | 'ios' | 'old';
  readonly order: 'DMY' | 'MDY' | 'YMD';
  readonly withSeconds: boolean;
  /** Dots between the fields, or a leading four-digit year, prove the order without any date. */
  readonly provesOrder: boolean;
};

/** What a pattern says of itself. */
export function shapeOf(pattern: string): Shape {
  const bare = pattern.replace(QUOTED, '');
  const places = { d: bare.indexOf('d'), m: bare.indexOf('M'), y: bare.search(YEAR) };
  const yearFirst = places.y < places.d && places.y < places.m;
  const order = yearFirst ? 'YMD' : places.d < places.m ? 'DMY' : 'MDY';
  const dotted = DOTTED.test(bare);
  return {
    platform: bare.includes('[') ? 'ios' : DASH.test(bare) ? 'android' : 'old',
    order,
    withSeconds: bare.includes('s'),
    provesOrder: (yearFirst && FULL_YEAR.test(bare)) || dotted,
  };
}

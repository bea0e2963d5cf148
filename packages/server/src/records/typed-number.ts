// A number as a person types it, and the lines it may mean. For finding only: what was typed with or without Argentina's 9 finds
// both, but two people who are known are never made one by it, because the other number may be somebody's landline.

import { lineOf } from './identity.ts';

const SEPARATORS = /[\s().\-/\u2010-\u2015\u2212]/gu;
const NUMBER = /^(?:\+|00)?(\d{7,15})$/;
const ARGENTINE_MOBILE = /^\+549(\d{10})$/;
const ARGENTINE = /^\+54(?!9)(\d{10})$/;
/** Area code, then the 15 by which a mobile is dialled at home. */
const ARGENTINE_AT_HOME = /^\+54(?:11(?=15)|[2368]\d{2,3}(?=15))15\d{6,8}$/;
const NATIONAL_DIGITS = 10;

/** The lines that a typed number may mean, as `lineOf` writes them; empty where it is no number. */
export function linesTyped(typed: string): ReadonlySet<string> {
  const digits = NUMBER.exec(typed.replace(SEPARATORS, ''))?.[1];
  if (digits === undefined) return new Set();
  const line = lineOf(`+${digits}`);
  const mobile = ARGENTINE_MOBILE.exec(line)?.[1];
  if (mobile !== undefined) return new Set([line, `+54${mobile}`]);
  const plain = ARGENTINE.exec(line)?.[1];
  if (plain !== undefined) return new Set([line, `+549${plain}`]);
  return new Set([line, ...(ARGENTINE_AT_HOME.test(line) ? withoutHomePrefix(line.slice(3)) : [])]);
}

/** The area code has two to four digits; with the rest it makes ten. */
function withoutHomePrefix(national: string): string[] {
  return [2, 3, 4].flatMap((area) => {
    if (national.slice(area, area + 2) !== '15') return [];
    const mobile = national.slice(0, area) + national.slice(area + 2);
    return mobile.length === NATIONAL_DIGITS ? [`+549${mobile}`, `+54${mobile}`] : [];
  });
}

// What a run of the tests walks: in its short form each flow once, in one language after the other, at the desk and on a phone in turn;
// in its long form (`ACTA_TEST_FORM=long`) in each language at both widths. Words and layout of every page are walked over in each
// language in both forms.

import { DESK, type Device, PHONE } from './watched.ts';
import { LANGUAGES } from './words.ts';

export const IS_LONG: boolean = process.env['ACTA_TEST_FORM'] === 'long';

const ALL: readonly Device[] = LANGUAGES.flatMap((language) => [
  { language, theme: 'light', size: DESK },
  { language, theme: 'dark', size: PHONE },
]);

/** The devices of the flow that stands at this place in its list: six flows one after another are on six different ones. */
export function devicesOf(place: number): readonly Device[] {
  if (IS_LONG) return ALL;
  return ALL.slice(2 * (place % LANGUAGES.length) + (place % 2)).slice(0, 1);
}

/** Whether the rules of accessibility are held against a page that is walked over there: its markup is the same in every language. */
export function isExamined({ language = 'en', size, theme }: Device): boolean {
  return IS_LONG || language === 'en' || (language === 'zh' && theme === 'dark' && size === PHONE);
}

/** A device in words. */
export function named({ language = 'en', size = DESK }: Device): string {
  return `${language}, ${size === PHONE ? 'phone' : 'desk'}`;
}

/** A line for what the short form leaves out. */
export function sayNotRun(what: string): void {
  if (!IS_LONG) process.stdout.write(`not run: ${what}: only with ACTA_TEST_FORM=long\n`);
}

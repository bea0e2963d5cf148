// Forms of fields, right in every script: O'Brien, José, 张伟, हर्ष and محمد are names. Each pattern reads a bounded value
// once, or with bounded steps back, so that none can be made to hang.

import { isRealDate } from '../calendar-date.ts';
import type { FieldTemplate } from './input-rule.ts';

/** Longer values keep no template and are not read. */
const MOST_UNITS = 4_096;
/** Letters and marks of any script, digits, what joins words in names, and the pictures that people put beside them. */
const NAME =
  /^[\p{L}\p{M}\p{N}\p{Zs}\p{Emoji}\p{Emoji_Component}\p{Extended_Pictographic}'’‘ʼʻ`´´.,·・‧\-‐–—()&/+@|!~_\u200c\u200d\u200e\u200f׳״]*$/u;
const PHONE = /^\+?[1-9]\d{6,14}$/;
const PHONE_SEPARATORS = /[\s().\-–\u00a0]/g;
const BSUID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;
const MAILBOX = /^[^\s@"(),:;<>[\]\\]{1,64}$/u;
const HOST_LABEL = /^[\p{L}\p{N}\p{M}-]{1,63}$/u;
const TOP_LABEL = /^(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,59})$/iu;
const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d{1,9})?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(?:\s*;[^;]{1,128}){0,8}$/i;

const templates: Readonly<Record<FieldTemplate, (value: string) => boolean>> = {
  name: (value) => NAME.test(value),
  // A business-scoped id may stand where a number is usual.
  phone: (value) => PHONE.test(value.replace(PHONE_SEPARATORS, '')) || BSUID.test(value),
  email: isEmail,
  'free-text': () => true,
  number: (value) => NUMBER.test(value),
  date: isDate,
  'media-type': (value) => MEDIA_TYPE.test(value),
};

/** @returns whether the value has the form; digits of other scripts are no numbers of telephones and dates */
export function hasForm(template: FieldTemplate, value: string): boolean {
  return value.length <= MOST_UNITS && templates[template](value);
}

/** RFC 5321 without quoted mailboxes; hosts in any script (RFC 5890), at least two labels. */
function isEmail(value: string): boolean {
  const at = value.lastIndexOf('@');
  const labels = value.slice(at + 1).split('.');
  const isHost = labels.length >= 2 && labels.every((label) => HOST_LABEL.test(label) && isInner(label));
  return (
    at > 0 && value.length <= 254 && MAILBOX.test(value.slice(0, at)) && isHost && TOP_LABEL.test(labels.at(-1) ?? '')
  );
}

const isInner = (label: string): boolean => !label.startsWith('-') && !label.endsWith('-');

function isDate(value: string): boolean {
  const [, year, month, day] = DATE.exec(value) ?? [];
  return day !== undefined && isRealDate(Number(year), Number(month), Number(day));
}

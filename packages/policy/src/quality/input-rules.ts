// The rules of input that every vault has. The platform's own limits where it has any; WhatsApp began in 2009, so nothing was said
// in it before. Sources: Meta, Cloud API, limits of messages; Unicode TR 36 and TR 39 on characters that deceive.

import type { InputRule, RuleCheck } from './input-rule.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WRITTEN = ['text', 'caption', 'name', 'filename'];

type Options = Omit<InputRule, 'id' | 'fields' | 'check' | 'sentence'>;

const rule = (id: string, fields: readonly string[], check: RuleCheck, options: Options): InputRule => ({
  id,
  fields,
  check,
  ...options,
  sentence: `quality.${id}`,
});

const warning: Options = { severity: 'warning' };
const note: Options = { severity: 'note' };
const sent: Options = { severity: 'warning', sources: ['webhook', 'api', 'console'] };
const exported: Options = { severity: 'warning', sources: ['export'] };

/** In the order in which their flags stand. */
export const inputRules: readonly InputRule[] = [
  rule('control-characters', WRITTEN, { kind: 'characters', not: 'control' }, warning),
  rule('replaced-characters', WRITTEN, { kind: 'characters', not: 'replaced' }, warning),
  rule('bidi-override', ['text', 'caption', 'name'], { kind: 'characters', not: 'bidi-override' }, warning),
  rule('bidi-filename', ['filename'], { kind: 'characters', not: 'bidi-any' }, warning),
  rule('zero-width-run', WRITTEN, { kind: 'characters', not: 'zero-width-run' }, note),
  rule('hidden-tags', WRITTEN, { kind: 'characters', not: 'hidden-tags' }, warning),
  rule('text-too-long', ['text'], { kind: 'length', most: 4_096 }, sent),
  rule('text-too-long-for-app', ['text'], { kind: 'length', most: 65_536 }, exported),
  rule('caption-too-long', ['caption'], { kind: 'length', most: 1_024 }, sent),
  rule('name-too-long', ['name'], { kind: 'length', most: 512 }, warning),
  rule('filename-too-long', ['filename'], { kind: 'length', most: 255 }, note),
  rule('name-empty', ['name'], { kind: 'length', least: 1 }, note),
  rule('name-form', ['name'], { kind: 'template', template: 'name' }, note),
  rule('name-without-letters', ['name'], { kind: 'has-letter' }, note),
  rule('phone-form', ['phone'], { kind: 'template', template: 'phone' }, warning),
  rule('email-form', ['email'], { kind: 'template', template: 'email' }, warning),
  rule('media-type-form', ['mime'], { kind: 'template', template: 'media-type' }, warning),
  rule('before-whatsapp', ['at'], { kind: 'not-before', earliestMs: Date.UTC(2009, 0, 1) }, warning),
  rule('in-the-future', ['at'], { kind: 'not-ahead', mostMs: 10 * MINUTE_MS }, sent),
  // An export tells wall time: the furthest zone is 14 hours ahead of UTC.
  rule('in-the-future-anywhere', ['at'], { kind: 'not-ahead', mostMs: 14 * HOUR_MS + 10 * MINUTE_MS }, exported),
  // After a day the person can no longer be answered freely.
  rule('delivered-late', ['receivedAt'], { kind: 'not-late', mostMs: 24 * HOUR_MS }, { ...note, sources: ['webhook'] }),
  rule('media-type-differs', ['media'], { kind: 'media', fault: 'differs' }, warning),
  rule('media-type-unknown', ['media'], { kind: 'media', fault: 'unknown' }, note),
  rule('media-is-program', ['media'], { kind: 'media', fault: 'program' }, warning),
];

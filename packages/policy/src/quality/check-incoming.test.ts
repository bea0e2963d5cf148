import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkIncoming, type IncomingFields } from './check-incoming.ts';
import { flagText } from './input-rule.ts';
import { inputRules } from './input-rules.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const plain: IncomingFields = { source: 'webhook', atMs: NOW - MINUTE, receivedAtMs: NOW, text: 'Hola', name: 'José' };
const flagsOf = (fields: Partial<IncomingFields>): string[] =>
  checkIncoming({ source: 'webhook', ...fields }, NOW).map(flagText);

test('what people write in any language keeps every rule', () => {
  assert.deepEqual(checkIncoming(plain, NOW), []);
  for (const text of [
    'Quiero 2 tacos\ty 1 refresco\r\ngracias 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '你好，请问几点开门？',
    'नमस्ते, हर्ष जी क्‍या हाल',
    'می‌خواهم سفارش بدهم',
    '\u200eשלום \u2068Dana\u2069',
    '',
  ]) {
    assert.deepEqual(flagsOf({ text }), [], text);
  }
});

test('a name is right in every script', () => {
  for (const name of [
    "O'Brien",
    'O’Brien',
    'José',
    '张伟',
    'हर्ष',
    'محمد',
    'Jean-Luc Müller',
    'Nguyễn Thị Ánh',
    'ᠮᠣᠩᠭᠣᠯ',
    'Ana 🌸',
    'J. R. R.',
    '田中・太郎',
    'Μαρία',
    'L·laura',
    'Tienda 24/7',
    'ד״ר לוי',
  ])
    assert.deepEqual(flagsOf({ name }), [], name);
});

test('a name of signs alone is kept and flagged, so is one that is code or empty', () => {
  assert.deepEqual(flagsOf({ name: '🌸✨' }), ['name-without-letters@name']);
  assert.deepEqual(flagsOf({ name: '12345' }), ['name-without-letters@name']);
  assert.deepEqual(flagsOf({ name: '<b>Ana</b>' }), ['name-form@name']);
  assert.deepEqual(flagsOf({ name: 'Ana\nLuisa' }), ['name-form@name']);
  assert.deepEqual(flagsOf({ name: '' }), ['name-empty@name']);
});

test('characters that hide or deceive are named by their kind', () => {
  assert.deepEqual(flagsOf({ text: 'a\u0000b' }), ['control-characters@text']);
  assert.deepEqual(flagsOf({ text: 'a\u0085b' }), ['control-characters@text']);
  assert.deepEqual(flagsOf({ caption: 'a\ufffdb' }), ['replaced-characters@caption']);
  assert.deepEqual(flagsOf({ text: 'a\ud800b' }), ['replaced-characters@text']);
  assert.deepEqual(flagsOf({ text: 'a\u202eb' }), ['bidi-override@text']);
  assert.deepEqual(flagsOf({ filename: 'photo\u202egpj.exe' }), ['bidi-filename@filename']);
  assert.deepEqual(flagsOf({ text: `a${'\u200b'.repeat(3)}b` }), ['zero-width-run@text']);
  assert.deepEqual(flagsOf({ text: 'hi\u{e0041}\u{e0042}' }), ['hidden-tags@text']);
});

test('lengths are counted in characters, and an export may hold what the app allows', () => {
  assert.deepEqual(flagsOf({ text: '🌸'.repeat(4_096) }), []);
  assert.deepEqual(flagsOf({ text: `${'🌸'.repeat(4_096)}x` }), ['text-too-long@text']);
  assert.deepEqual(flagsOf({ source: 'export', text: 'x'.repeat(65_536) }), []);
  assert.deepEqual(flagsOf({ source: 'export', text: 'x'.repeat(65_537) }), ['text-too-long-for-app@text']);
  assert.deepEqual(flagsOf({ caption: 'x'.repeat(1_025) }), ['caption-too-long@caption']);
  assert.deepEqual(flagsOf({ name: 'x'.repeat(513) }), ['name-too-long@name']);
});

test('a time is within reason: not before WhatsApp, not ahead of now, not delivered long after', () => {
  const begin = Date.UTC(2009, 0, 1);
  assert.deepEqual(flagsOf({ atMs: begin }), []);
  assert.deepEqual(flagsOf({ atMs: begin - 1 }), ['before-whatsapp@at']);
  assert.deepEqual(flagsOf({ atMs: NOW + 10 * MINUTE }), []);
  assert.deepEqual(flagsOf({ atMs: NOW + 10 * MINUTE + 1 }), ['in-the-future@at']);
  assert.deepEqual(flagsOf({ source: 'export', atMs: NOW + 14 * HOUR }), []);
  assert.deepEqual(flagsOf({ source: 'export', atMs: NOW + 15 * HOUR }), ['in-the-future-anywhere@at']);
  assert.deepEqual(flagsOf({ atMs: NOW - 25 * HOUR, receivedAtMs: NOW }), ['delivered-late@receivedAt']);
  assert.deepEqual(flagsOf({ atMs: NOW - 24 * HOUR, receivedAtMs: NOW }), []);
  assert.deepEqual(flagsOf({ atMs: NOW - 25 * HOUR }), []);
});

test('numbers, addresses and types have their forms', () => {
  for (const phone of ['5215512345678', '+52 55 1234 5678', 'US.13491208655302741918'])
    assert.deepEqual(flagsOf({ phone }), []);
  for (const phone of ['0155', '123', 'x5512345678', '5'.repeat(16)])
    assert.deepEqual(flagsOf({ phone }), ['phone-form@phone']);
  for (const email of ['ana@example.com', 'a.b+c@mail.example.co.uk', '用户@例子.公司'])
    assert.deepEqual(flagsOf({ email }), []);
  for (const email of ['ana@', '@example.com', 'a b@example.com', 'ana@example', 'ana@-x.com'])
    assert.deepEqual(flagsOf({ email }), ['email-form@email']);
  assert.deepEqual(flagsOf({ mime: 'audio/ogg; codecs=opus' }), []);
  assert.deepEqual(flagsOf({ mime: 'picture' }), ['media-type-form@mime']);
});

test('a flag says the rule and the field and nothing of what stands there, for any input', () => {
  const ids = new Set(inputRules.map(({ id }) => id));
  const text = fc.option(fc.string({ unit: 'binary-ascii', maxLength: 200 }), { nil: undefined });
  fc.assert(
    fc.property(text, text, fc.double(), (one, other, atMs) => {
      const fields = {
        ...(one === undefined ? {} : { text: one, email: one }),
        ...(other === undefined ? {} : { name: other, phone: other }),
      };
      for (const flag of checkIncoming({ source: 'webhook', atMs, ...fields }, NOW)) {
        assert.deepEqual(Object.keys(flag).sort(), ['field', 'rule']);
        assert.ok(ids.has(flag.rule) && !flag.rule.includes('@'));
      }
    }),
  );
});

test('each rule has an id and a sentence of its own', () => {
  assert.equal(new Set(inputRules.map(({ id }) => id)).size, inputRules.length);
  for (const { id, sentence } of inputRules) assert.equal(sentence, `quality.${id}`);
});

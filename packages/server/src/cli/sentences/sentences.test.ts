import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DateOrder, FormatsError, type OrderBasis } from '@acta/formats';
import { LedgerError } from '@acta/ledger';
import { HAS_WORDS, LONGEST_QUERY, SearchError } from '../../search/index.ts';
import { ServerError } from '../../server-error.ts';
import { describeCode, describeError } from '../errors.ts';
import { commandsWith } from '../run.ts';
import { EN } from './en.ts';
import { FORMATS_CODES, LEDGER_CODES, SEARCH_CODES, SERVER_CODES, WARNING_CODES } from './error-codes.test-support.ts';
import { ES } from './es.ts';
import { isSentence, type Language, languageOf, sentencesIn } from './index.ts';
import { describeWarning, warningsInAll } from './warnings.ts';
import { ZH } from './zh.ts';

const LANGUAGES: readonly Language[] = ['en', 'es', 'zh'];

function codesOf<T extends string>(list: Readonly<Record<T, boolean>>, wanted = true): T[] {
  return (Object.keys(list) as T[]).filter((code) => list[code] === wanted);
}

/** The names that are filled in; a plural's forms count as its name. */
function placeholdersOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)[^{}]*\}/g)].map(([, name]) => name ?? ''))].sort();
}

const KEYS = Object.keys(EN).filter(isSentence);

test('the three languages have the same keys', () => {
  assert.deepEqual(Object.keys(ES).sort(), Object.keys(EN).sort());
  assert.deepEqual(Object.keys(ZH).sort(), Object.keys(EN).sort());
});

test('a sentence has the same placeholders in every language', () => {
  for (const key of KEYS) {
    assert.deepEqual(placeholdersOf(ES[key]), placeholdersOf(EN[key]), `es ${key}`);
    assert.deepEqual(placeholdersOf(ZH[key]), placeholdersOf(EN[key]), `zh ${key}`);
  }
});

test('no sentence is empty, and braces hold names and plurals only', () => {
  for (const table of [EN, ES, ZH]) {
    for (const key of KEYS) {
      assert.notEqual(table[key].trim(), '', key);
      assert.doesNotMatch(table[key].replace(/\{\w+(\|[^{}|]*\|[^{}|]*)?\}/g, ''), /[{}]/, key);
    }
  }
});

test('options, commands and environment names are the same in every language', () => {
  const typed = /--[a-z][a-z-]*|\bacta [a-z]+(?:-log)?|\bACTA_[A-Z]+|\bERASE\b/g;
  const named = (sentence: string) => [...new Set(sentence.match(typed))].sort();
  for (const key of KEYS) {
    assert.deepEqual(named(ZH[key]), named(EN[key]), `zh ${key}`);
    assert.deepEqual(named(ES[key]), named(EN[key]), `es ${key}`);
  }
});

test('columns and questions keep their tabs and line breaks in every language', () => {
  const marks = (sentence: string) => sentence.replace(/[^\t\n]/g, '');
  for (const key of KEYS) {
    assert.equal(marks(ES[key]), marks(EN[key]), `es ${key}`);
    assert.equal(marks(ZH[key]), marks(EN[key]), `zh ${key}`);
  }
});

test('nobody is told please, oops or successfully', () => {
  for (const table of [EN, ES, ZH]) {
    for (const key of KEYS)
      assert.doesNotMatch(table[key], /please|oops|successfully|por favor|éxito|¡|!|！|请|成功/i, key);
  }
});

test('every error of the server has a sentence', () => {
  for (const code of codesOf(SERVER_CODES)) assert.ok(isSentence(`error.${code}`), code);
});

test('every error of search is described in every language', () => {
  for (const say of LANGUAGES.map(sentencesIn)) {
    for (const code of codesOf(SEARCH_CODES)) {
      const described = describeError(say, new SearchError(code, { offset: 4 }));
      assert.doesNotMatch(described, /[{}]|undefined/, code);
      assert.ok(described.includes('5') || described.includes('acta rebuild'), code);
    }
  }
});

test('a damaged index is named as such, with its cure, wherever it was noticed', () => {
  const say = sentencesIn('en');
  const cure = say('error.query.index-damaged');
  assert.match(cure, /acta rebuild/);
  assert.equal(describeError(say, new SearchError('index-damaged', { segment: 3 })), cure);
  assert.equal(describeError(say, new SearchError('out-of-order', { seq: 3 })), cure);
});

const aboutNoFile = /^(?:time-invalid$|webhook-|outgoing-)/;

test('every error of a file names the file in every language', () => {
  for (const say of LANGUAGES.map(sentencesIn)) {
    for (const code of codesOf(FORMATS_CODES)) {
      assert.ok(isSentence(`error.${code}`), code);
      const described = describeError(say, new FormatsError(code, { file: 'chat.zip', offset: 7 }));
      assert.doesNotMatch(described, /[{}]|undefined/, code);
      if (!aboutNoFile.test(code)) assert.match(described, /^chat\.zip/, code);
    }
  }
});

test('every error of the ledger that a person can meet has a sentence; the others name themselves', () => {
  const say = sentencesIn('en');
  for (const code of codesOf(LEDGER_CODES)) assert.ok(isSentence(`error.ledger.${code}`), code);
  for (const code of codesOf(LEDGER_CODES, false)) {
    assert.ok(describeError(say, new LedgerError(code)).includes(`ledger/${code}`), code);
  }
  assert.match(describeError(say, new LedgerError('page-altered', { seq: 1024 })), /entry 1024 /);
});

test('every warning has a sentence, and one that came often says how often', () => {
  const say = sentencesIn('en');
  for (const code of codesOf(WARNING_CODES)) assert.ok(isSentence(`warning.${code}`), code);
  assert.match(
    describeWarning(say, { code: 'invalid-utf8', line: 1204, count: 1500 }),
    /^Line 1204 .*\(1,500 times in all\)$/,
  );
});

test('warnings that are only counted are among those in all', () => {
  const bytes = { code: 'invalid-utf8', line: 4 } as const;
  assert.equal(warningsInAll([]), 0);
  assert.equal(warningsInAll([bytes, { ...bytes, line: 9 }, { code: 'utf-16', line: 0 }]), 3);
  assert.equal(warningsInAll([bytes, { ...bytes, line: 9, count: 70 }, { code: 'utf-16', line: 0 }]), 71);
});

test('every command says what it is for', () => {
  for (const name of Object.keys(commandsWith({ samples: '', sandbox: '', console: '' })))
    assert.ok(isSentence(`help.${name}`), name);
});

test('wrong use names the word and the command to ask', () => {
  const say = sentencesIn('en');
  const wrong = (detail: Record<string, string>) => describeError(say, new ServerError('usage', detail));
  assert.equal(
    wrong({ command: 'show', reason: 'number', word: 'ten' }),
    'acta show: not a whole number: ten\nSee: acta show --help',
  );
  assert.equal(
    wrong({ command: '', reason: 'command', word: 'shwo' }),
    'There is no command shwo. acta --help lists them.',
  );
});

test('a refusal says its reason in words where it has some', () => {
  const refused = (reason: string) =>
    describeCode(sentencesIn('en'), 'refused', { rule: 'acta/erasure/reason', reason });
  assert.match(refused('reason-missing'), /no reason is given/);
  assert.match(refused('another'), /\(another\)/);
});

test('a file that is no chat is named with a line, also where the whole file is meant', () => {
  const say = sentencesIn('en');
  assert.match(describeCode(say, 'not-a-chat', { file: 'a.txt' }), /^a\.txt: .* from line 1 on /);
  assert.match(describeCode(say, 'not-a-chat', { file: 'a.txt', line: 0 }), / from line 1 on /);
  assert.match(describeCode(say, 'not-a-chat', { file: 'a.txt', line: 7 }), / from line 7 on /);
});

test('the words and limits of a query that sentences name are those of the query', () => {
  for (const table of [EN, ES, ZH]) {
    for (const word of HAS_WORDS) assert.ok(table['error.query.unknown-has'].includes(word), word);
    assert.ok(table['error.query.query-too-long'].includes(new Intl.NumberFormat('en').format(LONGEST_QUERY)));
  }
});

test('the language is that of LC_ALL, then LC_MESSAGES, then LANG, and English else', () => {
  assert.equal(languageOf({ LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'es_MX.UTF-8', LANG: 'en_US.UTF-8' }), 'zh');
  assert.equal(languageOf({ LC_ALL: '', LC_MESSAGES: 'es_MX.UTF-8', LANG: 'zh_CN.UTF-8' }), 'es');
  assert.equal(languageOf({ LANG: 'es' }), 'es');
  assert.equal(languageOf({ LANG: 'zh-Hans' }), 'zh');
  assert.equal(languageOf({ LC_ALL: 'C.UTF-8', LANG: 'es_MX.UTF-8' }), 'en');
  assert.equal(languageOf({ LANG: 'est_EE' }), 'en');
  assert.equal(languageOf({}), 'en');
});

test('numbers are written as the language writes them, ids as they are typed', () => {
  for (const language of LANGUAGES) {
    const say = sentencesIn(language);
    const row = say('rebuild.done', { records: 184203, seconds: '1.0' });
    assert.ok(row.includes('184,203'), language);
    assert.ok(say('undo.now', { id: 184203, date: '' }).includes('184203'), language);
    assert.ok(say('error.record-missing', { seq: 184203 }).includes('184203'), language);
  }
});

test('a word follows its number', () => {
  const [en, es] = [sentencesIn('en'), sentencesIn('es')];
  assert.equal(
    en('export.done', { count: 1, file: 'a.html', media: 1 }),
    '1 entry stands in a.html, 1 media file beside it.',
  );
  assert.equal(
    en('export.done', { count: 0, file: 'a.html', media: 2 }),
    '0 entries stand in a.html, 2 media files beside it.',
  );
  assert.match(es('verify.incomplete', { count: 1 }), /falta 1 tramo\./);
  assert.match(es('verify.incomplete', { count: 12 }), /faltan 12 tramos\./);
});

test('what is filled in is not read again', () => {
  assert.equal(sentencesIn('en')('inspect.none', { path: '{path}|$&' }), '{path}|$&: not a chat');
});

const BASES = {
  'year-first': true,
  'field>12': true,
  'month-name': true,
  'media-names': true,
  legality: true,
  volatility: true,
  dots: true,
  'locale-shape': true,
  answer: true,
  'same-dates': true,
  mixed: true,
  prior: true,
  none: true,
} satisfies Record<OrderBasis, true>;
const ORDERS = { DMY: true, MDY: true, YMD: true, AMBIGUOUS: true, MIXED: true, NONE: true } satisfies Record<
  DateOrder,
  true
>;

test('every date order and everything that proves one has words', () => {
  const keys = [
    ...Object.keys(BASES).map((basis) => `basis.${basis}`),
    ...Object.keys(ORDERS).map((one) => `order.${one}`),
  ];
  for (const key of keys) assert.ok(isSentence(key), key);
});

// Acta as a process: the streams, the exit code, the language, and what happens when the reader goes away.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ended, freshActa } from './acta.test-support.ts';
import { SAMPLES } from './run-here.test-support.ts';

test('start makes a private vault with the sample chats, says what to try next, and is quiet when piped', async (t) => {
  const acta = freshActa(t);
  const started = await acta.spawn('start');
  assert.equal(started.code, 0, started.err);
  assert.match(started.out, /acta search/);
  for (const mark of ['█', '\r', '\u001b']) assert.ok(!started.err.includes(mark));
  assert.match(started.err, /acta key code/, 'without a terminal the recovery code is not printed');
  assert.doesNotMatch(started.out + started.err, /([0-9A-Z]{4,}-){3}/);
  for (const dir of [acta.vault, acta.keys]) {
    assert.equal(statSync(dir).mode & 0o077, 0);
    for (const name of readdirSync(dir)) assert.equal(statSync(join(dir, name)).mode & 0o077, 0, name);
  }
  const own = acta.file('WhatsApp Chat with Zoe.txt', '13/03/2024, 09:00 - Zoe: hola\n');
  const other = freshActa(t);
  await other.do('import', own);
  assert.equal((await other.do('start')).code, 0);
  assert.equal((await other.do('chats', '--json')).json.length, 1, 'samples do not enter a vault that holds something');
  const code = await acta.spawn('key', 'code', '--json');
  assert.match(code.err, /([0-9A-Z]{4,}-){3}/);
  assert.equal(code.json.length, 1);
  assert.doesNotMatch(code.out, /([0-9A-Z]{4,}-){3}/);
  assert.equal((await acta.spawn('key', 'code')).code, 1);
});

test('a reader that goes away is no error', async (t) => {
  const acta = freshActa(t);
  await acta.do('import', SAMPLES, '--me', 'Café Aurora');
  const child = acta.start(['show', 'Nora Walsh']);
  child.stdout?.destroy();
  const answer = await ended(child);
  assert.deepEqual([answer.code, answer.err], [0, '']);
});

test('people are spoken to in the language of LANG', async (t) => {
  const acta = freshActa(t);
  const said = async (LANG: string) => (await ended(acta.start(['chats'], { LANG }))).err;
  const [es, zh, fr] = await Promise.all(['es_MX.UTF-8', 'zh_CN.UTF-8', 'fr_FR.UTF-8'].map(said));
  assert.match(es ?? '', /No hay/);
  assert.match(zh ?? '', /[\u4e00-\u9fff]/);
  assert.match(fr ?? '', /There is no vault/);
});

test('the version is a line, and the launcher passes words on', async (t) => {
  const acta = freshActa(t);
  const answer = await acta.spawn('--version');
  assert.match(answer.out, /^\d+\.\d+\.\d+\n$/);
  assert.equal(answer.code, 0);
});

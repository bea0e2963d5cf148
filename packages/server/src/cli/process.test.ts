// Acta as a process: the streams, the exit code, the language, and what happens when the reader goes away.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ended, freshActa, saidUntil } from './acta.test-support.ts';
import { SAMPLES } from './run-here.test-support.ts';

test('start makes a private vault, serves it until it is told to stop, and is quiet when piped', async (t) => {
  const acta = freshActa(t);
  const child = acta.start(['start'], { ACTA_PORT: '0' });
  const errors: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => errors.push(chunk));
  const said = await saidUntil(child, /acta --help/);
  assert.match(said, /http:\/\/localhost:\d+\/set-up#[\w-]{22}\s/);
  const [address = ''] = /http:\/\/localhost:\d+/.exec(said) ?? [];
  assert.deepEqual(await (await fetch(`${address}/readyz`)).json(), { status: 'ready' });
  assert.equal((await acta.spawn('chats')).code, 0, 'commands that read work beside it');
  const ending = ended(child);
  child.kill('SIGTERM');
  assert.equal((await ending).code, 0);
  const err = errors.join('');
  for (const mark of ['█', '\r', '\u001b']) assert.ok(!err.includes(mark));
  assert.match(err, /recovery code/, 'the console shows it, not the terminal');
  assert.doesNotMatch(said + err, /([0-9A-Z]{4,}-){3}/);
  for (const dir of [acta.vault, acta.keys]) {
    assert.equal(statSync(dir).mode & 0o077, 0);
    for (const name of readdirSync(dir)) assert.equal(statSync(join(dir, name)).mode & 0o077, 0, name);
  }
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

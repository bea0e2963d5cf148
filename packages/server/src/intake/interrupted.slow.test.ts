// A large import killed in its middle and taken up again, and input too large to hold in memory.

import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { test } from 'node:test';
import { ended, fileOf, freshActa, type TestActa } from '../cli/acta.test-support.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Messages, half a minute apart, in a group of five; each with a word of its own. */
function chat(count: number): string {
  const lines: string[] = [];
  for (let at = 0; at < count; at++) {
    const time = new Date(Date.UTC(2023, 0, 1) + at * 30_000);
    const date = `${pad(time.getUTCDate())}/${pad(time.getUTCMonth() + 1)}/${time.getUTCFullYear()}`;
    lines.push(`${date}, ${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())} - P${at % 5}: mensaje w${at} ok`);
  }
  return `${lines.join('\n')}\n`;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.fail('it never came');
}

const records = async (acta: TestActa): Promise<number> =>
  Number((await acta.do('stats', '--json')).first['records'] ?? 0);

test('an import killed midway shows nothing, and the next one completes it without doubles', async (t) => {
  const acta = freshActa(t);
  assert.equal((await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', chat(10)))).code, 0);
  // Several commits, and enough text for a writer's thread of its own.
  const count = 45_000;
  const path = acta.file('WhatsApp Chat with Barrio.txt', chat(count));
  const child = acta.start(['import', path, '--json']);
  const writing = ended(child);
  await until(async () => (await records(acta)) > 8_000);
  child.kill('SIGKILL');
  assert.equal((await writing).code, -1, 'the import was still running');
  assert.equal((await acta.do('chats', '--json')).json.length, 1, 'a file is shown when it is complete');
  assert.equal((await acta.do('search', 'w12', '--json')).out, '');
  assert.equal((await acta.do('stats', '--json')).first['messages'], 10);
  const again = await acta.spawn('import', path, '--json');
  assert.equal(again.code, 0, again.err);
  assert.deepEqual([fileOf(again)['added'], fileOf(again)['duplicates']], [count, 0]);
  assert.equal((await acta.do('stats', '--json')).first['messages'], count + 10);
  assert.equal((await acta.do('search', 'w12', '--json')).json.length, 1);
  assert.equal((await acta.do('verify', '--deep')).code, 0);
});

test('a huge file of nothing is refused in memory that does not grow with it', async (t) => {
  const acta = freshActa(t);
  const path = acta.file('huge.txt', '');
  const handle = openSync(path, 'r+');
  ftruncateSync(handle, 128 * 2 ** 20);
  closeSync(handle);
  const child = acta.start(['inspect', path, '--json'], { NODE_OPTIONS: '--max-old-space-size=96' });
  let peakKib = 0;
  const watch = setInterval(() => {
    peakKib = Math.max(peakKib, residentKib(child.pid ?? 0));
  }, 50);
  const answer = await ended(child);
  clearInterval(watch);
  assert.equal(answer.code, 0, answer.err);
  assert.equal(answer.first['entries'], 0);
  assert.ok(peakKib > 0 && peakKib < 256 * 1024, `${peakKib} KiB`);
});

function residentKib(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

test('a line of fifty megabytes is kept whole, its start as text', async (t) => {
  const acta = freshActa(t);
  const path = acta.file('WhatsApp Chat with Ana.txt', '13/03/2024, 09:00 - Ana: corto\n13/03/2024, 09:01 - Ana: ');
  const handle = openSync(path, 'a');
  const word = Buffer.from('palabra '.repeat(131_072));
  for (let at = 0; at < 50; at++) writeSync(handle, word);
  writeSync(handle, '\n13/03/2024, 09:02 - Luis: final\n');
  closeSync(handle);
  const answer = await ended(acta.start(['import', path, '--json'], { NODE_OPTIONS: '--max-old-space-size=192' }));
  assert.equal(answer.code, 0, answer.err);
  assert.equal(fileOf(answer)['entries'], 3);
  assert.equal((await acta.do('search', 'final', '--json')).json.length, 1);
  const shown = await acta.do('show', 'Ana', '--json');
  assert.equal(shown.json.length, 3);
  assert.ok(shown.out.length < 10_000_000);
  assert.equal((await acta.do('import', path, '--json')).code, 0);
  assert.equal((await acta.do('verify', '--deep')).code, 0);
});

// A reader's note reaches the running writer, and nobody waits for one that is gone.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { AuditNote } from '../records/audit.ts';
import { type Handed, handOver, listenForNotes } from './audit-socket.ts';

const NOTE: AuditNote = {
  actor: 'system:ana',
  chats: [1],
  command: 'show',
  count: 0,
  outcome: 'done',
  people: [],
  seqs: [7],
};

function folder(t: TestContext, name = ''): string {
  const dir = mkdtempSync(join(tmpdir(), 'acta-socket-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const inner = join(dir, name);
  mkdirSync(inner, { recursive: true });
  return inner;
}

test("a note is answered with its seq after it is kept; the socket is the user's alone and goes away", async (t) => {
  const path = join(folder(t), 'writer.sock');
  const kept: Handed[] = [];
  const listening = await listenForNotes(path, async (note) => kept.push(note) + 40);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(await handOver(path, NOTE), 41);
  assert.deepEqual(kept, [NOTE]);
  const many = await Promise.all(Array.from({ length: 20 }, () => handOver(path, NOTE)));
  assert.equal(new Set(many).size, 20);
  await listening.close();
  assert.equal(existsSync(path), false);
});

test('a path longer than sockets allow is reached through a short link that is removed', async (t) => {
  const before = readdirSync(tmpdir()).filter((name) => /^acta-[A-Za-z0-9]{6}$/.test(name)).length;
  const path = join(folder(t, Array.from({ length: 6 }, () => 'a folder with a long name').join('/')), 'writer.sock');
  const listening = await listenForNotes(path, async () => 5);
  assert.equal(await handOver(path, NOTE), 5);
  await listening.close();
  assert.equal(existsSync(path), false);
  assert.equal(readdirSync(tmpdir()).filter((name) => /^acta-[A-Za-z0-9]{6}$/.test(name)).length, before);
});

test('nobody answers where no writer runs, where a dead one left its socket, or where the folder is gone', async (t) => {
  const dir = folder(t);
  const path = join(dir, 'writer.sock');
  assert.equal(await handOver(path, NOTE), undefined);
  writeFileSync(path, '');
  assert.equal(await handOver(path, NOTE), undefined);
  const listening = await listenForNotes(path, async () => 1);
  assert.equal(await handOver(path, NOTE), 1, 'what a dead writer left is replaced');
  await listening.close();
  assert.equal(await handOver(join(dir, 'gone', 'writer.sock'), NOTE), undefined);
});

test('a note that cannot be kept, or that is none, is refused and harms nobody', async (t) => {
  const path = join(folder(t), 'writer.sock');
  let fails = true;
  const listening = await listenForNotes(path, async () => {
    if (fails) throw new Error('the disk is full');
    return 9;
  });
  assert.equal(await handOver(path, NOTE), undefined);
  fails = false;
  const said = (text: string): Promise<string> =>
    new Promise((done) => {
      let answer = '';
      const socket = createConnection(path, () => socket.write(text));
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        answer += chunk;
      });
      socket.on('error', () => done(answer)).on('close', () => done(answer));
    });
  const wrong: unknown[] = [
    null,
    1,
    [],
    {},
    { ...NOTE, command: 'rm -rf' },
    { ...NOTE, outcome: 'perfect' },
    { ...NOTE, count: 1.5 },
    { ...NOTE, seqs: ['1'] },
    { ...NOTE, chats: Array.from({ length: 2_000 }, () => 1) },
  ];
  for (const note of wrong)
    assert.equal(await said(`${JSON.stringify(note)}\n`), '{}\n', JSON.stringify(note).slice(0, 60));
  assert.equal(await said('not json\n'), '{}\n');
  assert.equal(await said('x'.repeat(100_000)), '');
  assert.equal(await handOver(path, NOTE), 9);
  await listening.close();
});

test('a writer that stops lets go of readers that say nothing', async (t) => {
  const path = join(folder(t), 'writer.sock');
  const listening = await listenForNotes(path, async () => 1);
  const idle = createConnection(path);
  await new Promise<void>((done) => idle.once('connect', () => done()));
  const closed = await Promise.race([
    listening.close().then(() => true),
    new Promise((done) => setTimeout(() => done(false), 2_000)),
  ]);
  idle.destroy();
  assert.equal(closed, true);
});

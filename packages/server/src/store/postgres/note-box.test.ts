// Notes between machines: what lies in the table tells nobody anything, and only the writer's own answer is believed.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { PostgresNoteBox } from './note-box.ts';
import { LEDGER, VIEW } from './roles.ts';
import { sealNote } from './sealed-note.ts';
import { asking, freshCell, needsPostgres, poolOn } from './server.test-support.ts';

const KEY = randomBytes(32);
const CELL = randomBytes(16);

async function boxes(t: TestContext, now: () => number = Date.now) {
  const { address, url } = await freshCell(t);
  const boxOf = (role: string, key = KEY, clock = Date.now) =>
    new PostgresNoteBox({ pool: poolOn(t, address, { role }), cellId: CELL, key, now: clock });
  return {
    url,
    reader: boxOf(VIEW),
    stranger: boxOf(VIEW, randomBytes(32)),
    late: boxOf(VIEW, KEY, now),
    writer: boxOf(LEDGER),
  };
}

test('a note is kept once, answered with its seq, and leaves nothing behind', needsPostgres, async (t) => {
  const { reader, url, writer } = await boxes(t);
  const kept: string[] = [];
  const open = await writer.listen(async (note) => 40 + kept.push(note));
  const answers = await Promise.all(['{"a":1}', '{"b":2}'].map((note) => reader.handOver(note)));
  assert.deepEqual(
    [answers.toSorted(), kept.toSorted()],
    [
      [41, 42],
      ['{"a":1}', '{"b":2}'],
    ],
  );
  await open.close();
  assert.deepEqual(await asking(url, 'select id from acta.note'), []);
});

test('a note lies sealed and padded, and where nobody answers it is taken back', needsPostgres, async (t) => {
  const { reader, url } = await boxes(t);
  const pending = reader.handOver('{"actor":"system:somebody"}');
  let rows: { readonly body: Buffer }[] = [];
  while (rows.length === 0) rows = await asking(url, 'select body from acta.note');
  const [body] = rows.map((row) => row.body);
  assert.equal(body?.includes('somebody'), false);
  assert.equal(body?.length, 12 + 512 + 16);
  assert.equal(await pending, undefined);
  assert.deepEqual(await asking(url, 'select id from acta.note'), []);
});

test('what was not sealed by the cell, is refused, or was kept for hours is not recorded', needsPostgres, async (t) => {
  const { late, reader, stranger, writer } = await boxes(t, () => Date.now() - 7_200_000);
  const kept: string[] = [];
  const open = await writer.listen(async (note) => {
    kept.push(note);
    return note === '{"refused":1}' ? undefined : 7;
  });
  assert.deepEqual(await Promise.all([stranger.handOver('{"x":1}'), late.handOver('{"old":1}')]), [
    undefined,
    undefined,
  ]);
  assert.equal(await reader.handOver('{"refused":1}'), undefined);
  assert.equal(await reader.handOver('{"good":1}'), 7);
  assert.deepEqual(kept, ['{"refused":1}', '{"good":1}']);
  await open.close();
});

test('an answer that somebody else put into the table is not believed', needsPostgres, async (t) => {
  const { reader, url } = await boxes(t);
  const pending = reader.handOver('{"a":1}');
  let rows: { readonly id: Buffer }[] = [];
  while (rows.length === 0) rows = await asking(url, 'select id from acta.note');
  const [{ id } = { id: Buffer.alloc(16) }] = rows;
  const forged = sealNote({ key: randomBytes(32), cellId: CELL, kind: 'answer', id }, '7');
  await asking(url, `update acta.note set answer = '\\x${forged.toString('hex')}'`);
  assert.equal(await pending, undefined);
});

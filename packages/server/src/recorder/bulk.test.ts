// Appends ahead of what is durable, and what is built ahead of it, over real files: their order, and who is told when one fails.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Log, signerOf } from '@acta/ledger';
import { seqOf } from '../records/placing.ts';
import type { LedgerRecord, NewRecord, PlacedRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { SqliteKeyStore } from '../store/sqlite/key-store.ts';
import { migrateLedger, SqliteLogReader, SqliteLogStore } from '../store/sqlite/ledger-store.ts';
import type { BulkAppending, Sent } from './bulk.ts';
import type { Gathering } from './following.ts';
import { Recorder } from './recorder.ts';
import { sealInTurns } from './sealing.ts';

const CELL = new Uint8Array(16).fill(7);
const ORIGIN = 'example.org/bulk';

/** A ledger whose disk can be made to be full for one commit. */
class FullOnce extends SqliteLogStore {
  isFull = false;
  /** What a commit waits for. */
  held: Promise<unknown> = Promise.resolve();

  override async commit(change: Parameters<SqliteLogStore['commit']>[0]): Promise<void> {
    await this.held;
    if (this.isFull) {
      this.isFull = false;
      await setImmediate();
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    }
    return super.commit(change);
  }
}

/** `held`: what the follower waits for before it takes anything in. */
async function recorderIn(
  t: TestContext,
  held: Promise<unknown> = Promise.resolve(),
): Promise<{ recorder: Recorder; store: FullOnce; told: PlacedRecord[] }> {
  const dir = mkdtempSync(join(tmpdir(), 'acta-recorder-'));
  const file = join(dir, 'ledger.db');
  const key = randomBytes(32);
  const [db, second] = [openDatabase({ file, key }), openDatabase({ file, key })];
  migrateLedger(db);
  const keys = new SqliteKeyStore({ file: join(dir, 'keys.db'), root: randomBytes(32), cellId: CELL });
  const store = new FullOnce(db);
  const log = await Log.open({
    cellId: CELL,
    origin: ORIGIN,
    store,
    reader: new SqliteLogReader(second),
    signer: signerOf(ORIGIN, randomBytes(32)),
    randomBytes,
    nowMs: Date.now,
  });
  const told: PlacedRecord[] = [];
  const gather = (): Gathering => {
    const gathered: LedgerRecord[] = [];
    return {
      add: (record) => void gathered.push(record),
      placed: (placing) => async () => {
        await held;
        told.push(...gathered.map((record, at) => ({ seq: seqOf(at, placing), record })).sort((a, b) => a.seq - b.seq));
      },
    };
  };
  const recorder = new Recorder(
    { cellId: CELL, log, keys, seal: sealInTurns, followers: [{ gather }], signed: async () => undefined },
    await log.size(),
  );
  t.after(async () => {
    await recorder.atRest();
    await keys.close();
    for (const one of [db, second]) one.close();
    rmSync(dir, { recursive: true });
  });
  return { recorder, store, told };
}

let made = 0;

function records(count: number): NewRecord[] {
  return Array.from({ length: count }, () => ({
    subject: 0,
    conversation: 1,
    month: 0,
    record: { kind: 'person', name: `person ${made++}`, v: 1 },
  }));
}

const disk = (error: unknown): boolean => error instanceof ServerError && error.code === 'disk-full';

test('what is appended ahead stands in order, and an append after it waits for all of it', async (t) => {
  const { recorder, told } = await recorderIn(t);
  const bulk = recorder.bulk();
  const batches = [records(300), records(1), records(700)];
  for (const batch of batches) await bulk.ahead(batch);
  const last = records(2);
  assert.equal(await bulk.append(last), 1001);
  assert.deepEqual(
    told,
    [...batches, last].flat().map(({ record }, seq) => ({ seq, record })),
  );
});

test('a note is durable while the followers are held up, and they are told of it in its turn', async (t) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { recorder, told } = await recorderIn(t, promise);
  const [large, note] = [records(300), records(1)];
  const bulk = recorder.bulk();
  await bulk.ahead(large);
  await recorder.note(note);
  assert.deepEqual([recorder.nextSeq, told], [301, []]);
  resolve();
  await recorder.caughtUp();
  assert.deepEqual(
    told,
    [...large, ...note].map(({ record }, seq) => ({ seq, record })),
  );
});

test('a note stands where the commit before it did not', async (t) => {
  const { recorder, store, told } = await recorderIn(t);
  store.isFull = true;
  const bulk = recorder.bulk();
  await bulk.ahead(records(300));
  const note = records(1);
  await recorder.note(note);
  await assert.rejects(() => bulk.append(records(1)), disk);
  await recorder.caughtUp();
  assert.deepEqual(told, [{ seq: 0, record: note[0]?.record }]);
});

test('drafts stand by key, keys in the order of their first records, and what comes behind a fence stands last', async (t) => {
  const { recorder, told } = await recorderIn(t);
  const bulk = recorder.bulk();
  const drafts = bulk.drafts();
  const made = records(6).map((record, at) => ({ ...record, subject: at % 2 }));
  const [first, second, third, fourth, last, sixth] = made;
  for (const one of [first, second, third, fourth]) if (one !== undefined) drafts.add(one);
  drafts.fence();
  for (const one of [sixth, last]) if (one !== undefined) drafts.add(one);
  assert.equal(await bulk.append(drafts), 0);
  assert.deepEqual(
    told,
    [first, third, second, fourth, sixth, last].map((one, seq) => ({ seq, record: one?.record })),
  );
});

test('drafts of which the commit before fails get its seqs', async (t) => {
  const { recorder, store, told } = await recorderIn(t);
  const [failing, bulk] = [recorder.bulk(), recorder.bulk()];
  store.isFull = true;
  await failing.ahead(records(300));
  const drafts = bulk.drafts();
  const made = records(3);
  for (const one of made) drafts.add(one);
  assert.equal(await bulk.append(drafts), 0);
  assert.deepEqual(
    told,
    made.map(({ record }, seq) => ({ seq, record })),
  );
});

/** Opens a work with so many records; resolves to the seq they were built for. */
function opened(bulk: BulkAppending, count: number): Promise<{ readonly at: number } & Sent> {
  return bulk.open((at) => ({ records: records(count), value: { at } }));
}

test('a work opens at the seq after all that is in line, before any of it is durable', async (t) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { recorder, store, told } = await recorderIn(t);
  const [before, bulk] = [recorder.bulk(), recorder.bulk()];
  await before.ahead(records(300));
  await before.ahead([]);
  store.held = promise;
  await before.ahead(records(20));
  const { ended } = before.end(records(2));
  const { at, known } = await opened(bulk, 3);
  resolve();
  await bulk.ahead([]);
  const beside = recorder.append(records(1));
  await known;
  assert.deepEqual([at, told.length >= 325], [322, true]);
  await ended;
  assert.equal(await beside, 325);
});

test('nothing is built upon the opening of a work before the followers have it', async (t) => {
  const { recorder, told } = await recorderIn(t);
  await opened(recorder.bulk(), 3);
  const seen: number[] = [];
  const build = async (): Promise<readonly NewRecord[]> => {
    seen.push(told.length);
    return records(1);
  };
  await (await recorder.appendBuilt(build, () => false)).durable;
  assert.deepEqual(seen, [3]);
});

test('a work opens in its turn behind steps of which nobody knows what they append', async (t) => {
  const { recorder } = await recorderIn(t);
  const steps = recorder.bulk().together((append) => append(records(2)));
  const { at } = await opened(recorder.bulk(), 1);
  await steps;
  assert.equal(at, 2);
});

test('a work that was opened upon what fails appends nothing and is told why; the next opens where it can stand', async (t) => {
  const { recorder, store, told } = await recorderIn(t);
  const [failing, bulk] = [recorder.bulk(), recorder.bulk()];
  store.isFull = true;
  await failing.ahead(records(2));
  const { at, known } = await opened(bulk, 1);
  assert.equal(at, 2);
  await assert.rejects(known, disk);
  await assert.rejects(bulk.end(records(1)).ended, disk);
  const next = await opened(recorder.bulk(), 1);
  await next.known;
  assert.deepEqual([next.at, told.map(({ seq }) => seq)], [0, [0]]);
});

test('who ends a work learns what went wrong with its last commit, or with one before it', async (t) => {
  const { recorder, store } = await recorderIn(t);
  for (const isLast of [true, false]) {
    const bulk = recorder.bulk();
    store.isFull = !isLast;
    await bulk.ahead(records(3));
    await recorder.append([]);
    store.isFull ||= isLast;
    await assert.rejects(bulk.end(records(1)).ended, disk);
  }
  assert.equal(await recorder.append(records(1)), 3);
});

test('steps that depend on the next seq get the one that their first record then has', async (t) => {
  const { recorder, told } = await recorderIn(t);
  const bulk = recorder.bulk();
  await bulk.ahead(records(5));
  const [first] = records(1);
  const next = await bulk.together(async (append, nextSeq) => {
    await append(first === undefined ? [] : [first]);
    return nextSeq;
  });
  await bulk.append(records(1));
  assert.equal(next, 5);
  assert.deepEqual(told[5], { seq: 5, record: first?.record });
});

test('a work of which a commit failed appends nothing more, and whoever appends beside it is not told', async (t) => {
  const { recorder, store, told } = await recorderIn(t);
  const bulk = recorder.bulk();
  await bulk.ahead(records(3));
  await recorder.append([]);
  store.isFull = true;
  await bulk.ahead(records(4));
  const follower = bulk.ahead(records(5)).catch(() => undefined);
  const beside = records(1);
  assert.equal(await recorder.append(beside), 3);
  await follower;
  await assert.rejects(bulk.append(records(1)), disk);
  await assert.rejects(bulk.ahead(records(1)), disk);
  await assert.rejects(
    bulk.together(async (append) => append(records(1))),
    disk,
  );
  const later = records(2);
  assert.equal(await recorder.bulk().append(later), 4);
  assert.deepEqual(
    told.slice(3).map(({ record }) => record),
    [...beside, ...later].map(({ record }) => record),
  );
});

test('what is built upon a commit that fails is built again where it can stand', async (t) => {
  const { recorder, store, told } = await recorderIn(t);
  const [lost, kept] = [records(2), records(1)];
  const builtAt: number[] = [];
  const building =
    (some: readonly NewRecord[]) =>
    async (firstSeq: number): Promise<readonly NewRecord[]> => {
      builtAt.push(firstSeq);
      return some;
    };
  const remembers = (): boolean => false;
  store.isFull = true;
  const failing = await recorder.appendBuilt(building(lost), remembers);
  const failed = assert.rejects(failing.durable, disk);
  const standing = await recorder.appendBuilt(building(kept), remembers);
  await failed;
  await standing.durable;
  await recorder.atRest();
  assert.deepEqual(builtAt, [0, 2, 0]);
  assert.deepEqual(
    told,
    kept.map(({ record }, seq) => ({ seq, record })),
  );
});

test('a batch is built while the one before is on its way, but not before the followers have what was forgotten', async (t) => {
  const { recorder, told } = await recorderIn(t);
  const durable: number[] = [];
  const seen: { readonly first: number; readonly durable: number; readonly told: number }[] = [];
  const building = async (first: number): Promise<readonly NewRecord[]> => {
    seen.push({ first, durable: durable.length, told: told.length });
    return records(3);
  };
  const send = async (hasForgotten: boolean): Promise<void> => {
    const sent = await recorder.appendBuilt(building, () => hasForgotten);
    void sent.durable.then(() => durable.push(1));
  };
  await send(false);
  await send(false);
  await recorder.landed(3);
  await send(true);
  await recorder.atRest();
  assert.deepEqual(
    seen.map(({ first }) => first),
    [0, 3, 6],
  );
  assert.equal(seen[1]?.durable, 0);
  assert.equal(seen[2]?.told, 6);
});

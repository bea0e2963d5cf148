// What every engine's stores promise the ledger, the projections and the search index, tried on each.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LedgerError } from '@acta/ledger';
import type { Engine } from './engine.ts';
import { change, page } from './log-rows.test-support.ts';
import { PostgresEngine } from './postgres/engine.ts';
import { freshDatabase, needsPostgres } from './postgres/server.test-support.ts';
import { SqliteEngine } from './sqlite/engine.ts';
import type { Storage } from './storage.ts';
import type { VaultFolder } from './vault-folder.ts';
import type { WriterLock } from './writer-lock.ts';

interface Tables {
  readonly thing: { readonly seq: number; readonly name: Uint8Array; readonly kind: string; readonly of: number };
}

const MIGRATIONS = [
  `create table thing (seq integer primary key, name blob not null, kind text not null, of integer not null) strict;
   create index thing_name on thing (name);`,
];
const ROOT = randomBytes(32);
const ENGINES = [
  { name: 'SQLite', needs: { skip: false }, at: async (_t: TestContext, dir: string) => new SqliteEngine({ dir }) },
  {
    name: 'PostgreSQL',
    needs: needsPostgres,
    at: async (t: TestContext, dir: string) => new PostgresEngine({ dir, database: (await freshDatabase(t)).address }),
  },
] as const;

interface Opened {
  readonly engine: Engine;
  readonly folder: VaultFolder;
  readonly lock: WriterLock;
  readonly storage: Storage<Tables>;
  readonly reader: () => Promise<Storage<Tables>>;
}

async function opened(t: TestContext, at: (t: TestContext, dir: string) => Promise<Engine>): Promise<Opened> {
  const dir = mkdtempSync(join(tmpdir(), 'acta-stores-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const engine = await at(t, join(dir, 'vault'));
  const lock = await engine.takeLock(0);
  t.after(() => lock.release());
  const folder = await engine.makeFolder(randomBytes(16));
  const options = { folder, root: ROOT, migrations: MIGRATIONS };
  const storage = await engine.openStorage<Tables>({ ...options, readonly: false, writer: lock });
  t.after(() => storage.close());
  const reader = async (): Promise<Storage<Tables>> => {
    const reading = await engine.openStorage<Tables>({ ...options, readonly: true });
    t.after(() => reading.close());
    return reading;
  };
  return { engine, folder, lock, storage, reader };
}

for (const { at, name, needs } of ENGINES) {
  test(`${name}: a log grows commit by commit, and a reader finds what was committed`, needs, async (t) => {
    const { storage, reader } = await opened(t, at);
    assert.deepEqual([await storage.log.size(), await storage.log.pages(0, 10)], [0, []]);
    await storage.log.commit(change(0, 3));
    await storage.log.commit(change(3, 2));
    const { log } = await reader();
    assert.equal(await log.size(), 5);
    for (const [from, first] of [
      [4, [3]],
      [2, [0, 3]],
      [99, [3]],
    ] as const) {
      assert.deepEqual(
        (await log.pages(from, 10)).map(({ firstSeq }) => firstSeq),
        first,
      );
    }
    for (const [asked, firsts] of [
      [
        [4, 0, 99, 2],
        [0, 3],
      ],
      [[1], [0]],
      [[-1], []],
      [[], []],
    ] as const) {
      const found = await log.pagesOf(asked);
      assert.deepEqual(found.map(({ firstSeq }) => firstSeq).toSorted(), firsts, asked.join());
      for (const one of found) assert.deepEqual(one, (await log.pages(one.firstSeq, 1))[0]);
    }
    assert.deepEqual(
      (await log.bundles(0, 2)).map((bytes) => bytes?.length),
      [160, undefined],
    );
    assert.deepEqual([(await log.tile(1, 0))?.length, await log.tile(1, 1)], [32, undefined]);
    await storage.log.saveCheckpoint(5, 'five');
    await storage.log.saveCheckpoint(3, 'three');
    assert.deepEqual([await log.checkpoint(), await log.pageBytes()], ['five', 100]);
  });

  test(`${name}: a commit for another size, or that changes what stands, is refused whole`, needs, async (t) => {
    const { log } = (await opened(t, at)).storage;
    await log.commit(change(0, 3));
    for (const firstSeq of [0, 2, 4]) {
      await assert.rejects(
        () => log.commit(change(firstSeq, 2)),
        (error) => error instanceof LedgerError && error.code === 'size-changed',
      );
    }
    const altered = { ...change(3, 1), bundles: [{ index: 0, bytes: Buffer.alloc(128, 9) }] };
    await assert.rejects(() => log.commit(altered));
    await assert.rejects(() => log.commit({ ...change(3, 1), pages: [page(0, 7)] }));
    assert.deepEqual([await log.size(), (await log.pages(0, 10)).length], [3, 1]);
  });

  test(`${name}: captures come back by key, in order, until they are dropped`, needs, async (t) => {
    const { captures } = (await opened(t, at)).storage;
    const frames = [300, 1, 70_000].map((length, fill) => new Uint8Array(length).fill(fill));
    for (const [index, frame] of frames.entries()) await captures.append(7, index, frame);
    await captures.append(12, 0, Uint8Array.of(9));
    const framesOf = async (key: number): Promise<Uint8Array[]> => {
      const found: Uint8Array[] = [];
      for await (const frame of captures.frames(key)) found.push(new Uint8Array(frame));
      return found;
    };
    assert.deepEqual([await captures.keys(), await framesOf(7)], [[7, 12], frames]);
    await assert.rejects(() => captures.append(12, 0, Uint8Array.of(1)));
    await captures.drop(7);
    assert.deepEqual([await captures.keys(), await framesOf(12)], [[12], [Uint8Array.of(9)]]);
  });

  test(`${name}: replacing pages keeps the first hash and the last under each erasure`, needs, async (t) => {
    const { log } = (await opened(t, at)).storage;
    await log.commit(change(0, 3));
    await log.replacePages([], 9);
    await log.replacePages([page(0, 50)], 9);
    await log.replacePages([page(0, 60), page(77, 1)], 9);
    assert.deepEqual(
      (await log.changesOf(9)).map(({ after, before, firstSeq }) => [firstSeq, before[0], after[0]]),
      [[0, 1, 60]],
    );
    assert.deepEqual([await log.changesOf(8), (await log.pages(0, 1))[0]?.bytes[0]], [[], 60]);
  });

  test(`${name}: a fold is whole or not at all, and rows go in and out in bulk`, needs, async (t) => {
    const { reader, storage } = await opened(t, at);
    const rows = Array.from({ length: 300 }, (_, seq) => [
      seq,
      Buffer.from([seq % 7]),
      seq % 2 === 0 ? 'a' : "b'\\",
      2 ** 40,
    ]);
    await storage.projections.write(async (tx) => {
      await tx.insertMany('thing', ['seq', 'name', 'kind', 'of'], rows);
      await tx.insertMany('thing', ['seq', 'name', 'kind', 'of'], [[1, Buffer.from('x'), 'again', 0]]);
      await tx.removeRuns('thing', 'seq', [
        [10, 100],
        [200, 1],
      ]);
      await tx.removeRuns('thing', 'seq', []);
    });
    const failing = storage.projections.write(async (tx) => {
      await tx.db.deleteFrom('thing').execute();
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    const { projections } = await reader();
    const stored = await projections.rows('thing', 'seq');
    assert.deepEqual([stored.length, stored[1]?.[2], stored[2]?.[3]], [199, "b'\\", 2 ** 40]);
    assert.deepEqual(Buffer.from(stored[3]?.[1] as Uint8Array), Buffer.from([3]));
    const none = await projections.read.selectFrom('thing').select('seq').where('seq', 'in', []).execute();
    assert.deepEqual(none, []);
  });

  test(
    `${name}: tables that are dropped are empty for the writer; who reads goes on with what it opened`,
    needs,
    async (t) => {
      const { reader, storage } = await opened(t, at);
      const one = [[1, Buffer.from('x'), 'kind', 0]];
      await storage.projections.write((tx) => tx.insertMany('thing', ['seq', 'name', 'kind', 'of'], one));
      const { projections } = await reader();
      await storage.projections.drop();
      const count = async (from: Storage<Tables>['projections']) =>
        (await from.read.selectFrom('thing').select('seq').execute()).length;
      assert.deepEqual([await count(storage.projections), await count(projections)], [0, 1]);
      await projections.reopen();
      assert.equal(await count(projections), 0);
      await storage.projections.write((tx) => tx.insertMany('thing', ['seq', 'name', 'kind', 'of'], one));
      await storage.projections.truncateLog();
      assert.deepEqual([await count(projections), await count((await reader()).projections)], [1, 1]);
    },
  );

  test(`${name}: segments take the place of segments in one step`, needs, async (t) => {
    const { reader, storage } = await opened(t, at);
    const segment = (id: number) => ({
      info: { id, firstSeq: id, lastSeq: id + 9, minAt: -5, maxAt: 2 ** 33, messages: 10, level: 0 },
      head: Buffer.from(`head ${id}`),
      parts: Array.from({ length: 300 }, (_, part) => ({ part, bytes: Buffer.alloc(20_000, part % 256) })),
    });
    await storage.segments.replace({ add: [segment(1), segment(2)], remove: [] });
    const { parts, ...rest } = segment(3);
    await storage.segments.stage(9, parts.slice(0, 2));
    await storage.segments.stage(3, parts.slice(0, 200));
    await storage.segments.replace({ add: [{ ...rest, parts: parts.slice(200) }], remove: [1, 2, 77] });
    const { segments } = await reader();
    assert.deepEqual(await segments.list(), [segment(3).info]);
    assert.deepEqual(Buffer.from((await segments.head(3)) ?? []), Buffer.from('head 3'));
    assert.deepEqual(
      [
        (await segments.blob(3, 299))?.[0],
        (await segments.blob(3, 7))?.length,
        await segments.blob(3, 300),
        await segments.blob(1, 0),
        await segments.blob(9, 0),
      ],
      [43, 20_000, undefined, undefined, undefined],
    );
    await storage.segments.drop();
    assert.deepEqual(await storage.segments.list(), []);
  });
}

test('PostgreSQL: a writer whose epoch is over writes nothing any more', needsPostgres, async (t) => {
  const { engine, folder, lock, storage } = await opened(t, ENGINES[1].at);
  await storage.log.commit(change(0, 3));
  await lock.release();
  const next = await engine.takeLock(5_000);
  t.after(() => next.release());
  const isLost = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'writer-lost';
  await assert.rejects(() => storage.log.commit(change(3, 1)), isLost);
  await assert.rejects(() => storage.log.saveCheckpoint(3, 'three'), isLost);
  await assert.rejects(() => storage.log.replacePages([page(0, 9)], 1), isLost);
  await assert.rejects(() => storage.captures.append(1, 0, Uint8Array.of(1)), isLost);
  await assert.rejects(() => storage.captures.drop(1), isLost);
  await assert.rejects(() => storage.projections.write((tx) => tx.removeRuns('thing', 'seq', [[0, 1]])), isLost);
  await assert.rejects(() => storage.projections.drop(), isLost);
  await assert.rejects(() => storage.segments.replace({ add: [], remove: [1] }), isLost);
  const writer = await engine.openStorage<Tables>({
    folder,
    root: ROOT,
    migrations: MIGRATIONS,
    readonly: false,
    writer: next,
  });
  t.after(() => writer.close());
  await writer.log.commit(change(3, 1));
  assert.equal(await writer.log.size(), 4);
});

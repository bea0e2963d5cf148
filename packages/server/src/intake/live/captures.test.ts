// What is kept before it is in the ledger: whatever was settled in between, a process that comes after finds all that was not, in order.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { CaptureFolder } from '../../store/capture-folder.ts';
import { SqliteKeyStore } from '../../store/sqlite/key-store.ts';
import { type Captured, type CaptureParts, Captures } from './captures.ts';
import type { SignedDelivery } from './delivery.ts';

function place(t: TestContext): { readonly dir: string; readonly parts: () => CaptureParts } {
  const base = mkdtempSync(join(tmpdir(), 'acta-captures-'));
  const cellId = randomBytes(16);
  const dir = join(base, 'captures');
  const keys = new SqliteKeyStore({ file: join(base, 'keys.db'), root: randomBytes(32), cellId });
  t.after(async () => {
    await keys.close();
    rmSync(base, { recursive: true, force: true });
  });
  return { dir, parts: () => ({ cellId, keys, store: new CaptureFolder(dir) }) };
}

const delivery = (name: string): SignedDelivery => ({
  body: Buffer.from(name),
  signature: 'ab',
  secret: 1,
  receivedAt: new Date(1_790_000_000_123),
});

async function leftIn(parts: CaptureParts): Promise<string[]> {
  const names: string[] = [];
  for await (const left of new Captures(parts).left()) {
    assert.ok('body' in left);
    assert.deepEqual({ ...left, body: '' }, { ...delivery(''), body: '' });
    names.push(left.body.toString());
  }
  return names;
}

/** A process that keeps and settles what it is told to. */
class Keeper {
  readonly kept: string[] = [];
  readonly open = new Map<string, Captured>();
  readonly captures: Captures;

  constructor(parts: CaptureParts) {
    this.captures = new Captures(parts);
  }

  async keep(count: number): Promise<void> {
    const names = Array.from({ length: count }, (_, at) => `${this.kept.length + at}`);
    this.kept.push(...names);
    const all = await Promise.all(names.map((name) => this.captures.keep(delivery(name))));
    for (const [at, captured] of all.entries()) this.open.set(names[at] ?? '', captured);
  }

  settle(which: number): void {
    const name = [...this.open.keys()][which % Math.max(1, this.open.size)] ?? '';
    this.open.get(name)?.settle();
    this.open.delete(name);
  }

  async turn(): Promise<void> {
    const turned = this.captures.turn();
    for (const captured of this.open.values()) captured.settle();
    this.open.clear();
    await turned;
  }
}

test('whatever is kept, settled and ended in whatever order, what is left holds all that was not settled, in order', async (t) => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ keep: fc.integer({ min: 1, max: 4 }) }) },
    { weight: 5, arbitrary: fc.record({ settle: fc.nat() }) },
    { weight: 1, arbitrary: fc.constant('turn' as const) },
  );
  const law = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    const { parts } = place(t);
    const keeper = new Keeper(parts());
    for (const one of steps) {
      if (one === 'turn') {
        await keeper.turn();
        assert.deepEqual(await leftIn(parts()), []);
      } else if ('keep' in one) await keeper.keep(one.keep);
      else keeper.settle(one.settle);
    }
    const left = await leftIn(parts());
    const inOrder = keeper.kept.filter((name) => left.includes(name));
    assert.deepEqual(left, inOrder);
    assert.deepEqual(
      [...keeper.open.keys()].sort(),
      [...keeper.open.keys()].filter((name) => left.includes(name)).sort(),
    );
    await keeper.captures.close();
  });
  await fc.assert(law, { numRuns: 20 });
});

test('what is settled is said on the disk soon after, and nothing is left when all is settled and closed', async (t) => {
  const { dir, parts } = place(t);
  const captures = new Captures(parts());
  const all = await Promise.all(['a', 'b', 'c'].map((name) => captures.keep(delivery(name))));
  for (const { settle } of all) settle();
  while ((await leftIn(parts())).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(readdirSync(dir).length, 1);
  await captures.close();
  assert.deepEqual(readdirSync(dir), []);
});

test('a process that ended before it settled leaves its deliveries and its key; both go when they are forgotten', async (t) => {
  const { dir, parts } = place(t);
  await new Captures(parts()).keep(delivery('a'));
  assert.deepEqual(await leftIn(parts()), ['a']);
  const after = parts();
  assert.equal((await after.keys.keysOfUse('captures')).length, 1);
  await new Captures(after).forgetLeft();
  assert.deepEqual([await leftIn(parts()), readdirSync(dir), await after.keys.keysOfUse('captures')], [[], [], []]);
});

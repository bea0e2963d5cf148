import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { type DataKeys, type DeepCheck, type LogReport, verifyLog } from '@acta/ledger';
import { engineAt } from '../../store/engines.ts';
import { unlock } from '../../store/unlocking.ts';
import { keyPlace, storageOf } from '../reading.ts';
import { androidText, type TestVault, testVault } from '../vault.test-support.ts';
import { stripThreadsFor, withStripThreads } from './strip-threads.ts';

const LINES = 600;

test('a deep check that threads take part in says what one without them says', async (t) => {
  const vault = testVault(t);
  const lines = Array.from({ length: LINES }, (_, at) => ['25/12/2019', ['Ana', 'Otto', '陈'][at % 3], `uno ${at}`]);
  await vault.importText(
    'WhatsApp Chat with Familia.txt',
    androidText(lines.map(([day = '', author = '', text = '']) => [day, author, text])),
  );
  for (const keysOf of [(keys: DataKeys) => keys, withOneWrong]) {
    const alone = await verified(vault, keysOf, {});
    const together = await withStripThreads(1, async ({ others }) => {
      assert.ok(others);
      await untilOneRuns(others.open);
      return verified(vault, keysOf, { others });
    });
    assert.deepEqual(together, alone);
    assert.ok(alone.checked > 0);
  }
  const { altered } = await verified(vault, withOneWrong, {});
  assert.equal(altered[0]?.reason, 'strip-differs');
});

test('a short log is checked without threads', async () => {
  assert.deepEqual(await withStripThreads(stripThreadsFor(1_000), async (others) => others), {});
});

test('what fails in a thread fails the check', async () => {
  const strip = { pageSeq: 0, keyId: 1, slots: [0], sealed: new Uint8Array(64), key: 'none' };
  const check = withStripThreads(1, async ({ others }) => {
    assert.ok(others);
    await untilOneRuns(others.open);
    const strips = { cellId: new Uint8Array(16), strips: [strip] };
    return (await Reflect.apply(others.open, undefined, [strips])).opened;
  });
  await assert.rejects(check, /Invalid key length/);
});

/** Gives strips away until somebody else opens them: an answer from another thread is not there at once. */
async function untilOneRuns(open: NonNullable<DeepCheck['others']>['open']): Promise<void> {
  for (let isElsewhere = false; !isElsewhere; ) {
    const { opened } = await open({ cellId: new Uint8Array(16), strips: [] });
    isElsewhere = (await Promise.race([opened, Promise.resolve('later')])) === 'later';
    await Promise.all([opened, setImmediate()]);
  }
}

/** The key with the lowest id is another. */
function withOneWrong(keys: DataKeys): DataKeys {
  return {
    open: async (ids) => {
      const [lowest = 0] = [...ids].sort((a, b) => a - b);
      const opened = new Map(await keys.open(ids));
      return lowest > 2 ? opened : opened.set(lowest, new Uint8Array(32));
    },
    state: (id) => keys.state(id),
  };
}

async function verified(
  { place }: TestVault,
  keysOf: (keys: DataKeys) => DataKeys,
  others: Pick<DeepCheck, 'others'>,
): Promise<LogReport> {
  const engine = engineAt(place);
  const folder = await engine.openFolder();
  const { root } = await unlock(engine.keysOf(folder), keyPlace(place, folder));
  const storage = await storageOf(engine, folder, { root, readonly: true });
  const { keys, origin, readBack: reader, vkey } = storage;
  const deep = { keys: keysOf(keys), ...others };
  const report = verifyLog({ reader, cellId: folder.cellId, vkey, origin, deep, isErasedByOrder: () => false });
  return report.finally(() => storage.close());
}

import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type LogReader, type LogReport, type LogToVerify, pageHash, verifyLog } from '@acta/ledger';
import { engineAt } from '../../store/engines.ts';
import { unlock } from '../../store/unlocking.ts';
import { keyPlace, storageOf } from '../reading.ts';
import { importInto, type TestVault, temporaryFolder, testVault } from '../vault.test-support.ts';
import { withOpeners } from './strip-openers.ts';

const LINES = 9_000;
/** So many entries are worth a thread, as the caller counts them. */
const MANY = 1_000_000;

async function filled(t: TestContext): Promise<TestVault> {
  const vault = testVault(t);
  let text = '25/11/2019, 09:00 - Brunhilde created group "Zhandrokul"\n';
  for (let at = 0; at < LINES; at++) {
    const author = ['Brunhilde', 'Otto', 'Carla', '+52 1 55 1234 5678', '陈思远'][at % 5];
    text += `25/11/2019, ${10 + Math.floor(at / 3600)}:${String(Math.floor(at / 60) % 60).padStart(2, '0')} - ${author}: palabra${at} 微信\n`;
  }
  const file = join(temporaryFolder(t), 'WhatsApp Chat with Zhandrokul.txt');
  await vault.write((open) => importInto(open, file, text));
  return vault;
}

/** The log as it lies, but for one bit of the last strip of every seventh page, which its own hash confirms. */
function damaged(log: LogReader): LogReader {
  const pages: LogReader['pages'] = async (fromSeq, limit) =>
    (await log.pages(fromSeq, limit)).map((row) => {
      if (Math.floor(row.firstSeq / 256) % 7 !== 3) return row;
      const bytes = Buffer.from(row.bytes);
      bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
      return { ...row, bytes, sha256: pageHash(bytes) };
    });
  const reader: LogReader = Object.create(log);
  return Object.assign(reader, { pages });
}

const needsTwo = { skip: availableParallelism() < 2 && 'one processor has no second thread' };

test('what two threads verify is what one verifies, also where it is altered', needsTwo, async (t) => {
  const { place } = await filled(t);
  const engine = engineAt(place);
  const folder = await engine.openFolder();
  const { root } = await unlock(engine.keysOf(folder), keyPlace(place, folder));
  const { close, keys, log, vkey } = await storageOf(engine, folder, { root, readonly: true });
  t.after(() => close());
  const verify = (reader: LogReader, deep: NonNullable<LogToVerify['deep']>): Promise<LogReport> =>
    verifyLog({ reader, cellId: folder.cellId, vkey, deep, isErasedByOrder: () => false });
  for (const [reader, verdict] of [
    [log, 'intact'],
    [damaged(log), 'altered'],
  ] as const) {
    const alone = await verify(reader, { keys });
    assert.equal(alone.verdict, verdict);
    const together = await withOpeners(MANY, (others) => {
      assert.ok(others !== undefined);
      return verify(reader, { keys, others });
    });
    assert.deepEqual(together, alone);
  }
});

test('a small log is verified on one thread', async () => {
  assert.equal(await withOpeners(1_000, async (others) => others), undefined);
});

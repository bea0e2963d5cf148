import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { LedgerError } from '@acta/ledger';
import { ServerError } from '../../server-error.ts';
import { importInto, type TestVault, temporaryFolder, testVault } from '../vault.test-support.ts';
import { ThreadCalls } from './calls.ts';
import { receivedError, sentError } from './errors.ts';

const LINES = 9_000;

/** More than one commit of a group of five. */
function chat(from: number, count: number): string {
  let text = '25/11/2019, 09:00 - Brunhilde created group "Zhandrokul"\n';
  for (let at = from; at < from + count; at++) {
    const minute = `${String(10 + Math.floor(at / 3600)).padStart(2, '0')}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}`;
    text += `25/11/2019, ${minute} - ${['Brunhilde', 'Otto', 'Carla', '+52 1 55 1234 5678', '陈思远'][at % 5]}: palabra${at} 微信 vlen${at % 7}\n`;
  }
  return text;
}

/** The same history, written on one thread or by two. */
async function history(vault: TestVault, folder: string, bulk: boolean): Promise<void> {
  const write = async (
    work: (open: Awaited<ReturnType<typeof vault.house.write>>) => Promise<unknown>,
  ): Promise<void> => {
    const open = await vault.house.write({ make: true, bulk });
    await work(open).finally(() => open.close());
  };
  await write(async (open) => {
    await importInto(open, join(folder, 'WhatsApp Chat with Zhandrokul.txt'), chat(0, LINES));
    await open.settle();
  });
  await write((open) =>
    importInto(open, join(folder, 'later', 'WhatsApp Chat with Zhandrokul.txt'), chat(LINES - 500, 600)),
  );
  const carla = (await vault.seen()).people.find(({ names }) => names.includes('Carla'))?.id ?? 0;
  await write(async (open) => {
    const certificate = await open.erase(await open.planErasure({ scope: 'person', ids: [carla] }), 'asked for');
    assert.equal(await open.reader.record(certificate.pages.length === 0 ? 0 : carla), undefined);
  });
}

test('what two threads write is what one writes, and folding it again gives the same', async (t) => {
  const [one, two] = [testVault(t), testVault(t)];
  await history(one, temporaryFolder(t), false);
  await history(two, temporaryFolder(t), true);
  const [seen, expected] = [await two.seen(), await one.seen()];
  assert.equal(seen.entries.length, (LINES + 100) * 0.8 + 1);
  assert.deepEqual(seen, expected);
  assert.deepEqual(await two.search('palabra4321'), await one.search('palabra4321'));
  assert.equal((await two.verify()).verdict, 'intact');
  const { entry } = await two.rows();
  await two.write((open) => open.rebuild(() => undefined));
  assert.deepEqual((await two.rows())['entry'], entry);
});

test('an error crosses with its class, its code and its coordinates', () => {
  const server = receivedError(
    sentError(new ServerError('disk-full', { file: 'keys.db' }, new LedgerError('log-halted'))),
  );
  assert.ok(server instanceof ServerError && server.code === 'disk-full' && server.detail['file'] === 'keys.db');
  assert.ok(server.cause instanceof LedgerError && server.cause.code === 'log-halted');
  const other = receivedError(sentError(Object.assign(new Error('no space'), { code: 'SQLITE_FULL' })));
  assert.ok('code' in other && other.code === 'SQLITE_FULL' && other.message === 'no space');
});

test('who waits for a thread that ends is told', async () => {
  const calls = new ThreadCalls(new Worker('setTimeout(() => process.exit(1), 50)', { eval: true }));
  await assert.rejects(calls.call('log', 'commit', []), /ended/);
  await assert.rejects(calls.call('log', 'commit', []), /ended/);
});

// A thread's place behind the others of its process.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

test('a thread that gives way changes its own priority alone, and none where a thread has no priority', async () => {
  const before = getPriority();
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     import(${JSON.stringify(new URL('./giving-way.ts', import.meta.url).href)}).then(({ giveWay }) => {
       giveWay();
       parentPort.postMessage(require('node:os').getPriority());
     });`,
    { eval: true },
  );
  const [behind] = (await once(worker, 'message')) as [number];
  await worker.terminate();
  assert.equal(getPriority(), before);
  const isLast = before === 19 || process.platform !== 'linux';
  assert.equal(behind > before, !isLast);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { ReadyThread } from './ready-thread.ts';

test('a thread that was begun is taken once; whoever comes after that gets one of their own', async () => {
  const thread = new ReadyThread();
  thread.begin();
  const [one, other] = [thread.take(), thread.take()];
  assert.ok(one.threadId < other.threadId);
  await Promise.all([one.terminate(), other.terminate()]);
});

test('a process ends without waiting for a thread that nobody took', () => {
  const module = JSON.stringify(new URL('./ready-thread.ts', import.meta.url).href);
  const script = `const { ReadyThread } = await import(${module}); new ReadyThread().begin();`;
  const { signal, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 60_000 });
  assert.deepEqual({ signal, status }, { signal: null, status: 0 });
});

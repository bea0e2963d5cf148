import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runTrial } from './order-trial.test-support.ts';

test('no date order is silently wrong, and long files are not left open without need', async () => {
  const trial = await runTrial(2000, 20_261_122);
  assert.deepEqual(trial.failures, []);
  assert.ok(trial.right > 1100, `${trial.right} of 2000 are decided`);
  assert.ok(trial.longRight > trial.longAmbiguous * 20, `${trial.longAmbiguous} long files are open`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chance } from './chance.ts';
import { SandboxClock } from './clock.ts';

test('a clock that stands rings only when moved, in order of time and then of setting', async () => {
  const clock = new SandboxClock({ startMs: 1000, stands: true });
  const rung: string[] = [];
  clock.in(20, () => void rung.push(`b${clock.now()}`));
  clock.in(10, () => void rung.push(`a${clock.now()}`));
  clock.in(20, () => void rung.push(`c${clock.now()}`));
  clock.in(100, () => void rung.push('late'));
  await clock.advance(50);
  assert.deepEqual(rung, ['a1010', 'b1020', 'c1020']);
  assert.equal(clock.now(), 1050);
});

test('an alarm set by an alarm rings within the same move, after what it waits for', async () => {
  const clock = new SandboxClock({ startMs: 0, stands: true });
  const rung: number[] = [];
  const again = async (): Promise<void> => {
    await Promise.resolve();
    rung.push(clock.now());
    clock.in(1000, again);
  };
  clock.in(0, again);
  await clock.advance(3500);
  assert.deepEqual(rung, [0, 1000, 2000, 3000]);
});

test('a running clock rings by itself and can be moved too', async () => {
  const clock = new SandboxClock({ startMs: 5_000_000 });
  await new Promise<void>((resolve) => clock.in(1, () => resolve()));
  let rung = 0;
  clock.in(3_600_000, () => {
    rung = clock.now();
  });
  await clock.advance(7_200_000);
  assert.ok(rung >= 5_000_000 + 3_600_000);
  assert.ok(clock.now() >= 5_000_000 + 7_200_000);
  clock.stop();
});

test('the same seed and stream give the same numbers, another stream others', () => {
  const draw = (seed: number, stream: string): readonly number[] => {
    const chance = new Chance(seed, stream);
    return Array.from({ length: 20 }, () => chance.whole(1, 6));
  };
  assert.deepEqual(draw(7, 'a'), draw(7, 'a'));
  assert.notDeepEqual(draw(7, 'a'), draw(7, 'b'));
  assert.notDeepEqual(draw(7, 'a'), draw(8, 'a'));
  assert.deepEqual(new Set(draw(7, 'a')).size <= 6, true);
  assert.equal(new Chance(1, 'a').happens(0), false);
  assert.equal(new Chance(1, 'a').happens(1), true);
});

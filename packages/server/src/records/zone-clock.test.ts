import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wallSeconds, wallText } from './wall-time.ts';
import { ZoneClock } from './zone-clock.ts';

const seconds = (instant: string): number => Date.parse(instant) / 1000;

test('the offset of a zone is that of the instant, also on the day on which it changes', () => {
  const berlin = new ZoneClock('Europe/Berlin');
  assert.equal(berlin.offsetMinutes(seconds('2026-07-01T12:00:00Z')), 120);
  assert.equal(berlin.offsetMinutes(seconds('2026-10-25T00:59:59Z')), 120);
  assert.equal(berlin.offsetMinutes(seconds('2026-10-25T01:00:00Z')), 60);
  assert.equal(new ZoneClock('America/Mexico_City').offsetMinutes(seconds('2026-07-01T12:00:00Z')), -360);
  assert.equal(new ZoneClock('Asia/Kathmandu').offsetMinutes(0), 330);
  assert.equal(new ZoneClock('UTC').offsetMinutes(0), 0);
  assert.throws(() => new ZoneClock('Nowhere/At All'), RangeError);
});

test('what a wall shows is found again as the instant at which it shows it', () => {
  for (const zone of ['America/Mexico_City', 'Europe/Berlin', 'Asia/Shanghai', 'Australia/Lord_Howe', 'UTC']) {
    const clock = new ZoneClock(zone);
    for (let utc = seconds('2026-01-01T00:30:00Z'); utc < seconds('2027-01-01T00:00:00Z'); utc += 13 * 3600) {
      const wall = utc + clock.offsetMinutes(utc) * 60;
      assert.equal(wallText(wall - clock.offsetAtWall(wall) * 60), wallText(utc), zone);
    }
  }
  const berlin = new ZoneClock('Europe/Berlin');
  assert.equal(berlin.offsetAtWall(wallSeconds('2026-10-25T02:30:00')), 120, 'shown twice: the first');
});

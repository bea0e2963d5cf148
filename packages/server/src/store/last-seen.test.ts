// The note of what this machine last saw: it comes back as it was kept, or says that it is damaged.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sha256 } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import { keepLastSeen, type LastSeen, readLastSeen } from './last-seen.ts';

const SEEN: LastSeen = { size: 4_711, root: Buffer.alloc(32, 0xa7).toString('base64'), erasure: 12, keys: 99 };

function freshPlace(t: TestContext, cellHex = 'ab'.repeat(16)) {
  const dir = mkdtempSync(join(tmpdir(), 'acta-seen-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return { dir, cellHex, file: join(dir, `${cellHex}.last`) };
}

const isCode = (code: string) => (error: unknown) => error instanceof ServerError && error.code === code;

test('what was kept comes back, and a machine that never saw the cell knows nothing', async (t) => {
  const place = freshPlace(t);
  assert.equal(readLastSeen(place), undefined);
  await keepLastSeen(place, SEEN);
  assert.deepEqual(readLastSeen(place), SEEN);
});

test('every flipped bit and every cut is a damaged note', async (t) => {
  const place = freshPlace(t);
  await keepLastSeen(place, SEEN);
  const whole = readFileSync(place.file);
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const hurt = Buffer.from(whole);
    hurt[bit >> 3] = (hurt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(place.file, hurt);
    assert.throws(() => readLastSeen(place), isCode('seen-damaged'), `bit ${bit}`);
  }
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(place.file, whole.subarray(0, length));
    assert.throws(() => readLastSeen(place), isCode('seen-damaged'), `${length} bytes`);
  }
});

test('the note of another cell is damage, and one of another format is refused', async (t) => {
  const [place, other] = [freshPlace(t), freshPlace(t, 'cd'.repeat(16))];
  await keepLastSeen(other, SEEN);
  writeFileSync(place.file, readFileSync(other.file));
  assert.throws(() => readLastSeen(place), isCode('seen-damaged'));
  const body = 'acta/last-seen/v2\nsomething else\n';
  writeFileSync(place.file, `${body}${Buffer.from(sha256(Buffer.from(body))).toString('base64')}\n`);
  assert.throws(() => readLastSeen(place), isCode('vault-newer'));
});

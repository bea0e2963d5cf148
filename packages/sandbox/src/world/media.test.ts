import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chance } from '../chance.ts';
import { SandboxClock } from '../clock.ts';
import { MediaStore } from './media.ts';

test('equal bytes are held once, and the oldest objects go when there is no room', () => {
  const store = new MediaStore(new Chance(1, 'media'), new SandboxClock({ startMs: 0, stands: true }));
  const one = store.add(Buffer.from('same'), 'image/png', 'person');
  const other = store.add(Buffer.from('same'), 'image/png', 'person');
  assert.equal(one.bytes, other.bytes);
  assert.notEqual(one.id, other.id);
  const large = Buffer.alloc(100 * 1_048_576);
  const ids = Array.from({ length: 6 }, () => store.add(large, 'application/pdf', 'person').id);
  assert.equal(store.get(one.id), undefined);
  assert.equal(store.get(ids[0] ?? ''), undefined);
  assert.ok(ids.slice(1).every((id) => store.get(id)));
});

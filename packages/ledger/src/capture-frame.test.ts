// A frame of captures opens in its own place and nowhere else.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { openCapture, sealCapture } from './capture-frame.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test('a frame opens to what was sealed, and in no other cell, row or place, nor with any bit changed', () => {
  fc.assert(
    fc.property(
      fc.record({ cellId: bytes(16), keyId: fc.maxSafeNat(), index: fc.maxSafeNat(), key: bytes(32) }),
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(),
      (place, plain, at) => {
        const sealed = sealCapture({ ...place, plain, randomBytes });
        assert.deepEqual(new Uint8Array(openCapture({ ...place, sealed }) ?? []), plain);
        const open = (change: Partial<typeof place>) => openCapture({ ...place, ...change, sealed });
        assert.equal(open({ index: place.index === 0 ? 1 : place.index - 1 }), undefined);
        assert.equal(open({ keyId: place.keyId === 0 ? 1 : place.keyId - 1 }), undefined);
        assert.equal(open({ cellId: place.cellId.map((byte) => byte ^ 1) }), undefined);
        const hurt = Uint8Array.from(sealed);
        hurt[(at >> 3) % hurt.length] = (hurt[(at >> 3) % hurt.length] ?? 0) ^ (1 << (at & 7));
        assert.equal(openCapture({ ...place, sealed: hurt }), undefined);
      },
    ),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceIn } from './device.ts';

test('a browser and its system are called as people call them', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
  assert.deepEqual(deviceIn(chrome), { browser: 'Chrome', system: 'Linux' });
  assert.deepEqual(deviceIn(`${chrome} Edg/143.0`), { browser: 'Edge', system: 'Linux' });
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1';
  assert.deepEqual(deviceIn(iphone), { browser: 'Safari', system: 'iOS' });
  assert.equal(deviceIn('curl/8'), undefined);
});

/** Keys: derived, wrapped, sealed and recovered; and everything that must be refused is. */
import assert from 'node:assert/strict';
import { hkdfSync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { deriveKey } from './derive.ts';
import { formatRecoveryCode, newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { openSealedRoot, sealRoot } from './sealed-root.ts';
import { unwrapKey, WRAPPED_KEY_BYTES, wrapKey } from './wrap.ts';

const cellId = randomBytes(16);
const place = { cellId, keyId: 2 ** 40 + 3, purpose: 'data' };

test('derived keys differ by purpose and root and are HKDF-SHA256', () => {
  const root = randomBytes(32);
  const key = deriveKey(root, 'blind-index', 32);
  const expected = hkdfSync('sha256', root, '', 'acta/derive/v1\nblind-index', 32);
  assert.deepEqual(Buffer.from(key), Buffer.from(expected));
  assert.notDeepEqual(key, deriveKey(root, 'audit', 32));
  assert.notDeepEqual(key, deriveKey(randomBytes(32), 'blind-index', 32));
  assert.equal(deriveKey(root, 'x', 64).length, 64);
});

test('a wrapped key opens for its own cell, id, purpose and wrapping key, and for no other', () => {
  const [key, by] = [randomBytes(32), randomBytes(32)];
  const wrapped = wrapKey({ ...place, key, by, randomBytes });
  assert.equal(wrapped.length, WRAPPED_KEY_BYTES);
  assert.deepEqual(unwrapKey({ ...place, wrapped, by }), key);
  const others = [
    { keyId: 4 },
    { purpose: 'object' },
    { purpose: '' },
    { cellId: randomBytes(16) },
    { by: randomBytes(32) },
  ];
  for (const other of others) {
    assert.throws(() => unwrapKey({ ...place, wrapped, by, ...other }), { code: 'wrapped-key-refused' });
  }
  for (let bit = 8; bit < wrapped.length * 8; bit++) {
    const changed = Buffer.from(wrapped);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.throws(() => unwrapKey({ ...place, wrapped: changed, by }), { code: 'wrapped-key-refused' });
  }
  assert.throws(() => unwrapKey({ ...place, wrapped: wrapped.subarray(1), by }), { code: 'wrapped-key-malformed' });
  const newer = Buffer.from(wrapped);
  newer[0] = 2;
  assert.throws(() => unwrapKey({ ...place, wrapped: newer, by }), { code: 'wrapped-key-malformed' });
  assert.throws(() => wrapKey({ ...place, key: randomBytes(31), by, randomBytes }), { code: 'key-malformed' });
});

test('a recovery code is read as people type it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (secret) => {
      const code = formatRecoveryCode(secret);
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
      const spellings = [
        code,
        code.toLowerCase(),
        code.replaceAll('-', ''),
        ` ${code.replaceAll('-', ' ')}\n`,
        code.replaceAll('-', ' \u2013 '),
        code.replaceAll('0', 'O').replaceAll('1', 'I'),
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
      ];
      for (const spelling of spellings) assert.deepEqual(Buffer.from(parseRecoveryCode(spelling)), Buffer.from(secret));
    }),
  );
});

test('a wrong symbol, two swapped symbols or a missing one is told from a wrong code', () => {
  const code = formatRecoveryCode(Uint8Array.from({ length: 20 }, (_, i) => i * 13)).replaceAll('-', '');
  for (let i = 0; i < code.length; i++) {
    const wrong = code.slice(0, i) + (code[i] === 'Z' ? 'Y' : 'Z') + code.slice(i + 1);
    assert.throws(() => parseRecoveryCode(wrong), { code: 'recovery-code-checksum' });
  }
  assert.throws(() => parseRecoveryCode(code.slice(1)), { code: 'recovery-code-malformed' });
  assert.throws(() => parseRecoveryCode(`${code}0`), { code: 'recovery-code-malformed' });
  assert.throws(() => parseRecoveryCode(code.replace(/^./, 'U')), { code: 'recovery-code-malformed' });
  assert.throws(() => parseRecoveryCode(''), { code: 'recovery-code-malformed' });
});

test('new codes differ', () => {
  assert.notEqual(newRecoveryCode(randomBytes), newRecoveryCode(randomBytes));
});

test('a root key sealed by a code opens with that code only', async () => {
  const root = randomBytes(32);
  const code = newRecoveryCode(randomBytes);
  const sealed = await sealRoot({ root, by: { code }, randomBytes });
  assert.deepEqual(await openSealedRoot({ sealed, by: { code: code.toLowerCase() } }), root);
  const other = newRecoveryCode(randomBytes);
  await assert.rejects(openSealedRoot({ sealed, by: { code: other } }), { code: 'sealed-root-refused' });
  await assert.rejects(openSealedRoot({ sealed, by: { passphrase: code } }), { code: 'sealed-root-refused' });
  await assert.rejects(openSealedRoot({ sealed, by: { code: 'abc' } }), { code: 'recovery-code-malformed' });
  for (const index of [2, 20, 40, 77]) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    await assert.rejects(openSealedRoot({ sealed: changed, by: { code } }), { code: 'sealed-root-refused' });
  }
  for (const malformed of [
    sealed.subarray(1),
    Buffer.concat([sealed, sealed]),
    Buffer.from(sealed).fill(9, 0, 1),
    Buffer.from(sealed).fill(9, 1, 2),
  ]) {
    await assert.rejects(openSealedRoot({ sealed: malformed, by: { code } }), { code: 'sealed-root-malformed' });
  }
  await assert.rejects(sealRoot({ root: randomBytes(16), by: { code }, randomBytes }), { code: 'key-malformed' });
});

test('a root key sealed by a passphrase opens with it however its letters are composed, and with no other', async () => {
  const root = randomBytes(32);
  const sealed = await sealRoot({ root, by: { passphrase: 'ca\u00f1\u00f3n de \u5e7f\u5dde' }, randomBytes });
  assert.deepEqual(await openSealedRoot({ sealed, by: { passphrase: 'can\u0303o\u0301n de \u5e7f\u5dde' } }), root);
  await assert.rejects(openSealedRoot({ sealed, by: { passphrase: 'canon' } }), { code: 'sealed-root-refused' });
});

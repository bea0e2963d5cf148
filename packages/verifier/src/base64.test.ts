import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBase64, encodeBase64, fromHex, toHex, VerifierError } from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;

test('the examples of RFC 4648 are written and read', () => {
  const examples = {
    '': '',
    f: 'Zg==',
    fo: 'Zm8=',
    foo: 'Zm9v',
    foob: 'Zm9vYg==',
    fooba: 'Zm9vYmE=',
    foobar: 'Zm9vYmFy',
  };
  for (const [text, encoded] of Object.entries(examples)) {
    assert.equal(encodeBase64(new TextEncoder().encode(text)), encoded);
    assert.deepEqual(decodeBase64(encoded), new TextEncoder().encode(text));
  }
});

test('bytes come back from base64 as from any other encoder', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.equal(encodeBase64(bytes), Buffer.from(bytes).toString('base64'));
      assert.deepEqual(decodeBase64(encodeBase64(bytes)), bytes);
    }),
  );
});

test('a text is read only if it is the one spelling of its bytes', () => {
  const nearly = fc.string({
    unit: fc.constantFrom('A', 'B', 'z', '/', '+', '=', '-', ' ', '\n', '\u0100'),
    maxLength: 9,
  });
  fc.assert(
    fc.property(nearly, (text) => {
      try {
        assert.equal(encodeBase64(decodeBase64(text)), text);
      } catch (error) {
        assert.ok(error instanceof VerifierError && error.code === 'not-base64');
        assert.notEqual(Buffer.from(text, 'base64').toString('base64'), text);
      }
    }),
    { numRuns: 1000 },
  );
});

test('hex is lower case and whole bytes', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(fromHex(toHex(bytes)), bytes)));
  for (const text of ['0', '0G', 'AB', '0x', ' 0', '\u0660\u0660']) assert.throws(() => fromHex(text), code('not-hex'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256, vectorKey, verifyEd25519 } from '../../../tools/log-vectors/node-primitives.ts';
import type { NoteVector } from '../../../tools/log-vectors/note-vectors.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import {
  ALG_ED25519,
  formatNote,
  formatSignatureLine,
  formatVkey,
  fromHex,
  keyId,
  type NoteVerdict,
  parseNote,
  parseVkey,
  VerifierError,
  verifyNote,
} from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;
const vectors = readVectors('notes.json');
const alice = vectorKey('example.com/alice');
const text = 'one\n\ntwo\n';

function signedBy(key: typeof alice): string {
  const id = keyId(sha256, key.name, ALG_ED25519, key.publicKey);
  return formatNote({ text, signatures: [{ name: key.name, keyId: id, signature: key.sign(Buffer.from(text)) }] });
}

async function checked(vector: NoteVector): Promise<NoteVerdict | { readonly error: string }> {
  const keys = vector.vkeys.map((vkey) => parseVkey(sha256, vkey));
  const note = vector.encoding === 'hex' ? fromHex(vector.note) : vector.note;
  return verifyNote({ note, keys, verifyEd25519 }).catch((error: unknown) => {
    if (error instanceof VerifierError) return { error: error.code };
    throw error;
  });
}

for (const vector of vectors.notes) {
  test(`note: ${vector.what}`, async () => {
    const found = await checked(vector);
    const { expect } = vector;
    if ('error' in expect) return assert.deepEqual(found, expect);
    assert.ok(!('error' in found) && found.verdict === expect.verdict);
    if (found.verdict === 'refused') return assert.equal(found.reason, 'reason' in expect && expect.reason);
    const { verified, unknown } = found;
    const names = verified.map(({ key }) => key.name);
    const { vkeys: _vkeys, ...plain } = { ...found, verified: names, unknown: unknown.length, vkeys: undefined };
    assert.deepEqual(plain, expect);
  });
}

for (const { what, vkey, expect } of vectors.vkeys) {
  test(`vkey: ${what}`, () => {
    if ('error' in expect) {
      assert.throws(() => parseVkey(sha256, vkey), code(expect.error));
      return;
    }
    const { name, keyId: id, alg, publicKey } = parseVkey(sha256, vkey);
    assert.deepEqual({ name, keyId: id, type: alg }, expect);
    assert.equal(formatVkey(sha256, name, publicKey, alg), vkey);
    assert.deepEqual(parseVkey(sha256, `${vkey}\n`), parseVkey(sha256, vkey));
  });
}

test('every part of the published vkey counts', () => {
  const [vkey] = vectors.vkeys.map((vector) => vector.vkey);
  assert.ok(vkey !== undefined);
  for (let start = 0; start <= vkey.length; start++) {
    for (let end = start; end <= vkey.length; end++) {
      if (start === 0 && end === vkey.length) continue;
      assert.throws(() => parseVkey(sha256, vkey.slice(start, end)), VerifierError);
    }
    const next = String.fromCharCode(vkey.charCodeAt(start) + 1);
    if (start < vkey.length) {
      assert.throws(() => parseVkey(sha256, vkey.slice(0, start) + next + vkey.slice(start + 1)), VerifierError);
    }
  }
});

test('a note that is written is read back', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', '\u2014', '\u00e9', '\u{1f44f}', ''), maxLength: 6 });
  const signature = fc.record(
    {
      name: fc.string({ unit: fc.constantFrom('a', '.', '/', '\u00e9', '\u2014'), minLength: 1, maxLength: 6 }),
      keyId: fc.constantFrom('00000000', 'c74f20a3', 'ffffffff'),
      signature: fc.uint8Array({ minLength: 1, maxLength: 80 }),
    },
    { noNullPrototype: true },
  );
  const signatures = fc.array(signature, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), signatures, (lines, written) => {
      const note = { text: `${lines.join('\n')}\n`, signatures: written };
      assert.deepEqual(parseNote(formatNote(note)), note);
      assert.deepEqual(parseNote(Buffer.from(formatNote(note))), note);
    }),
  );
});

test('any single changed byte of a signed note is noticed', async () => {
  const key = parseVkey(sha256, formatVkey(sha256, alice.name, alice.publicKey));
  const note = Buffer.from(signedBy(alice));
  assert.equal((await verifyNote({ note, keys: [key], verifyEd25519 })).verdict, 'verified');
  const noticed = async (changed: Uint8Array): Promise<boolean> =>
    verifyNote({ note: changed, keys: [key], verifyEd25519 }).then(
      ({ verdict }) => verdict === 'refused',
      (error: unknown) => error instanceof VerifierError,
    );
  for (let at = 0; at < note.length; at++) {
    for (const mask of [1, 0x20, 0x80]) {
      assert.ok(await noticed(note.map((byte, i) => (i === at ? byte ^ mask : byte))), `byte ${at}`);
    }
  }
});

test('two keys of one name and id are refused unless they are one key', async () => {
  const key = parseVkey(sha256, formatVkey(sha256, alice.name, alice.publicKey));
  const note = signedBy(alice);
  const other = { ...key, publicKey: new Uint8Array(32) };
  await assert.rejects(verifyNote({ note, keys: [key, other], verifyEd25519 }), code('key-ambiguous'));
  assert.equal((await verifyNote({ note, keys: [key, key], verifyEd25519 })).verdict, 'verified');
});

test('only true means that a signature holds', async () => {
  const key = parseVkey(sha256, formatVkey(sha256, alice.name, alice.publicKey));
  const claim = { note: signedBy(alice), keys: [key] };
  const later = await verifyNote({ ...claim, verifyEd25519: async (...args) => verifyEd25519(...args) });
  assert.equal(later.verdict, 'verified');
  assert.equal((await verifyNote({ ...claim, verifyEd25519: async () => false })).verdict, 'refused');
  const broken = new Error('no such algorithm');
  await assert.rejects(verifyNote({ ...claim, verifyEd25519: () => Promise.reject(broken) }), broken);
});

test('nothing is written that could not be read', () => {
  const signature = { name: 'a', keyId: '00000000', signature: new Uint8Array(64) };
  assert.throws(() => formatNote({ text: 'a', signatures: [signature] }), code('note-unterminated'));
  assert.throws(() => formatNote({ text: 'a\tb\n', signatures: [signature] }), code('note-control-character'));
  assert.throws(() => formatNote({ text: 'a\n', signatures: [] }), code('note-no-signatures'));
  assert.throws(() => formatNote({ text: 'a\ud800\n', signatures: [signature] }), code('not-utf8'));
  assert.throws(() => formatSignatureLine({ ...signature, name: 'a b' }), code('key-name-malformed'));
  assert.throws(() => formatSignatureLine({ ...signature, keyId: '0000' }), code('wrong-length'));
  assert.throws(() => formatVkey(sha256, 'a+b', new Uint8Array(32)), code('key-name-malformed'));
  assert.throws(() => formatVkey(sha256, 'a', new Uint8Array(31)), code('wrong-length'));
});

test('a hostile note costs time in proportion to its length', { timeout: 60_000 }, () => {
  for (const note of ['\n'.repeat(1e6), `a\n\n${'\u2014 a AAAA\n'.repeat(1e5)}`, `a\n\n\u2014 ${'a'.repeat(1e6)}\n`]) {
    assert.throws(() => parseNote(note), VerifierError);
  }
});

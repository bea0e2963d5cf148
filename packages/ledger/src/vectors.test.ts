/** The language-neutral vectors of this package's formats: what must open, to what, and what must be refused and why. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commitmentOf } from '@acta/verifier';
import { sha256 } from './hashing.ts';
import { deriveKey } from './keys/derive.ts';
import { formatRecoveryCode, parseRecoveryCode } from './keys/recovery-code.ts';
import { openSealedRoot, type RootOpener } from './keys/sealed-root.ts';
import { unwrapKey, wrapKey } from './keys/wrap.ts';
import { openObject } from './object/open-object.ts';
import { sealObject } from './object/seal-object.ts';
import { padme } from './padme.ts';
import { openPage } from './page/open.ts';
import type { PageRow } from './store.ts';

interface PageVector {
  readonly name: string;
  readonly firstSeq: number;
  readonly bytes: string;
  readonly sha256: string;
}

interface PageVectors {
  readonly cellId: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly pages: readonly (PageVector & {
    readonly entries: readonly { seq: number; keyId: number; salt: string; record: string; commitment: string }[];
    readonly erased: readonly number[];
    readonly broken: readonly { seqs: readonly number[]; keyId: number; reason: string }[];
  })[];
  readonly refused: readonly (PageVector & { readonly code: string })[];
}

interface WrappedVector {
  readonly cellId: string;
  readonly keyId: number;
  readonly purpose: string;
  readonly by: string;
  readonly wrapped: string;
}

interface KeyVectors {
  readonly derived: readonly { root: string; purpose: string; length: number; key: string }[];
  readonly wrapped: readonly (WrappedVector & { readonly key: string })[];
  readonly wrappedRefused: readonly (WrappedVector & { readonly name: string; readonly code: string })[];
  readonly recoveryCodes: readonly { secret: string; code: string }[];
  readonly typedCodes: readonly { typed: string; secret?: string; code?: string }[];
  readonly sealedRoots: readonly { root: string; by: RootOpener; sealed: string }[];
  readonly sealedRootsRefused: readonly { name: string; by: RootOpener; sealed: string; code: string }[];
}

interface ObjectVectors {
  readonly objects: readonly {
    readonly cellId: string;
    readonly key: string;
    readonly salt: string;
    readonly contentBytes: number;
    readonly contentSha256: string;
    readonly sealedBytes: number;
    readonly name: string;
    readonly sealed?: string;
  }[];
}

const pages: PageVectors = read('pages');
const keyVectors: KeyVectors = read('keys');
const objects: ObjectVectors = read('objects');
const cellId = unhex(pages.cellId);
const keys = new Map(Object.entries(pages.keys).map(([id, key]) => [Number(id), unhex(key)]));

test('every page vector opens to its entries, with salts that give the commitments', () => {
  for (const vector of pages.pages) {
    const { entries, erased, broken, closed } = openPage({ cellId, page: rowOf(vector), keys });
    const found = entries.map(({ seq, keyId, salt, record }) => ({
      seq,
      keyId,
      salt: hex(salt),
      record: Buffer.from(record).toString('utf8'),
      commitment: hex(commitmentOf({ sha256, cellId, salt, record })),
    }));
    assert.deepEqual(found, vector.entries, vector.name);
    assert.deepEqual([erased, broken, closed], [vector.erased, vector.broken, []], vector.name);
  }
});

test('every refused page vector is refused with its code', () => {
  for (const vector of pages.refused) {
    assert.throws(() => openPage({ cellId, page: rowOf(vector), keys }), { code: vector.code }, vector.name);
  }
});

test('keys are derived and wrapped as the vectors say', () => {
  for (const { root, purpose, length, key } of keyVectors.derived) {
    assert.equal(hex(deriveKey(unhex(root), purpose, length)), key);
  }
  for (const { cellId: cell, keyId, purpose, by, key, wrapped } of keyVectors.wrapped) {
    const place = { cellId: unhex(cell), keyId, purpose };
    assert.equal(hex(unwrapKey({ ...place, by: unhex(by), wrapped: unhex(wrapped) })), key);
    const nonce = unhex(wrapped).subarray(1, 13);
    const again = wrapKey({ ...place, by: unhex(by), key: unhex(key), randomBytes: () => nonce });
    assert.equal(hex(again), wrapped);
  }
  for (const { name, cellId: cell, keyId, purpose, by, wrapped, code } of keyVectors.wrappedRefused) {
    const place = { cellId: unhex(cell), keyId, purpose };
    assert.throws(() => unwrapKey({ ...place, by: unhex(by), wrapped: unhex(wrapped) }), { code }, name);
  }
});

test('recovery codes are written and read as the vectors say', () => {
  for (const { secret, code } of keyVectors.recoveryCodes) {
    assert.equal(formatRecoveryCode(unhex(secret)), code);
    assert.equal(hex(parseRecoveryCode(code)), secret);
  }
  for (const { typed, secret, code } of keyVectors.typedCodes) {
    if (code === undefined) assert.equal(hex(parseRecoveryCode(typed)), secret);
    else assert.throws(() => parseRecoveryCode(typed), { code });
  }
});

test('sealed root keys open as the vectors say', async () => {
  for (const { root, by, sealed } of keyVectors.sealedRoots) {
    assert.equal(hex(await openSealedRoot({ sealed: unhex(sealed), by })), root);
  }
  for (const { name, by, sealed, code } of keyVectors.sealedRootsRefused) {
    await assert.rejects(openSealedRoot({ sealed: unhex(sealed), by }), { code }, name);
  }
});

test('objects are sealed byte for byte as the vectors say, and open again', async () => {
  for (const vector of objects.objects) {
    const content = Uint8Array.from({ length: vector.contentBytes }, (_, i) => (i * 31 + 7) % 251);
    const place = { key: unhex(vector.key), cellId: unhex(vector.cellId) };
    const written: Uint8Array[] = [];
    async function* source() {
      yield content;
    }
    const sealed = await sealObject({
      ...place,
      source: source(),
      randomBytes: () => unhex(vector.salt),
      write: async (bytes) => void written.push(bytes),
    });
    assert.deepEqual(
      { name: hex(sealed.name), sealedBytes: sealed.sealedBytes, contentSha256: hex(sealed.contentSha256) },
      { name: vector.name, sealedBytes: vector.sealedBytes, contentSha256: vector.contentSha256 },
    );
    const bytes = Buffer.concat(written);
    if (vector.sealed !== undefined) assert.equal(hex(bytes), vector.sealed);
    const readAt = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
    const opened = await openObject({ ...place, readAt, sealedBytes: bytes.length });
    assert.deepEqual(Buffer.from(await opened.read(0, opened.contentBytes)), Buffer.from(content));
  }
});

test('lengths are padded as the vectors say', () => {
  for (const [length, padded] of read<readonly (readonly [number, number])[]>('padme')) {
    assert.equal(padme(length), padded);
  }
});

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../vectors/ledger/${name}.json`, import.meta.url), 'utf8'));
}

function rowOf({ firstSeq, bytes, sha256: own }: PageVector): PageRow {
  return { firstSeq, bytes: unhex(bytes), sha256: unhex(own) };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function unhex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

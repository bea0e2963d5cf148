// Objects in a bucket, against a real S3 server: what every place promises, and what a network and a stranger's machine do to it.
// Without a server these tests are skipped and say so.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { ServerError } from '../../server-error.ts';
import { contentOf, isServerError, piecesOf, testPromises } from './object-promises.test-support.ts';
import {
  killServer,
  lineTo,
  needsKill,
  needsLocks,
  needsServer,
  needsStranger,
  openS3,
  startServer,
} from './s3-server.test-support.ts';

testPromises('bucket', (t) => openS3(t), needsServer);

test('a large object goes in parts and comes back whole, in ranges, and without its key', needsServer, async (t) => {
  const { leftovers, raw, address, keyOf, store } = await openS3(t);
  const bytes = randomBytes(25_000_000);
  const ref = await store.keep(piecesOf(bytes));
  const head = await raw.headObject({ Bucket: address.bucket, Key: keyOf(ref.object) });
  assert.match(head.ETag ?? '', /-4"?$/, 'sent in four parts');
  assert.ok((await contentOf(store, ref)).equals(bytes));
  const file = await store.open(ref, 'name');
  for (const at of [0, 4_194_000, 12_345_678, 24_999_000]) {
    assert.ok(Buffer.from(await file.read(at, 1_000)).equals(bytes.subarray(at, at + 1_000)), `${at}`);
  }
  await file.close();
  let sealedBytes = 0;
  for await (const part of store.sealed(ref.object)) sealedBytes += part.length;
  assert.equal(sealedBytes, head.ContentLength);
  assert.deepEqual(await leftovers(), []);
});

test('a large object that was changed in the bucket is never given out whole', needsServer, async (t) => {
  const { replace, store } = await openS3(t);
  const ref = await store.keep(piecesOf(randomBytes(9_000_000)));
  await replace(ref.object, (sealed) => {
    sealed[5_000_000] = (sealed[5_000_000] ?? 0) ^ 1;
    return sealed;
  });
  await assert.rejects(() => contentOf(store, ref), /object-/);
});

test('more objects than one page of a list holds are all listed, once', needsServer, async (t) => {
  const { address, keyOf, raw, store } = await openS3(t);
  const names = Array.from({ length: 1_020 }, () => randomBytes(32).toString('hex'));
  const left = [...names];
  const putSome = async (): Promise<void> => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      await raw.putObject({ Bucket: address.bucket, Key: keyOf(name), Body: 'x' });
    }
  };
  await Promise.all(Array.from({ length: 16 }, putSome));
  await raw.putObject({ Bucket: address.bucket, Key: keyOf('no object'), Body: 'x' });
  const listed: string[] = [];
  for await (const { object } of store.list()) listed.push(object);
  assert.deepEqual(listed.sort(), names.sort());
});

test(
  'uploads that a crash left are given up when asked, and before the next object in parts',
  needsServer,
  async (t) => {
    const { again, address, keyOf, leftovers, raw, store } = await openS3(t);
    const begin = async (key: string): Promise<void> => {
      const { UploadId } = await raw.createMultipartUpload({ Bucket: address.bucket, Key: key });
      await raw.uploadPart({ Bucket: address.bucket, Key: key, UploadId, PartNumber: 1, Body: randomBytes(5 << 20) });
    };
    await begin(keyOf(randomBytes(32).toString('hex')));
    await begin(keyOf(randomBytes(32).toString('hex')));
    await begin(`${address.prefix}/another-cell/object`);
    await store.sweep('here');
    assert.equal((await leftovers()).length, 3, 'a start asks nobody');
    await store.sweep('everywhere');
    assert.deepEqual(await leftovers(), [`${address.prefix}/another-cell/object`]);
    await begin(keyOf(randomBytes(32).toString('hex')));
    await again().keep(piecesOf(randomBytes(9 << 20)));
    assert.deepEqual(await leftovers(), [`${address.prefix}/another-cell/object`]);
  },
);

test('where the bucket keeps versions, removing leaves none', needsServer, async (t) => {
  const { address, keyOf, raw, replace, store } = await openS3(t);
  const Bucket = address.bucket;
  await raw.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
  const ref = await store.keep(piecesOf(randomBytes(100)));
  await replace(ref.object, (sealed) => sealed);
  await raw.deleteObject({ Bucket, Key: keyOf(ref.object) });
  assert.equal(await store.has(ref.object), false);
  assert.equal(await store.remove(ref.object), 'removed', 'hidden, but there');
  const other = await store.keep(piecesOf(randomBytes(100)));
  assert.equal(await store.remove(other.object), 'removed');
  assert.equal(await store.remove(other.object), 'absent');
  const { DeleteMarkers = [], Versions = [] } = await raw.listObjectVersions({ Bucket });
  assert.deepEqual([...Versions, ...DeleteMarkers], []);
});

test('a lock that the bucket does not offer is not taken for one', needsServer, async (t) => {
  const { again, leftovers, store } = await openS3(t);
  const locked = again({ change: { lock: { mode: 'compliance', days: 1 } } });
  for (const size of [10, 9 << 20]) {
    await assert.rejects(() => locked.keep(piecesOf(randomBytes(size))), isServerError('objects-lock-missing'));
  }
  for await (const { object } of store.list()) assert.fail(object);
  assert.deepEqual(await leftovers(), []);
});

test(
  'an object under a lock keeps its bytes until its date, and says so however often it is removed',
  needsLocks,
  async (t) => {
    const { address, again, keyOf, raw, store } = await openS3(t, true);
    const locked = again({ change: { lock: { mode: 'governance', days: 2 } } });
    for (const size of [10, 9 << 20]) {
      const ref = await locked.keep(piecesOf(randomBytes(size)));
      assert.equal((await contentOf(locked, ref)).length, size);
      const at = { Bucket: address.bucket, Key: keyOf(ref.object) };
      const head = await raw.headObject(at);
      assert.equal(head.ObjectLockMode, 'GOVERNANCE');
      const untilMs = (head.ObjectLockRetainUntilDate?.getTime() ?? 0) - Date.now();
      assert.ok(untilMs > 1.9 * 86_400_000 && untilMs < 2.1 * 86_400_000);
      assert.equal(await locked.remove(ref.object), 'locked');
      assert.equal(await locked.remove(ref.object), 'locked');
      assert.equal(await locked.has(ref.object), false);
      const { Versions = [] } = await raw.listObjectVersions({ Bucket: address.bucket, Prefix: at.Key });
      assert.deepEqual(
        Versions.map(({ Key }) => Key),
        [at.Key],
      );
    }
    const free = await store.keep(piecesOf(randomBytes(10)));
    assert.equal(await store.remove(free.object), 'removed', 'kept without a lock');
  },
);

test('bytes that change on the way there are sent again, and never kept as they arrived', needsServer, async (t) => {
  const { address, again, store } = await openS3(t);
  let isBent = false;
  const once = await lineTo(t, address, {
    there: (bytes) => {
      if (!isBent && bytes.length > 20_000) {
        isBent = true;
        bytes[bytes.length - 10] = (bytes.at(-10) ?? 0) ^ 1;
      }
      return bytes;
    },
  });
  const content = randomBytes(300_000);
  const ref = await again({ endpoint: once.endpoint }).keep(piecesOf(content));
  assert.ok(isBent);
  assert.ok((await contentOf(store, ref)).equals(content));
  const always = await lineTo(t, address, {
    there: (bytes) => {
      if (bytes.length > 20_000) bytes[bytes.length - 10] = (bytes.at(-10) ?? 0) ^ 1;
      return bytes;
    },
  });
  await assert.rejects(
    () => again({ endpoint: always.endpoint, patienceMs: 0 }).keep(piecesOf(content)),
    isServerError('objects-refused'),
  );
  const listed: string[] = [];
  for await (const { object } of store.list()) listed.push(object);
  assert.deepEqual(listed, [ref.object]);
});

test('an answer that breaks off is asked for again; one that is bent is damaged', needsServer, async (t) => {
  const { address, again, store } = await openS3(t);
  const content = randomBytes(300_000);
  const ref = await store.keep(piecesOf(content));
  let isCut = false;
  const cutting = await lineTo(t, address, {
    back: (bytes, gotBytes) => {
      if (isCut || gotBytes < 100_000) return bytes;
      isCut = true;
      return undefined;
    },
  });
  assert.ok((await contentOf(again({ endpoint: cutting.endpoint }), ref)).equals(content));
  assert.ok(isCut);
  const bending = await lineTo(t, address, {
    back: (bytes, gotBytes) => {
      if (gotBytes > 100_000) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return bytes;
    },
  });
  await assert.rejects(() => contentOf(again({ endpoint: bending.endpoint }), ref), /object-/);
});

test('a server that is killed and started again in the middle of an object gets all of it', needsKill, async (t) => {
  const { address, again, leftovers, store } = await openS3(t);
  let restart: Promise<void> | undefined;
  const line = await lineTo(t, address, {
    there: (bytes, sentBytes) => {
      if (sentBytes > 20_000_000) restart ??= killServer().then(startServer);
      return bytes;
    },
  });
  const content = randomBytes(48_000_000);
  const ref = await again({ endpoint: line.endpoint }).keep(piecesOf(content));
  assert.ok(restart !== undefined);
  await restart;
  assert.ok(line.sentBytes() > content.length);
  assert.ok((await contentOf(store, ref)).equals(content));
  const listed: string[] = [];
  for await (const { object } of store.list()) listed.push(object);
  assert.deepEqual(listed, [ref.object]);
  assert.deepEqual(await leftovers(), []);
});

test('who may not is told so, and nothing of theirs stands in the error', needsStranger, async (t) => {
  const { address, again, store } = await openS3(t);
  const ref = await store.keep(piecesOf(randomBytes(100)));
  const { AWS_ACCESS_KEY_ID: id = '', AWS_SECRET_ACCESS_KEY: secret = '' } = process.env;
  t.after(() => Object.assign(process.env, { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret }));
  const denied = (error: unknown): boolean => {
    assert.ok(error instanceof ServerError);
    const shown = inspect(error, { depth: 9 });
    for (const told of [secret, id, 'a-wrong-secret', address.bucket, ref.key]) assert.ok(!shown.includes(told), told);
    return error.code === 'objects-denied';
  };
  const refusesAll = async (): Promise<void> => {
    const stranger = again({ patienceMs: 0 });
    await assert.rejects(() => stranger.has(ref.object), denied);
    await assert.rejects(() => stranger.open(ref, 'name'), denied);
    await assert.rejects(() => stranger.keep(piecesOf(randomBytes(10))), denied);
    await assert.rejects(() => stranger.keep(piecesOf(randomBytes(9 << 20))), denied);
    await assert.rejects(() => stranger.remove(ref.object), denied);
  };
  process.env['AWS_SECRET_ACCESS_KEY'] = 'a-wrong-secret';
  await refusesAll();
  process.env['AWS_SECRET_ACCESS_KEY'] = secret;
  process.env['AWS_ACCESS_KEY_ID'] = process.env['ACTA_TEST_S3_STRANGER'];
  await refusesAll();
});

test('a missing bucket and a missing server are told apart', needsServer, async (t) => {
  const { address, again, store, waitingDir } = await openS3(t);
  const ref = await store.keep(piecesOf(randomBytes(100)));
  const elsewhere = again({ change: { bucket: `${address.bucket}-not` } });
  await assert.rejects(() => elsewhere.open(ref, 'name'), isServerError('objects-bucket-missing'));
  await assert.rejects(() => elsewhere.has(ref.object), isServerError('objects-bucket-missing'));
  await assert.rejects(() => elsewhere.keep(piecesOf(randomBytes(9 << 20))), isServerError('objects-bucket-missing'));
  const nowhere = again({ endpoint: 'http://127.0.0.1:1', patienceMs: 300 });
  await assert.rejects(() => nowhere.open(ref, 'name'), isServerError('objects-unreachable'));
  await assert.rejects(() => nowhere.keep(piecesOf(randomBytes(9 << 20))), isServerError('objects-unreachable'));
  assert.deepEqual(readdirSync(waitingDir), []);
});

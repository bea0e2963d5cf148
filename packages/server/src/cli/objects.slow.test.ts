// A vault whose objects lie in a bucket, as a user has it: processes, an address in the environment, a real S3 server.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { storedZip } from '../../../../tools/sample-chat/stored-zip.ts';
import { killServer, needsKill, needsServer, openS3, startServer } from '../store/objects/s3-server.test-support.ts';
import { type Answer, ended, freshActa } from './acta.test-support.ts';

const CHAT = [
  '[01/02/2024, 10:00:00] Ana Torres: Hola, mira esto',
  '[01/02/2024, 10:01:00] Ana Torres: \u200e<attached: 00000001-PHOTO-2024-02-01.jpg>',
  '[15/02/2024, 10:02:00] Luis Peña: ¡Qué bonito!',
  '[15/02/2024, 10:03:00] Ana Torres: \u200e<attached: 00000002-VIDEO-2024-02-15.mp4>',
].join('\n');

test('media lie in the bucket, come back as they were, and go with a person', needsServer, async (t) => {
  const { acta, bucket, keysIn, video } = await vaultInBucket(t);
  const imported = await acta('import', bucket.file, '--me', 'Luis Peña');
  assert.equal(imported.code, 0, imported.err);
  assert.ok((await keysIn()).length >= 2);
  const [hit] = (await acta('search', 'has:video', '--json')).json;
  const out = bucket.place('video.mp4');
  const taken = await acta('media', String(hit?.['seq']), '--out', out);
  assert.equal(taken.code, 0, taken.err);
  assert.ok(readFileSync(out).equals(video));
  const erased = await acta('erase', '--chat', '1', '--reason', 'asked for it', '--json');
  assert.equal(erased.code, 0, erased.err);
  assert.ok(Number(erased.first['objectsRemoved']) >= 2, erased.out);
  assert.deepEqual(await keysIn(), []);
  assert.equal((await acta('verify', '--deep')).code, 0);
});

test('while the store is away texts are found, and an erasure is completed when it is back', needsKill, async (t) => {
  const { acta, bucket, keysIn } = await vaultInBucket(t);
  assert.equal((await acta('import', bucket.file, '--me', 'Luis Peña')).code, 0);
  await killServer();
  try {
    const found = await acta('search', 'mira', '--json');
    assert.equal(found.json.length, 1, found.err);
    const erased = await acta('erase', '--chat', '1', '--reason', 'asked for it', '--json');
    assert.equal(erased.code, 1);
    assert.match(erased.out + erased.err, /The object store does not answer/);
  } finally {
    await startServer();
  }
  const later = bucket.laterFile;
  assert.equal((await acta('import', later, '--me', 'Luis Peña')).code, 0);
  assert.deepEqual(await keysIn(), []);
  assert.equal((await acta('search', 'bonito', '--json')).json.length, 0);
  assert.equal((await acta('verify', '--deep')).code, 0);
});

async function vaultInBucket(t: Parameters<typeof openS3>[0]) {
  const { address, raw, url } = await openS3(t);
  const house = freshActa(t);
  const video = randomBytes(9_000_000);
  const file = house.file(
    'WhatsApp Chat - Ana Torres.zip',
    storedZip(
      [
        { name: '_chat.txt', bytes: Buffer.from(CHAT) },
        { name: '00000001-PHOTO-2024-02-01.jpg', bytes: randomBytes(100_000) },
        { name: '00000002-VIDEO-2024-02-15.mp4', bytes: video },
      ],
      { date: (44 << 9) | (3 << 5) | 15, time: 0 },
    ),
  );
  const laterFile = house.file('Chat de WhatsApp con Eva Ruiz.txt', '13/2/24, 10:00 - Eva Ruiz: buenas\n');
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
  const env = { ACTA_OBJECTS_URL: url, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
  const acta = (...typed: readonly string[]): Promise<Answer> => ended(house.start(typed, env));
  const keysIn = async (): Promise<string[]> =>
    ((await raw.listObjectsV2({ Bucket: address.bucket })).Contents ?? []).map(({ Key }) => Key ?? '');
  return { acta, keysIn, video, bucket: { file, laterFile, place: (name: string) => house.place(name) } };
}

// Fetching media, over a real vault and a real server: what was sent is here, or it is said why not, and it is tried again.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { WriteVault } from '../cli/vault.ts';
import type { MediaRecord } from '../records/platform.ts';
import { entriesOf, listChats } from '../views/conversation.ts';
import { marksOf } from '../views/entry-marks.ts';
import type { Workers } from '../workers/workers.ts';
import { graphError, json, type TestGraph, TOKEN, testGraph } from './graph.test-support.ts';
import { deliver, type Said, webhookBody } from './live.test-support.ts';
import { type TestVault, testVault } from './vault.test-support.ts';

const ANA = '5215512345678';

interface Bench {
  readonly vault: TestVault;
  readonly open: WriteVault;
  readonly graph: TestGraph;
  readonly workers: Workers;
}

async function bench(t: TestContext, work: (bench: Bench) => Promise<void>): Promise<void> {
  const vault = testVault(t);
  const graph = await testGraph(t);
  await vault.write(async (open) => {
    const workers = await open.work({ apiUrl: graph.url, accessToken: TOKEN, numbers: [], alert: () => undefined });
    try {
      await work({ vault, open, graph, workers });
    } finally {
      await workers.stop();
    }
  });
  assert.equal((await vault.verify(true)).verdict, 'intact');
}

async function sends(open: WriteVault, id: string, media: Said, type = 'image', daysAgo = 0): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000) - daysAgo * 86_400);
  const message = { from: ANA, id: `wamid.${id}`, timestamp, type, [type]: { id, ...media } };
  await deliver(open, webhookBody({ contacts: [{ profile: { name: 'Ana' }, wa_id: ANA }], messages: [message] }));
}

/** The newest word on the media of each message, as soon as there is one for all. */
async function words(open: WriteVault, count: number, isLast: (all: MediaRecord[]) => boolean = () => true) {
  for (let tries = 0; tries < 300; tries++) {
    const found: MediaRecord[] = [];
    for (const { id } of await listChats(open.views)) {
      for await (const batch of entriesOf(open.views, { chat: id })) {
        const seqs = batch.map(({ seq }) => seq);
        const marks = await marksOf(open.views, seqs);
        for (const seq of seqs) {
          const media = marks.get(seq)?.media;
          if (media !== undefined) found.push(media);
        }
      }
    }
    if (found.length === count && isLast(found)) return found;
    await pause(25);
  }
  return assert.fail('the media never came');
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#258' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'SECRET ARTIST' } })
    .toBuffer();
}

test('a picture is fetched whole, with a small one beside it that tells nothing but how it looks', (t) =>
  bench(t, async ({ graph, open }) => {
    const bytes = await picture();
    graph.media.set('m1', bytes);
    await sends(open, 'm1', { mime_type: 'image/jpeg', sha256: sha256(bytes) });
    const [word] = await words(open, 1);
    assert.ok(word?.content !== undefined && word.thumbnail !== undefined);
    assert.deepEqual([word.state, word.mime, word.tries], ['present', 'image/jpeg', 1]);
    assert.deepEqual(await bytesOf(open, word.content), bytes);
    const small = await bytesOf(open, word.thumbnail);
    const { exif, format, height, width } = await sharp(small).metadata();
    assert.deepEqual([exif, format, width, height], [undefined, 'webp', 320, 213]);
  }));

async function bytesOf(open: WriteVault, ref: NonNullable<MediaRecord['content']>): Promise<Buffer> {
  const file = await open.openObject(ref, 'media');
  const parts: Uint8Array[] = [];
  for await (const part of file.open()) parts.push(part);
  await file.close();
  return Buffer.concat(parts);
}

test('the same bytes in one conversation are fetched once and kept once; erasing one message leaves the other whole', (t) =>
  bench(t, async ({ graph, open, workers }) => {
    const bytes = await picture();
    graph.media.set('m1', bytes);
    await sends(open, 'm1', { mime_type: 'image/jpeg', sha256: sha256(bytes) });
    await words(open, 1);
    await sends(open, 'm2', { mime_type: 'image/jpeg', sha256: sha256(bytes) });
    const [one, two] = await words(open, 2);
    assert.equal(one?.content?.object, two?.content?.object);
    assert.equal(graph.calls.length, 2);
    assert.equal(await workers.retryMedia(one?.of ?? 0, 'test'), false);
    await open.settle();
    const certificate = await open.erase(
      await open.planErasure({ scope: 'entries', ids: [one?.of ?? 0] }),
      'they asked',
    );
    assert.equal(certificate.objectsRemoved, 0);
    assert.ok(two?.content !== undefined);
    assert.deepEqual(await bytesOf(open, two.content), bytes);
    const rest = await open.erase(await open.planErasure({ scope: 'entries', ids: [two.of] }), 'they asked');
    assert.equal(rest.objectsRemoved, 2);
  }));

test('an address that has passed is asked for again; what cannot be had says why, and comes when somebody asks again', (t) =>
  bench(t, async ({ graph, open, workers }) => {
    const bytes = Buffer.from('%PDF-1.7 nothing');
    graph.media.set('m1', bytes);
    graph.next.push(
      (call, answer) => json(answer, 200, { url: `${graph.url}/files/gone`, id: call.path }),
      (_call, answer) => answer.writeHead(404).end(),
    );
    await sends(open, 'm1', { mime_type: 'application/pdf' }, 'document');
    assert.deepEqual(
      (await words(open, 1)).map(({ mime, state }) => [state, mime]),
      [['present', 'application/pdf']],
    );
    await sends(open, 'm2', {}, 'document');
    const [, gone] = await words(open, 2);
    assert.deepEqual([gone?.state, gone?.reason], ['missing', 'gone']);
    graph.media.set('m2', bytes);
    assert.equal(await workers.retryMedia(gone?.of ?? 0, 'test'), true);
    await words(open, 2, (all) => all.every(({ state }) => state === 'present'));
  }));

test('bytes that are not those that were announced are not kept; a foreign address is never called', (t) =>
  bench(t, async ({ graph, open }) => {
    graph.media.set('m1', Buffer.from('something else'));
    await sends(open, 'm1', { sha256: sha256(Buffer.from('what was sent')) }, 'document');
    await words(open, 1);
    graph.next.push((_call, answer) => json(answer, 200, { url: 'http://169.254.169.254/latest', id: 'm2' }));
    await sends(open, 'm2', {}, 'document');
    await words(open, 2);
    await sends(open, 'm3', {}, 'document', 8);
    const all = await words(open, 3);
    assert.deepEqual(all.map(({ reason }) => reason).sort(), ['differs', 'expired', 'host-refused']);
    assert.equal(graph.calls.length, 3);
    const flags = await open.views.db.selectFrom('flag').select('rule').where('field', '=', 'media').execute();
    assert.deepEqual(flags, [{ rule: 'media-hash-differs' }]);
  }));

test('a platform that fails is asked again later, and the wait survives in the records', (t) =>
  bench(t, async ({ graph, open }) => {
    graph.next.push(graphError(131000, 500));
    await sends(open, 'm1', {}, 'document');
    const [word] = await words(open, 1);
    assert.deepEqual([word?.state, word?.reason, word?.tries], ['missing', 'refused', 1]);
    const wanted = await open.views.db.selectFrom('media').select('seq').where('present', '=', 2).execute();
    assert.deepEqual(wanted, [{ seq: word?.of }]);
  }));

test('folded again, what was sent and fetched stands in the same rows', async (t) => {
  const vault = testVault(t);
  const graph = await testGraph(t);
  await vault.write(async (open) => {
    const workers = await open.work({ apiUrl: graph.url, accessToken: TOKEN, numbers: [], alert: () => undefined });
    graph.media.set('m1', await picture());
    await sends(open, 'm1', {});
    await sends(open, 'm2', {}, 'document');
    graph.next.push(graphError(131000, 500));
    await words(open, 2);
    const [chat] = await listChats(open.views);
    for (const body of ['uno', 'dos']) {
      await workers.send({ actor: 'test', chat: chat?.id ?? 0, message: { type: 'text', body }, idempotency: body });
    }
    while (workers.open() > 0) await pause(20);
    await workers.stop();
    await open.settle();
  });
  const before = await vault.rows();
  await vault.write((open) => open.rebuild(() => undefined));
  assert.deepEqual(await vault.rows(), before);
  assert.equal(before['intent']?.length, 2);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWebhook } from '@acta/formats';
import { Chance } from '../chance.ts';
import { platformHabits } from '../habits.ts';
import { allOf, type Heard, withSandbox } from '../sandbox.test-support.ts';
import { startTraffic } from '../start-traffic.ts';
import { drawJpeg, drawPng } from './pictures.ts';
import { talks } from './talks.ts';
import { recordVoice } from './voice.ts';

const languages = ['es', 'zh', 'en'] as const;

/** What is heard of two minutes of traffic. */
async function heardOf(seed: number): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  await withSandbox(
    async ({ sandbox, listener }) => {
      startTraffic(sandbox, { people: 60, perSecond: 5, languages });
      await sandbox.world.clock.advance(120_000);
      heard.push(...listener.heard);
    },
    { seed, habits: platformHabits },
  );
  return heard;
}

test('the rate is what was asked for, and every message is understood', async () => {
  const heard = await heardOf(7);
  const messages = new Map(allOf(heard, 'messages').map((message) => [message['id'], message]));
  assert.ok(messages.size > 540 && messages.size < 660, String(messages.size));
  const types = new Set([...messages.values()].map(({ type }) => type));
  for (const type of ['text', 'image', 'audio', 'location', 'document']) assert.ok(types.has(type), type);
  for (const { body, isSigned } of heard) {
    assert.ok(isSigned);
    const { pieces } = readWebhook(new TextEncoder().encode(body));
    assert.ok(pieces.length > 0 && pieces.every(({ fact }) => fact !== undefined));
  }
  assert.ok(types.has('system') || types.has('unsupported'), 'somebody changes a number or edits');
  assert.ok(
    [...messages.values()].some(({ from }) => from === undefined),
    'somebody hides the phone',
  );
});

test('the same seed tells the same story', async () => {
  const bodies = (heard: readonly Heard[]): readonly string[] => heard.map(({ body }) => body).sort();
  const first = bodies(await heardOf(7));
  assert.deepEqual(bodies(await heardOf(7)), first);
  assert.notDeepEqual(bodies(await heardOf(8)), first);
});

test('every place in the talk can be filled, in each language', () => {
  for (const language of languages) {
    const { topics, greetings, slots, captions, places } = talks[language];
    const said = [...topics.flat(2), ...greetings, ...captions];
    assert.ok(said.length > 80 && places.length > 0);
    for (const text of said)
      for (const [, key = ''] of text.matchAll(/\{(\w+)\}/g))
        assert.ok(key === 'name' || slots[key], `${language}: ${key}`);
  }
});

test('pictures and voice notes are what they say, and each is another', () => {
  const chance = new Chance(7, 'media');
  const png = drawPng(chance);
  assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const jpeg = drawJpeg(chance);
  assert.deepEqual([...jpeg.bytes.subarray(0, 3), ...jpeg.bytes.subarray(-2)], [0xff, 0xd8, 0xff, 0xff, 0xd9]);
  const voice = recordVoice(chance);
  assert.equal(voice.bytes.subarray(0, 4).toString(), 'OggS');
  assert.equal(voice.bytes.subarray(28, 36).toString(), 'OpusHead');
  assert.notDeepEqual(drawJpeg(chance).bytes, jpeg.bytes);
  assert.ok([png, jpeg, voice].every(({ bytes }) => bytes.length < 16_000));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainHabits, platformHabits } from '../habits.ts';
import { listOf, objectOf } from '../json.ts';
import { allOf, type Pair, startListener, withSandbox } from '../sandbox.test-support.ts';
import { shakeHands } from './handshake.ts';

const hourMs = 3_600_000;

/** Lets a person write so many messages, a second apart. */
async function write({ sandbox }: Pair, count: number): Promise<void> {
  const { world, phones } = sandbox;
  const person = world.people.find('34666000111') ?? world.people.add({ name: 'Ana', phone: '34666000111' });
  for (let index = 0; index < count; index += 1) {
    phones.act(person.id, { act: 'text', body: `Hola ${index}` });
    await world.clock.advance(1000);
  }
}

test('a delivery is signed over its bytes with the app secret', async () => {
  await withSandbox(async (pair) => {
    await write(pair, 3);
    assert.equal(pair.listener.heard.length, 3);
    assert.ok(pair.listener.heard.every(({ isSigned }) => isSigned));
  });
});

test('anything but 200 is tried again at once, then ever more seldom, for 36 hours, and then lost', async () => {
  await withSandbox(async (pair) => {
    const { world } = pair.sandbox;
    pair.listener.answer = 500;
    await write(pair, 1);
    assert.equal(pair.listener.heard.length, 2);
    await world.clock.advance(60_000);
    const inAMinute = pair.listener.heard.length;
    await world.clock.advance(37 * hourMs);
    const inAll = pair.listener.heard.length;
    assert.ok(inAMinute >= 5 && inAll > inAMinute + 8 && inAll < 30, `${inAMinute}, ${inAll}`);
    assert.equal(new Set(pair.listener.heard.map(({ body }) => body)).size, 1);
    pair.listener.answer = 200;
    await world.clock.advance(100 * hourMs);
    assert.equal(pair.listener.heard.length, inAll);
    assert.equal(world.post.counts.lost, 1);
    assert.equal(world.post.waiting, 0);
  });
});

test('a receiver that comes back within 36 hours gets everything', async () => {
  await withSandbox(async (pair) => {
    pair.listener.answer = 503;
    await write(pair, 20);
    await pair.sandbox.world.clock.advance(30 * hourMs);
    pair.listener.answer = 200;
    pair.listener.heard.length = 0;
    await pair.sandbox.world.clock.advance(6 * hourMs);
    const ids = allOf(pair.listener.heard, 'messages').map((message) => message['id']);
    assert.equal(new Set(ids).size, 20);
    assert.equal(pair.sandbox.world.post.counts.lost, 0);
  });
});

test('with the platform’s habits deliveries are doubled, mixed up and gathered, and yet all arrive', async () => {
  await withSandbox(
    async (pair) => {
      await write(pair, 300);
      await pair.sandbox.world.clock.advance(60_000);
      const { counts } = pair.sandbox.world.post;
      assert.ok(counts.duplicates > 0 && counts.disordered > 5 && counts.batches > 0, JSON.stringify(counts));
      const ids = allOf(pair.listener.heard, 'messages').map((message) => String(message['id']));
      const written = pair.sandbox.world.chats.of(pair.sandbox.world.number().id, 'p1').messages;
      assert.deepEqual(new Set(ids), new Set(written.map(({ wamid }) => wamid)));
      assert.ok(ids.length > written.length);
      const once = [...new Set(ids)];
      assert.notDeepEqual(
        once,
        written.map(({ wamid }) => wamid),
      );
      const profiles = allOf(pair.listener.heard, 'contacts').map((contact) => contact['profile']);
      assert.ok(profiles.includes(undefined) && profiles.some((profile) => profile !== undefined));
    },
    { habits: platformHabits },
  );
});

test('the same seed makes the same deliveries, another seed others', async () => {
  const bodies = async (seed: number): Promise<readonly string[]> => {
    const heard: string[] = [];
    await withSandbox(
      async (pair) => {
        await write(pair, 40);
        await pair.sandbox.world.clock.advance(60_000);
        heard.push(...pair.listener.heard.map(({ body }) => body).sort());
      },
      { seed, habits: platformHabits },
    );
    return heard;
  };
  const first = await bodies(7);
  assert.deepEqual(await bodies(7), first);
  assert.notDeepEqual(await bodies(8), first);
});

test('a thousand updates at most share a body', async () => {
  await withSandbox(
    async (pair) => {
      const { world, phones } = pair.sandbox;
      const people = Array.from({ length: 25 }, (_, index) =>
        world.people.add({ name: 'A', phone: `34666000${200 + index}` }),
      );
      for (let index = 0; index < 2300; index += 1)
        phones.act(people[index % 25]?.id ?? '', { act: 'text', body: String(index) });
      await world.clock.advance(10_000);
      const sizes = pair.listener.heard.map(({ body }) => updatesIn(body));
      assert.deepEqual(
        sizes.toSorted((one, other) => other - one),
        [1000, 1000, 300],
      );
      assert.equal(new Set(allOf(pair.listener.heard, 'messages').map(({ id }) => id)).size, 2300);
    },
    { habits: { ...plainHabits, batch: 1 } },
  );
});

function updatesIn(body: string): number {
  const changes = listOf(objectOf(JSON.parse(body))?.['entry']).flatMap((entry) =>
    listOf(objectOf(entry)?.['changes']),
  );
  return changes.reduce<number>(
    (sum, change) => sum + listOf(objectOf(objectOf(change)?.['value'])?.['messages']).length,
    0,
  );
}

test('faults of deliveries: a wrong signature, none, a lost one, twice, failed once', async () => {
  await withSandbox(async (pair) => {
    const { faults, post, clock } = pair.sandbox.world;
    faults.add({ on: 'webhook', kind: 'bad-signature' });
    await write(pair, 1);
    assert.equal(pair.listener.heard[0]?.isSigned, false);
    faults.add({ on: 'webhook', kind: 'no-signature' });
    await write(pair, 1);
    assert.equal(pair.listener.heard[1]?.isSigned, false);
    faults.add({ on: 'webhook', kind: 'lose' });
    await write(pair, 1);
    assert.equal(pair.listener.heard.length, 2);
    assert.equal(post.counts.lost, 1);
    faults.add({ on: 'webhook', kind: 'duplicate' });
    await write(pair, 1);
    await clock.advance(10_000);
    assert.equal(pair.listener.heard.length, 4);
    faults.add({ on: 'webhook', kind: 'fail' });
    await write(pair, 1);
    assert.equal(pair.listener.heard.length, 5);
    assert.deepEqual(faults.standing(), []);
  });
});

test('the handshake is accepted with the right token only', async () => {
  const listener = await startListener();
  assert.equal(await shakeHands(listener.url, 'sandbox-verify', '42'), 'accepted');
  assert.equal(await shakeHands(listener.url, 'other', '42'), 'refused');
  await listener.close();
  assert.equal(await shakeHands(listener.url, 'sandbox-verify', '42'), 'no-answer');
});

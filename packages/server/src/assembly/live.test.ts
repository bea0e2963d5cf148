// Live deliveries: what the platform repeats, splits, batches otherwise or tells out of order ends in the same conversations.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { listQuarantine } from '../views/assurance.ts';
import { listChats } from '../views/conversation.ts';
import { listPeople } from '../views/people.ts';
import { deliver, type Said, shownIn, type Told, webhookBody } from './live.test-support.ts';
import { testVault } from './vault.test-support.ts';

const SAMPLES = fileURLToPath(new URL('../../../../vectors/samples/cloudapi/', import.meta.url));

function sampleBodies(): Buffer[] {
  const files = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => readFileSync(join(SAMPLES, name)));
}

test('every sample is kept, and kept once however often it comes', async (t) => {
  const vault = testVault(t);
  const bodies = sampleBodies();
  assert.ok(bodies.length >= 60);
  const [once, twice] = await vault.write(async (open) => {
    for (const body of bodies) await deliver(open, body);
    await open.settle();
    const first = await shownIn(open);
    for (const body of bodies) await deliver(open, body);
    await open.settle();
    assert.deepEqual(await listQuarantine(open.views), []);
    return [first, await shownIn(open)];
  });
  assert.deepEqual(twice, once);
  assert.equal((await vault.verify()).verdict, 'intact');
});

test('what is signed and cannot be read stands whole in quarantine', async (t) => {
  const vault = testVault(t);
  const bodies = ['', 'nonsense', '[]', '{"object":"page"}', '['.repeat(100_000), '\u0000', '{"object":1}'];
  await vault.write(async (open) => {
    for (const body of bodies) await deliver(open, Buffer.from(body));
    await open.settle();
    const held = await listQuarantine(open.views);
    assert.deepEqual(
      held.map(({ sizeBytes }) => sizeBytes).sort((a, b) => a - b),
      bodies.map((body) => Buffer.byteLength(body)).sort((a, b) => a - b),
    );
  });
});

const PEOPLE = 4;

/** A day of a business: messages, edits, revokes, reactions and statuses, each in a second of its own. */
const days = fc
  .array(
    fc.record({
      who: fc.nat(PEOPLE - 1),
      what: fc.nat(7),
      which: fc.nat(1000),
      text: fc.string({ unit: 'grapheme', maxLength: 20 }),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((acts) => {
    const events: { readonly list: 'messages' | 'statuses'; readonly said: Said; readonly who: number }[] = [];
    const sent: { readonly id: string; readonly who: number }[] = [];
    for (const [at, { text, what, which, who }] of acts.entries()) {
      const [timestamp, from, id] = [
        String(1_760_000_000 + at),
        `52155123456${String(who).padStart(2, '0')}`,
        `wamid.${at}`,
      ];
      const target = sent[which % Math.max(1, sent.length)];
      if (what < 3 || target === undefined) {
        sent.push({ id, who });
        events.push({
          list: 'messages',
          who,
          said: { from, id, timestamp, type: 'text', text: { body: `${text} ${at}` } },
        });
      } else if (what === 3) {
        const edit = { original_message_id: target.id, message: { type: 'text', text: { body: `edit ${at}` } } };
        events.push({
          list: 'messages',
          who: target.who,
          said: { from: phoneOf(target.who), id, timestamp, type: 'edit', edit },
        });
      } else if (what === 4) {
        const revoke = { original_message_id: target.id };
        events.push({
          list: 'messages',
          who: target.who,
          said: { from: phoneOf(target.who), id, timestamp, type: 'revoke', revoke },
        });
      } else if (what === 5) {
        const reaction = { message_id: target.id, ...(which % 3 === 0 ? {} : { emoji: ['👍', '❤️'][which % 2] }) };
        events.push({
          list: 'messages',
          who: target.who,
          said: { from: phoneOf(target.who), id, timestamp, type: 'reaction', reaction },
        });
      } else {
        const status = ['sent', 'delivered', 'read', 'failed'][which % 4];
        const errors = status === 'failed' ? { errors: [{ code: 131_026, title: 'Message undeliverable' }] } : {};
        const said = { id: target.id, status, timestamp, recipient_id: phoneOf(target.who), ...errors };
        events.push({ list: 'statuses', who: target.who, said });
      }
    }
    return events;
  });

function phoneOf(who: number): string {
  return `52155123456${String(who).padStart(2, '0')}`;
}

function contactOf(who: number): Said {
  return { wa_id: phoneOf(who), profile: { name: ['Ana', 'José', '张伟', 'O’Brien'][who] ?? '' } };
}

test('deliveries that are repeated, reordered and batched otherwise end in the same conversations', async (t) => {
  const [straight, crooked] = [testVault(t), testVault(t)];
  const shuffled = days.chain((events) => {
    const again = fc.array(fc.nat(Math.max(0, events.length - 1)), { maxLength: 10 });
    const order = again.chain((more) =>
      fc.shuffledSubarray([...events.keys(), ...more.map((at) => at + 1000)], {
        minLength: events.length + more.length,
      }),
    );
    return fc.record({
      events: fc.constant(events),
      order,
      cuts: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 40, maxLength: 40 }),
    });
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ cuts, events, order }) => {
      run++;
      // Each run has ids and people of its own, so that one vault serves for all.
      const own = (event: (typeof events)[number]) => ({
        ...event,
        said: JSON.parse(
          JSON.stringify(event.said)
            .replaceAll('wamid.', `wamid.${run}.`)
            .replaceAll('52155123456', `5215512${String(run).padStart(4, '0')}`),
        ) as Said,
      });
      const mine = events.map(own);
      const contact = (who: number): Said =>
        JSON.parse(
          JSON.stringify(contactOf(who)).replaceAll('52155123456', `5215512${String(run).padStart(4, '0')}`),
        ) as Said;
      const told = (some: typeof mine): Told => ({
        contacts: [...new Set(some.map(({ who }) => who))].map(contact),
        ...Object.fromEntries(
          (['messages', 'statuses'] as const).flatMap((list) => {
            const all = some.filter((event) => event.list === list).map(({ said }) => said);
            return all.length === 0 ? [] : [[list, all]];
          }),
        ),
      });
      const expected = await straight.write(async (open) => {
        for (const event of mine) await deliver(open, webhookBody(told([event])));
        await open.settle();
        return shownIn(open);
      });
      const found = await crooked.write(async (open) => {
        const queue = order.map((at) => mine[at % 1000]).filter((event) => event !== undefined);
        const batches: Promise<void>[] = [];
        for (const cut of cuts) {
          const some = queue.splice(0, cut);
          if (some.length > 0) batches.push(deliver(open, webhookBody(told(some))));
          // Some find the commit of those before on its way.
          if (cut % 2 === 0) await setImmediate();
        }
        for (const event of queue) batches.push(deliver(open, webhookBody(told([event]))));
        await Promise.all(batches);
        await open.settle();
        return shownIn(open);
      });
      assert.deepEqual(found, expected);
    }),
    // Both vaults hold all runs before: nothing smaller could be tried alone.
    { numRuns: 12, endOnFailure: true, includeErrorInReport: true },
  );
});

test('what comes again in other bytes while its first commit is on its way is held once', async (t) => {
  const vault = testVault(t);
  const [count, received] = [24, new Date(1_760_000_100_000)];
  // As a server opens it: commits are made on a thread of their own.
  const open = await vault.house.write({ make: true, bulk: true });
  try {
    const delivered: Promise<void>[] = [];
    for (let at = 0; at < count; at++) {
      const said = { from: phoneOf(0), id: `wamid.${at}`, timestamp: String(1_760_000_000 + at), type: 'text' };
      const text = { body: `message ${at}` };
      delivered.push(deliver(open, webhookBody({ contacts: [contactOf(0)], messages: [{ ...said, text }] }), received));
      for (let turns = at % 4; turns > 0; turns--) await setImmediate();
      delivered.push(deliver(open, webhookBody({ contacts: [contactOf(0)], messages: [{ text, ...said }] }), received));
    }
    await Promise.all(delivered);
    await open.settle();
    const chats = await listChats(open.views);
    assert.deepEqual(
      chats.map(({ entries }) => entries),
      [count],
    );
    assert.equal((await listPeople(open.views)).length, 1);
  } finally {
    await open.close();
  }
});

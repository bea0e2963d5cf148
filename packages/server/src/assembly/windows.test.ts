// The customer-service window and the free entry point, over a real vault: what opens them, and what does not.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { decideSend } from '@acta/policy';
import type { WriteVault } from '../cli/vault.ts';
import { listChats } from '../views/conversation.ts';
import { freeEntryUntil } from '../views/free-entry.ts';
import { channelOf, type SendPlace } from '../views/send-place.ts';
import { personFacts } from '../views/sending-facts.ts';
import { sendingLook } from '../views/sending-look.ts';
import { sendingWindow } from '../views/sending-window.ts';
import { NumberState } from '../workers/number-state.ts';
import { PortfolioCount } from '../workers/portfolio-count.ts';
import { sendFactsOf } from '../workers/send-facts-of.ts';
import { TOKEN, testGraph } from './graph.test-support.ts';
import { ACCOUNT, deliver, NUMBER, type Said, webhookBody } from './live.test-support.ts';
import { testVault } from './vault.test-support.ts';

const ANA = '5215512345678';
const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 10, 20, 12);

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

async function writes(open: WriteVault, atMs: number, more: Said = {}): Promise<void> {
  const said = {
    from: ANA,
    id: `wamid.${atMs}`,
    timestamp: seconds(atMs),
    type: 'text',
    text: { body: 'hola' },
    ...more,
  };
  await deliver(open, webhookBody({ contacts: [{ wa_id: ANA }], messages: [said] }), new Date(atMs));
  await open.settle();
}

/** A call as the platform tells of it. */
async function rings(open: WriteVault, atMs: number, more: Said = {}, number = NUMBER.phone_number_id): Promise<void> {
  const call = {
    id: `wacid.${atMs}`,
    from: ANA,
    to: NUMBER.display_phone_number,
    event: 'connect',
    direction: 'USER_INITIATED',
    timestamp: seconds(atMs),
    ...more,
  };
  const metadata = { ...NUMBER, phone_number_id: number };
  const changes = [{ field: 'calls', value: { messaging_product: 'whatsapp', metadata, calls: [call] } }];
  const entry = [{ id: ACCOUNT, changes }];
  await deliver(open, Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry })), new Date(atMs));
  await open.settle();
}

async function placeOf({ views }: WriteVault): Promise<SendPlace> {
  const place = await channelOf(views, (await listChats(views))[0]?.id ?? 0);
  assert.ok(place !== undefined);
  return place;
}

async function lastInbound(open: WriteVault, nowMs: number): Promise<number | undefined> {
  return (await personFacts(open.views, await placeOf(open), nowMs)).lastInboundMs;
}

function withVault(t: TestContext, work: (open: WriteVault) => Promise<void>): Promise<void> {
  const vault = testVault(t);
  return vault.write(work).then(async () => assert.equal((await vault.verify(true)).verdict, 'intact'));
}

test('a call by the person opens the window for 24 hours from when it rang, and the way back shows it', (t) =>
  withVault(t, async (open) => {
    await writes(open, START);
    const rang = START + 40 * HOUR_MS;
    assert.equal(await lastInbound(open, rang), undefined);
    await rings(open, rang);
    assert.equal(await lastInbound(open, rang + 23 * HOUR_MS), rang);
    assert.equal(await lastInbound(open, rang + 25 * HOUR_MS), undefined);
    const { chat } = await placeOf(open);
    const shown = async (hours: number) => {
      const { endsMs, state } = (await sendingWindow(open.views, chat, rang + hours * HOUR_MS)) ?? {};
      return [state, endsMs];
    };
    assert.deepEqual(await shown(1), ['open', rang + 24 * HOUR_MS]);
    assert.deepEqual(await shown(90), ['closed', rang + 24 * HOUR_MS]);
  }));

test('what is not a call that the person made to this number, at a known time, opens nothing', (t) =>
  withVault(t, async (open) => {
    await writes(open, START);
    const later = START + 40 * HOUR_MS;
    await rings(open, later, { direction: 'BUSINESS_INITIATED', from: NUMBER.display_phone_number, to: ANA });
    await rings(open, later + 1_000, { event: 'terminate', status: 'COMPLETED' });
    await rings(open, later + 2_000, { direction: undefined });
    await rings(open, later + 3_000, { timestamp: 'soon' });
    await rings(open, later + 4_000, { from: '34600000001' });
    await rings(open, later + 5_000, {}, '999');
    assert.equal(await lastInbound(open, later + HOUR_MS), undefined);
  }));

test('a time that lies ahead opens no window and hides none', (t) =>
  withVault(t, async (open) => {
    await writes(open, START);
    await writes(open, START + 1_000, { timestamp: seconds(START + 900 * HOUR_MS) });
    await rings(open, START + 2_000, { timestamp: seconds(START + 900 * HOUR_MS) });
    assert.equal(await lastInbound(open, START + HOUR_MS), START);
    assert.equal(await lastInbound(open, START + 30 * HOUR_MS), undefined);
  }));

test('who came by an advertisement and was answered is written to free for 72 hours; after 24 only by a template', (t) =>
  withVault(t, async (open) => {
    const graph = await testGraph(t);
    const now = Math.floor(Date.now() / 1000) * 1000;
    await writes(open, now, { referral: { source_type: 'ad', source_id: '1', ctwa_clid: 'x' } });
    const place = await placeOf(open);
    assert.equal(await freeEntryUntil(open.views, place, now), undefined, 'nobody has answered yet');
    const workers = await open.work({ apiUrl: graph.url, accessToken: TOKEN, numbers: [], alert: () => undefined });
    try {
      await workers.send({ actor: 'test', chat: place.chat, message: { type: 'text', body: 'buenas' } });
      for (let tries = 0; workers.open() > 0 && tries < 400; tries++) await pause(20);
    } finally {
      await workers.stop();
    }
    const until = (await freeEntryUntil(open.views, place, now + 70 * HOUR_MS)) ?? 0;
    assert.ok(until >= now + 72 * HOUR_MS && until < now + 73 * HOUR_MS);
    const rule = async (hours: number, kind: 'free' | 'template') => {
      const rooms = {
        look: sendingLook(open.views, () => new Uint8Array(32)),
        stateOf: () => new NumberState(80),
        portfolio: new PortfolioCount('unlimited'),
      };
      const nowMs = now + hours * HOUR_MS;
      const message = { kind, category: 'utility' } as const;
      return decideSend(await sendFactsOf(rooms, { place, recipient: { waId: ANA }, message, nowMs })).rule;
    };
    assert.equal(await rule(30, 'free'), 'acta/send/window-24h');
    assert.equal(await rule(30, 'template'), 'acta/send/free-entry');
    assert.equal(await rule(80, 'template'), 'acta/send/template');
  }));

test('without an advertisement, or answered too late, nothing is free', (t) =>
  withVault(t, async (open) => {
    const graph = await testGraph(t);
    const now = Math.floor(Date.now() / 1000) * 1000;
    const referral = { source_type: 'ad', source_id: '1' };
    await writes(open, now - 25 * HOUR_MS, { referral });
    await writes(open, now - HOUR_MS);
    const place = await placeOf(open);
    const workers = await open.work({ apiUrl: graph.url, accessToken: TOKEN, numbers: [], alert: () => undefined });
    try {
      await workers.send({ actor: 'test', chat: place.chat, message: { type: 'text', body: 'buenas' } });
      for (let tries = 0; workers.open() > 0 && tries < 400; tries++) await pause(20);
    } finally {
      await workers.stop();
    }
    assert.equal(graph.sent.length, 1);
    assert.equal(await freeEntryUntil(open.views, place, now + HOUR_MS), undefined);
  }));

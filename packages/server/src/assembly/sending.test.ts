// Sending, over a real vault and a real server: what is intended goes out once, what policy refuses never does, and what nobody knows is
// said to be unknown.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { WriteVault } from '../cli/vault.ts';
import { entriesOf, listChats } from '../views/conversation.ts';
import { marksOf } from '../views/entry-marks.ts';
import { listHalts } from '../views/halts.ts';
import { type SendOrder, UPLOADED } from '../workers/send-order.ts';
import type { Workers, WorkSettings } from '../workers/workers.ts';
import { graphError, json, type TestGraph, TOKEN, testGraph } from './graph.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';
import { testVault } from './vault.test-support.ts';

const ANA = '5215512345678';
const now = (): string => String(Math.floor(Date.now() / 1000));

interface Bench {
  readonly open: WriteVault;
  readonly graph: TestGraph;
  readonly workers: Workers;
  readonly chat: number;
  readonly order: (text: string, more?: Partial<SendOrder>) => SendOrder;
  readonly states: () => Promise<string[]>;
}

function settingsOf(graph: TestGraph, more: Partial<WorkSettings> = {}): WorkSettings {
  return { apiUrl: graph.url, accessToken: TOKEN, numbers: [], alert: () => undefined, ...more };
}

/** A vault in which Ana has just written, and workers over it. */
async function bench(
  t: TestContext,
  work: (bench: Bench) => Promise<void>,
  more: Partial<WorkSettings> = {},
): Promise<void> {
  const vault = testVault(t);
  const graph = await testGraph(t);
  await vault.write(async (open) => {
    await writes(open, 'hola', 'wamid.in.1');
    const workers = await open.work(settingsOf(graph, more));
    const chat = (await listChats(open.views))[0]?.id ?? 0;
    const order = (body: string, also: Partial<SendOrder> = {}): SendOrder => ({
      actor: 'test',
      chat,
      message: { type: 'text', body },
      ...also,
    });
    try {
      await work({ open, graph, workers, chat, order, states: () => statesIn(open) });
    } finally {
      await workers.stop();
    }
  });
  assert.equal((await vault.verify()).verdict, 'intact');
}

async function writes(open: WriteVault, body: string, id: string, timestamp = now()): Promise<void> {
  const said = { from: ANA, id, timestamp, type: 'text', text: { body } };
  await deliver(open, webhookBody({ contacts: [{ profile: { name: 'Ana' }, wa_id: ANA }], messages: [said] }));
  await open.settle();
}

async function statesIn({ views }: WriteVault): Promise<string[]> {
  const states: string[] = [];
  for (const { id } of await listChats(views)) {
    for await (const batch of entriesOf(views, { chat: id })) {
      const seqs = batch.map(({ seq }) => seq);
      const marks = await marksOf(views, seqs);
      for (const { record, seq } of batch) {
        const intent = marks.get(seq)?.intent;
        if (intent !== undefined) states.push(`${record.text}: ${intent}`);
      }
    }
  }
  return states;
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await check()); tries++) {
    assert.ok(tries < 400, 'it never came to be');
    await pause(20);
  }
}

test('an answer inside the window stands in the ledger first, goes out once, and has its outcome', (t) =>
  bench(t, async ({ graph, order, states, workers }) => {
    const outcome = await workers.send(order('buenas tardes'));
    assert.equal(outcome.outcome, 'intended');
    await until(() => workers.open() === 0);
    assert.deepEqual(await states(), ['buenas tardes: accepted']);
    assert.equal(graph.sent.length, 1);
    const [call] = graph.calls;
    assert.match(call?.path ?? '', /^\/v\d+\.0\/106540352242922\/messages$/);
    assert.equal(call?.authorization, `Bearer ${TOKEN}`);
    assert.equal(graph.sent[0]?.['to'], ANA);
    assert.match(String(graph.sent[0]?.['biz_opaque_callback_data']), /^[\w-]{22}$/);
  }));

test('what policy refuses leaves no trace of a message, and says which rule refused it', (t) =>
  bench(t, async ({ graph, order, states, workers }) => {
    const template = { type: 'template', template: { name: 'promo', language: 'es' } } as const;
    assert.deepEqual(await workers.send(order('', { message: template, category: 'marketing' })), {
      outcome: 'refused',
      rule: 'acta/send/marketing-consent',
      reason: 'no-consent',
    });
    assert.deepEqual([await states(), graph.calls.length], [[], 0]);
  }));

test('a window that closed is a refusal; a message of long ago opens none', async (t) => {
  const vault = testVault(t);
  const graph = await testGraph(t);
  await vault.write(async (open) => {
    await writes(open, 'hola', 'wamid.in.1', String(Math.floor(Date.now() / 1000) - 90_000));
    const workers = await open.work(settingsOf(graph));
    const chat = (await listChats(open.views))[0]?.id ?? 0;
    const outcome = await workers.send({ actor: 'test', chat, message: { type: 'text', body: 'x' } });
    assert.deepEqual(outcome, { outcome: 'refused', rule: 'acta/send/window-24h', reason: 'window-closed' });
    assert.deepEqual(await workers.send({ actor: 'test', chat: 1, message: { type: 'text', body: 'x' } }), {
      outcome: 'unknown-conversation',
    });
    await workers.stop();
  });
});

test('a card number is found before anything is recorded, and goes out only with a reason that is', (t) =>
  bench(t, async ({ graph, open, order, workers }) => {
    const text = 'tarjeta 4111 1111 1111 1111';
    assert.equal((await workers.send(order(text))).outcome, 'lint');
    const outcome = await workers.send(order(text, { override: { reason: 'a test card' } }));
    assert.ok(outcome.outcome === 'intended');
    const record = await open.reader.record(outcome.seq);
    assert.ok(record !== undefined && 'intent' in record && record.intent?.overridden === 'a test card');
    await until(() => graph.sent.length === 1);
  }));

test('the same order under the same key is one message, also at once; another one is a conflict', (t) =>
  bench(t, async ({ graph, order, workers }) => {
    const twice = await Promise.all([1, 2].map(() => workers.send(order('una vez', { idempotency: 'k1' }))));
    const seqs = twice.map((one) => (one.outcome === 'intended' ? one.seq : -1));
    assert.equal(seqs[0], seqs[1]);
    const again = await workers.send(order('una vez', { idempotency: 'k1' }));
    assert.ok(again.outcome === 'intended' && !again.isNew && again.seq === seqs[0]);
    assert.equal((await workers.send(order('otra', { idempotency: 'k1' }))).outcome, 'conflict');
    assert.equal((await workers.send(order('otra', { idempotency: 'k1', actor: 'else' }))).outcome, 'intended');
    await until(() => workers.open() === 0);
    assert.equal(graph.sent.length, 2);
  }));

test('messages of one conversation go out in the order in which they were meant, also past a no', (t) =>
  bench(t, async ({ graph, order, states, workers }) => {
    graph.next.push(graphError(131056));
    for (const text of ['1', '2', '3']) await workers.send(order(text));
    await until(() => workers.open() === 0);
    assert.deepEqual(
      graph.sent.map((one) => (one['text'] as { body: string }).body),
      ['1', '2', '3'],
    );
    assert.equal(graph.calls.length, 4);
    assert.deepEqual(await states(), ['1: accepted', '2: accepted', '3: accepted']);
  }));

test('an answer that is lost is never asked for again; a status with the mark tells what came of it', (t) =>
  bench(t, async ({ graph, open, order, states, workers }) => {
    graph.next.push((_call, answer) => answer.destroy());
    graph.next.push((_call, answer) => json(answer, 502, { html: 'bad gateway' }));
    await workers.send(order('perdida'));
    await workers.send(order('rota'));
    await until(() => workers.open() === 0);
    assert.deepEqual(await states(), ['perdida: unknown', 'rota: unknown']);
    assert.equal(graph.calls.length, 2);
    const callback = (JSON.parse(String(graph.calls[0]?.body)) as Record<string, string>)['biz_opaque_callback_data'];
    const told = { id: 'wamid.out.lost', status: 'delivered', timestamp: now(), recipient_id: ANA };
    await deliver(open, webhookBody({ statuses: [{ ...told, biz_opaque_callback_data: callback }] }));
    await open.settle();
    await until(async () => (await states())[0] === 'perdida: accepted');
    assert.equal(graph.calls.length, 2);
  }));

test('what cannot have left this machine waits to be tried again', async (t) => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await bench(
    t,
    async ({ order, states, workers }) => {
      await workers.send(order('nadie escucha'));
      await until(async () => (await states())[0] === 'nadie escucha: waiting');
    },
    { apiUrl: `http://127.0.0.1:${port}` },
  );
});

test('an error for good fails the message with its code; one that stops everything halts the number and loses nothing', (t) => {
  const alerts: unknown[] = [];
  return bench(
    t,
    async ({ graph, open, order, states, workers }) => {
      graph.next.push(graphError(131026), graphError(190, 401));
      await workers.send(order('uno'));
      await until(async () => (await states())[0] === 'uno: failed');
      await workers.send(order('dos'));
      await until(async () => (await listHalts(open.views)).length === 1);
      assert.deepEqual(alerts, [{ what: 'halted', number: '106540352242922', code: 190 }]);
      assert.deepEqual(await workers.send(order('tres')), {
        outcome: 'refused',
        rule: 'acta/send/halted',
        reason: 'stopped-by-error',
      });
      await workers.stop();
      const later = await open.work(settingsOf(graph));
      try {
        assert.equal((await later.send(order('cuatro'))).outcome, 'refused', 'it stands over a restart');
        const [halt] = await listHalts(open.views);
        assert.deepEqual([halt?.record.code, halt?.record.scope, halt?.record.act], [190, 'account', 'stop-all']);
        assert.equal(graph.calls.length, 2);
        const lift = { actor: 'test', reason: 'a new token', halt: halt?.id ?? 0 };
        assert.equal(await later.lift({ ...lift, halt: 0 }), false);
        assert.equal(await later.lift(lift), true);
        assert.equal(await later.lift(lift), false);
        await until(() => later.open() === 0);
        assert.deepEqual(await states(), ['uno: failed', 'dos: accepted']);
        assert.deepEqual(await listHalts(open.views), []);
      } finally {
        await later.stop();
      }
    },
    { alert: (what) => alerts.push(what) },
  );
});

test('an account that is stopped is stopped for numbers that nobody has sent from yet', (t) =>
  bench(t, async ({ graph, open, order, workers }) => {
    graph.next.push(graphError(190, 401));
    await workers.send(order('uno'));
    await until(async () => (await listHalts(open.views)).length === 1);
    const other = webhookBody({
      messages: [{ from: ANA, id: 'wamid.in.2', timestamp: now(), type: 'text', text: { body: 'hola' } }],
    });
    await deliver(open, Buffer.from(other.toString('utf8').replaceAll('106540352242922', '999')));
    await open.settle();
    const chat = (await listChats(open.views)).find(({ entries }) => entries === 1)?.id ?? 0;
    const outcome = await workers.send(order('dos', { chat, number: '999' }));
    assert.deepEqual(outcome, { outcome: 'refused', rule: 'acta/send/halted', reason: 'stopped-by-error' });
  }));

test('a file goes to the platform first, whole, and its id takes the place of the file', (t) =>
  bench(t, async ({ graph, open, order, workers }) => {
    const bytes = Buffer.alloc(300_000, 7);
    const content = await open.desk.keep(
      (async function* () {
        yield bytes;
      })(),
    );
    const file = { content, mime: 'image/png', name: 'foto.png' };
    const message = { type: 'image', media: UPLOADED, caption: 'mira' } as const;
    assert.equal((await workers.send(order('', { message, file }))).outcome, 'intended');
    await until(() => workers.open() === 0);
    assert.ok(graph.calls[0]?.path.endsWith('/media') && graph.calls[0].body.includes(bytes));
    assert.deepEqual(graph.sent[0]?.['image'], { id: 'uploaded-1', caption: 'mira' });
  }));

test('a reaction stands on its message; a receipt is called at once and stands on record', (t) =>
  bench(t, async ({ chat, graph, open, order, workers }) => {
    const reaction = { type: 'reaction', target: 'wamid.in.1', emoji: '👍' } as const;
    assert.equal((await workers.send(order('', { message: reaction }))).outcome, 'intended');
    await until(() => workers.open() === 0);
    let first = 0;
    for await (const [entry] of entriesOf(open.views, { chat })) first = entry?.seq ?? 0;
    const marks = await marksOf(open.views, [first]);
    assert.deepEqual(
      marks.get(first)?.reactions.map(({ emoji }) => emoji),
      ['👍'],
    );
    assert.deepEqual(await workers.markRead({ actor: 'test', of: first, isTyping: true }), { outcome: 'done' });
    assert.deepEqual(graph.sent.at(-1), {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.in.1',
      typing_indicator: { type: 'text' },
    });
    const audits = await open.views.db.selectFrom('other').select('seq').where('kind', '=', 'audit').execute();
    assert.equal(audits.length, 1);
  }));

test('a template that the platform paused is not sent; the limit of people a day holds over a restart', async (t) => {
  const vault = testVault(t);
  const graph = await testGraph(t);
  await vault.write(async (open) => {
    const long = String(Math.floor(Date.now() / 1000) - 90_000);
    await writes(open, 'hola', 'wamid.in.1', long);
    const said = { from: '34600000001', id: 'wamid.in.2', timestamp: long, type: 'text', text: { body: 'hola' } };
    await deliver(open, webhookBody({ contacts: [{ wa_id: '34600000001' }], messages: [said] }));
    const told = { event: 'PAUSED', message_template_name: 'aviso', message_template_language: 'es' };
    const entry = [{ id: '1', changes: [{ field: 'message_template_status_update', value: told }] }];
    await deliver(open, Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry })));
    await open.settle();
    const [one, two] = (await listChats(open.views)).map(({ id }) => id);
    const order = (chat: number | undefined, name: string): SendOrder => ({
      actor: 'test',
      chat: chat ?? 0,
      message: { type: 'template', template: { name, language: 'es' } },
      category: 'utility',
    });
    const first = await open.work(settingsOf(graph, { portfolioLimit: 1 }));
    assert.deepEqual(await first.send(order(one, 'aviso')), {
      outcome: 'refused',
      rule: 'acta/send/template-state',
      reason: 'template-paused',
    });
    assert.equal((await first.send(order(one, 'recibo'))).outcome, 'intended');
    await until(() => first.open() === 0);
    await first.stop();
    const second = await open.work(settingsOf(graph, { portfolioLimit: 1 }));
    const waits = await second.send(order(two, 'recibo'));
    assert.ok(waits.outcome === 'intended' && waits.waits?.reason === 'portfolio-limit');
    assert.equal((await second.send(order(one, 'recibo'))).outcome, 'intended');
    await until(() => graph.sent.length === 2);
    await second.stop();
  });
});

test('who is erased while a call is under way leaves nothing behind, and what waits for them is not sent', (t) =>
  bench(t, async ({ chat, graph, open, order, workers }) => {
    let answer: () => void = () => undefined;
    graph.next.push((_call, response) => {
      answer = () => json(response, 200, { messages: [{ id: 'wamid.out.late' }] });
    });
    await workers.send(order('uno'));
    await workers.send(order('dos'));
    await until(() => graph.calls.length === 1);
    await open.erase(await open.planErasure({ scope: 'chat', ids: [chat] }), 'they asked');
    answer();
    await until(() => workers.open() === 0);
    assert.equal(graph.calls.length, 1);
    const { db } = open.views;
    const counts = await Promise.all(
      (['intent', 'wamid', 'channel'] as const).map((table) => db.selectFrom(table).select('seq').execute()),
    );
    assert.deepEqual(counts, [[], [], []]);
    const told = await db.selectFrom('other').select('kind').where('kind', 'in', ['attempt', 'outcome']).execute();
    assert.deepEqual(told, []);
  }));

test('somebody is answered at the number that they wrote from last, in the writing of the platform', async (t) => {
  const vault = testVault(t);
  const graph = await testGraph(t);
  await vault.importText('WhatsApp Chat with +52 55 1234 5678.txt', '1/2/24, 10:00 - +52 55 1234 5678: hola\n');
  await vault.write(async (open) => {
    await writes(open, 'hola', 'wamid.in.1');
    const [chat, ...others] = await listChats(open.views);
    assert.deepEqual(others, []);
    const workers = await open.work(settingsOf(graph));
    await workers.send({ actor: 'test', chat: chat?.id ?? 0, message: { type: 'text', body: 'hola' } });
    await until(() => workers.open() === 0);
    await workers.stop();
  });
  assert.equal(graph.sent[0]?.['to'], ANA);
});

test('a number without an access token sends nothing and says so at once', async (t) => {
  const vault = testVault(t);
  const graph = await testGraph(t);
  await vault.write(async (open) => {
    await writes(open, 'hola', 'wamid.in.1');
    const { accessToken: _, ...settings } = settingsOf(graph);
    const workers = await open.work(settings);
    const chat = (await listChats(open.views))[0]?.id ?? 0;
    await workers.send({ actor: 'test', chat, message: { type: 'text', body: 'hola' } });
    await until(() => workers.open() === 0);
    assert.deepEqual(await statesIn(open), ['hola: failed']);
    assert.equal(graph.calls.length, 0);
    await workers.stop();
  });
});

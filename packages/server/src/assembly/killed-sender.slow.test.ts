// Sending, killed: wherever the process dies, no message is called for twice, and one of which nobody knows whether it went out says
// so until a status tells.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WITH_JOINED } from '../../joined/place.ts';
import { type GraphHabit, json, type TestGraph, TOKEN, testGraph } from './graph.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';
import { type TestVault, testVault } from './vault.test-support.ts';

const SENDER = fileURLToPath(new URL('./killed-sender.test-support.ts', import.meta.url));
const PEOPLE = ['5215512345601', '5215512345602', '5215512345603', '34600000004'];
const EACH = 3;
const seconds = (): string => String(Math.floor(Date.now() / 1000));

async function hello(vault: TestVault): Promise<void> {
  await vault.write(async (open) => {
    for (const from of PEOPLE) {
      const said = { from, id: `wamid.${from}`, timestamp: seconds(), type: 'text', text: { body: 'hola' } };
      await deliver(open, webhookBody({ contacts: [{ wa_id: from }], messages: [said] }));
    }
  });
}

/** Runs the sender, and kills it at its call number `at`: before the answer, or after it was given. */
async function killedAt(vault: TestVault, graph: TestGraph, at: number, isAnswered: boolean): Promise<void> {
  const child = spawn(
    process.execPath,
    [...WITH_JOINED, SENDER, JSON.stringify(vault.place), graph.url, String(EACH)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const usual: GraphHabit = (_call, answer) => accept(answer);
  const last: GraphHabit = (_call, answer) => {
    if (isAnswered) accept(answer, () => child.kill('SIGKILL'));
    else child.kill('SIGKILL');
  };
  graph.next.push(...Array<GraphHabit>(at - 1).fill(usual), last);
  await ended;
  graph.next.length = 0;
}

let wamids = 0;

function accept(answer: ServerResponse, then: () => void = () => undefined): void {
  answer.once('finish', then);
  json(answer, 200, { messages: [{ id: `wamid.killed.${wamids++}` }] });
}

function callbacksOf(graph: TestGraph): string[] {
  return graph.calls.map(({ body }) => {
    const said = JSON.parse(body.toString('utf8')) as Record<string, string>;
    return said['biz_opaque_callback_data'] ?? '';
  });
}

async function killed(t: TestContext, at: number, isAnswered: boolean): Promise<void> {
  const [vault, graph] = [testVault(t), await testGraph(t)];
  await hello(vault);
  await killedAt(vault, graph, at, isAnswered);
  await vault.write(async (open) => {
    const workers = await open.work({ apiUrl: graph.url, accessToken: TOKEN, numbers: [], alert: () => undefined });
    while (workers.open() > 0) await pause(20);
    const called = callbacksOf(graph);
    assert.equal(new Set(called).size, called.length, 'a message was called for twice');
    const states = async (): Promise<number[]> =>
      (await open.views.db.selectFrom('intent').select('state').execute()).map(({ state }) => state);
    const [accepted, unknown] = [3, 6];
    assert.ok((await states()).every((state) => state === accepted || state === unknown));
    assert.ok((await states()).length >= called.length);
    const statuses = called.map((callback, n) => ({
      id: `wamid.told.${n}`,
      status: 'sent',
      timestamp: seconds(),
      recipient_id: PEOPLE[0],
      biz_opaque_callback_data: callback,
    }));
    await deliver(open, webhookBody({ statuses }));
    for (let tries = 0; ; tries++) {
      const rest = (await states()).filter((state) => state === unknown).length;
      // Only what never left may stay unknown.
      if (rest === (await states()).length - called.length) break;
      assert.ok(tries < 300, 'a status that names its message did not settle it');
      await pause(20);
    }
    await workers.stop();
  });
  assert.equal((await vault.verify()).verdict, 'intact');
}

for (const [at, isAnswered] of [
  [1, false],
  [1, true],
  [5, false],
  [8, true],
] as const) {
  const when = isAnswered ? 'just after the answer to' : 'during';
  test(`killed ${when} call ${at}, nothing is called for twice`, (t) => killed(t, at, isAnswered));
}

// kill -9 of a server under load, again and again over the same vault: the platform delivers to it and it sends to a sandbox.

import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { plainHabits, type Sandbox, startSandbox } from '../../../packages/sandbox/src/index.ts';
import { VaultHouse } from '../../../packages/server/src/assembly/vault-house.ts';
import type { WriteVault } from '../../../packages/server/src/cli/vault.ts';
import { entriesOf, listChats } from '../../../packages/server/src/views/conversation.ts';
import { type Acknowledged, deliverUntilGone, sendUntilGone } from '../live-load.ts';
import { APP_SECRET, LiveServer } from '../live-server.ts';
import type { Place } from '../place.ts';
import type { Row } from '../row.ts';
import type { SurvivalRun } from '../survival-run.ts';

const FAULT = 'kill -9 of a server while it takes deliveries in and sends';
const MUST =
  'every acknowledged message there once, none twice, every send at most once, no order to send lost, intact';
/** A vault is killed so often; then the next begins. */
const KILLS_A_VAULT = 10;
const PEOPLE_WHO_ARE_ANSWERED = 4;
const SHORTEST_MS = 100;
const LONGEST_MS = 2_500;
const PATIENCE_MS = 20_000;

export async function live(run: SurvivalRun): Promise<readonly Row[]> {
  const tries = run.of(2, 100);
  const found: string[] = [];
  const met: Record<string, number> = {};
  for (let first = 0; first < tries; first += KILLS_A_VAULT) {
    const kills = Math.min(KILLS_A_VAULT, tries - first);
    found.push(...(await killsOfOneVault(run, { first, kills }, met)));
    run.say(`kills of a server: ${first + kills}`);
  }
  return [{ fault: FAULT, must: MUST, tries, found, met }];
}

interface Trying {
  readonly place: Place;
  readonly sandbox: Sandbox;
  readonly port: number;
  readonly key: string;
  readonly acknowledged: Acknowledged;
}

async function killsOfOneVault(
  run: SurvivalRun,
  { first, kills }: { readonly first: number; readonly kills: number },
  met: Record<string, number>,
): Promise<string[]> {
  const place = run.place();
  const port = await freePort();
  const sandbox = await startSandbox({
    port: 0,
    seed: run.seed + first,
    habits: plainHabits,
    webhookUrl: `http://127.0.0.1:${port}/webhooks/whatsapp`,
    appSecret: APP_SECRET,
    shakesHands: false,
  });
  try {
    await madeVault(place);
    const scopes = 'read:conversations,send';
    const made = await place.must('api-key', 'create', '--name', 'survival', '--scope', scopes);
    const key = String(made[0]?.['key']);
    const trying: Trying = { place, sandbox, port, key, acknowledged: { wamids: new Set(), sends: 0, others: [] } };
    const found: string[] = [];
    for (let n = first; n < first + kills && found.length === 0; n++) {
      await killOnce(run, trying, n);
      found.push(...(await brokenAfter(trying)).map((one) => `kill ${n}: ${one}`));
    }
    const { sends, wamids } = trying.acknowledged;
    const counts = { messages: wamids.size, 'orders to send': sends, sent: sandbox.world.sends.accepted };
    for (const [what, count] of Object.entries(counts)) met[what] = (met[what] ?? 0) + count;
    for (const one of found) run.say(`FOUND ${one} in ${place.dir}`);
    if (found.length === 0) place.remove();
    return found;
  } finally {
    await sandbox.stop();
  }
}

async function madeVault(place: Place): Promise<void> {
  const vault = await new VaultHouse(place.address).write({ make: true });
  await vault.close();
}

/** Lets a server work for a while that the seed draws, and kills it. */
async function killOnce(
  run: SurvivalRun,
  { acknowledged, key, place, port, sandbox }: Trying,
  n: number,
): Promise<void> {
  const random = run.random(`live ${n}`);
  const server = await LiveServer.start(place, { port, apiUrl: sandbox.graphUrl });
  const url = `http://127.0.0.1:${port}`;
  try {
    const chats = await chatsToAnswer({ url, key, sandbox }, n);
    const delivering = deliverUntilGone({ url, random, acknowledged, name: `k${n}` });
    const sending = sendUntilGone({ url, key, acknowledged, chats, name: `k${n}` });
    await pause(SHORTEST_MS + random.below(LONGEST_MS - SHORTEST_MS));
    if (!server.isRunning) throw new Error('the server ended by itself');
    await server.kill();
    await Promise.all([delivering, sending]);
  } finally {
    await server.kill();
  }
}

/** People write by their phones; resolves to their conversations when the server has them. */
async function chatsToAnswer(
  { key, sandbox, url }: { readonly url: string; readonly key: string; readonly sandbox: Sandbox },
  n: number,
): Promise<number[]> {
  const names = Array.from({ length: PEOPLE_WHO_ARE_ANSWERED }, (_, at) => `Zoe ${n}.${at}`);
  for (const name of names) {
    const { id } = sandbox.world.people.add({ name });
    sandbox.phones.act(id, { act: 'text', body: 'hola' });
  }
  const headers = { authorization: `Bearer ${key}` };
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(20)) {
    const response = await fetch(`${url}/api/v1/conversations?limit=100`, { headers });
    const { items } = (await response.json()) as { items: { id: number; title: string }[] };
    const ids = items.filter(({ title }) => names.includes(title)).map(({ id }) => id);
    if (ids.length === names.length) return ids;
  }
  throw new Error('those who wrote by their phones did not arrive');
}

/** What does not hold in the vault that was left. */
async function brokenAfter({ acknowledged, place, sandbox }: Trying): Promise<string[]> {
  const vault = await new VaultHouse(place.address).write({ make: false });
  try {
    const found = [...acknowledged.others];
    const counts = await messagesIn(vault);
    const lost = [...acknowledged.wamids].filter((wamid) => !counts.has(wamid));
    const twice = [...counts].filter(([, count]) => count > 1);
    if (lost.length > 0) found.push(`${lost.length} acknowledged messages are lost`);
    if (twice.length > 0) found.push(`${twice.length} messages are there more than once`);
    const { n } = await vault.views.db
      .selectFrom('intent')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    if (Number(n) < acknowledged.sends) found.push(`${acknowledged.sends - Number(n)} orders to send are lost`);
    const again = sandbox.world.sends.byCallback().filter(({ count }) => count > 1);
    if (again.length > 0) found.push(`${again.length} messages were sent more than once`);
    const { verdict } = await vault.verify(false, () => undefined);
    if (verdict !== 'intact') found.push(`verify says ${verdict}`);
    return found;
  } finally {
    await vault.close();
  }
}

/** How often each message stands there. */
async function messagesIn({ views }: WriteVault): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { id } of await listChats(views)) {
    for await (const batch of entriesOf(views, { chat: id })) {
      for (const { record } of batch) {
        const { wamid } = record;
        if (wamid !== undefined) counts.set(wamid, (counts.get(wamid) ?? 0) + 1);
      }
    }
  }
  return counts;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

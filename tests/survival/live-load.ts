// Clients of a live server: the platform delivering messages, some of them again, in batches, with statuses; and a program that asks for
// answers to be sent. Each notes only what was acknowledged. They end when the server does.

import { createHmac } from 'node:crypto';
import { APP_SECRET } from './live-server.ts';
import type { Seeded } from './seeded.ts';

const CLIENTS = 16;
const PEOPLE = 400;
/** One message in most, many in some. */
const LARGE_BATCH = 60;
const AGAIN = 0.1;

/** What the clients were told. */
export interface Acknowledged {
  /** Ids of messages that were answered with 200. */
  readonly wamids: Set<string>;
  /** Orders to send that were answered with 202. */
  sends: number;
  /** Answers of any other kind than these, and than none. */
  readonly others: string[];
}

export interface LoadOptions {
  readonly url: string;
  readonly random: Seeded;
  readonly acknowledged: Acknowledged;
  /** Distinguishes the ids of this load from those of any other. */
  readonly name: string;
}

/** Delivers until the server is gone. */
export async function deliverUntilGone(options: LoadOptions): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, (_, client) => deliverAsOne(options, client));
  await Promise.all(clients);
}

async function deliverAsOne({ acknowledged, name, random, url }: LoadOptions, client: number): Promise<void> {
  let last: { readonly wamids: readonly string[]; readonly body: string } | undefined;
  for (let n = 0; ; n++) {
    const count = random.next() < 0.05 ? LARGE_BATCH : 1;
    if (last === undefined || random.next() >= AGAIN) {
      const ids = Array.from({ length: count }, (_, at) => `wamid.${name}.${client}.${n}.${at}`);
      last = { wamids: ids, body: bodyOf(ids, random.below(PEOPLE)) };
    }
    const { body, wamids } = last;
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`,
    };
    const status = await statusOf(fetch(`${url}/webhooks/whatsapp`, { method: 'POST', headers, body }));
    if (status === undefined) return;
    if (status === 200) for (const wamid of wamids) acknowledged.wamids.add(wamid);
    else acknowledged.others.push(`a delivery was answered with ${status}`);
  }
}

/** The status of an answer; undefined where there is none. */
async function statusOf(asked: Promise<Response>): Promise<number | undefined> {
  try {
    const response = await asked;
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

function bodyOf(wamids: readonly string[], person: number): string {
  const of = (at: number): string => `52155${10_000_000 + ((person + at) % PEOPLE)}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const contacts = wamids.map((_, at) => ({ wa_id: of(at), profile: { name: `Cliente ${(person + at) % PEOPLE}` } }));
  const messages = wamids.map((id, at) => ({
    from: of(at),
    id,
    timestamp,
    type: 'text',
    text: { body: `pedido ${id}` },
  }));
  const statuses = wamids.map((id, at) => ({ id: `${id}.out`, status: 'sent', timestamp, recipient_id: of(at) }));
  const metadata = { display_phone_number: '15550001111', phone_number_id: '100' };
  const value = { messaging_product: 'whatsapp', metadata, contacts, messages, statuses };
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ value, field: 'messages' }] }],
  });
}

export interface SendOptions {
  readonly url: string;
  readonly key: string;
  readonly acknowledged: Acknowledged;
  /** Of people who may be answered. */
  readonly chats: readonly number[];
  readonly name: string;
}

/** Asks for answers to be sent until the server is gone, or there is nobody whom the rules allow to be told more. */
export async function sendUntilGone({ acknowledged, chats, key, name, url }: SendOptions): Promise<void> {
  for (let n = 0; n < 10 * chats.length; n++) {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': `${name}.${n}`,
    };
    const body = JSON.stringify({ message: { type: 'text', body: `respuesta ${name} ${n}` } });
    const path = `/api/v1/conversations/${chats[n % chats.length] ?? 0}/messages`;
    const status = await statusOf(fetch(url + path, { method: 'POST', headers, body }));
    if (status === undefined) return;
    if (status === 202) acknowledged.sends++;
    else acknowledged.others.push(`an order to send was answered with ${status}`);
  }
}

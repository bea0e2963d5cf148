// The customers' phones of the sandbox, told what to do by its controls; and deliveries as the platform signs them, for what the
// sandbox's own clock cannot say: that somebody wrote long ago.

import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import type { ActaServer } from './acta-server.ts';

/** What the sandbox and a server beside it share, unless they are told otherwise. */
const SECRET = 'sandbox-secret';
const ACCOUNT = '102290129340398';
const NUMBER = '106540352242922';

/** The number that also lives in the phone app: the platform tells only it of edits and deletions. */
export const SHARED_NUMBER = '106540352242923';

export interface Phone {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** A new customer with a phone. */
export async function phoneOf({ phones }: ActaServer, name: string, phone: string): Promise<Phone> {
  await asked(phones, '/sandbox/people', { name, phone, language: 'en', readsAlone: false });
  const { people } = await asked<{ readonly people: readonly Phone[] }>(phones, '/sandbox/people');
  const one = people.find((person) => person.phone === phone);
  assert.ok(one !== undefined);
  return one;
}

/** Somebody writes, edits, deletes, reads; see docs/sandbox.md. Resolves to the id of the message, where there is one. */
export async function act(
  { phones }: ActaServer,
  { id }: Phone,
  what: Readonly<Record<string, unknown>>,
): Promise<string> {
  const done = await asked<{ readonly wamid?: string }>(phones, `/sandbox/people/${id}/acts`, what);
  return done.wamid ?? '';
}

/** What a phone shows of its chat with the business. */
export async function chatOf({ phones }: ActaServer, { id }: Phone): Promise<string> {
  return JSON.stringify(await asked(phones, `/sandbox/people/${id}`));
}

async function asked<T = unknown>(address: string, path: string, body?: unknown): Promise<T> {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(address + path, body === undefined ? {} : init);
  const said = await response.text();
  assert.ok(response.ok, `${path}: ${said}`);
  return JSON.parse(said === '' ? '{}' : said) as T;
}

/** Somebody wrote so many hours ago. */
export async function wroteBefore(
  { address }: ActaServer,
  {
    hours,
    name,
    phone,
    text,
  }: { readonly name: string; readonly phone: string; readonly text: string; readonly hours: number },
): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000) - hours * 3600);
  const message = { from: phone, id: `wamid.${randomUUID()}`, timestamp, type: 'text', text: { body: text } };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: NUMBER },
    contacts: [{ profile: { name }, wa_id: phone }],
    messages: [message],
  };
  const entry = [{ id: ACCOUNT, changes: [{ field: 'messages', value }] }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
  const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  const response = await fetch(`${address}/webhooks/whatsapp`, { method: 'POST', body, headers });
  assert.equal(response.status, 200);
}

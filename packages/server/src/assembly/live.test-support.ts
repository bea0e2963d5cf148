// Deliveries of the platform for tests: bodies signed as it signs them, and what a vault shows after them.

import { createHash, createHmac } from 'node:crypto';
import type { ReadVault, WriteVault } from '../cli/vault.ts';
import { entriesOf, listChats } from '../views/conversation.ts';
import { marksOf } from '../views/entry-marks.ts';
import { listPeople } from '../views/people.ts';

export const ACCOUNT = '102290129340398';
export const NUMBER = { phone_number_id: '106540352242922', display_phone_number: '15550783881' };

/** One element of `messages`, `statuses` or `contacts`, as the platform writes it. */
export type Said = Readonly<Record<string, unknown>>;

/** What one request may hold. */
export interface Told {
  readonly messages?: readonly Said[];
  readonly statuses?: readonly Said[];
  readonly contacts?: readonly Said[];
}

/** A request's body. */
export function webhookBody(told: Told): Buffer {
  const value = { messaging_product: 'whatsapp', metadata: NUMBER, ...told };
  const entry = [{ id: ACCOUNT, changes: [{ value, field: 'messages' }] }];
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

/** Hands a body over as one whose signature was found right. */
export function deliver(vault: WriteVault, body: Buffer, receivedAt: Date = new Date()): Promise<void> {
  const signature = createHmac('sha256', 'secret').update(body).digest('hex');
  return vault.receive({ body, signature, secret: 0, receivedAt });
}

/** Everything that stands in conversations, without the numbers under which it stands. */
export async function shownIn({ views }: ReadVault): Promise<unknown> {
  const names = new Map(
    (await listPeople(views)).map(({ id, names: all, phones }) => [id, [...phones, ...all].sort()]),
  );
  const chats: unknown[] = [];
  for (const { id, title } of await listChats(views)) {
    const entries: unknown[] = [];
    for await (const batch of entriesOf(views, { chat: id })) {
      const marks = await marksOf(
        views,
        batch.map(({ seq }) => seq),
      );
      for (const { record, seq, versions } of batch) {
        const { flags = [], reactions = [], state } = marks.get(seq) ?? {};
        entries.push({
          wamid: record.wamid,
          at: record.at,
          kind: record.kind,
          text: record.text,
          from: names.get(record.from ?? 0),
          versions: versions.map((version) => [version.record.at, version.record.kind, version.record.text]),
          state,
          reactions: reactions.map(({ at, emoji, person }) => [at, emoji, names.get(person)]).sort(),
          flags,
        });
      }
    }
    entries.sort((a, b) => (digestOf(a) < digestOf(b) ? -1 : 1));
    chats.push({ title, entries });
  }
  return { chats: chats.sort((a, b) => (digestOf(a) < digestOf(b) ? -1 : 1)), people: [...names.values()].sort() };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

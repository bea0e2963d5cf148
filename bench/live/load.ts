// The platform's part: signed deliveries over so many connections, each answered before the next, from a process of its own. Prints one
// line of JSON when it began to measure and one with what it measured. Arguments: port, seconds, updates a delivery.

import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { percentile } from '../statistics.ts';
import { APP_SECRET, CONNECTIONS, type LoadFigures, PEOPLE } from './figures.ts';
import { untilRecorded } from './recorded.ts';

const [port = 0, seconds = 10, updates = 1] = process.argv.slice(2).map(Number);
const INTRODUCED_AT_ONCE = 500;
const run = Date.now().toString(36);
let count = 0;

const HEAD = `{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"}`;
const END = '},"field":"messages"}]}]}';

/** A delivery: half of many updates are statuses. Written as text: what the generator takes is taken from the server's processors. */
function bodyOf(size: number, isIntroducing = false): string {
  const statusCount = isIntroducing ? 0 : size >> 1;
  const [contacts, messages, statuses]: [string[], string[], string[]] = [[], [], []];
  const timestamp = Math.floor(Date.now() / 1000);
  for (let at = 0; at < size; at++) {
    count++;
    const person = isIntroducing ? count % PEOPLE : (count * 7919) % PEOPLE;
    const phone = `52155${10_000_000 + person}`;
    const id = `wamid.HBgN${run}${count}`;
    if (at < statusCount) {
      statuses.push(`{"id":"${id}","status":"delivered","timestamp":"${timestamp}","recipient_id":"${phone}"}`);
      continue;
    }
    contacts.push(`{"profile":{"name":"Cliente ${person}"},"wa_id":"${phone}"}`);
    const text = `Hola, mi pedido ${count} no llega, ¿me pueden ayudar por favor? Gracias`;
    messages.push(
      `{"from":"${phone}","id":"${id}","timestamp":"${timestamp}","text":{"body":"${text}"},"type":"text"}`,
    );
  }
  const lists = `,"contacts":[${contacts.join()}],"messages":[${messages.join()}]`;
  return `${HEAD}${lists}${statuses.length === 0 ? '' : `,"statuses":[${statuses.join()}]`}${END}`;
}

function requestOf(body: string): string {
  const signature = createHmac('sha256', APP_SECRET).update(body).digest('hex');
  const head = [
    'POST /webhooks/whatsapp HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json',
    `x-hub-signature-256: sha256=${signature}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

const LENGTH = /content-length: (\d+)/i;

/** One connection: sends what `next` gives, one after another, until it gives nothing. */
function client(next: () => string | undefined, answered: (ms: number, isGood: boolean) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1');
    let [text, sentAt] = ['', 0];
    const send = (): void => {
      const request = next();
      if (request === undefined) {
        socket.end(resolve);
        return;
      }
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('connect', send).on('error', reject);
    socket.on('data', (some: string) => {
      text += some;
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const end = head + 4 + Number(LENGTH.exec(text)?.[1] ?? 0);
      if (text.length < end) return;
      answered(performance.now() - sentAt, text.startsWith('HTTP/1.1 200'));
      text = text.slice(end);
      send();
    });
  });
}

/** Everybody has written once: what is measured is a business's day, not its first. */
async function introduce(): Promise<void> {
  let left = PEOPLE / INTRODUCED_AT_ONCE;
  await client(
    () => (left-- > 0 ? requestOf(bodyOf(INTRODUCED_AT_ONCE, true)) : undefined),
    (_ms, isGood) => {
      if (!isGood) throw new Error('a delivery was not answered with 200');
    },
  );
}

await introduce();
await untilRecorded(port);
process.stdout.write(`${JSON.stringify({ began: true })}\n`);
const tookMs: number[] = [];
let refused = 0;
const [began, ownBefore] = [performance.now(), process.cpuUsage()];
const isTime = (): boolean => performance.now() - began < seconds * 1000;
const next = (): string | undefined => (isTime() ? requestOf(bodyOf(updates)) : undefined);
const clients = Array.from({ length: updates > 1 ? 2 : CONNECTIONS }, () =>
  client(next, (ms, isGood) => {
    tookMs.push(ms);
    if (!isGood) refused++;
  }),
);
await Promise.all(clients);
const own = process.cpuUsage(ownBefore);
const figures: LoadFigures = {
  posts: tookMs.length,
  updates: tookMs.length * updates,
  ms: performance.now() - began,
  p50Ms: percentile(tookMs, 0.5),
  p99Ms: percentile(tookMs, 0.99),
  maxMs: tookMs.reduce((most, ms) => Math.max(most, ms), 0),
  refused,
  generatorMs: (own.user + own.system) / 1000,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);

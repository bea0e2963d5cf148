// A sandbox and a business for tests: the business is a real HTTP server that checks the signature, keeps what it hears and answers
// what the test wants.
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxClock } from './clock.ts';
import { plainHabits } from './habits.ts';
import { type JsonObject, listOf, objectOf } from './json.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

export interface Heard {
  readonly body: string;
  readonly isSigned: boolean;
}

/** The business's side. */
export interface Listener {
  readonly url: string;
  readonly heard: Heard[];
  /** What it answers; 200 if nothing is said. */
  answer: number;
  close(): Promise<void>;
}

const secret = 'sandbox-secret';
const startMs = Date.UTC(2026, 10, 22, 12);

export async function startListener(): Promise<Listener> {
  const listener = { heard: [] as Heard[], answer: 200 };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const challenge = url.searchParams.get('hub.challenge');
      if (challenge !== null) {
        const isRight = url.searchParams.get('hub.verify_token') === 'sandbox-verify';
        response.writeHead(isRight ? 200 : 403).end(isRight ? challenge : '');
        return;
      }
      const body = Buffer.concat(chunks);
      const mac = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      listener.heard.push({ body: body.toString(), isSigned: request.headers['x-hub-signature-256'] === mac });
      response.writeHead(listener.answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return Object.assign(listener, { url: `http://127.0.0.1:${port}/webhooks/whatsapp`, close });
}

export interface Pair {
  readonly sandbox: Sandbox;
  readonly listener: Listener;
  /** Calls a Graph endpoint with the right token. */
  graph(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly answer: JsonObject }>;
  /** Sends a message from the first number. */
  send(message: JsonObject): Promise<{ readonly status: number; readonly answer: JsonObject }>;
}

/** Runs a test with a sandbox whose clock stands and whose habits are plain, and takes both away at the end. */
export async function withSandbox(
  use: (pair: Pair) => Promise<void>,
  options: SandboxOptions & { readonly isReal?: boolean } = {},
): Promise<void> {
  const listener = await startListener();
  const clock = options.isReal === true ? new SandboxClock() : new SandboxClock({ startMs, stands: true });
  const sandbox = await startSandbox({
    port: 0,
    seed: 7,
    clock,
    habits: plainHabits,
    webhookUrl: listener.url,
    shakesHands: false,
    ...options,
  });
  const graph: Pair['graph'] = async (method, path, body) => {
    const response = await fetch(`${sandbox.graphUrl}/v25.0/${path}`, {
      method,
      headers: { authorization: 'Bearer sandbox-token', 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, answer: objectOf(await response.json()) ?? {} };
  };
  const send: Pair['send'] = (message) =>
    graph('POST', `${sandbox.world.number().id}/messages`, { messaging_product: 'whatsapp', ...message });
  try {
    await use({ sandbox, listener, graph, send });
  } finally {
    await sandbox.stop();
    await listener.close();
  }
}

/** @returns the code of an answer's error */
export function codeOf(answer: JsonObject): unknown {
  return objectOf(answer['error'])?.['code'];
}

/** @returns the wamid that an answer gives */
export function wamidOf(answer: JsonObject): string {
  return String(objectOf(listOf(answer['messages'])[0])?.['id']);
}

/** @returns every value of every change that was heard, in order */
export function valuesIn(heard: readonly Heard[]): readonly JsonObject[] {
  return heard.flatMap(({ body }) =>
    listOf(objectOf(JSON.parse(body))?.['entry']).flatMap((entry) =>
      listOf(objectOf(entry)?.['changes']).map((change) => objectOf(objectOf(change)?.['value']) ?? {}),
    ),
  );
}

/** @returns the members of a list of every value, in order */
export function allOf(heard: readonly Heard[], list: 'messages' | 'statuses' | 'contacts'): readonly JsonObject[] {
  return valuesIn(heard).flatMap((value) => listOf(value[list]).map((item) => objectOf(item) ?? {}));
}

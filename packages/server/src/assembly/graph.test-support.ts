// A small stand-in for the platform's Graph API: a real server of a test's own, whose answers a test chooses and whose calls it reads.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface GraphCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

/** Answers one call; `undefined` leaves it to the ordinary answer. */
export type GraphHabit = (call: GraphCall, answer: ServerResponse) => unknown;

export interface TestGraph {
  readonly url: string;
  readonly calls: GraphCall[];
  /** What the messages said that were taken, as JSON. */
  readonly sent: Record<string, unknown>[];
  /** The next calls are answered so, one after the other; then as usual. */
  readonly next: GraphHabit[];
  /** Media objects by id. */
  readonly media: Map<string, Buffer>;
}

export const TOKEN = 'test-token';

/** Begins to listen; ends with the test. */
export async function testGraph(t: TestContext): Promise<TestGraph> {
  const graph = {
    calls: [] as GraphCall[],
    sent: [] as Record<string, unknown>[],
    next: [] as GraphHabit[],
    media: new Map<string, Buffer>(),
  };
  const server = createServer((request, answer) => void take(graph, request, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { ...graph, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function take(
  graph: Pick<TestGraph, 'calls' | 'media' | 'next' | 'sent'>,
  request: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { headers, method = '', url: path = '' } = request;
  const call = { method, path, authorization: headers.authorization, body: Buffer.concat(parts) };
  graph.calls.push(call);
  const habit = graph.next.shift();
  if (habit !== undefined) habit(call, answer);
  else if (method === 'GET') handOut(graph, call, headers.host ?? '', answer);
  else accept(graph, call, answer);
}

function handOut({ media }: Pick<TestGraph, 'media'>, call: GraphCall, host: string, answer: ServerResponse): void {
  const id = call.path.split('/').at(-1)?.split('?')[0] ?? '';
  const bytes = media.get(id);
  if (bytes === undefined || call.authorization !== `Bearer ${TOKEN}`) graphError(100, 404)(call, answer);
  else if (call.path.startsWith('/files/')) answer.writeHead(200).end(bytes);
  else json(answer, 200, { id, url: `http://${host}/files/${id}`, file_size: bytes.length });
}

function accept({ sent }: Pick<TestGraph, 'sent'>, { body, path }: GraphCall, answer: ServerResponse): void {
  if (path.endsWith('/media')) {
    json(answer, 200, { id: 'uploaded-1' });
    return;
  }
  const said = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  sent.push(said);
  if (said['status'] === 'read') json(answer, 200, { success: true });
  else {
    const to = String(said['to'] ?? said['recipient']);
    const contacts = [{ input: to, wa_id: to }];
    json(answer, 200, { messaging_product: 'whatsapp', contacts, messages: [{ id: `wamid.out.${sent.length}` }] });
  }
}

export function json(answer: ServerResponse, status: number, said: unknown): void {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}

/** An error as the platform gives it. */
export function graphError(code: number, status = 400): GraphHabit {
  return (_call, answer) => json(answer, status, { error: { message: 'no', code, type: 'OAuthException' } });
}

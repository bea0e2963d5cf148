// Every operation of the description, asked with what its schemas allow and with what they do not: nothing is answered with 5xx, every
// answer has a status that is described, a media type of that status, and the shape that stands there. The description itself is the
// list of operations, so that a new one is asked too.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { API_SCOPES } from '../access/scopes.ts';
import { type TestApi, testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';
import { androidText } from './vault.test-support.ts';

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Json;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

const RUNS = process.env['ACTA_TEST_FORM'] === 'long' ? 500 : 16;

/** What is held, so that ids of all kinds are met. */
async function filled(api: TestApi): Promise<void> {
  const at = String(Math.floor(Date.now() / 1000) - 60);
  const from = '5215512345678';
  const messages = [
    { from, id: 'wamid.1', timestamp: at, type: 'text', text: { body: 'buenos días' } },
    { from, id: 'wamid.2', timestamp: at, type: 'image', image: { id: '1', mime_type: 'image/jpeg', caption: 'foto' } },
    { from, id: 'wamid.3', timestamp: at, type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } },
  ];
  const statuses = [{ id: 'wamid.9', status: 'read', timestamp: at, recipient_id: from }];
  await deliver(api.vault, webhookBody({ messages, statuses }));
  await deliver(
    api.vault,
    Buffer.from(
      '{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"flows","value":{"event":"x"}}]}]}',
    ),
  );
  await api.vault.settle();
}

/** What a schema allows; sometimes what it does not. */
function askedBy(schema: Json, depth = 0): fc.Arbitrary<unknown> {
  const right = allowedBy(schema, depth);
  return fc.oneof(
    { weight: 12, arbitrary: right },
    {
      weight: 1,
      arbitrary:
        depth === 0
          ? fc.jsonValue()
          : fc.anything({
              withNullPrototype: false,
              maxDepth: 1,
              values: [fc.string(), fc.double(), fc.constant(null)],
            }),
    },
  );
}

function allowedBy(schema: Json, depth: number): fc.Arbitrary<unknown> {
  const { anyOf, const: only, enum: among, items, properties, type } = schema;
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((one: Json) => askedBy(one, depth + 1)));
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(among)) return fc.constantFrom(...among);
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer({ min: 0, max: 60 }), fc.maxSafeInteger());
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(askedBy(items as Json, depth + 1), { maxLength: 3 });
  if (type !== 'object') return textOf(schema);
  const members = Object.entries((properties ?? {}) as Readonly<Record<string, Json>>);
  const needed = Array.isArray(schema['required']) ? schema['required'] : [];
  const values = Object.fromEntries(members.map(([name, member]) => [name, askedBy(member, depth + 1)]));
  return fc.record(values, { requiredKeys: needed.filter((name) => Object.hasOwn(values, String(name))) });
}

function textOf({ pattern }: Json): fc.Arbitrary<string> {
  const some = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      'hola',
      '4111 1111 1111 1111',
      'https://127.0.0.1/',
      'http://example.com/x',
      '16505551234',
      'MS4y',
      'MS4yLjMuNA',
    ),
  );
  return typeof pattern === 'string' ? fc.oneof(fc.stringMatching(new RegExp(pattern)), some) : some;
}

/** A request as it is sent. */
interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

function requestOf(operation: Operation): fc.Arbitrary<Asked> {
  const { parameters = [], path, requestBody } = operation;
  if (requestBody?.content['*/*'] !== undefined) return bytesOf(path);
  const body = requestBody?.content['application/json']?.schema;
  const said = fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, askedBy(schema)])), {
    requiredKeys: parameters.filter((one) => one.required === true).map(({ name }) => name),
  });
  const raw =
    body === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 8, arbitrary: askedBy(body).map((value) => JSON.stringify(value) ?? '') },
          // What no JSON.stringify writes and every JSON.parse reads.
          { weight: 1, arbitrary: askedBy(body).map((value) => (JSON.stringify(value) ?? '').replace(ZERO, '-0')) },
          { weight: 1, arbitrary: fc.string() },
        );
  return fc.tuple(said, raw).map(([values, text]) => asked(parameters, path, values, text));
}

/** Bytes, of a type that is taken and of others. */
function bytesOf(path: string): fc.Arbitrary<Asked> {
  const types = [
    'text/plain',
    'application/pdf',
    'image/png',
    'image/webp',
    'audio/ogg; codecs=opus',
    'text/html',
    'x',
    '',
  ];
  const bytes = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 300 }),
  );
  return fc
    .tuple(bytes, fc.constantFrom(...types))
    .map(([body, type]) => ({ path, headers: { 'content-type': type }, body: new Uint8Array(body) }));
}

function asked(parameters: readonly Parameter[], path: string, values: Json, body: string | undefined): Asked {
  const query = new URLSearchParams();
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  let filledPath = path;
  for (const { in: where, name } of parameters) {
    if (!Object.hasOwn(values, name)) continue;
    const text = written(values[name]);
    if (where === 'path') filledPath = filledPath.replace(`{${name}}`, encodeURIComponent(text) || 'x');
    else if (where === 'query') query.append(name, text);
    else headers[name] = text.replace(NOT_IN_HEADERS, '');
  }
  const shown = query.size === 0 ? filledPath : `${filledPath}?${query}`;
  return { path: shown, headers, ...(body === undefined ? {} : { body: body.toWellFormed() }) };
}

/** A number of a JSON text that is zero. */
const ZERO = /(?<=[:[,])0(?=[,}\]])/g;
const NOT_IN_HEADERS = /[^\x20-\x7e]/g;

function written(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed();
}

/** Checks an answer against the description. */
async function expectDescribed(description: Description, operation: Operation, response: Response): Promise<void> {
  const { status } = response;
  const text = await response.text();
  const where = `${operation.operationId}: ${status}`;
  assert.ok(status < 500, `${where} ${text}`);
  const answer = operation.responses[String(status)];
  assert.ok(answer !== undefined, `${where} is not described: ${text}`);
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const { content } = answer;
  if (content === undefined) {
    assert.equal(text, '', `${where} is described without a body`);
    return;
  }
  const schema = (content[type] ?? content['*/*'])?.schema;
  assert.ok(schema !== undefined, `${where} as ${type} is not described`);
  if (!ONE_VALUE.test(type)) return;
  const value: unknown = JSON.parse(text);
  assert.ok(Check(named(description), resolved(schema) as TSchema, value), `${where} has not its shape: ${text}`);
}

/** Types of which a body is one value of JSON; lines of JSON are many. */
const ONE_VALUE = /^application\/(?:[^/]+\+)?json$/;

/** The shapes under the names by which they are referred to. */
function named({ components }: Description): Record<string, TSchema> {
  return Object.fromEntries(
    Object.entries(components.schemas).map(([name, schema]) => [name, resolved(schema) as TSchema]),
  );
}

/** The same schema, with references by name alone. */
function resolved(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(resolved);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === '$ref' && typeof value === 'string' ? value.slice(value.lastIndexOf('/') + 1) : resolved(value),
    ]),
  );
}

test('every operation answers what its description says, whatever it is asked', async (t) => {
  const api = await testApi(t, {
    works: true,
    before: (vault) =>
      vault.importText(
        'WhatsApp Chat with Ana.txt',
        androidText([
          ['26/12/2019', 'Ana', 'hola'],
          ['26/12/2019', 'Luis', 'sí'],
        ]),
      ),
  });
  await filled(api);
  const description = (await (await fetch(`${api.address}/api/openapi.json`)).json()) as Description;
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Operation => ({ ...operation, path, method: method.toUpperCase() }),
    ),
  );
  assert.ok(operations.length >= 20);
  const key = await api.key(...API_SCOPES);
  const reader = await api.key('search');
  let isRight = 0;
  for (const operation of operations) {
    const { method } = operation;
    const property = fc.asyncProperty(requestOf(operation), fc.nat(9), async ({ body, headers, path }, which) => {
      // A wait is cut short, so that the fuzz ends; a stream ends when it is let go.
      const url = api.address + path.replace(WAITING, 'wait=0');
      const secret = which === 0 ? reader : which === 1 ? 'acta_x' : key;
      const more = {
        authorization: `Bearer ${secret}`,
        'idempotency-key': randomUUID(),
        ...headers,
        accept: 'application/json',
      };
      const response = await fetch(url, {
        method,
        headers: more,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      });
      if (response.ok) isRight++;
      await expectDescribed(description, operation, response);
    });
    await fc.assert(property, {
      numRuns: RUNS,
      ...(process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }),
    });
  }
  assert.ok(isRight > operations.length, 'what is allowed is asked too');
  assert.equal((await api.vault.verify(false, () => undefined)).verdict, 'intact');
});

const WAITING = /wait=\d+/;

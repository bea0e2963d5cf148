import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatsError } from '../../formats-error.ts';
import type { WebhookPiece } from '../fact/webhook-piece.ts';
import { bodySamples, cloudVector } from './body-samples.test-support.ts';
import { readWebhook } from './read-webhook.ts';

const utf8 = new TextDecoder();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const all = [...bodySamples('samples'), ...bodySamples('payloads')];

/** The stretches between pieces, and the pieces' own. */
function taken(
  body: Uint8Array,
  pieces: readonly WebhookPiece[],
): { readonly rest: string; readonly joined: Uint8Array } {
  let at = 0;
  let rest = '';
  const parts: Uint8Array[] = [];
  for (const { start, end } of pieces) {
    assert.ok(start >= at && end > start && end <= body.length, 'pieces are in order and do not overlap');
    rest += `${utf8.decode(body.subarray(at, start))}□`;
    parts.push(body.subarray(at, start), body.subarray(start, end));
    at = end;
  }
  parts.push(body.subarray(at));
  return { rest: rest + utf8.decode(body.subarray(at)), joined: Buffer.concat(parts) };
}

/** Reads a body that may be anything. @returns nothing where it was refused with an error of ours */
function readOrRefuse(body: Uint8Array): readonly WebhookPiece[] | undefined {
  try {
    return readWebhook(body).pieces;
  } catch (error) {
    assert.ok(error instanceof FormatsError, String(error));
    assert.match(error.code, /^webhook-/);
    return undefined;
  }
}

for (const origin of ['samples', 'payloads'] as const) {
  const expected = cloudVector(`${origin}.json`) as Record<string, unknown>;
  test(`each body of ${origin} has its expected pieces, and none is left over`, () => {
    assert.deepEqual(
      bodySamples(origin).map(({ name }) => name),
      Object.keys(expected),
    );
  });
  for (const { name, body } of bodySamples(origin))
    test(`${origin} ${name} reads as expected`, () => {
      assert.deepEqual(readWebhook(body).pieces, expected[name]);
    });
}

test('a body without its pieces says nothing about a person, and with them is the same bytes', () => {
  const envelope =
    /^(?:object|whatsapp_business_account|entry|id|time|changes|field|value|messaging_product|whatsapp|metadata|display_phone_number|phone_number_id|contacts|messages|statuses|errors|message_echoes|history|threads|state_sync|user_preferences|user_id_update|groups|calls|null|[a-z_]+_update|account_alerts|security|flows|automatic_events|smb_\w+|standby|partner_solutions|messages_v2|mess\\u0061ges)$/;
  for (const { name, body } of all) {
    const pieces = readWebhook(body).pieces;
    const { rest, joined } = taken(body, pieces);
    assert.deepEqual(joined, Buffer.from(body), name);
    const channels = new Set(
      pieces.flatMap(({ fact: { channel } }) => [channel.account, channel.number, channel.display]),
    );
    const words = Array.from(rest.matchAll(/"((?:[^"\\]|\\.)*)"|[\w.+-]+/g), ([whole, quoted]) => quoted ?? whole);
    const told = words
      .filter(Boolean)
      .filter((word) => !envelope.test(word) && !channels.has(word) && !/^17\d{8}$|^16\d{8}$/.test(word));
    // Whose id is said twice keeps the first between the pieces, and where there is no piece nothing tells the channel.
    const spare = name === 'duplicate-keys.json' ? ['1', '1'] : [];
    assert.deepEqual(pieces.length === 0 ? [] : told, spare, name);
  }
});

test('no stretch of a person is outside of a piece when their words are everywhere that words can be', () => {
  const secret = 'Secret-16505551234';
  const place = fc.oneof(
    fc.constant(secret),
    fc.record({ a: fc.constant(secret) }),
    fc.tuple(fc.constant(secret)),
    fc.dictionary(fc.constant(secret), fc.constant(1), { minKeys: 1 }),
  );
  const member = (known: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> =>
    fc.record({ ...known, odd: place, [secret]: place }, { requiredKeys: [] });
  const element = member({ id: place, from: place, type: place });
  const list = fc.oneof(fc.array(fc.oneof(element, place), { maxLength: 3 }), fc.record({ a: place }));
  const thread = member({ id: place, context: place, messages: list });
  const value = member({
    contacts: list,
    messages: list,
    statuses: list,
    errors: list,
    calls: list,
    history: fc.array(member({ metadata: fc.record({ phase: place }), threads: fc.array(thread, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
    metadata: member({ phone_number_id: fc.constant('1') }),
  });
  const change = member({ field: fc.constantFrom('messages', 'history', 'new'), value: fc.oneof(value, list) });
  const entry = member({ id: fc.constant('1'), changes: fc.array(fc.oneof(change, place), { maxLength: 2 }) });
  const body = fc.record({
    object: fc.constant('whatsapp_business_account'),
    entry: fc.oneof(fc.array(fc.oneof(entry, place), { maxLength: 2 }), place),
    [secret]: place,
  });
  fc.assert(
    fc.property(body, (object) => {
      const bytes = bytesOf(JSON.stringify(object));
      const { rest, joined } = taken(bytes, readWebhook(bytes).pieces);
      assert.doesNotMatch(rest, /Secret|16505551234/);
      assert.deepEqual(joined, Buffer.from(bytes));
    }),
    { numRuns: 300 },
  );
});

test('a body that something happened to is read or refused, joins to its bytes, and throws nothing else', () => {
  const cut = fc.record({
    sample: fc.integer({ min: 0, max: all.length - 1 }),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    remove: fc.nat({ max: 20 }),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom('{', '}', '[', ']', ',', '"', '\\', 'null', '1e9', '{"a":', '[[[[', '\\u12', '\ud800')
        .map(bytesOf),
    ),
  });
  fc.assert(
    fc.property(cut, ({ sample, at, remove, insert }) => {
      const body = all[sample]?.body ?? new Uint8Array();
      const from = Math.floor(at * body.length);
      const mutated = Buffer.concat([body.subarray(0, from), insert, body.subarray(from + remove)]);
      const pieces = readOrRefuse(mutated);
      if (pieces) assert.deepEqual(taken(mutated, pieces).joined, mutated);
    }),
    { numRuns: 1000 },
  );
});

test('any JSON where a value belongs is read without a throw, in pieces that join to its bytes', () => {
  const anything = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
  const keys = [
    'contacts',
    'messages',
    'statuses',
    'history',
    'metadata',
    'user_id_update',
    'groups',
    'calls',
    'errors',
  ];
  const value = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), fc.oneof(anything, fc.array(anything)));
  fc.assert(
    fc.property(fc.oneof(value, anything), fc.constantFrom('messages', 'history', 'calls', 'x'), (json, field) => {
      const body = bytesOf(
        JSON.stringify({ object: 'whatsapp_business_account', entry: [{ changes: [{ value: json, field }] }] }),
      );
      assert.deepEqual(taken(body, readWebhook(body).pieces).joined, Buffer.from(body));
    }),
    { numRuns: 500 },
  );
});

interface Delivery {
  readonly entry: readonly {
    readonly id: string;
    readonly changes: readonly { readonly field: string; readonly value: Record<string, unknown> }[];
  }[];
}

test('a fact is the same in whichever delivery, order and batch its piece arrives', () => {
  const named = bodySamples('payloads').flatMap(({ body }) => {
    const { entry = [] } = JSON.parse(utf8.decode(body)) as Partial<Delivery>;
    const value = entry.length === 1 ? entry[0]?.changes[0]?.value : undefined;
    const messages = value?.['messages'];
    const { display_phone_number: display } = (value?.['metadata'] ?? {}) as Record<string, unknown>;
    const isNamed = Array.isArray(messages) && messages.length === 1 && messages[0]?.from;
    const isUsual = display === '15550783881' && entry[0]?.changes[0]?.field === 'messages';
    return isNamed && isUsual && value && entry[0] ? [{ id: entry[0].id, value }] : [];
  });
  assert.ok(named.length > 50);
  const factsOf = (values: readonly { readonly id: string; readonly value: unknown }[]): readonly string[] => {
    const entry = values.map(({ id, value }) => ({ id, changes: [{ field: 'messages', value }] }));
    const body = bytesOf(JSON.stringify({ object: 'whatsapp_business_account', entry }));
    return readWebhook(body).pieces.map(({ fact }) => JSON.stringify(fact));
  };
  const alone = named.map((one) => factsOf([one]));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        named.map((_, index) => index),
        { minLength: 1 },
      ),
      (chosen) => {
        const values = chosen.flatMap((index) => named[index] ?? []);
        const expected = chosen.flatMap((index) => alone[index] ?? []);
        assert.deepEqual(factsOf(values), expected);
        const lists = (key: string): readonly unknown[] => values.flatMap(({ value }) => value[key] ?? []);
        const [first] = values;
        const oneValue = { ...first?.value, contacts: lists('contacts'), messages: lists('messages') };
        assert.deepEqual(factsOf([{ id: first?.id ?? '', value: oneValue }]).toSorted(), expected.toSorted());
      },
    ),
    { numRuns: 50 },
  );
});

test('names that every object answers to are no types and no content', () => {
  for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const message = `{"id":"wamid.1","from":"1","timestamp":"1749416383","type":"${type}","__proto__":{"body":"x","mime_type":"y","id":"z"}}`;
    const body = bytesOf(
      `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[${message}]}}]}]}`,
    );
    const [piece] = readWebhook(body).pieces;
    assert.equal(piece?.fact.fact, 'message');
    assert.equal(piece.fact.type, type);
  }
});

interface BadBody {
  readonly base64: string;
  readonly code: string;
  readonly offset?: number;
}

for (const [name, { base64, code, offset }] of Object.entries(
  cloudVector('bad-bodies.json') as Record<string, BadBody>,
))
  test(`a body that is ${name} is refused as ${code}`, () => {
    assert.throws(
      () => readWebhook(Buffer.from(base64, 'base64')),
      (error) => error instanceof FormatsError && error.code === code && error.place.offset === offset,
    );
  });

test('depth costs nothing: a megabyte of brackets is refused where it grows too deep', () => {
  for (const open of ['[', '{"a":']) {
    const body = bytesOf(`{"object":"whatsapp_business_account","entry":${open.repeat(200_000)}`);
    assert.throws(
      () => readWebhook(body),
      (error) => error instanceof FormatsError && error.code === 'webhook-too-deep',
    );
  }
});

test('a body of more parts than a delivery has is refused, wherever they stand', () => {
  const many = (part: string): string => Array.from({ length: 60_000 }, () => part).join(',');
  for (const value of [
    `{"messages":[${many('0')}]}`,
    `{${many('"a":1')}}`,
    `{"history":[{"threads":[{${many('"id":1')}}]}]}`,
  ]) {
    const body = bytesOf(`{"object":"whatsapp_business_account","entry":[{"changes":[{"value":${value}}]}]}`);
    assert.throws(
      () => readWebhook(body),
      (error) => error instanceof FormatsError && error.code === 'webhook-too-many',
    );
  }
});

test('a byte order mark is white space', () => {
  const body = bytesOf(`\uFEFF{"object":"whatsapp_business_account","entry":[{"id":"é","changes":[]}],"x":1}`);
  assert.deepEqual(
    readWebhook(body).pieces.map(({ start, end }) => utf8.decode(body.subarray(start, end))),
    ['"x":1'],
  );
});

// The business's own words for working at conversations: labels, canned replies, and how the inbox behaves. The owner defines them;
// each change is a record, and what is taken out of use stays on record.

import { Type } from '@fastify/type-provider-typebox';
import type { CannedReplyRecord, InboxSettingsRecord, LabelRecord } from '../../records/work.ts';
import { definedOf } from '../../views/notes.ts';
import { PRICED } from '../../views/prices.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
const closed = { additionalProperties: false } as const;
const MOST_LABELS = 60;
const MOST_REPLIES = 500;

const LABEL = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
    colour: Type.Integer({ minimum: 1, maximum: 6 }),
  },
  closed,
);
const REPLY = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    text: Type.String({
      minLength: 1,
      maxLength: 4_000,
      pattern: '\\S',
      description: '`{name}` stands for the customer’s name, `{agent}` for that of whoever sends it.',
    }),
  },
  closed,
);
const PRICE = Type.Object(
  {
    category: Type.Enum([...PRICED]),
    prefix: Type.String({
      pattern: '^[0-9]{0,8}$',
      description: 'Digits with which numbers begin; empty: all others.',
    }),
    amount: Type.String({ pattern: '^[0-9]{1,9}(\\.[0-9]{1,6})?$' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217.' }),
  },
  closed,
);
const SETTINGS = Type.Object(
  { readReceipts: Type.Optional(Type.Boolean()), prices: Type.Optional(Type.Array(PRICE, { maxItems: 1_000 })) },
  { ...closed, minProperties: 1, description: 'What is not named stays.' },
);

/** Adds the routes. */
export function inboxWordRoutes(app: ApiApp, parts: ApiParts): void {
  labels(app, parts);
  replies(app, parts);
  settings(app, parts);
}

function labels(app: ApiApp, parts: ApiParts): void {
  const kind = 'label';
  app.get(
    '/labels',
    operation(
      {
        id: 'listLabels',
        summary: 'Labels of conversations',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('All.', shape('Labels')) },
      },
      {},
    ),
    async () => ({ items: (await definedOf(parts.views, kind)).map(labelView) }),
  );
  changeLabels(app, parts);
}

function changeLabels(app: ApiApp, parts: ApiParts): void {
  const kind = 'label';
  app.post(
    '/labels',
    operation(
      {
        id: 'addLabel',
        summary: 'Define a label',
        tag: 'inbox',
        scope: 'settings',
        answers: { 201: json('The label.', shape('Label')) },
        problems: ['limit-reached'],
      },
      { body: LABEL },
    ),
    async (request, reply) => {
      if ((await definedOf(parts.views, kind)).length >= MOST_LABELS)
        throw new ProblemError('limit-reached', { limit: MOST_LABELS });
      const record: LabelRecord = { ...done(parts, request), kind, ...well(request.body) };
      const id = await put(parts, record);
      return reply.code(201).send(labelView({ id, record }));
    },
  );
  app.put(
    '/labels/:id',
    operation(
      {
        id: 'changeLabel',
        summary: 'Change a label’s name or colour',
        tag: 'inbox',
        scope: 'settings',
        answers: { 200: json('As it is now.', shape('Label')) },
        problems: ['not-found'],
      },
      { params: ONE, body: LABEL },
    ),
    async (request) => {
      const { id } = request.params;
      await known(parts, kind, id);
      const record: LabelRecord = { ...done(parts, request), kind, of: id, ...well(request.body) };
      await put(parts, record);
      return labelView({ id, record });
    },
  );
  app.delete(
    '/labels/:id',
    operation(
      {
        id: 'removeLabel',
        summary: 'Take a label out of use, and off every conversation',
        tag: 'inbox',
        scope: 'settings',
        answers: { 200: json('It is used no more.', shape('Done')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const { id } = request.params;
      const { colour, name } = await known(parts, kind, id);
      await put(parts, { ...done(parts, request), kind, colour, name, of: id, removed: true });
      return { done: true };
    },
  );
}

function replies(app: ApiApp, parts: ApiParts): void {
  const kind = 'canned-reply';
  app.get(
    '/canned-replies',
    operation(
      {
        id: 'listCannedReplies',
        summary: 'Replies that are kept to be used again',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('All.', shape('CannedReplies')) },
      },
      {},
    ),
    async () => ({ items: (await definedOf(parts.views, kind)).map(replyView) }),
  );
  changeReplies(app, parts);
}

function changeReplies(app: ApiApp, parts: ApiParts): void {
  const kind = 'canned-reply';
  app.post(
    '/canned-replies',
    operation(
      {
        id: 'addCannedReply',
        summary: 'Keep a reply',
        tag: 'inbox',
        scope: 'settings',
        answers: { 201: json('The reply.', shape('CannedReply')) },
        problems: ['limit-reached'],
      },
      { body: REPLY },
    ),
    async (request, reply) => {
      if ((await definedOf(parts.views, kind)).length >= MOST_REPLIES)
        throw new ProblemError('limit-reached', { limit: MOST_REPLIES });
      const record: CannedReplyRecord = { ...done(parts, request), kind, ...well(request.body) };
      const id = await put(parts, record);
      return reply.code(201).send(replyView({ id, record }));
    },
  );
  app.put(
    '/canned-replies/:id',
    operation(
      {
        id: 'changeCannedReply',
        summary: 'Change a reply',
        tag: 'inbox',
        scope: 'settings',
        answers: { 200: json('As it is now.', shape('CannedReply')) },
        problems: ['not-found'],
      },
      { params: ONE, body: REPLY },
    ),
    async (request) => {
      const { id } = request.params;
      await known(parts, kind, id);
      const record: CannedReplyRecord = { ...done(parts, request), kind, of: id, ...well(request.body) };
      await put(parts, record);
      return replyView({ id, record });
    },
  );
  app.delete(
    '/canned-replies/:id',
    operation(
      {
        id: 'removeCannedReply',
        summary: 'Take a reply out of use',
        tag: 'inbox',
        scope: 'settings',
        answers: { 200: json('It is used no more.', shape('Done')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const { id } = request.params;
      const { name, text } = await known(parts, kind, id);
      await put(parts, { ...done(parts, request), kind, name, of: id, removed: true, text });
      return { done: true };
    },
  );
}

function settings(app: ApiApp, parts: ApiParts): void {
  const kind = 'inbox-settings';
  app.get(
    '/inbox/settings',
    operation(
      {
        id: 'getInboxSettings',
        summary: 'How the inbox behaves',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('The settings.', shape('InboxSettings')) },
      },
      {},
    ),
    () => settingsNow(parts),
  );
  app.put(
    '/inbox/settings',
    operation(
      {
        id: 'changeInboxSettings',
        summary: 'Change how the inbox behaves, for everybody',
        tag: 'inbox',
        scope: 'settings',
        answers: { 200: json('As they are now.', shape('InboxSettings')) },
      },
      { body: SETTINGS },
    ),
    async (request) => {
      const { prices, readReceipts } = { ...(await settingsNow(parts)), ...request.body };
      await put(parts, { ...done(parts, request), kind, ...(prices.length === 0 ? {} : { prices }), readReceipts });
      return { prices, readReceipts };
    },
  );
}

async function settingsNow({ views }: ApiParts) {
  const record = (await definedOf(views, 'inbox-settings')).at(-1)?.record;
  return { readReceipts: record?.readReceipts ?? false, prices: [...(record?.prices ?? [])] };
}

async function known<K extends 'label' | 'canned-reply'>(parts: ApiParts, kind: K, id: number) {
  const found = (await definedOf(parts.views, kind)).find((one) => one.id === id);
  if (found === undefined) throw new ProblemError('not-found');
  return found.record;
}

function done({ now }: ApiParts, request: Parameters<typeof callerOf>[0]) {
  return { actor: callerOf(request).actor, recordedAt: now().toISOString(), v: 1 } as const;
}

function well<T extends object>(said: T): T {
  const texts = Object.entries(said).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.toWellFormed() : value,
  ]);
  return Object.fromEntries(texts) as T;
}

function put({ append }: ApiParts, record: LabelRecord | CannedReplyRecord | InboxSettingsRecord): Promise<number> {
  return append([{ subject: 0, conversation: 0, month: 0, record }]);
}

function labelView({ id, record: { colour, name } }: { readonly id: number; readonly record: LabelRecord }) {
  return { id, name, colour };
}

function replyView({ id, record: { name, text } }: { readonly id: number; readonly record: CannedReplyRecord }) {
  return { id, name, text };
}

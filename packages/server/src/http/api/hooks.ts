// Addresses that are told of events: named, listed, taken back, told again. The secret that signs what is sent there is shown once.

import { randomBytes } from 'node:crypto';
import { Type } from '@fastify/type-provider-typebox';
import { addressFault } from '../../access/hook-address.ts';
import type { HookRecord } from '../../records/platform.ts';
import type { LedgerRecord } from '../../records/record.ts';
import { EVENT_TYPES } from '../../views/event.ts';
import { headOf } from '../../views/events.ts';
import { type HookView, listHooks } from '../../views/hooks.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
const SECRET_BYTES = 32;
const MOST_HOOKS = 100;

const SIGNED = `Each request carries \`acta-signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>" under the secret>\` and a batch \`{hook, events}\` in order; an answer of 2xx takes it. What is not taken is tried for 36 hours.`;

/** Adds the routes. */
export function hookRoutes(app: ApiApp, parts: ApiParts): void {
  const described = { tag: 'events', scope: 'hooks' } as const;
  app.get(
    '/hooks',
    operation(
      { ...described, id: 'listHooks', summary: 'Outbound webhooks', answers: { 200: json('All.', shape('Hooks')) } },
      {},
    ),
    async (request) => {
      const items = (await listHooks(parts.views)).map(hookView);
      await callerOf(request).looked({ count: items.length });
      return { items };
    },
  );
  createHook(app, parts);
  app.delete(
    '/hooks/:id',
    operation(
      {
        ...described,
        id: 'deleteHook',
        summary: 'Take an outbound webhook back',
        answers: { 200: json('It is told nothing any more.', shape('Done')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const { id } = request.params;
      const { actor, looked } = callerOf(request);
      if (!(await listHooks(parts.views)).some((hook) => hook.id === id)) throw new ProblemError('not-found');
      await looked({ seqs: [id], count: 1 });
      await put(parts, { actor, hook: id, kind: 'hook-removed', recordedAt: parts.now().toISOString(), v: 1 });
      return { done: true };
    },
  );
  app.post(
    '/hooks/:id/replay',
    operation(
      {
        ...described,
        id: 'replayHook',
        summary: 'Tell an outbound webhook again',
        description: 'Of every event behind `after`, in order.',
        answers: { 202: json('It will be told.', shape('Done')) },
        problems: ['not-found', 'not-configured'],
      },
      {
        params: ONE,
        querystring: Type.Object(
          { after: Type.Integer({ minimum: -1, maximum: Number.MAX_SAFE_INTEGER }) },
          { additionalProperties: false },
        ),
      },
    ),
    async (request, reply) => {
      if (parts.outgoing === undefined) throw new ProblemError('not-configured');
      const { id } = request.params;
      const after = Math.min(request.query.after, await headOf(parts.views));
      if (!(await parts.outgoing.replayHook(id, after))) throw new ProblemError('not-found');
      await callerOf(request).looked({ seqs: [id], count: 1 });
      return reply.code(202).send({ done: true });
    },
  );
}

function createHook(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/hooks',
    operation(
      {
        id: 'createHook',
        summary: 'Name an address that is told of events',
        description: `${SIGNED} It begins with what happens from now on. With \`content\` (needs the scope \`read:messages\`) messages come with what they say.`,
        tag: 'events',
        scope: 'hooks',
        answers: { 201: json('It is told from now on. The secret is shown this once.', shape('NewHook')) },
        problems: ['address-refused', 'body-too-large', 'media-type-unknown', 'limit-reached'],
      },
      {
        body: Type.Object(
          {
            url: Type.String({ minLength: 1, maxLength: 2000 }),
            name: Type.String({ minLength: 1, maxLength: 200 }),
            events: Type.Optional(
              Type.Array(Type.String({ enum: Object.keys(EVENT_TYPES) }), {
                maxItems: Object.keys(EVENT_TYPES).length,
                description: 'Kinds of events; all where there are none.',
              }),
            ),
            content: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request, reply) => {
      const { content = false, events = [], name, url } = request.body;
      const { actor, looked, scopes } = callerOf(request);
      if (content && !scopes.includes('read:messages'))
        throw new ProblemError('scope-missing', { scope: 'read:messages' });
      const fault = addressFault(url, parts.allowsPrivateHooks);
      if (fault !== undefined) throw new ProblemError('address-refused', { reason: fault });
      if ((await listHooks(parts.views)).length >= MOST_HOOKS)
        throw new ProblemError('limit-reached', { limit: MOST_HOOKS });
      const record: HookRecord = {
        actor,
        ...(content ? { content } : {}),
        events: [...new Set(events)],
        kind: 'hook',
        name: name.toWellFormed(),
        recordedAt: parts.now().toISOString(),
        secret: randomBytes(SECRET_BYTES).toString('base64'),
        url: new URL(url).href,
        v: 1,
      };
      const id = await put(parts, record);
      await looked({ seqs: [id], count: 1 });
      return reply.code(201).send({ ...hookView({ id, record, upTo: id, missed: 0 }), secret: record.secret });
    },
  );
}

function put({ append }: ApiParts, record: LedgerRecord): Promise<number> {
  return append([{ subject: 0, conversation: 0, month: 0, record }]);
}

function hookView({ id, missed, record, upTo }: HookView) {
  const { content = false, events, name, recordedAt, url } = record;
  return { id, name, url, events, content, createdAt: recordedAt, upTo, missed };
}

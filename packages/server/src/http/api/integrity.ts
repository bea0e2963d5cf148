// The state of the ledger itself: how large it is, what signs for it, how it grew, what checks of it came to; checks are begun here and
// followed. And what stands in quarantine, with another try at it.

import { Type } from '@fastify/type-provider-typebox';
import { countErased, listQuarantine } from '../../views/assurance.ts';
import { checksSince, growthOf } from '../../views/growth.ts';
import { ProblemError } from '../problem.ts';
import { retryHeld } from '../retry-quarantine.ts';
import { callerOf } from './caller.ts';
import { LedgerCheck } from './ledger-check.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const DAYS = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 365 }));
const DAY_MS = 86_400_000;
const MOST_POINTS = 400;
const MOST_CHECKS = 500;

/** Adds the routes. */
export function integrityRoutes(app: ApiApp, parts: ApiParts): void {
  const check = new LedgerCheck(parts);
  stateRoutes(app, parts);
  checkRoutes(app, parts, check);
  quarantineRoutes(app, parts);
}

function since({ now }: ApiParts, days = 365): Date {
  return new Date(Math.max(0, now().getTime() - days * DAY_MS));
}

function stateRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/integrity',
    operation(
      {
        id: 'getIntegrity',
        summary: 'How large the ledger is, what signs for it, and what its last check came to',
        tag: 'vault',
        scope: 'read:integrity',
        answers: { 200: json('The state.', shape('Integrity')) },
      },
      {},
    ),
    async () => {
      const { ledger, views } = parts;
      const note = await ledger.log.checkpoint();
      const [, size = '0', root = ''] = (note ?? '').split('\n');
      const [last] = await checksSince(views, { since: new Date(0), limit: 1 });
      return {
        size: await parts.size(),
        erased: await countErased(views),
        origin: ledger.origin,
        vkey: ledger.vkey,
        ...(note === undefined ? {} : { checkpoint: { note, size: Number(size), root } }),
        ...(last === undefined ? {} : { last }),
        storage: await parts.bytes(),
      };
    },
  );
  app.get(
    '/integrity/growth',
    operation(
      {
        id: 'getGrowth',
        summary: 'How the ledger grew',
        tag: 'vault',
        scope: 'read:integrity',
        answers: { 200: json('The sizes, in order.', shape('Growth')) },
      },
      { querystring: Type.Object({ days: DAYS }, closed) },
    ),
    async (request) => ({
      items: await growthOf(parts.views, {
        since: since(parts, request.query.days),
        until: parts.now(),
        most: MOST_POINTS,
      }),
    }),
  );
}

function checkRoutes(app: ApiApp, parts: ApiParts, check: LedgerCheck): void {
  app.get(
    '/integrity/checks',
    operation(
      {
        id: 'listChecks',
        summary: 'Checks of the ledger, newest first',
        tag: 'vault',
        scope: 'read:integrity',
        answers: { 200: json('The checks.', shape('Checks')) },
      },
      { querystring: Type.Object({ days: DAYS }, closed) },
    ),
    async (request) => ({
      items: await checksSince(parts.views, { since: since(parts, request.query.days), limit: MOST_CHECKS }),
    }),
  );
  app.get(
    '/integrity/check',
    operation(
      {
        id: 'getCheck',
        summary: 'How far the check under way is, and what the last one found',
        tag: 'vault',
        scope: 'read:integrity',
        answers: { 200: json('How far it is.', shape('CheckUnderWay')) },
      },
      {},
    ),
    async () => viewOf(check),
  );
  app.post(
    '/integrity/check',
    operation(
      {
        id: 'verifyLedger',
        summary: 'Begins a check of the ledger, unless one is under way',
        description: 'Its verdict is a record of kind `check`.',
        tag: 'vault',
        scope: 'verify',
        answers: { 202: json('How far it is.', shape('CheckUnderWay')) },
      },
      { body: Type.Object({ deep: Type.Boolean() }, closed) },
    ),
    async (request, reply) => {
      const { actor, looked } = callerOf(request);
      await looked({ count: 1 });
      check.begin({ actor, deep: request.body.deep, from: request.ip });
      return reply.code(202).send(viewOf(check));
    },
  );
}

function viewOf({ failed, findings, running }: LedgerCheck) {
  return { ...(running === undefined ? {} : { running }), failed, findings: [...findings] };
}

function quarantineRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/quarantine',
    operation(
      {
        id: 'listQuarantine',
        summary: 'What could not be understood, with the reasons',
        tag: 'vault',
        scope: 'quarantine',
        answers: { 200: json('All of it.', shape('Quarantine')) },
      },
      {},
    ),
    async (request) => {
      const items = await listQuarantine(parts.views);
      await callerOf(request).looked({ count: items.length, seqs: items.map(({ id }) => id) });
      return { items };
    },
  );
  app.post(
    '/quarantine/retry',
    operation(
      {
        id: 'retryQuarantine',
        summary: 'Tries again to understand what stands in quarantine',
        tag: 'vault',
        scope: 'quarantine',
        answers: { 200: json('What came of it.', shape('QuarantineTried')) },
        problems: ['not-found'],
      },
      {
        body: Type.Object(
          { id: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })) },
          closed,
        ),
      },
    ),
    async (request) => {
      const { actor, looked } = callerOf(request);
      const { id } = request.body;
      const rows = (await listQuarantine(parts.views)).filter((row) => id === undefined || row.id === id);
      if (id !== undefined && rows.length === 0) throw new ProblemError('not-found');
      const by = { actor, recordedAt: parts.now().toISOString() };
      let done = 0;
      for (const row of rows) done += await retryHeld(parts.retrying, row, by);
      await looked({ count: rows.length, seqs: rows.map((row) => row.id) });
      await parts.retrying.settle();
      return { tried: rows.length, done, left: (await listQuarantine(parts.views)).length };
    },
  );
}

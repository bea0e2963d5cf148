// Who looked at, changed, exported or erased what: the records that say so, for whoever reads all of them, and to everybody else their
// own. Reading is on record too. Taking them out of the house asks for a fresh second factor.

import { Readable } from 'node:stream';
import { Type } from '@fastify/type-provider-typebox';
import { maySee } from '../../access/may-see.ts';
import { type ActAbout, type ActAsked, actors, actPage, countActs, isActOutcome } from '../../views/acts.ts';
import { ProblemError } from '../problem.ts';
import { actExport } from './audit-export.ts';
import { actorNames, actsShown } from './audit-names.ts';
import { type Caller, callerOf } from './caller.ts';
import { cursorNumbers, cursorText } from './cursor.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const DAY = '^(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?Z)?$';
const NAMES = Type.String({
  maxLength: 4_000,
  pattern: '^[a-z0-9-]+(,[a-z0-9-]+)*$',
  description: 'Commands or kinds of record, with commas between.',
});
const ASKED = {
  who: Type.Optional(Type.String({ maxLength: 200, description: 'An actor.' })),
  did: Type.Optional(NAMES),
  but: Type.Optional(NAMES),
  outcome: Type.Optional(Type.Enum(['done', 'refused', 'failed'])),
  from: Type.Optional(Type.String({ pattern: DAY, description: 'From this day or moment on, UTC.' })),
  to: Type.Optional(Type.String({ pattern: DAY, description: 'Before this moment, or to the end of this day, UTC.' })),
  entry: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  what: Type.Optional(
    Type.String({
      maxLength: 100,
      pattern: '^((conversation|person|entry):\\d{1,16}|address:[0-9a-fA-F.:%]{1,60})$',
      description: '`conversation:<id>`, `person:<id>`, `entry:<id>`, `address:<IP>`.',
    }),
  ),
};
const USUAL = 50;
const DAY_S = 86_400;

type Query = { readonly [Name in keyof typeof ASKED]?: string | number };

/** Adds the routes. */
export function auditRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/audit',
    operation(
      {
        id: 'listAudit',
        summary: 'Who did what, newest first',
        description: 'Everybody’s with the scope `read:audit`, else one’s own.',
        tag: 'audit',
        scope: 'read:own-audit',
        answers: { 200: json('A page.', shape('Acts')) },
      },
      {
        querystring: Type.Object(
          {
            ...ASKED,
            cursor: Type.Optional(Type.String({ maxLength: 200 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: USUAL })),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const { cursor, limit = USUAL, ...query } = request.query;
      const caller = callerOf(request);
      const asked = await askedBy(parts, caller, query);
      const [before] = cursor === undefined ? [] : cursorNumbers('cursor', cursor, 1);
      const page = await actPage(parts.views, { ...asked, limit, ...(before === undefined ? {} : { before }) });
      const first = cursor === undefined ? await firstPage(parts, caller, asked) : {};
      const items = await actsShown(parts, caller, page.acts);
      await caller.looked({ count: items.length });
      return { items, ...first, ...(page.next === undefined ? {} : { next: cursorText(page.next) }) };
    },
  );
  app.get(
    '/audit/export',
    operation(
      {
        id: 'exportAudit',
        summary: 'Who did what, all of it, as a file',
        tag: 'audit',
        scope: 'export',
        answers: {
          200: {
            description: 'Newest first.',
            content: { 'text/csv': Type.String(), 'application/x-ndjson': Type.String() },
          },
        },
        problems: ['confirm-needed', 'role-missing'],
      },
      {
        querystring: Type.Object({ ...ASKED, format: Type.Enum(['csv', 'json']) }, { additionalProperties: false }),
      },
    ),
    async (request, reply) => {
      const { format, ...query } = request.query;
      const caller = callerOf(request);
      await caller.expectMay({ scope: 'read:own-audit' });
      const asked = await askedBy(parts, caller, query);
      const { total } = await countActs(parts.views, asked);
      await caller.looked({ count: total });
      const name = `audit-${parts.now().toISOString().slice(0, 10)}.${format === 'csv' ? 'csv' : 'jsonl'}`;
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(actExport(parts, caller, { asked, format })));
    },
  );
}

/** Who may not read everybody's reads their own, whatever was asked for. What was done a moment ago is there when it resolves. */
async function askedBy(parts: ApiParts, { actor, viewer }: Caller, query: Query): Promise<ActAsked> {
  await parts.caughtUp();
  const mayAll = maySee(viewer, { scope: 'read:audit', nowMs: parts.now().getTime() }).may;
  const { but, did, entry, from, outcome, to, what, who } = query;
  const about = what === undefined ? undefined : aboutIn(String(what));
  return {
    ...(mayAll ? (who === undefined ? {} : { actor: String(who) }) : { actor }),
    ...(did === undefined ? {} : { did: String(did).split(',') }),
    ...(but === undefined ? {} : { but: String(but).split(',') }),
    ...(isActOutcome(outcome) ? { outcome } : {}),
    ...(from === undefined ? {} : { from: secondsIn('from', String(from)) }),
    ...(to === undefined ? {} : { to: secondsIn('to', String(to)) + (String(to).includes('T') ? 0 : DAY_S) }),
    ...(entry === undefined ? {} : { entry: Number(entry) }),
    ...(about === undefined ? {} : { about }),
  };
}

function secondsIn(field: string, text: string): number {
  const ms = Date.parse(text.includes('T') ? text : `${text}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new ProblemError('request-invalid', { fields: [field] });
  return Math.floor(ms / 1000);
}

function aboutIn(text: string): ActAbout {
  const at = text.indexOf(':');
  const [what, value] = [text.slice(0, at), text.slice(at + 1)];
  if (what === 'conversation' || what === 'person' || what === 'entry') return { what, id: Number(value) };
  return { what: 'address', address: value };
}

/** What is said once, beside the first page. */
async function firstPage(parts: ApiParts, { actor, viewer }: Caller, asked: ActAsked) {
  const nameOf = await actorNames(parts);
  const mayAll = maySee(viewer, { scope: 'read:audit', nowMs: parts.now().getTime() }).may;
  const known = mayAll ? await actors(parts.views) : [actor];
  const count = asked.about === undefined ? { count: await countActs(parts.views, asked) } : {};
  return { ...count, actors: known.map(nameOf) };
}

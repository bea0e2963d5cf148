// Sessions that stand: one's own, or everybody's for whoever manages staff; each can be ended.

import { Type } from '@fastify/type-provider-typebox';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { peopleOf } from './people-of.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ key: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }) });
const closed = { additionalProperties: false } as const;
const DONE = { 204: { description: 'Done.' } };

/** Adds the routes. */
export function sessionListRoutes(app: ApiApp, parts: ApiParts): void {
  listSessions(app, parts);
  endSession(app, parts);
}

function listSessions(app: ApiApp, parts: ApiParts): void {
  const all = Type.Object(
    { all: Type.Optional(Type.Boolean({ description: 'Of everybody; for who manages staff.' })) },
    closed,
  );
  app.get(
    '/sessions',
    operation(
      {
        id: 'listSessions',
        summary: 'One’s own sessions, or everybody’s',
        tag: 'staff',
        scope: 'self',
        answers: { 200: json('The sessions.', Type.Object({ items: Type.Array(shape('Session')) }, closed)) },
        problems: ['not-found'],
      },
      { querystring: all },
    ),
    async (request) => {
      const caller = callerOf(request);
      const people = peopleOf(parts);
      if (caller.viewer.kind !== 'person') throw new ProblemError('not-found');
      if (request.query.all === true) await caller.expectMay({ scope: 'staff:read' });
      const current = (await people.session(request))?.id;
      const found = await people.accounts.sessions(request.query.all === true ? undefined : caller.viewer.id);
      const names = new Map((await people.accounts.accounts()).map(({ id, name }) => [id, name]));
      return {
        items: found.map(({ userId, ...session }) => ({
          ...session,
          member: userId,
          name: names.get(userId) ?? '',
          current: session.id === current,
        })),
      };
    },
  );
}

function endSession(app: ApiApp, parts: ApiParts): void {
  app.delete(
    '/sessions/:key',
    operation(
      {
        id: 'endSession',
        summary: 'Ends a session: one’s own, or another’s for who manages staff',
        tag: 'staff',
        scope: 'self',
        answers: DONE,
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request, reply) => {
      const caller = callerOf(request);
      const { accounts } = peopleOf(parts);
      if (caller.viewer.kind !== 'person') throw new ProblemError('not-found');
      const isOwn = await accounts.endSession(request.params.key, caller.viewer.id);
      if (!isOwn) {
        await caller.expectMay({ scope: 'staff' });
        if (!(await accounts.endSession(request.params.key))) throw new ProblemError('not-found');
      }
      await caller.looked({ count: 1 });
      return reply.code(204).send(null);
    },
  );
}

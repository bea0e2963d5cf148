// What the platform stopped, and lifting it once somebody has dealt with the cause.

import { Type } from '@fastify/type-provider-typebox';
import { listHalts } from '../../views/halts.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

/** Adds the routes. */
export function haltRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/halts',
    operation(
      {
        id: 'listHalts',
        summary: 'What the platform stopped, and nobody has lifted',
        tag: 'conversations',
        scope: 'send',
        answers: { 200: json('All of them.', shape('Halts')) },
      },
      {},
    ),
    async (request) => {
      const halts = await listHalts(parts.views);
      await callerOf(request).looked({ count: halts.length });
      return {
        items: halts.map(({ id, record: { act, code, number, recordedAt, scope } }) => ({
          id,
          act,
          code,
          number,
          scope,
          since: recordedAt,
        })),
      };
    },
  );
  app.post(
    '/halts/:id/lift',
    operation(
      {
        id: 'liftHalt',
        summary: 'Let go on what was stopped',
        description: 'After its cause was dealt with: what the platform refuses again is stopped again.',
        tag: 'conversations',
        scope: 'admin',
        answers: { 200: json('It goes on.', shape('Done')) },
        problems: ['not-found', 'not-configured', 'body-too-large', 'media-type-unknown'],
      },
      {
        params: Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }),
        body: Type.Object(
          { reason: Type.String({ minLength: 1, maxLength: 500, description: 'It stands on record.' }) },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      if (parts.outgoing === undefined) throw new ProblemError('not-configured');
      const { actor, looked } = callerOf(request);
      const { id } = request.params;
      const isLifted = await parts.outgoing.lift({ actor, halt: id, reason: request.body.reason.toWellFormed() });
      await looked({ count: 1, ...(isLifted ? { seqs: [id] } : { outcome: 'refused' }) });
      if (!isLifted) throw new ProblemError('not-found');
      return { done: true };
    },
  );
}

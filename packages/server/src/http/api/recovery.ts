// The recovery code of the vault, which opens it where the machine with its key is lost: shown once, to an owner who has just shown
// a second factor. A new one takes the old one's place.

import { Type } from '@fastify/type-provider-typebox';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';

const closed = { additionalProperties: false } as const;

/** Adds the routes. */
export function recoveryRoutes(app: ApiApp, { recovery }: ApiParts): void {
  app.get(
    '/vault/recovery',
    operation(
      {
        id: 'getRecovery',
        summary: 'Whether a recovery code was ever shown',
        tag: 'vault',
        scope: 'staff:read',
        answers: { 200: json('Whether it was.', Type.Object({ shown: Type.Boolean() }, closed)) },
        problems: ['not-found'],
      },
      {},
    ),
    async () => {
      if (recovery === undefined) throw new ProblemError('not-found');
      return { shown: recovery.wasShown() };
    },
  );
  app.post(
    '/vault/recovery',
    operation(
      {
        id: 'renewRecovery',
        summary: 'A new recovery code; the one before opens nothing any more',
        tag: 'vault',
        scope: 'admin',
        answers: { 201: json('The code, once.', Type.Object({ code: Type.String() }, closed)) },
        problems: ['not-found'],
      },
      {},
    ),
    async (request, reply) => {
      const caller = callerOf(request);
      // A program has nobody to show it to.
      if (recovery === undefined || caller.viewer.kind !== 'person') throw new ProblemError('not-found');
      const code = await recovery.renew();
      await caller.looked({ count: 1 });
      return reply.code(201).send({ code });
    },
  );
}

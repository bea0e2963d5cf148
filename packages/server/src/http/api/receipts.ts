// Marking a message of the other side as read, and showing that somebody is typing.

import { Type } from '@fastify/type-provider-typebox';
import type { ReceiptOutcome } from '../../workers/send-order.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

/** Adds the route. */
export function receiptRoutes(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/messages/:id/read',
    operation(
      {
        id: 'markRead',
        summary: 'Mark a message as read, and every one before it',
        tag: 'conversations',
        scope: 'send',
        answers: { 200: json('The platform took it.', shape('Done')) },
        problems: ['not-found', 'not-configured', 'refused-by-policy', 'platform-refused'],
      },
      {
        params: Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }),
        querystring: Type.Object(
          {
            typing: Type.Optional(Type.Boolean({ description: 'Shows for up to 25 seconds that somebody is typing.' })),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      if (parts.outgoing === undefined) throw new ProblemError('not-configured');
      const { id } = request.params;
      const { actor, looked } = callerOf(request);
      const outcome = await parts.outgoing.markRead({ actor, of: id, isTyping: request.query.typing === true });
      await looked({ seqs: [id], count: 1, ...(outcome.outcome === 'done' ? {} : { outcome: 'refused' }) });
      return answered(outcome);
    },
  );
}

function answered(outcome: ReceiptOutcome): { readonly done: true } {
  switch (outcome.outcome) {
    case 'done':
      return { done: true };
    case 'refused':
      throw new ProblemError('refused-by-policy', { rule: outcome.rule, reason: outcome.reason });
    case 'failed':
      throw new ProblemError('platform-refused', outcome.code === undefined ? {} : { code: outcome.code });
    case 'unknown-message':
      throw new ProblemError('not-found');
  }
}

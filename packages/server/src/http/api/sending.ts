// Asking for a message to be sent. What is answered with 202 is durable and goes out by the outbox, at most once; what a rule
// refuses is not kept, and the rule and its reason are the answer.

import { Type } from '@fastify/type-provider-typebox';
import { wamidOf } from '../../views/message-id.ts';
import type { SendOrder, SendOutcome } from '../../workers/send-order.ts';
import { ProblemError, type ProblemKind } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import { type AskedMessage, OUTGOING } from './outgoing-shapes.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
const HEADERS = Type.Object({
  'idempotency-key': Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Chosen by the caller: the same key with the same message is the same message.',
  }),
});
const BODY = Type.Object(
  {
    message: OUTGOING,
    number: Type.Optional(
      Type.String({ maxLength: 64, description: 'phone_number_id, where the conversation has several.' }),
    ),
    category: Type.Optional(
      Type.Enum(['marketing', 'utility', 'authentication'], {
        description: 'Of a template; without it, it counts as marketing.',
      }),
    ),
    optIn: Type.Optional(
      Type.String({ maxLength: 500, description: "Where the person's agreement to marketing is held." }),
    ),
    override: Type.Optional(
      Type.Object(
        { reason: Type.String({ minLength: 1, maxLength: 500 }) },
        {
          additionalProperties: false,
          description: 'Why it goes out although its text holds a card or identity number.',
        },
      ),
    ),
  },
  { additionalProperties: false },
);
const PROBLEMS = [
  'not-found',
  'not-configured',
  'idempotency-conflict',
  'refused-by-policy',
  'lint-refused',
  'message-invalid',
  'body-too-large',
  'media-type-unknown',
] as const satisfies readonly ProblemKind[];

/** Adds the route. */
export function sendingRoutes(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/conversations/:id/messages',
    operation(
      {
        id: 'sendMessage',
        summary: 'Send a message',
        description:
          'Answered when it stands on record that it is to be sent; follow it by its id. It is sent at most once: where the answer of the platform is lost it stays `unknown` until a status tells.',
        tag: 'conversations',
        scope: 'send',
        answers: { 202: json('It will be sent.', shape('Intended')) },
        problems: PROBLEMS,
      },
      { params: ONE, headers: HEADERS, body: BODY },
    ),
    async (request, reply) => {
      const { outgoing } = parts;
      if (outgoing === undefined) throw new ProblemError('not-configured');
      const { message, ...more } = request.body;
      const chat = request.params.id;
      const caller = callerOf(request);
      const outcome = await outgoing.send({
        ...more,
        actor: caller.actor,
        chat,
        idempotency: request.headers['idempotency-key'],
        ...(await addressed(parts, chat, message)),
      });
      const isDone = outcome.outcome === 'intended';
      await caller.looked({ chats: [chat], count: 1, ...(isDone ? { seqs: [outcome.seq] } : { outcome: 'refused' }) });
      return reply.code(202).send(answered(outcome));
    },
  );
}

/**
 * The message with the platform's ids of what it answers or stands on, and the uploaded file that goes with it. Throws `message-invalid`
 * where that cannot be named.
 */
async function addressed(
  parts: ApiParts,
  chat: number,
  message: AskedMessage,
): Promise<Pick<SendOrder, 'message' | 'upload'>> {
  const wamid = async (field: string, seq: number): Promise<string> => {
    const found = await wamidOf(parts.views, { chat, seq });
    if (found === undefined) throw new ProblemError('message-invalid', { faults: [{ code: 'unknown', field }] });
    return found;
  };
  if (message.type === 'reaction') return { message: { ...message, target: await wamid('target', message.target) } };
  const { replyTo, ...rest } = message;
  const answered = replyTo === undefined ? {} : { replyTo: await wamid('replyTo', replyTo) };
  if (!('media' in rest)) return { message: { ...rest, ...answered } };
  const { media, ...more } = rest;
  if (!('sha256' in media)) return { message: { ...more, media, ...answered } };
  return { message: { ...more, media: UPLOADING, ...answered }, upload: media.sha256 };
}

/** In place of a source that the platform only tells of when the file is there. */
const UPLOADING = { id: '' };

/** The answer, or the problem that it is. */
function answered(outcome: SendOutcome) {
  switch (outcome.outcome) {
    case 'intended': {
      const { isNew, rule, seq, waits, warnings } = outcome;
      return {
        id: seq,
        isNew,
        rule,
        warnings,
        ...(waits === undefined ? {} : { waits: { ...waits, untilMs: waits.untilMs } }),
      };
    }
    case 'refused':
      throw new ProblemError('refused-by-policy', { rule: outcome.rule, reason: outcome.reason });
    case 'lint':
      throw new ProblemError('lint-refused', { findings: outcome.findings });
    case 'invalid':
      throw new ProblemError('message-invalid', { faults: outcome.faults });
    case 'conflict':
      throw new ProblemError('idempotency-conflict', { id: outcome.seq });
    case 'no-channel':
      throw new ProblemError('refused-by-policy', { rule: 'acta/send/channel', reason: 'no-channel' });
    case 'unknown-conversation':
      throw new ProblemError('not-found');
    case 'busy':
      throw new ProblemError('busy');
  }
}

// The webhook of the WhatsApp platform. A body whose signature is right is durable before it is answered with 200, whatever it
// says; one whose signature is missing or wrong is counted and leaves no other trace. No rate limit: the platform keeps its own.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignedDelivery } from '../intake/live/delivery.ts';
import type { ServerMetrics } from './metrics.ts';
import { sendProblem } from './problem.ts';
import type { WhatsAppSettings } from './settings.ts';
import { foundSignature, isSameSecret } from './signature.ts';
import type { WebhookWatch } from './webhook-watch.ts';

export const WEBHOOK_PATH = '/webhooks/whatsapp';
/** The platform's own limit. */
const BODY_BYTES = 3 * 1024 * 1024;

export interface WebhookParts {
  readonly settings: Pick<WhatsAppSettings, 'appSecrets' | 'verifyToken'>;
  /** Keeps a delivery; durable when it resolves. */
  readonly receive: (delivery: SignedDelivery) => Promise<void>;
  readonly metrics: ServerMetrics;
  /** Told of wrong signatures, at most once a minute. */
  readonly alert: (count: number) => void;
  /** Told what comes. */
  readonly watch?: WebhookWatch;
  readonly now: () => Date;
}

/** Adds the two routes. */
export async function webhookRoutes(app: FastifyInstance, parts: WebhookParts): Promise<void> {
  // The signature is over the bytes as they came: nobody reads them before it is checked.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  // Nor does it matter what the client calls them.
  app.addHook('onRequest', (request, _reply, done) => {
    request.headers['content-type'] = 'application/octet-stream';
    done();
  });
  app.get(WEBHOOK_PATH, (request, reply) => handshake(parts, request, reply));
  const refused = refusals(parts);
  app.post(WEBHOOK_PATH, { bodyLimit: BODY_BYTES }, async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const found = foundSignature(body, headerOf(request), parts.settings.appSecrets);
    if (found === undefined) {
      refused();
      if (parts.watch !== undefined) {
        parts.watch.refusedAt = parts.now();
        parts.watch.refusals++;
      }
      return sendProblem(reply, 'signature-wrong');
    }
    const began = performance.now();
    await parts.receive({ body, ...found, receivedAt: parts.now() });
    if (parts.watch !== undefined) parts.watch.deliveredAt = parts.now();
    parts.metrics.delivered(performance.now() - began);
    return reply.code(200).type('text/plain').send('');
  });
}

function headerOf({ headers }: FastifyRequest): string | undefined {
  const said = headers['x-hub-signature-256'];
  return typeof said === 'string' ? said : undefined;
}

/** Answers the platform's question whether this address is meant to hear from it. */
function handshake(
  { now, settings, watch }: WebhookParts,
  { query }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const said = query as Readonly<Record<string, unknown>>;
  const [mode, token, challenge] = ['hub.mode', 'hub.verify_token', 'hub.challenge'].map((name) => said[name]);
  const isRight =
    mode === 'subscribe' &&
    typeof token === 'string' &&
    settings.verifyToken !== undefined &&
    isSameSecret(token, settings.verifyToken);
  if (!isRight) {
    if (watch !== undefined && mode === 'subscribe') watch.strangers++;
    return sendProblem(reply, 'verify-token-wrong');
  }
  if (typeof challenge !== 'string') return sendProblem(reply, 'request-invalid', { field: 'hub.challenge' });
  if (watch !== undefined && challenge !== watch.ownChallenge) watch.handshakeAt = now();
  return reply.code(200).type('text/plain').header('x-content-type-options', 'nosniff').send(challenge);
}

const ALERT_EVERY_MS = 60_000;

/** Counts wrong signatures, and tells of them at most once a minute. */
function refusals({ alert, metrics, now }: WebhookParts): () => void {
  let [count, toldMs] = [0, Number.NEGATIVE_INFINITY];
  return () => {
    metrics.refused();
    count++;
    const atMs = now().getTime();
    if (atMs - toldMs < ALERT_EVERY_MS) return;
    alert(count);
    [count, toldMs] = [0, atMs];
  };
}

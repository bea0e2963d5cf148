// The HTTP server: the webhook, health, metrics, the API and its description. It listens on this machine alone unless told
// otherwise, answers every error as problem details, and stops by finishing what it acknowledged.

import { readFileSync } from 'node:fs';
import { type FastifyError, type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import { ServerError } from '../server-error.ts';
import type { ApiParts } from './api/parts.ts';
import { apiRoutes } from './api/routes.ts';
import type { ServerMetrics } from './metrics.ts';
import { ProblemError, type ProblemKind, sendProblem } from './problem.ts';
import type { ListenSettings } from './settings.ts';
import { type WebhookParts, webhookRoutes } from './webhook.ts';

const BODY_BYTES = 1024 * 1024;
/** A client that sends slower than this is not waited for. */
const REQUEST_MS = 60_000;
const IDLE_MS = 75_000;

export interface HttpParts {
  readonly listen: ListenSettings;
  readonly webhook: WebhookParts;
  readonly api: ApiParts;
  readonly metrics: ServerMetrics;
  /** Whether a delivery would be kept now. */
  readonly isReady: () => Promise<boolean>;
  /** What went wrong inside: a code, never content. */
  readonly failed: (code: string) => void;
}

/** A server that does not listen yet. */
export async function httpServer(parts: HttpParts): Promise<FastifyInstance> {
  const app = fastify({
    ...serverOptions(parts.listen),
    bodyLimit: BODY_BYTES,
    trustProxy: parts.listen.isBehindProxy,
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => answerError(parts, error, reply));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not-found'));
  app.addHook('onResponse', (request, reply, done) => {
    parts.metrics.requested(request.routeOptions.url ?? 'unknown', reply.statusCode);
    done();
  });
  app.get('/healthz', () => ({ status: 'live' }));
  app.get('/readyz', async (_request, reply) =>
    (await parts.isReady()) ? { status: 'ready' } : sendProblem(reply, 'busy'),
  );
  app.get('/metrics', async (_request, reply) =>
    reply.type(parts.metrics.contentType).send(await parts.metrics.text()),
  );
  await app.register((scope) => webhookRoutes(scope, parts.webhook));
  await apiRoutes(app, parts.api);
  return app;
}

function serverOptions({ tls }: ListenSettings) {
  const options = { requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS, return503OnClosing: false };
  if (tls === undefined) return options;
  return {
    ...options,
    https: {
      cert: fileText('ACTA_TLS_CERT', tls.certFile),
      key: fileText('ACTA_TLS_KEY', tls.keyFile),
      minVersion: 'TLSv1.2' as const,
    },
  };
}

function fileText(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ServerError('setting-wrong', { setting, reason: 'unreadable' }, error);
  }
}

const OF_FASTIFY: Readonly<Record<string, ProblemKind>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unknown',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request-invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request-invalid',
};

function answerError(parts: HttpParts, error: FastifyError, reply: FastifyReply): FastifyReply {
  if (error instanceof ProblemError) return sendProblem(reply, error.kind, error.members);
  if (error.validation !== undefined) {
    const fields = error.validation.map(
      ({ instancePath, keyword }) => `${error.validationContext ?? ''}${instancePath}: ${keyword}`,
    );
    return sendProblem(reply, 'request-invalid', { fields });
  }
  const known = OF_FASTIFY[error.code] ?? ((error.statusCode ?? 500) < 500 ? 'request-invalid' : undefined);
  if (known !== undefined) return sendProblem(reply, known);
  const code = 'code' in error ? String(error.code) : 'internal';
  parts.failed(code);
  return sendProblem(reply, error instanceof ServerError ? 'busy' : 'internal');
}

// The HTTP server: the webhook, health, metrics, the API and its description. It listens on this machine alone unless told
// otherwise, answers every error as problem details, and stops by finishing what it acknowledged.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type FastifyError, type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import { ServerError } from '../server-error.ts';
import { writersWhenNeeded } from './answer-writers.ts';
import type { ApiParts } from './api/parts.ts';
import { apiRoutes } from './api/routes.ts';
import { consoleRoutes } from './console/files.ts';
import type { ServerMetrics } from './metrics.ts';
import { PROBLEMS, ProblemError, type ProblemKind, problemOf, sendProblem } from './problem.ts';
import type { ListenSettings } from './settings.ts';
import { type WebhookParts, webhookRoutes } from './webhook.ts';

const BODY_BYTES = 1024 * 1024;
/** A client that sends slower than this is not waited for. */
const REQUEST_MS = 60_000;
const IDLE_MS = 75_000;
/** A request that is under way when the server stops may take so long to its answer. */
const STOP_MS = 5_000;

export interface HttpParts {
  readonly listen: ListenSettings;
  readonly webhook: WebhookParts;
  readonly api: ApiParts;
  readonly metrics: ServerMetrics;
  /** Where the console was built; without it there is none. */
  readonly consoleDir?: string;
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
    schemaController: { compilersFactory: { buildSerializer: writersWhenNeeded() } },
    // What the nearest proxy says, and nothing that came before it: whoever calls may have written that.
    trustProxy: parts.listen.isBehindProxy ? (_address, hop) => hop === 0 : false,
    // An id from outside could stand in place of another's: every request gets its own.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, 'request-invalid'),
    clientErrorHandler: refuseUnread,
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...SAFE_HEADERS, 'x-request-id': request.id });
    if (parts.listen.tls !== undefined) reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
  app.addHook('preClose', async () => endLater(app));
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
  const { people } = parts.api;
  if (parts.consoleDir !== undefined)
    consoleRoutes(app, parts.consoleDir, async (request) => (await people?.may(request)) ?? []);
  return app;
}

/** Who has not sent the whole request by then has nothing acknowledged: a slow client does not hold up the end. */
function endLater(app: FastifyInstance): void {
  setTimeout(() => app.server.closeAllConnections(), STOP_MS).unref();
}

/** What a browser must not do with an answer, whatever it holds. A route that hands out files says it for itself. */
const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Answers what is no HTTP, or came too slowly to become a request. */
function refuseUnread(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const kind = UNREAD[error.code ?? ''] ?? 'request-invalid';
  const body = JSON.stringify(problemOf(kind));
  const { status } = PROBLEMS[kind];
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const UNREAD: Readonly<Record<string, ProblemKind>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'timed-out',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

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

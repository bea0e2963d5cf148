// The console's own files: built once, named by their hash, compressed when they were built, sent as they lie on the disk; every
// other address below the console is its one page, which finds its way by itself. A strict policy forbids inline script and any
// other host.

import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const BROTLI = /\bbr\b/u;
/** Addresses that are never the console's page. */
const OTHERS = /^\/(api|auth|webhooks)\//;
const YEAR_S = 31_536_000;

/**
 * Adds the routes; `dir` is where the console is built, also anew while this server runs. `may`: what whoever opens the page may, so that
 * it asks at once for what it will show, and for nothing else.
 */
export function consoleRoutes(
  app: FastifyInstance,
  dir: string,
  may: (request: FastifyRequest) => Promise<readonly string[]>,
): void {
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = normalize(decoded(request.url));
    if (path.includes('\0') || OTHERS.test(`${path}/`)) throw new ProblemError('not-found');
    const file = join(dir, path);
    if (isFile(file)) {
      const takesBrotli = BROTLI.test(String(request.headers['accept-encoding']));
      return sendFile(reply, { file, path, takesBrotli });
    }
    if (path.startsWith('/assets/') || extname(path) !== '') throw new ProblemError('not-found');
    return sendPage(reply, join(dir, 'index.html'), await may(request));
  });
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    throw new ProblemError('not-found');
  }
}

interface FoundFile {
  readonly file: string;
  readonly path: string;
  readonly takesBrotli: boolean;
}

async function sendFile(reply: FastifyReply, { file, path, takesBrotli }: FoundFile): Promise<FastifyReply> {
  const end = extname(file);
  const isForEver = path.startsWith('/assets/');
  reply
    .type(TYPES[end] ?? 'application/octet-stream')
    .header('cache-control', isForEver ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
    .header('vary', 'accept-encoding')
    // The worker that keeps what was read reaches the server, and nobody else.
    .header('content-security-policy', "default-src 'none'; connect-src 'self'; script-src 'self'");
  const compressed = `${file}.br`;
  if (!takesBrotli || !isFile(compressed)) return reply.send(await readFile(file));
  return reply.header('content-encoding', 'br').send(await readFile(compressed));
}

async function sendPage(reply: FastifyReply, index: string, may: readonly string[]): Promise<FastifyReply> {
  if (!existsSync(index))
    return reply.code(503).type('text/plain').send('The console is not built. Run: npm run build\n');
  const html = await readFile(index, 'utf8');
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .send(html.replace('</title>', `</title><meta property="csp-nonce" nonce="${nonce}">${mayIn(may)}`));
}

/** Words of our own, which need no escaping; nothing where nobody is signed in. */
function mayIn(may: readonly string[]): string {
  return may.length === 0 ? '' : `<meta property="acta-may" content="${may.join(' ')}">`;
}

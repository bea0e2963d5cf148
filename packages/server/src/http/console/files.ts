// The console's own files: built once, named by their hash, sent as they lie on the disk; every other address below the console is
// its one page, which finds its way by itself. A strict policy forbids inline script and any other host.

import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
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

const COMPRESSED = ['.css', '.js', '.svg', '.webmanifest', '.json'];
/** Addresses that are never the console's page. */
const OTHERS = /^\/(api|auth|webhooks)\//;
const YEAR_S = 31_536_000;

const compress = promisify(brotliCompress);

/** Adds the routes; `dir` is where the console is built, also anew while this server runs. */
export function consoleRoutes(app: FastifyInstance, dir: string): void {
  const kept = new Map<string, Buffer>();
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = normalize(decoded(request.url));
    if (path.includes('\0') || OTHERS.test(`${path}/`)) throw new ProblemError('not-found');
    const file = join(dir, path);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() === true) {
      const takesBrotli = String(request.headers['accept-encoding']).includes('br');
      return sendFile(reply, { file, path, takesBrotli, changedMs: found.mtimeMs }, kept);
    }
    if (path.startsWith('/assets/') || extname(path) !== '') throw new ProblemError('not-found');
    return sendPage(reply, join(dir, 'index.html'));
  });
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
  readonly changedMs: number;
}

async function sendFile(
  reply: FastifyReply,
  { changedMs, file, path, takesBrotli }: FoundFile,
  kept: Map<string, Buffer>,
): Promise<FastifyReply> {
  const end = extname(file);
  const isForEver = path.startsWith('/assets/');
  reply
    .type(TYPES[end] ?? 'application/octet-stream')
    .header('cache-control', isForEver ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
    .header('vary', 'accept-encoding')
    // The worker that keeps what was read reaches the server, and nobody else.
    .header('content-security-policy', "default-src 'none'; connect-src 'self'; script-src 'self'");
  if (!takesBrotli || !COMPRESSED.includes(end)) return reply.send(await readFile(file));
  const key = `${changedMs} ${file}`;
  const known =
    kept.get(key) ?? (await compress(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  kept.set(key, known);
  return reply.header('content-encoding', 'br').send(known);
}

async function sendPage(reply: FastifyReply, index: string): Promise<FastifyReply> {
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
    .send(html.replace('</title>', `</title><meta property="csp-nonce" nonce="${nonce}">`));
}

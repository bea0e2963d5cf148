// The console's own files: built once, named by their hash, sent as they lie on the disk; every other address below the console is
// its one page, which finds its way by itself. A strict policy forbids inline script and any other host.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
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
const OTHERS = /^\/(api|auth|webhooks|assets)\//;
const YEAR_S = 31_536_000;

const compress = promisify(brotliCompress);

/** Adds the routes; `dir` is where the console was built. Where it was not, nothing is added. */
export function consoleRoutes(app: FastifyInstance, dir: string): void {
  const index = join(dir, 'index.html');
  if (!existsSync(index)) return;
  const html = readFileSync(index, 'utf8');
  const kept = new Map<string, Buffer>();
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = normalize(decoded(request.url));
    if (path.includes('\0') || (OTHERS.test(`${path}/`) === true && !path.startsWith('/assets/')))
      throw new ProblemError('not-found');
    const file = join(dir, path);
    const isFile = file.startsWith(dir) && path !== '/' && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (isFile)
      return sendFile(
        reply,
        { file, path, takesBrotli: String(request.headers['accept-encoding']).includes('br') },
        kept,
      );
    if (path.startsWith('/assets/') || extname(path) !== '') throw new ProblemError('not-found');
    return sendPage(reply, html);
  });
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    throw new ProblemError('not-found');
  }
}

async function sendFile(
  reply: FastifyReply,
  { file, path, takesBrotli }: { readonly file: string; readonly path: string; readonly takesBrotli: boolean },
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
  const known =
    kept.get(file) ?? (await compress(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  kept.set(file, known);
  return reply.header('content-encoding', 'br').send(known);
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
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

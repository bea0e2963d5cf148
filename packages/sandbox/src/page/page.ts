// Serves the page with the phones: a handful of files that lie beside this one, and nothing else. No script, style, picture or call
// of the page leaves for another host.
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const scripts = [
  'main.js',
  'words.js',
  'element.js',
  'message.js',
  'compose.js',
  'phone.js',
  'dashboard.js',
  'sandbox-client.js',
];
const files: readonly (readonly [path: string, file: string, type: string])[] = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/page.css', 'page.css', 'text/css; charset=utf-8'],
  ...scripts.map((name) => [`/${name}`, name, 'text/javascript; charset=utf-8'] as const),
];
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Adds the page at `/`. */
export function addPage(app: FastifyInstance): void {
  for (const [path, file, type] of files) {
    const bytes = readFileSync(new URL(file, import.meta.url));
    app.get(path, async (_request, reply) =>
      reply
        .header('content-type', type)
        .header('content-security-policy', policy)
        .header('x-content-type-options', 'nosniff')
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'no-store')
        .send(bytes),
    );
  }
  app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
}

// The peer: Fastify with one route that reads the body, checks the signature and answers, and keeps nothing.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { createRequire } from 'node:module';
import { APP_SECRET } from './figures.ts';

interface Request {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
}
interface Reply {
  code(status: number): Reply;
  send(text: string): Reply;
}
/** As much of Fastify as is used here. It is the server's dependency: its own copy is measured. */
interface Bare {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    options: { readonly parseAs: 'buffer'; readonly bodyLimit: number },
    parse: (request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => void,
  ): void;
  post(path: string, answer: (request: Request, reply: Reply) => Promise<Reply>): void;
  listen(at: { readonly host: string; readonly port: number }): Promise<string>;
}

const ofServer = createRequire(new URL('../../packages/server/package.json', import.meta.url));
const { fastify } = ofServer('fastify') as { readonly fastify: () => Bare };

const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 3 << 20 }, (_request, body, done) => done(null, body));
app.post('/webhooks/whatsapp', async (request, reply) => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const said = Buffer.from(String(request.headers['x-hub-signature-256']).slice('sha256='.length), 'hex');
  const right = createHmac('sha256', APP_SECRET).update(body).digest();
  const isRight = said.length === right.length && timingSafeEqual(said, right);
  return reply.code(isRight ? 200 : 401).send('');
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ address })}\n`);
process.once('SIGTERM', () => process.exit(0));

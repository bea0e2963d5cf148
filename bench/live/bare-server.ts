// The peer: Fastify with one route that reads the body, checks the signature and answers, and keeps nothing.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { fastify } from 'fastify';
import { APP_SECRET } from './figures.ts';

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
const listening: Promise<string> = app.listen({ host: '127.0.0.1', port: 0 });
const address = await listening;
process.stdout.write(`${JSON.stringify({ address })}\n`);
process.once('SIGTERM', () => process.exit(0));

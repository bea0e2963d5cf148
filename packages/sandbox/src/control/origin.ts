// Who may call: programs, and pages of the sandbox itself. A page of another site that makes a browser call here is refused, also when
// its name was made to lead here; the controls ask for no password, so this is what protects them.
import type { FastifyInstance } from 'fastify';

const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Refuses requests that a foreign page made. `url` is where the server listens. */
export function guardOrigin(app: FastifyInstance, url: () => string): void {
  app.addHook('onRequest', async ({ headers }, reply) => {
    const isLoopback = loopbackNames.includes(hostOf(url()));
    const isNamedRight = !isLoopback || loopbackNames.includes(hostOf(`http://${headers.host ?? ''}`));
    const isOwn = headers.origin === undefined || headers.origin === `http://${headers.host}`;
    const site = headers['sec-fetch-site'];
    const isFetchedHere = site === undefined || site === 'same-origin' || site === 'none';
    if (isNamedRight && isOwn && isFetchedHere) return undefined;
    return reply.code(403).send({ error: 'foreign-origin' });
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

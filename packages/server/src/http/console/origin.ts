// The address by which a browser came: a loopback name, or the one that was configured. Any other name is nobody's: a page of
// another site that points its own name at this machine is answered as if there were no accounts.

import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../loopback.ts';
import type { ListenSettings } from '../settings.ts';

/** Scheme, name and port; undefined for a name that is not this server's. */
export function originOf(
  request: FastifyRequest,
  { publicUrl }: Pick<ListenSettings, 'publicUrl'>,
): string | undefined {
  const said = `${request.protocol}://${request.host}`;
  if (!URL.canParse(said)) return undefined;
  const { hostname, origin } = new URL(said);
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return origin;
  return isLoopback(hostname) ? origin : undefined;
}

/** Whether a request that changes something was made by our own page: another site can set neither. */
export function isOwnPage(request: FastifyRequest, origin: string): boolean {
  const { headers, method } = request;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (method === 'GET' || method === 'HEAD') return true;
  return headers['x-acta-console'] === '1' && (headers.origin === undefined || headers.origin === origin);
}

/** The request's headers as the web platform writes them, with the caller's address in the place of what a client might claim. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set('x-acta-address', request.ip);
  headers.delete('content-length');
  return headers;
}

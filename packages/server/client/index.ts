// A typed client of the interface for programs: openapi-fetch over the types in `schema.ts`. It runs in Node and in a browser, and knows
// nothing of the server's code.

import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

/** Every operation by its path. */
export type ActaPaths = paths;

export type ActaClient = Client<paths>;

/** A message as the interface shows it. */
export type Message = components['schemas']['Message'];

/** A client for a server at this address, with a key made by `acta api-key create`. */
export function actaClient({ address, key }: { readonly address: string; readonly key: string }): ActaClient {
  return createClient<paths>({ baseUrl: address, headers: { authorization: `Bearer ${key}` } });
}

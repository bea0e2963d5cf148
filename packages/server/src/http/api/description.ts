// The description of the interface, without a server that listens.

import { fastify } from 'fastify';
import type { ApiParts } from './parts.ts';
import { apiRoutes } from './routes.ts';

/** OpenAPI 3.1, JSON. */
export async function apiDescription(parts: ApiParts): Promise<string> {
  const app = fastify();
  await apiRoutes(app, parts);
  const { body } = await app.inject('/api/openapi.json');
  await app.close();
  return body;
}

// The JSON body of a request to the controls.
import type { FastifyRequest } from 'fastify';
import { type JsonObject, objectOf } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';

/** @returns the object of a body; an empty one if there is none. @throws SandboxError `bad-request` */
export function bodyOf({ body }: FastifyRequest): JsonObject {
  if (!Buffer.isBuffer(body) || body.length === 0) return {};
  try {
    return objectOf(JSON.parse(body.toString('utf8'))) ?? {};
  } catch (cause) {
    throw new SandboxError('bad-request', 'the body is not JSON', { cause });
  }
}

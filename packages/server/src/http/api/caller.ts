// Who calls, and whether they may: the key in `Authorization: Bearer`, checked before anything of the request is read. Fails closed:
// an operation that names no scope lets nobody in.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiKeyDigest } from '../../access/api-key.ts';
import type { ApiScope } from '../../access/scopes.ts';
import type { AuditDraft } from '../../records/audit.ts';
import { type ApiKey, apiKeyInForce } from '../../views/api-keys.ts';
import { ProblemError } from '../problem.ts';
import type { Looks } from './looks.ts';
import type { ApiParts } from './parts.ts';

/** A program that was let in. */
export interface Caller {
  /** `api-key:<id>`. */
  readonly actor: string;
  readonly scopes: readonly string[];
  /** Puts on record what it looks at; to be waited for before the answer. */
  readonly looked: (draft: Omit<AuditDraft, 'command'>) => Promise<void>;
  /** Whether the key still lets in: asked again by what goes on for long. */
  readonly isLetIn: () => Promise<boolean>;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined;
  }
  interface FastifyContextConfig {
    /** What a key must be good for. */
    scope?: ApiScope;
  }
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,200})$/i;

/** The hook that lets programs in. */
export function letIn(parts: ApiParts, looks: Looks): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    const { config, schema } = request.routeOptions;
    const digest = apiKeyDigest(BEARER.exec(request.headers.authorization ?? '')?.[1] ?? '');
    const inForce = async (): Promise<ApiKey | undefined> =>
      digest === undefined ? undefined : apiKeyInForce(parts.views, Buffer.from(digest, 'hex'), parts.now());
    const key = await inForce();
    if (key === undefined) {
      await looks.stranger();
      reply.header('www-authenticate', 'Bearer realm="acta"');
      throw new ProblemError('unauthenticated');
    }
    const actor = `api-key:${key.id}`;
    const command = `api-${operationOf(schema)}`;
    const { scope } = config;
    if (scope === undefined || !key.scopes.includes(scope)) {
      await looks.record(actor, { command, outcome: 'refused' });
      throw new ProblemError('scope-missing', scope === undefined ? {} : { scope });
    }
    request.caller = {
      actor,
      scopes: key.scopes,
      isLetIn: async () => (await inForce())?.scopes.includes(scope) === true,
      looked: (draft) => looks.record(actor, { ...draft, command }),
    };
  };
}

/** `listMessages` is on record as `list-messages`. */
function operationOf(schema: unknown): string {
  const isNamed = typeof schema === 'object' && schema !== null && 'operationId' in schema;
  return isNamed ? String(schema.operationId).replace(CAPITAL, (letter) => `-${letter.toLowerCase()}`) : 'unknown';
}

const CAPITAL = /[A-Z]/g;

/** The caller of a request that was let in. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller === undefined) throw new ProblemError('unauthenticated');
  return caller;
}

// Who calls, and whether they may: a program by the key in `Authorization: Bearer`, a person by the session of their browser, checked
// before anything of the request is read. Fails closed: an operation that names no scope lets nobody in.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiKeyDigest } from '../../access/api-key.ts';
import { maySee, type Refusal, type SeenPlace, type Viewer } from '../../access/may-see.ts';
import { scopesOf } from '../../access/roles.ts';
import type { ApiScope } from '../../access/scopes.ts';
import type { AuditDraft } from '../../records/audit.ts';
import { apiKeyInForce } from '../../views/api-keys.ts';
import { ProblemError } from '../problem.ts';
import type { Looks } from './looks.ts';
import type { ApiParts } from './parts.ts';

/** A program or a person that was let in. */
export interface Caller {
  /** `api-key:<id>`, `user:<id>`. */
  readonly actor: string;
  readonly scopes: readonly string[];
  readonly viewer: Viewer;
  /** Puts on record what it looks at, and which of its acts an operation did; to be waited for before the answer. */
  readonly looked: (draft: Omit<AuditDraft, 'command'> & { readonly act?: string }) => Promise<void>;
  /** Whether it is still let in: asked again by what goes on for long. */
  readonly isLetIn: () => Promise<boolean>;
  /** Refuses what a rule forbids this caller in this place, and puts the refusal on record. */
  readonly expectMay: (asked: { readonly scope: ApiScope; readonly place?: SeenPlace }) => Promise<void>;
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

/** The hook that lets callers in. */
export function letIn(parts: ApiParts, looks: Looks): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    const { config, schema } = request.routeOptions;
    const found = (await programOf(parts, request)) ?? (await personOf(parts, request));
    if (found === undefined) {
      await looks.stranger();
      reply.header('www-authenticate', 'Bearer realm="acta"');
      throw new ProblemError('unauthenticated');
    }
    const { actor, again, scopes, viewer } = found;
    const command = `api-${operationOf(schema)}`;
    const from = request.ip;
    const expectMay = async (asked: { readonly scope: ApiScope | undefined; readonly place?: SeenPlace }) => {
      const answer = maySee(viewer, { ...asked, nowMs: parts.now().getTime() });
      if (answer.may) return;
      await looks.record(actor, { command, outcome: 'refused', from, rule: answer.rule });
      throw refusalOf(viewer, answer.rule, asked.scope);
    };
    const { scope } = config;
    await expectMay({ scope });
    request.caller = {
      actor,
      scopes,
      viewer,
      expectMay,
      isLetIn: async () => {
        const now = await again();
        return now !== undefined && maySee(now.viewer, { scope, nowMs: parts.now().getTime() }).may;
      },
      looked: ({ act, ...draft }) =>
        looks.record(actor, { ...draft, command: act === undefined ? command : `${command}-${act}`, from }),
    };
  };
}

/** Somebody who is known, before it is asked what they may. */
interface Known {
  readonly actor: string;
  readonly scopes: readonly string[];
  readonly viewer: Viewer;
  readonly again: () => Promise<Known | undefined>;
}

async function programOf(parts: ApiParts, request: FastifyRequest): Promise<Known | undefined> {
  const digest = apiKeyDigest(BEARER.exec(request.headers.authorization ?? '')?.[1] ?? '');
  if (digest === undefined) return undefined;
  const again = async (): Promise<Known | undefined> => {
    const key = await apiKeyInForce(parts.views, Buffer.from(digest, 'hex'), parts.now());
    if (key === undefined) return undefined;
    const { id, scopes } = key;
    return { actor: `api-key:${id}`, scopes, viewer: { kind: 'program', scopes }, again };
  };
  return again();
}

/** A request with a key is a program's, whatever cookie comes with it. */
async function personOf({ people }: ApiParts, request: FastifyRequest): Promise<Known | undefined> {
  if (people === undefined || request.headers.authorization !== undefined) return undefined;
  const again = async (): Promise<Known | undefined> => {
    const person = await people.person(request);
    if (person === undefined) return undefined;
    const { viewer } = person;
    const scopes = scopesOf(viewer.role, viewer.hasTextGrant);
    return { actor: `user:${viewer.id}`, scopes, viewer, again };
  };
  return again();
}

function refusalOf(viewer: Viewer, rule: Refusal, scope: ApiScope | undefined): ProblemError {
  const named = scope === undefined ? {} : { scope };
  if (viewer.kind === 'program') return new ProblemError('scope-missing', named);
  if (rule === 'confirm') return new ProblemError('confirm-needed', named);
  return new ProblemError(rule === 'not-yours' ? 'not-yours' : 'role-missing', named);
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

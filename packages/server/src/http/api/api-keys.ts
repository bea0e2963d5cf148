// Keys of programs, as people see to them: a key is shown once, to whoever makes it with a fresh second factor; what is kept is its
// digest. No program makes a key for another.

import { randomBytes } from 'node:crypto';
import { Type } from '@fastify/type-provider-typebox';
import { apiKeyDigest, apiKeyText } from '../../access/api-key.ts';
import { KEY_SCOPES } from '../../access/scopes.ts';
import type { ApiKeyRecord, ApiKeyRevokedRecord } from '../../records/platform.ts';
import { type ApiKey, listApiKeys } from '../../views/api-keys.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const ONE = Type.Object({ id: Type.Integer({ minimum: 0 }) });
const DAY_MS = 86_400_000;

/** Adds the routes. */
export function apiKeyRoutes(app: ApiApp, parts: ApiParts): void {
  listKeys(app, parts);
  makeKey(app, parts);
  revokeKey(app, parts);
}

function listKeys(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/api-keys',
    operation(
      {
        id: 'listApiKeys',
        summary: 'Keys of programs that are in force, and those that were',
        tag: 'staff',
        scope: 'staff:read',
        answers: { 200: json('The keys.', Type.Object({ items: Type.Array(shape('ApiKey')) }, closed)) },
      },
      {},
    ),
    async (request) => {
      const keys = await listApiKeys(parts.views, parts.now());
      await callerOf(request).looked({ count: keys.length });
      return { items: keys.map(shownOf) };
    },
  );
}

function shownOf({ by, createdAt, expiresAt, id, isExpired, isRevoked, name, scopes }: ApiKey) {
  const state = isRevoked ? 'revoked' : isExpired ? 'expired' : 'in-force';
  return { id, name, scopes, by, createdAt, ...(expiresAt === undefined ? {} : { expiresAt }), state };
}

function makeKey(app: ApiApp, parts: ApiParts): void {
  const wish = Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
      scopes: Type.Array(Type.String({ enum: [...KEY_SCOPES] }), { minItems: 1, maxItems: KEY_SCOPES.length }),
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650, description: 'How long it is good for.' })),
    },
    closed,
  );
  const made = Type.Object({ id: Type.Integer(), key: Type.String({ description: 'Shown once.' }) }, closed);
  app.post(
    '/api-keys',
    operation(
      {
        id: 'createApiKey',
        summary: 'A new key for a program',
        tag: 'staff',
        scope: 'admin',
        answers: { 201: json('The key, once.', made) },
        problems: ['not-found'],
      },
      { body: wish },
    ),
    async (request, reply) => {
      const caller = expectPerson(callerOf(request));
      const { days, name, scopes } = request.body;
      const now = parts.now();
      const key = apiKeyText(parts.cellId, randomBytes(32));
      const id = await appended(parts, {
        actor: caller.actor,
        digest: apiKeyDigest(key) ?? '',
        ...(days === undefined ? {} : { expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString() }),
        kind: 'api-key',
        name,
        recordedAt: now.toISOString(),
        scopes: [...new Set(scopes)],
        v: 1,
      });
      await caller.looked({ count: 1, seqs: [id] });
      return reply.code(201).send({ id, key });
    },
  );
}

function revokeKey(app: ApiApp, parts: ApiParts): void {
  app.delete(
    '/api-keys/:id',
    operation(
      {
        id: 'revokeApiKey',
        summary: 'Takes a key out of force, at once',
        tag: 'staff',
        scope: 'admin',
        answers: { 204: { description: 'Done.' } },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request, reply) => {
      const caller = expectPerson(callerOf(request));
      const { id } = request.params;
      const key = (await listApiKeys(parts.views, parts.now())).find((one) => one.id === id);
      if (key === undefined) throw new ProblemError('not-found');
      if (!key.isRevoked) await appended(parts, revocationOf(parts, { key: id, actor: caller.actor }));
      await caller.looked({ count: 1, seqs: [id] });
      return reply.code(204).send(null);
    },
  );
}

/** Takes every key that somebody made out of force; resolves to how many there were. */
export async function revokeKeysOf(
  parts: ApiParts,
  { actor, by }: { readonly by: string; readonly actor: string },
): Promise<number> {
  const keys = await listApiKeys(parts.views, parts.now());
  const theirs = keys.filter((key) => key.by === by && !key.isRevoked);
  for (const { id } of theirs) await appended(parts, revocationOf(parts, { key: id, actor }));
  return theirs.length;
}

function revocationOf(
  { now }: ApiParts,
  { actor, key }: { readonly key: number; readonly actor: string },
): ApiKeyRevokedRecord {
  return { actor, key, kind: 'api-key-revoked', recordedAt: now().toISOString(), v: 1 };
}

function appended({ append }: ApiParts, record: ApiKeyRecord | ApiKeyRevokedRecord): Promise<number> {
  return append([{ subject: 0, conversation: 0, month: 0, record }]);
}

/** A program has nobody to show a key to. */
function expectPerson(caller: Caller): Caller {
  if (caller.viewer.kind !== 'person') throw new ProblemError('not-found');
  return caller;
}

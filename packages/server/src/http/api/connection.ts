// The connection to the WhatsApp platform: what is set, what was seen, and a test that says exactly what is wrong. No secret is told.

import { Type } from '@fastify/type-provider-typebox';
import { connectedNumbers, newestDelivery } from '../../views/connection.ts';
import { ProblemError } from '../problem.ts';
import { WEBHOOK_PATH } from '../webhook.ts';
import { callbackUrl } from '../webhook-reach.ts';
import { callerOf } from './caller.ts';
import type { ConnectionFacts } from './connection-facts.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

/** Adds the routes. */
export function connectionRoutes(app: ApiApp, parts: ApiParts): void {
  getConnection(app, parts);
  testConnection(app, parts);
}

function getConnection(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/connection',
    operation(
      {
        id: 'getConnection',
        summary: 'What is set of the connection to the platform, and what was seen of it',
        tag: 'vault',
        scope: 'admin',
        answers: { 200: json('Without any secret.', shape('Connection')) },
        problems: ['not-configured'],
      },
      {},
    ),
    async (request) => {
      const facts = factsOf(parts);
      const { appSecrets, hasAccessToken, hasVerifyToken, ownTokens, watch } = facts;
      const [numbers, newest] = [await connectedNumbers(parts.views), await newestDelivery(parts.views)];
      await callerOf(request).looked({ count: 1 });
      const deliveredAt = watch.deliveredAt?.toISOString() ?? newest;
      return {
        callbackPath: WEBHOOK_PATH,
        ...(facts.publicUrl === undefined ? {} : { callbackUrl: callbackUrl(facts.publicUrl).href }),
        isDemo: parts.isDemo === true,
        apiHost: new URL(facts.apiUrl).host,
        appSecrets,
        hasVerifyToken,
        hasAccessToken,
        ownTokens,
        numbers,
        ...(watch.handshakeAt === undefined ? {} : { handshakeAt: watch.handshakeAt.toISOString() }),
        strangers: watch.strangers,
        ...(deliveredAt === undefined ? {} : { deliveredAt }),
        ...(watch.refusedAt === undefined ? {} : { refusedAt: watch.refusedAt.toISOString() }),
        refusals: watch.refusals,
      };
    },
  );
}

function testConnection(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/connection/test',
    operation(
      {
        id: 'testConnection',
        summary: 'Reach the webhook from outside, and ask the platform about a number',
        tag: 'vault',
        scope: 'admin',
        answers: { 200: json('What each came to.', shape('ConnectionCheck')) },
        problems: ['not-configured', 'body-too-large', 'media-type-unknown'],
      },
      {
        body: Type.Object(
          { number: Type.Optional(Type.String({ pattern: '^\\d{1,32}$', description: 'phone_number_id' })) },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const facts = factsOf(parts);
      const { number } = request.body;
      await callerOf(request).looked({ count: 1 });
      const [webhook, checked] = await Promise.all([
        facts.reach(),
        number === undefined ? undefined : parts.outgoing?.checkNumber(number),
      ]);
      return {
        webhook,
        ...(number === undefined || checked === undefined ? {} : { number: { id: number, ...checked } }),
      };
    },
  );
}

function factsOf({ connection }: ApiParts): ConnectionFacts {
  if (connection === undefined) throw new ProblemError('not-configured');
  return connection;
}

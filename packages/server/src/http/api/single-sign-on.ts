// Single sign-on as whoever looks after the staff sees it: what is set, whether the provider answers, and a link that is taken away.
// No secret is told.

import { Type } from '@fastify/type-provider-typebox';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { peopleOf } from './people-of.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ key: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }) });

/** Adds the routes. */
export function singleSignOnStaffRoutes(app: ApiApp, parts: ApiParts): void {
  getSingleSignOn(app, parts);
  unlinkMember(app, parts);
}

function getSingleSignOn(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/single-sign-on',
    operation(
      {
        id: 'getSingleSignOn',
        summary: 'What is set of single sign-on, and whether the provider answers now',
        tag: 'staff',
        scope: 'staff:read',
        answers: { 200: json('Without any secret.', shape('SingleSignOn')) },
        problems: ['not-found'],
      },
      {},
    ),
    async (request) => {
      const { accounts, signOn } = peopleOf(parts);
      await callerOf(request).looked({ count: 1 });
      if (signOn === undefined) return { isSet: false, passwords: accounts.passwords };
      const { label, provider } = signOn.settings;
      const problem = await signOn.provider.check();
      return {
        isSet: true,
        passwords: accounts.passwords,
        label,
        issuer: provider.issuer,
        callback: provider.callback,
        ...(problem === undefined ? {} : { problem }),
      };
    },
  );
}

function unlinkMember(app: ApiApp, parts: ApiParts): void {
  app.delete(
    '/staff/:key/link',
    operation(
      {
        id: 'unlinkMember',
        summary: 'Takes somebody’s link to the provider away, and ends the sessions that it began',
        tag: 'staff',
        scope: 'staff',
        answers: { 204: { description: 'Done.' } },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request, reply) => {
      const { accounts } = peopleOf(parts);
      const { key } = request.params;
      if (!(await accounts.links.drop(key))) throw new ProblemError('not-found');
      for (const { factor, id } of await accounts.sessions(key))
        if (factor.startsWith('provider')) await accounts.endSession(id);
      await callerOf(request).looked({ count: 1, asked: key });
      return reply.code(204).send(null);
    },
  );
}

// The people who work here: who they are, what role they have; and one who leaves. What changes somebody's rights asks for a fresh
// second factor, and stands on record with who did it.

import { Type } from '@fastify/type-provider-typebox';
import type { Account } from '../../access/accounts/accounts.ts';
import { ROLES } from '../../access/roles.ts';
import { ProblemError } from '../problem.ts';
import { apiKeyRoutes, revokeKeysOf } from './api-keys.ts';
import { callerOf } from './caller.ts';
import { expectWorks, handOver } from './hand-over.ts';
import { invitationRoutes } from './invitations.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { peopleOf } from './people-of.ts';
import { shape } from './schemas.ts';
import { selfRoutes } from './self.ts';
import { sessionListRoutes } from './sessions.ts';
import { singleSignOnStaffRoutes } from './single-sign-on.ts';

const KEY = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
const ONE = Type.Object({ key: KEY });
const ROLE = Type.String({ enum: [...ROLES] });
const TEAM = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const NAME = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const closed = { additionalProperties: false } as const;

/** Adds the routes. */
export function staffRoutes(app: ApiApp, parts: ApiParts): void {
  listStaff(app, parts);
  changeStaff(app, parts);
  memberLeaves(app, parts);
  invitationRoutes(app, parts);
  sessionListRoutes(app, parts);
  selfRoutes(app, parts);
  apiKeyRoutes(app, parts);
  singleSignOnStaffRoutes(app, parts);
}

function shownOf({ createdAt, email, hasCode, hasTextGrant, id, left, link, name, passkeys, role, team }: Account) {
  return {
    id,
    name,
    email,
    role,
    ...(team === undefined ? {} : { team }),
    hasTextGrant,
    hasCode,
    passkeys,
    ...(link === undefined ? {} : { link: { email: link.email, linkedAt: link.linkedAt } }),
    left,
    createdAt,
  };
}

function listStaff(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/staff',
    operation(
      {
        id: 'listStaff',
        summary: 'Everybody who signs in, or did',
        tag: 'staff',
        scope: 'staff:read',
        answers: { 200: json('The staff.', Type.Object({ items: Type.Array(shape('Member')) }, closed)) },
        problems: ['not-found'],
      },
      {},
    ),
    async (request) => {
      const items = (await peopleOf(parts).accounts.accounts()).map(shownOf);
      await callerOf(request).looked({ count: items.length });
      return { items };
    },
  );
}

function changeStaff(app: ApiApp, parts: ApiParts): void {
  const change = Type.Object(
    {
      role: Type.Optional(ROLE),
      team: Type.Optional(Type.Union([TEAM, Type.Null()])),
      name: Type.Optional(NAME),
      textGrant: Type.Optional(Type.Boolean({ description: 'Whether an auditor reads text.' })),
    },
    closed,
  );
  app.patch(
    '/staff/:key',
    operation(
      {
        id: 'changeMember',
        summary: 'Changes a role, a team, a name, or an auditor’s grant',
        tag: 'staff',
        scope: 'staff',
        answers: { 200: json('As it is now.', shape('Member')) },
        problems: ['not-found', 'last-owner'],
      },
      { params: ONE, body: change },
    ),
    async (request) => {
      const { accounts } = peopleOf(parts);
      const { name, role, team, textGrant } = request.body;
      await expectOwnerLeft(parts, request.params.key, role !== undefined && role !== 'owner');
      await accounts.change(request.params.key, {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role: ROLES.find((one) => one === role) ?? 'analyst' }),
        ...(team === undefined ? {} : { team }),
        ...grantOf(role, textGrant),
      });
      const found = await accounts.account(request.params.key);
      if (found === undefined) throw new ProblemError('not-found');
      await callerOf(request).looked({ count: 1, asked: found.id });
      return shownOf(found);
    },
  );
}

function memberLeaves(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/staff/:key/leave',
    operation(
      {
        id: 'memberLeaves',
        summary:
          'Ends somebody’s access: sessions, factors, password, and the keys they made; hands their conversations over',
        tag: 'staff',
        scope: 'staff',
        answers: {
          200: json('How many conversations went over.', Type.Object({ handedOver: Type.Integer() }, closed)),
        },
        problems: ['not-found', 'last-owner'],
      },
      {
        params: ONE,
        body: Type.Object({ to: Type.Optional({ ...KEY, description: 'Who gets the conversations.' }) }, closed),
      },
    ),
    async (request) => {
      const { accounts } = peopleOf(parts);
      const [caller, from] = [callerOf(request), request.params.key];
      await expectOwnerLeft(parts, from, true);
      const to = request.body.to === undefined ? undefined : await accounts.account(request.body.to);
      if (request.body.to !== undefined && (to === undefined || to.id === from)) throw new ProblemError('not-found');
      expectWorks(to);
      await accounts.leave(from);
      const keys = await revokeKeysOf(parts, { by: `user:${from}`, actor: caller.actor });
      const handedOver = await handOver(parts, { from, to, actor: caller.actor });
      await caller.looked({ count: 1 + keys + handedOver, asked: from });
      return { handedOver };
    },
  );
}

/** The grant is an auditor's, and goes with the role. */
function grantOf(role: string | undefined, said: boolean | undefined): { readonly hasTextGrant?: boolean } {
  if (role !== undefined && role !== 'auditor') return { hasTextGrant: false };
  return said === undefined ? {} : { hasTextGrant: said };
}

/** Somebody must stay who can let others in. */
async function expectOwnerLeft(parts: ApiParts, key: string, isTaken: boolean): Promise<void> {
  const all = await peopleOf(parts).accounts.accounts();
  const one = all.find(({ id }) => id === key);
  if (one === undefined || one.left) throw new ProblemError('not-found');
  const others = all.filter(({ id, left, role }) => id !== key && !left && role === 'owner');
  if (isTaken && one.role === 'owner' && others.length === 0) throw new ProblemError('last-owner');
}

// Invitations: by a link that is shown once, to whoever invites, and opens once.

import { Type } from '@fastify/type-provider-typebox';
import { ROLES } from '../../access/roles.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { peopleOf } from './people-of.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ key: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }) });
const closed = { additionalProperties: false } as const;
const DONE = { 204: { description: 'Done.' } };
const ROLE = Type.String({ enum: [...ROLES] });
const TEAM = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const NAME = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const EMAIL = Type.String({ minLength: 3, maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+$' });

/** Adds the routes. */
export function invitationRoutes(app: ApiApp, parts: ApiParts): void {
  listInvitations(app, parts);
  invite(app, parts);
  uninvite(app, parts);
}

function listInvitations(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/invitations',
    operation(
      {
        id: 'listInvitations',
        summary: 'Invitations that stand',
        tag: 'staff',
        scope: 'staff:read',
        answers: { 200: json('The invitations.', Type.Object({ items: Type.Array(shape('Invitation')) }, closed)) },
        problems: ['not-found'],
      },
      {},
    ),
    async () => ({ items: await peopleOf(parts).accounts.invitations() }),
  );
}

function invite(app: ApiApp, parts: ApiParts): void {
  const draft = Type.Object({ name: NAME, email: EMAIL, role: ROLE, team: Type.Optional(TEAM) }, closed);
  app.post(
    '/invitations',
    operation(
      {
        id: 'invite',
        summary: 'Invites somebody by a link, which is shown once',
        tag: 'staff',
        scope: 'staff',
        answers: {
          201: json(
            'The invitation, and what its link carries.',
            Type.Object({ invitation: shape('Invitation'), token: Type.String() }, closed),
          ),
        },
        problems: ['not-found', 'account-exists'],
      },
      { body: draft },
    ),
    async (request, reply) => {
      const { accounts } = peopleOf(parts);
      const { email, name, role, team } = request.body;
      const known = await accounts.accountOf(email);
      // Whoever left comes back by an invitation.
      if (known !== undefined && !known.left) throw new ProblemError('account-exists');
      const invited = await accounts.invite({
        name,
        email: email.toLowerCase(),
        role: ROLES.find((one) => one === role) ?? 'analyst',
        ...(team === undefined ? {} : { team }),
      });
      await callerOf(request).looked({ count: 1 });
      return reply.code(201).send(invited);
    },
  );
}

function uninvite(app: ApiApp, parts: ApiParts): void {
  app.delete(
    '/invitations/:key',
    operation(
      {
        id: 'uninvite',
        summary: 'Takes an invitation back',
        tag: 'staff',
        scope: 'staff',
        answers: DONE,
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request, reply) => {
      if (!(await peopleOf(parts).accounts.uninvite(request.params.key))) throw new ProblemError('not-found');
      await callerOf(request).looked({ count: 1 });
      return reply.code(204).send(null);
    },
  );
}

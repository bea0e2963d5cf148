// The shapes of what the interface answers of people who work here.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';
import { SETTING_WORDS } from '../../access/accounts/own-tables.ts';
import { PROVIDER_FAULTS } from '../../access/accounts/provider.ts';
import { FACTORS } from '../../access/accounts/sign-in.ts';
import { ROLES } from '../../access/roles.ts';

const role = Type.String({ enum: [...ROLES] });

const member = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    role,
    team: Type.Optional(Type.String()),
    hasTextGrant: Type.Boolean({ description: 'An auditor who reads text.' }),
    hasCode: Type.Boolean({ description: 'An application of codes is their second factor.' }),
    passkeys: Type.Integer(),
    link: Type.Optional(
      Type.Object(
        {
          email: Type.String({ description: 'The address that the provider named when it was made.' }),
          linkedAt: Type.String(),
        },
        { additionalProperties: false, description: 'To whom the account belongs at the organisation’s provider.' },
      ),
    ),
    left: Type.Boolean(),
    createdAt: Type.String(),
  },
  { additionalProperties: false },
);

const invitation = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    role,
    team: Type.Optional(Type.String()),
    expiresAt: Type.String(),
  },
  { additionalProperties: false },
);

const session = Type.Object(
  {
    id: Type.String(),
    member: Type.String(),
    name: Type.String(),
    factor: Type.String({ enum: [...FACTORS] }),
    from: Type.Optional(Type.String({ description: 'The address from which it was begun.' })),
    device: Type.Optional(Type.String()),
    createdAt: Type.String(),
    lastSeenAt: Type.String(),
    current: Type.Boolean(),
  },
  { additionalProperties: false },
);

export const ownSettings: TSchema = Type.Object(
  {
    language: Type.Optional(Type.String({ enum: [...SETTING_WORDS.language] })),
    theme: Type.Optional(Type.String({ enum: [...SETTING_WORDS.theme] })),
    density: Type.Optional(Type.String({ enum: [...SETTING_WORDS.density] })),
    singleKeys: Type.Optional(Type.Boolean({ description: 'Whether single keys act.' })),
    enterSends: Type.Optional(Type.Boolean({ description: 'Whether Enter sends, or begins a new line.' })),
  },
  { additionalProperties: false },
);

const apiKey = Type.Object(
  {
    id: Type.Integer(),
    name: Type.String(),
    scopes: Type.Array(Type.String()),
    by: Type.String({ description: 'Who made it.' }),
    createdAt: Type.String(),
    expiresAt: Type.Optional(Type.String()),
    state: Type.String({ enum: ['in-force', 'expired', 'revoked'] }),
  },
  { additionalProperties: false },
);

const singleSignOn = Type.Object(
  {
    isSet: Type.Boolean(),
    passwords: Type.String({ enum: ['everybody', 'owners'], description: 'Who may sign in with a password.' }),
    label: Type.Optional(Type.String({ description: 'On the button.' })),
    issuer: Type.Optional(Type.String()),
    callback: Type.Optional(Type.String({ description: 'Where the provider has to send people back to.' })),
    problem: Type.Optional(
      Type.String({
        enum: [...PROVIDER_FAULTS],
        description: 'Why the provider does not answer as it has to; absent where it does.',
      }),
    ),
  },
  { additionalProperties: false },
);

type StaffShape = 'Member' | 'SingleSignOn' | 'Invitation' | 'Session' | 'OwnSettings' | 'ApiKey';

export const STAFF_SHAPES: Readonly<Record<StaffShape, TSchema>> = {
  Member: member,
  SingleSignOn: singleSignOn,
  Invitation: invitation,
  Session: session,
  OwnSettings: ownSettings,
  ApiKey: apiKey,
};

// The shapes of what the interface answers of people who work here.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';
import { SETTING_WORDS } from '../../access/accounts/own-tables.ts';
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
    factor: Type.String({ enum: ['password', 'totp', 'passkey', 'recovery'] }),
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

type StaffShape = 'Member' | 'Invitation' | 'Session' | 'OwnSettings' | 'ApiKey';

export const STAFF_SHAPES: Readonly<Record<StaffShape, TSchema>> = {
  Member: member,
  Invitation: invitation,
  Session: session,
  OwnSettings: ownSettings,
  ApiKey: apiKey,
};

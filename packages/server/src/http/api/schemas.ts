// The shapes of what the interface answers, by name: each stands once in its description and is referred to. Ids are seqs of the
// ledger. Members that have no value are absent.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';
import { EVENT_TYPES } from '../../views/event.ts';
import { PROBLEMS } from '../problem.ts';
import { ANSWERING_SHAPES } from './answering-shapes.ts';
import { AUDIT_SHAPES } from './audit-shapes.ts';
import { CONNECTION_SHAPES } from './connection-shapes.ts';
import { IMPORT_SHAPES } from './import-shapes.ts';
import { INBOX_SHAPES } from './inbox-shapes.ts';
import { INTEGRITY_SHAPES } from './integrity-shapes.ts';
import { listShape } from './list-shape.ts';
import { MESSAGE_PART_SHAPES } from './message-part-shapes.ts';
import { PEOPLE_SHAPES } from './people-shapes.ts';
import { PROOF_SHAPES } from './proof-shapes.ts';
import { QUALITY_SHAPES } from './quality-shapes.ts';
import { halt, intended, uploaded } from './sent-shapes.ts';
import { STAFF_SHAPES } from './staff-shapes.ts';

const closed = { additionalProperties: false } as const;
const id = (description: string): TSchema => Type.Integer({ minimum: 0, description });
const wall = Type.String({ description: 'Wall time, YYYY-MM-DDTHH:MM[:SS]; UTC where `zone` says so.' });
const cursor = Type.String({ description: 'Opaque; goes back as it came.' });
const optional = Type.Optional;

/** A reference to a shape of this file. */
export function shape(name: ShapeName): TSchema {
  return Type.Unsafe({ $ref: `${name}#` });
}

const problem = Type.Object(
  {
    type: Type.String({ enum: Object.keys(PROBLEMS).map((kind) => `https://acta.local/problems/${kind}`) }),
    title: Type.String(),
    status: Type.Integer(),
    detail: optional(Type.String()),
  },
  { additionalProperties: true, description: 'RFC 9457. Further members are codes, names of fields and numbers.' },
);

const said = {
  id: id('Entry'),
  at: wall,
  kind: Type.String({ enum: ['message', 'system', 'call', 'deleted'] }),
  text: Type.String(),
  truncated: optional(Type.Boolean({ description: '`text` is the start of a longer one.' })),
};

const media = Type.Object(
  {
    name: optional(Type.String()),
    state: Type.String({ enum: ['present', 'omitted', 'missing'] }),
    mime: optional(Type.String()),
    sizeBytes: optional(Type.Integer()),
    sha256: optional(Type.String()),
    durationMs: optional(Type.Integer()),
    thumbnail: Type.Boolean(),
    reason: optional(Type.String({ description: 'Why it is missing.' })),
  },
  closed,
);

const place = Type.Object(
  {
    latitude: optional(Type.String()),
    longitude: optional(Type.String()),
    live: optional(Type.Boolean()),
    name: optional(Type.String()),
    url: optional(Type.String()),
  },
  closed,
);

const poll = Type.Object(
  {
    question: Type.String(),
    options: Type.Array(Type.Object({ text: Type.String(), votes: Type.Integer() }, closed)),
  },
  closed,
);

/** What stood behind an entry. */
const ERASED_HERE = Type.Array(Type.Unsafe({ $ref: 'ErasedHere#' }), {
  description: 'What stood behind it and was erased by order.',
});

const message = Type.Object(
  {
    ...said,
    conversation: id('Conversation'),
    direction: Type.String({ enum: ['in', 'out', 'none'] }),
    type: Type.String({ description: "The platform's or the export's own type." }),
    zone: optional(Type.String()),
    author: optional(Type.String()),
    person: optional(id('Person who wrote it')),
    origin: optional(Type.String({ enum: ['live', 'echo', 'history', 'standby', 'sent'] })),
    by: optional(Type.String({ description: 'Who wrote it here: `user:<id>`, `api-key:<id>`.' })),
    template: optional(Type.String({ description: 'The name of the template that it was made from.' })),
    wamid: optional(Type.String({ description: "The platform's id." })),
    replyTo: optional(
      Type.Object({ wamid: Type.String(), id: optional(id('The answered entry, where it is held')) }, closed),
    ),
    edited: Type.Boolean(),
    media: optional(Type.Unsafe({ $ref: 'Media#' })),
    location: optional(place),
    poll: optional(poll),
    call: optional(
      Type.Object({ duration: optional(Type.String()), medium: Type.String(), outcome: Type.String() }, closed),
    ),
    system: optional(Type.String()),
    parts: optional(Type.Unsafe({ $ref: 'MessageParts#' })),
    erased: optional(ERASED_HERE),
    state: optional(
      Type.Object(
        {
          state: Type.String({ description: 'The furthest it got: sent, failed, delivered, read, played, deleted.' }),
          times: Type.Object({}, { additionalProperties: Type.String() }),
          code: optional(Type.Integer({ description: "The platform's error code." })),
        },
        closed,
      ),
    ),
    reactions: Type.Array(
      Type.Object({ person: id('Person; 0 unknown'), emoji: Type.String(), at: Type.String() }, closed),
    ),
    flags: Type.Array(Type.String(), { description: 'Rules of input that it does not keep, as rule@member.' }),
    sending: optional(
      Type.Object(
        {
          state: Type.String({
            enum: ['intended', 'waiting', 'attempted', 'accepted', 'refused', 'failed', 'unknown'],
          }),
          reason: optional(Type.String()),
          code: optional(Type.Integer()),
        },
        closed,
      ),
    ),
    withheld: optional(Type.Boolean({ description: 'The sender deleted it; what it said is opened with a reason.' })),
    versions: Type.Array(Type.Object(said, closed), { description: 'Everything it ever said, oldest first.' }),
  },
  closed,
);

const conversation = Type.Object(
  {
    id: id('Conversation'),
    title: Type.String(),
    kind: Type.String({ enum: ['direct', 'group'] }),
    peer: optional(id('Person on the other side')),
    channels: Type.Array(
      Type.Object({ id: id('Channel'), number: Type.String(), display: optional(Type.String()) }, closed),
    ),
    counts: Type.Object(
      { messages: Type.Integer(), system: Type.Integer(), calls: Type.Integer(), deleted: Type.Integer() },
      closed,
    ),
    lastMessage: optional(Type.Unsafe({ $ref: 'Message#' })),
  },
  closed,
);

const hit = Type.Object(
  {
    id: id('Message, or the version of it that holds the words'),
    conversation: id('Conversation'),
    title: Type.String({ description: 'Of the conversation.' }),
    direct: Type.Boolean({ description: 'A conversation of two.' }),
    at: wall,
    zone: optional(Type.String()),
    author: optional(Type.String()),
    name: optional(Type.String({ description: 'As the business calls who wrote it, or as they go by.' })),
    person: optional(id('Person who wrote it')),
    text: Type.String(),
    type: Type.String(),
    media: optional(
      Type.Object({ name: optional(Type.String()), state: Type.String(), sizeBytes: optional(Type.Integer()) }, closed),
    ),
    version: optional(
      Type.Object(
        { of: id('The message it belongs to'), number: Type.Integer(), count: Type.Integer() },
        { ...closed, description: 'Which version of the message it is, from 1; absent where there is but one.' },
      ),
    ),
    ranges: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }, closed), {
      description: 'Where it matches, in UTF-16 units.',
    }),
  },
  closed,
);

const event = Type.Object(
  {
    seq: id('Place in the ledger; the cursor'),
    type: Type.String({ enum: Object.keys(EVENT_TYPES) }),
    at: Type.String({ description: 'When it happened, as far as that is known; otherwise when it was recorded.' }),
    conversation: optional(id('Conversation')),
    person: optional(id('Person')),
    message: optional(id('Message')),
    content: optional(Type.Unsafe({ $ref: 'Message#' })),
    state: optional(Type.String()),
    code: optional(Type.Integer()),
    reason: optional(Type.String()),
    emoji: optional(Type.String()),
    rules: optional(Type.Array(Type.String())),
    into: optional(id('Person')),
    of: optional(id('Merge')),
    category: optional(Type.String()),
    value: optional(Type.String()),
    field: optional(Type.String()),
    name: optional(Type.String()),
    import: optional(id('Import')),
    count: optional(Type.Integer()),
    erased: optional(Type.Array(Type.Object({ first: Type.Integer(), count: Type.Integer() }, closed))),
    scope: optional(Type.String()),
    ids: optional(Type.Array(Type.Integer())),
  },
  closed,
);

const person = Type.Object(
  {
    id: id('Person'),
    me: Type.Boolean({ description: 'The business itself.' }),
    name: optional(Type.String({ description: 'As the business says, else as they go by.' })),
    tags: Type.Array(Type.String(), { description: 'As the business says.' }),
    first: optional(Type.String({ description: 'When something was first said in a conversation of two.' })),
    last: optional(Type.String({ description: 'When something was last said in one.' })),
    names: Type.Array(Type.String()),
    phones: Type.Array(Type.String()),
    identifiers: Type.Array(
      Type.Object(
        {
          kind: Type.String({ enum: ['name', 'phone', 'wa_id', 'bsuid', 'parent_bsuid', 'username'] }),
          value: Type.String(),
          evidence: id('The record that said so first'),
          source: optional(Type.String({ enum: ['export', 'webhook'], description: 'What brought that record.' })),
          since: optional(Type.String({ description: 'Since when it is on record.' })),
          account: optional(Type.String({ description: 'The business account inside which it counts.' })),
          conversation: optional(id('The conversation inside which it counts')),
        },
        closed,
      ),
      { description: 'A username is a label and identifies nobody.' },
    ),
    merged: Type.Array(Type.Object({ person: id('Person'), merge: id('Merge') }, closed), {
      description: 'Those who were taken for this one.',
    }),
    conversations: Type.Array(Type.Integer()),
    messages: Type.Integer(),
  },
  closed,
);

const hookMembers = {
  id: id('Webhook'),
  name: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.String(), { description: 'Kinds of events; all where there are none.' }),
  content: Type.Boolean({ description: 'Messages come with what they say.' }),
  createdAt: Type.String(),
  upTo: Type.Integer({ description: 'It was told of everything up to this seq, as far as that is on record.' }),
  missed: Type.Integer({ description: 'Events that were given up after 36 hours.' }),
};
const newHook = Type.Object(
  { ...hookMembers, secret: Type.String({ description: 'Base64 of 32 bytes, the key of the signature.' }) },
  closed,
);

const delivery = Type.Object(
  {
    id: id('Delivery'),
    receivedAt: Type.String(),
    sizeBytes: Type.Integer(),
    sha256: Type.String({ description: 'Of the body as it arrived, hex.' }),
    signature: Type.Object(
      { hex: Type.String(), secret: Type.Integer() },
      {
        ...closed,
        description: 'It was right when it arrived, by the first or the second secret.',
      },
    ),
    verdict: Type.String({
      enum: ['complete', 'incomplete', 'damaged'],
      description: '`complete`: it still hashes to what arrived. `incomplete`: pieces were erased by order.',
    }),
    pieces: Type.Array(Type.Object({ seq: Type.Integer(), kind: optional(Type.String()) }, closed), {
      description: 'The records that hold it; one without a kind was erased or stayed away.',
    }),
  },
  closed,
);

export type ShapeName =
  | keyof typeof ANSWERING_SHAPES
  | keyof typeof CONNECTION_SHAPES
  | keyof typeof IMPORT_SHAPES
  | keyof typeof INBOX_SHAPES
  | keyof typeof MESSAGE_PART_SHAPES
  | keyof typeof QUALITY_SHAPES
  | keyof typeof STAFF_SHAPES
  | keyof typeof PEOPLE_SHAPES
  | keyof typeof PROOF_SHAPES
  | keyof typeof INTEGRITY_SHAPES
  | keyof typeof AUDIT_SHAPES
  | 'Problem'
  | 'Media'
  | 'Message'
  | 'Messages'
  | 'Conversation'
  | 'Conversations'
  | 'Delivery'
  | 'Hook'
  | 'Hooks'
  | 'NewHook'
  | 'Person'
  | 'People'
  | 'Event'
  | 'Events'
  | 'Hit'
  | 'Found'
  | 'Intended'
  | 'Uploaded'
  | 'Halt'
  | 'Halts'
  | 'Done';

/** Every named shape. */
export const SHAPES: Readonly<Record<ShapeName, TSchema>> = {
  ...ANSWERING_SHAPES,
  ...INBOX_SHAPES,
  ...MESSAGE_PART_SHAPES,
  ...CONNECTION_SHAPES,
  ...IMPORT_SHAPES,
  ...QUALITY_SHAPES,
  ...STAFF_SHAPES,
  ...PEOPLE_SHAPES,
  ...PROOF_SHAPES,
  ...INTEGRITY_SHAPES,
  ...AUDIT_SHAPES,
  Problem: problem,
  Media: media,
  Message: message,
  Conversation: conversation,
  Conversations: listShape('Conversation', { next: optional(cursor) }),
  Delivery: delivery,
  Hook: Type.Object(hookMembers, closed),
  Hooks: listShape('Hook'),
  NewHook: newHook,
  Person: person,
  People: listShape('Person', { next: optional(cursor) }),
  Event: event,
  Events: listShape('Event', { next: Type.Integer({ description: '`after` of the next request.' }) }),
  Hit: hit,
  Found: listShape('Hit', {
    more: Type.Boolean(),
    suggestions: Type.Array(Type.Object({ from: Type.String(), to: Type.String() }, closed), {
      description: 'Words that are held and near to one that is not.',
    }),
    next: optional(cursor),
    counted: optional(
      Type.Object(
        {
          messages: Type.Integer(),
          conversations: Type.Integer(),
          all: Type.Boolean({ description: 'Otherwise there are more.' }),
        },
        closed,
      ),
    ),
  }),
  Intended: intended,
  Uploaded: uploaded,
  Halt: halt,
  Halts: listShape('Halt'),
  Done: Type.Object({ done: Type.Boolean() }, closed),
  Messages: listShape('Message', {
    erasedFirst: optional(
      Type.Array(Type.Unsafe({ $ref: 'ErasedHere#' }), {
        description: 'What stood before all of them and was erased.',
      }),
    ),
    older: optional(cursor),
    newer: optional(cursor),
  }),
};

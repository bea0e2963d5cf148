// What colleagues tell each other at a conversation: notes, which stand on record under its key; and drafts and who is looking, which
// do not.

import { Type } from '@fastify/type-provider-typebox';
import { monthOf } from '../../records/record.ts';
import { type NoteView, notesOf } from '../../views/notes.ts';
import { peerOf } from '../../views/work.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import type { InboxParts } from './inbox.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
const closed = { additionalProperties: false } as const;
const USUAL = 50;
const LONGEST = 4_000;
const LONGEST_DRAFT = 8_000;
const USER = /^user:/;

/** Adds the routes. */
export function noteRoutes(app: ApiApp, parts: InboxParts): void {
  const { api } = parts;
  app.get(
    '/conversations/:id/notes',
    operation(
      {
        id: 'listNotes',
        summary: 'What colleagues wrote beside a conversation, the newest first',
        tag: 'inbox',
        scope: 'read:messages',
        answers: { 200: json('Notes.', shape('Notes')) },
        problems: ['not-found'],
      },
      {
        params: ONE,
        querystring: Type.Object(
          {
            before: Type.Optional(
              Type.Integer({
                minimum: 0,
                maximum: Number.MAX_SAFE_INTEGER,
                description: 'Id of a note: those before it.',
              }),
            ),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: USUAL })),
          },
          closed,
        ),
      },
    ),
    async (request) => {
      const chat = request.params.id;
      if ((await peerOf(api.views.db, chat)) === undefined) throw new ProblemError('not-found');
      const { before, limit = USUAL } = request.query;
      const notes = await notesOf(api.views, { chat, limit, ...(before === undefined ? {} : { before }) });
      await callerOf(request).looked({ chats: [chat], count: notes.length, seqs: notes.map(({ id }) => id) });
      const names = await namesOf(api);
      return { items: notes.map((note) => shown(note, names)) };
    },
  );
  addNote(app, parts);
  drafts(app, parts);
  presence(app, parts);
}

function addNote(app: ApiApp, { api }: InboxParts): void {
  app.post(
    '/conversations/:id/notes',
    operation(
      {
        id: 'addNote',
        summary: 'Write a note that the customer does not see',
        tag: 'inbox',
        scope: 'work',
        answers: { 201: json('The note.', shape('Note')) },
        problems: ['not-found'],
      },
      {
        params: ONE,
        body: Type.Object(
          {
            text: Type.String({ minLength: 1, maxLength: LONGEST, pattern: '\\S' }),
            mentions: Type.Optional(
              Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 20, description: 'Account ids.' }),
            ),
          },
          closed,
        ),
      },
    ),
    async (request, reply) => {
      const chat = request.params.id;
      const { mentions = [], text } = request.body;
      const peer = await peerOf(api.views.db, chat);
      if (peer === undefined) throw new ProblemError('not-found');
      const names = await namesOf(api);
      if (!mentions.every((member) => names.has(member)))
        throw new ProblemError('request-invalid', { fields: ['mentions'] });
      const recordedAt = api.now().toISOString();
      const { actor } = callerOf(request);
      const record = {
        actor,
        chat,
        kind: 'note',
        mentions: [...new Set(mentions)],
        recordedAt,
        text: text.toWellFormed(),
        v: 1,
      } as const;
      const id = await api.append([{ subject: peer, conversation: chat, month: monthOf(recordedAt), record }]);
      return reply.code(201).send(shown({ id, record }, names));
    },
  );
}

function shown({ id, record: { actor, mentions, recordedAt, text } }: NoteView, names: ReadonlyMap<string, string>) {
  const name = names.get(actor.replace(USER, ''));
  return { id, text, actor, mentions: [...mentions], at: recordedAt, ...(name === undefined ? {} : { name }) };
}

/** Names of everybody by account id. */
async function namesOf({ people }: ApiParts): Promise<ReadonlyMap<string, string>> {
  return new Map(((await people?.accounts.accounts()) ?? []).map(({ id, name }) => [id, name]));
}

function drafts(app: ApiApp, { api, desk }: InboxParts): void {
  const draft = Type.Object({ text: Type.String({ maxLength: LONGEST_DRAFT }) }, closed);
  const kept = Type.Object(
    {
      text: Type.String(),
      at: Type.Optional(Type.String({ description: 'When it was kept, or emptied; absent where nothing is known.' })),
    },
    closed,
  );
  const answers = { 200: json('The draft.', kept) };
  app.get(
    '/conversations/:id/draft',
    operation(
      { id: 'getDraft', summary: 'What one has not sent', tag: 'inbox', scope: 'work', answers },
      { params: ONE },
    ),
    async (request) => {
      const found = desk.keptOf(callerOf(request).actor, request.params.id, api.now().getTime());
      return found === undefined ? { text: '' } : { text: found.text, at: new Date(found.atMs).toISOString() };
    },
  );
  app.put(
    '/conversations/:id/draft',
    operation(
      {
        id: 'keepDraft',
        summary: 'Keep what one has not sent, for one’s other devices',
        description: 'In memory alone, until the server stops. Empty: forgotten.',
        tag: 'inbox',
        scope: 'work',
        answers,
        problems: ['not-found'],
      },
      { params: ONE, body: draft },
    ),
    async (request) => {
      const chat = request.params.id;
      if ((await peerOf(api.views.db, chat)) === undefined) throw new ProblemError('not-found');
      const text = request.body.text.toWellFormed();
      const now = api.now();
      desk.draft(callerOf(request).actor, chat, text, now.getTime());
      return { text, at: now.toISOString() };
    },
  );
}

function presence(app: ApiApp, { api, desk }: InboxParts): void {
  app.post(
    '/conversations/:id/presence',
    operation(
      {
        id: 'tellPresence',
        summary: 'Say that one looks at a conversation, and learn who else does',
        description: 'To be said again every ten seconds. Only people are seen; a program learns and is not.',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('Who else looks.', shape('Presence')) },
      },
      {
        params: ONE,
        body: Type.Object({ typing: Type.Optional(Type.Boolean()), leaving: Type.Optional(Type.Boolean()) }, closed),
      },
    ),
    async (request) => {
      const { viewer } = callerOf(request);
      const { leaving = false, typing = false } = request.body;
      const chat = request.params.id;
      if (viewer.kind !== 'person' || leaving) {
        if (viewer.kind === 'person') desk.leave(chat, viewer.id);
        return { others: [] };
      }
      const names = await namesOf(api);
      const others = desk.look(chat, viewer.id, { typing, nowMs: api.now().getTime() });
      return { others: others.map((one) => ({ ...one, name: names.get(one.id) ?? '' })) };
    },
  );
}

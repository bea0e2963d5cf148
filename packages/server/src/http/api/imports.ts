// Files that people bring to be taken in: what is in each, what is asked, how far it is; and what was taken in, which may be withdrawn.

import { Type } from '@fastify/type-provider-typebox';
import type { BroughtAnswers } from '../../intake/brought/brought.ts';
import { listImports } from '../../views/imports.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { answersShape } from './import-shapes.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts, ImportDoor } from './parts.ts';
import { shape } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const KEY = Type.Object({ key: Type.String({ minLength: 1, maxLength: 64 }) });
const IMPORT = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
const RECORDED = 50;

/** Adds the routes. */
export function importRoutes(app: ApiApp, parts: ApiParts): void {
  listFiles(app, parts);
  showFile(app, parts);
  answerFile(app, parts);
  startFile(app, parts);
  endFile(app, parts);
  withdraw(app, parts);
}

/** What is asked of, where anything may be brought. */
export function doorOf({ imports }: ApiParts): ImportDoor {
  if (imports === undefined) throw new ProblemError('not-configured');
  return imports;
}

function listFiles(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/imports',
    operation(
      {
        id: 'listImports',
        summary: 'Files that are brought, and what was taken in',
        tag: 'imports',
        scope: 'import',
        answers: { 200: json('All that are brought, and the newest on record.', shape('ImportFiles')) },
        problems: ['not-configured'],
      },
      {},
    ),
    async (request) => {
      const { jobs } = doorOf(parts);
      const items = jobs.list();
      const rows = await listImports(parts.views, RECORDED);
      await callerOf(request).looked({ count: items.length + rows.length });
      const recorded = rows.map((row) =>
        row.state === 'open' && row.id < jobs.firstSeq ? { ...row, state: 'interrupted' } : row,
      );
      return { items, recorded, lost: jobs.lost };
    },
  );
  app.get(
    '/imports/progress',
    operation(
      {
        id: 'importProgress',
        summary: 'How far each file is, in numbers alone',
        tag: 'imports',
        scope: 'import',
        answers: { 200: json('All of them.', shape('ImportProgress')) },
        problems: ['not-configured'],
      },
      {},
    ),
    async () => ({ items: doorOf(parts).jobs.progress() }),
  );
}

function showFile(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/imports/:key',
    operation(
      {
        id: 'getImport',
        summary: 'One file, with all that is in it',
        tag: 'imports',
        scope: 'import',
        answers: { 200: json('The file.', shape('ImportFile')) },
        problems: ['not-found', 'not-configured'],
      },
      { params: KEY },
    ),
    async (request) => {
      const file = doorOf(parts).jobs.find(request.params.key);
      if (file === undefined) throw new ProblemError('not-found');
      const chats = file.chats.flatMap(({ conversation }) => (conversation === undefined ? [] : [conversation]));
      await callerOf(request).looked({ count: 1, chats: [...new Set(chats)] });
      return file;
    },
  );
}

function answerFile(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/imports/:key/answers',
    operation(
      {
        id: 'answerImport',
        summary: 'Say what only a person can of one of its chats',
        description: 'The order of its dates, who of its authors is our own side, which conversation it belongs to.',
        tag: 'imports',
        scope: 'import',
        answers: { 202: json('It is looked into again.', shape('Done')) },
        problems: ['not-found', 'not-configured', 'body-too-large', 'media-type-unknown'],
      },
      {
        params: KEY,
        body: Type.Object(
          {
            chat: Type.Integer({ minimum: 0, maximum: 100_000, description: 'Which of its chats, from 0.' }),
            ...answersShape,
            start: Type.Optional(Type.Boolean({ description: 'Take it in if nothing more is asked.' })),
          },
          closed,
        ),
      },
    ),
    async (request, reply) => {
      const { actor, looked } = callerOf(request);
      const { chat, start, ...answers } = request.body;
      const said = { chat, answers: answers as BroughtAnswers, ...(start === true ? { starts: actor } : {}) };
      await looked({ count: 1 });
      if (!doorOf(parts).jobs.answer(request.params.key, said)) throw new ProblemError('not-found');
      return reply.code(202).send({ done: true });
    },
  );
}

function startFile(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/imports/:key/start',
    operation(
      {
        id: 'startImport',
        summary: 'Take a file in, after those before it',
        tag: 'imports',
        scope: 'import',
        answers: { 202: json('It waits for its turn, or has begun.', shape('Done')) },
        problems: ['not-found', 'not-configured'],
      },
      { params: KEY },
    ),
    async (request, reply) => {
      const { actor, looked } = callerOf(request);
      await looked({ count: 1 });
      if (!doorOf(parts).jobs.start(request.params.key, actor)) throw new ProblemError('not-found');
      return reply.code(202).send({ done: true });
    },
  );
}

function endFile(app: ApiApp, parts: ApiParts): void {
  app.delete(
    '/imports/:key',
    operation(
      {
        id: 'endImport',
        summary: 'Forget a file, or stop it',
        description: 'One that is being taken in stops, and what it brought is withdrawn; any other is forgotten.',
        tag: 'imports',
        scope: 'import',
        answers: { 200: json('It ends.', shape('Done')) },
        problems: ['not-found', 'not-configured'],
      },
      { params: KEY },
    ),
    async (request) => {
      await callerOf(request).looked({ count: 1 });
      if (!(await doorOf(parts).jobs.end(request.params.key))) throw new ProblemError('not-found');
      return { done: true };
    },
  );
}

function withdraw(app: ApiApp, parts: ApiParts): void {
  const expectImport = async (id: number): Promise<void> => {
    const record = await parts.views.reader.record(id);
    if (record?.kind !== 'import') throw new ProblemError('not-found');
  };
  app.get(
    '/imports/recorded/:id/withdrawal',
    operation(
      {
        id: 'previewWithdrawal',
        summary: 'What withdrawing an import would take',
        tag: 'imports',
        scope: 'import',
        answers: { 200: json('Nothing is changed.', shape('ImportWithdrawal')) },
        problems: ['not-found', 'not-configured'],
      },
      { params: IMPORT },
    ),
    async (request) => {
      const { id } = request.params;
      await expectImport(id);
      const { chats, entries, objects } = await doorOf(parts).preview(id);
      await callerOf(request).looked({ count: 1, seqs: [id], chats: chats.map((one) => one.id) });
      const conversations = chats.map((one) => ({ id: one.id, title: one.title, messages: one.entries }));
      return { messages: entries, objects, conversations };
    },
  );
  app.post(
    '/imports/recorded/:id/withdraw',
    operation(
      {
        id: 'withdrawImport',
        summary: 'Withdraw an import: what it alone brought is shown no more, and erased after thirty days',
        tag: 'imports',
        scope: 'erase',
        answers: {
          200: json('It is withdrawn.', Type.Object({ erasedFrom: Type.String() }, closed)),
        },
        problems: ['not-found', 'not-configured'],
      },
      { params: IMPORT },
    ),
    async (request) => {
      const { id } = request.params;
      const { actor, looked } = callerOf(request);
      await expectImport(id);
      const { eraseFrom } = await doorOf(parts).withdraw(id, actor);
      await looked({ count: 1, seqs: [id] });
      return { erasedFrom: eraseFrom.toISOString() };
    },
  );
}

// Files of messages. What somebody sent is hostile to whoever opens it: it is handed out to be kept, never to be run, under a media
// type from a closed list.

import { Readable } from 'node:stream';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { isEntry, type ObjectRef } from '../../records/conversation.ts';
import { mediaTypeOf } from '../../records/media-type.ts';
import { areShown } from '../../views/conversation.ts';
import { marksOf } from '../../views/entry-marks.ts';
import { contentOf } from '../../views/media-content.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type Answer, type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { expectOpen } from './withheld.ts';

const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
const BYTES: Answer = { description: 'The bytes.', content: { '*/*': Type.String({ format: 'binary' }) } };

/** Adds the routes. */
export function mediaRoutes(app: ApiApp, parts: ApiParts): void {
  getMedia(app, parts);
  getThumbnail(app, parts);
  retryMedia(app, parts);
}

function getMedia(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/media/:id',
    operation(
      {
        id: 'getMedia',
        summary: 'The file of a message, or a range of it',
        description: 'By the id of the message.',
        tag: 'media',
        scope: 'read:media',
        answers: { 200: BYTES, 206: { ...BYTES, description: 'The range of bytes that was asked for.' } },
        problems: ['not-found', 'range-invalid'],
      },
      { params: ONE, headers: Type.Object({ range: Type.Optional(Type.String({ maxLength: 100 })) }) },
    ),
    async (request, reply) => {
      const file = await fileOf(parts, request.params.id);
      if (file === undefined) throw new ProblemError('not-found');
      await expectOpen(parts, callerOf(request), request.params.id);
      // No answer says an entity tag or a date: whatever a condition names is not what is held, and the whole is the answer (RFC 9110, 13.1.5).
      const asked = request.raw.headers['if-range'] === undefined ? request.headers.range : undefined;
      const range = rangeOf(asked, file.content.sizeBytes);
      await callerOf(request).looked({ seqs: [request.params.id], count: 1 });
      return sendBytes(parts, reply, { ...file, ...range });
    },
  );
}

function getThumbnail(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/media/:id/thumbnail',
    operation(
      {
        id: 'getThumbnail',
        summary: 'A small picture of the file of a message',
        tag: 'media',
        scope: 'read:media',
        answers: { 200: BYTES },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request, reply) => {
      const { id } = request.params;
      const [isShown] = await areShown(parts.views.db, [id]);
      const content = isShown === true ? (await marksOf(parts.views, [id])).get(id)?.media?.thumbnail : undefined;
      if (content === undefined) throw new ProblemError('not-found');
      await expectOpen(parts, callerOf(request), id);
      await callerOf(request).looked({ seqs: [id], count: 1 });
      return sendBytes(parts, reply, { content, mime: 'image/webp', name: `${id}.webp` });
    },
  );
}

function retryMedia(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/media/:id/retry',
    operation(
      {
        id: 'retryMedia',
        summary: 'Fetch the file of a message again',
        tag: 'media',
        scope: 'read:media',
        answers: { 202: json('It will be fetched.', shape('Done')) },
        problems: ['not-found', 'not-configured'],
      },
      { params: ONE },
    ),
    async (request, reply) => {
      if (parts.outgoing === undefined) throw new ProblemError('not-configured');
      const { actor, looked } = callerOf(request);
      await looked({ seqs: [request.params.id], count: 1 });
      if (!(await parts.outgoing.retryMedia(request.params.id, actor))) throw new ProblemError('not-found');
      return reply.code(202).send({ done: true });
    },
  );
}

interface SentFile {
  readonly content: ObjectRef;
  readonly mime: string;
  readonly name: string;
}

async function fileOf({ views }: ApiParts, id: number): Promise<SentFile | undefined> {
  const content = await contentOf(views, id);
  if (content === undefined) return undefined;
  const record = await views.reader.record(id);
  const isNamed = record?.kind === 'attachment' ? record.name : undefined;
  const name = isNamed ?? (record !== undefined && isEntry(record) ? record.media?.name : undefined) ?? `${id}`;
  const sent = record !== undefined && 'intent' in record ? record.intent?.mime : undefined;
  const said = (await marksOf(views, [id])).get(id)?.media?.mime ?? sent ?? mediaTypeOf(name);
  return { content, name, mime: said !== undefined && HARMLESS.test(said) ? said : 'application/octet-stream' };
}

/** What a browser shows without running anything of it. */
const HARMLESS = /^(?:image\/(?:jpeg|png|webp|gif)|audio\/(?:ogg|mpeg|mp4|aac|amr|wav)|video\/(?:mp4|3gpp|quicktime))$/;

interface Range {
  /** Exclusive end. */
  readonly range?: { readonly start: number; readonly end: number };
}

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** The one range that was asked for; a form of it that is not known here is passed over (RFC 9110, section 14.2). */
function rangeOf(header: string | undefined, size: number): Range {
  const [, first = '', last = ''] = RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return {};
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (start >= end) throw new ProblemError('range-invalid', { sizeBytes: size });
  return { range: { start, end } };
}

async function sendBytes(parts: ApiParts, reply: FastifyReply, file: SentFile & Range): Promise<FastifyReply> {
  const { content, mime, name, range } = file;
  const object = await parts.openObject(content, 'media');
  const { end, start } = range ?? { start: 0, end: content.sizeBytes };
  const stream = Readable.from(range === undefined ? object.open() : object.open(start, end), { objectMode: false });
  stream.once('close', () => void object.close());
  if (range !== undefined) reply.header('content-range', `bytes ${start}-${end - 1}/${content.sizeBytes}`);
  return reply
    .code(range === undefined ? 200 : 206)
    .type(mime)
    .headers({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(QUOTES, escaped)}`,
      'content-length': end - start,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(stream);
}

const QUOTES = /['()*]/g;
const escaped = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

// A file that is brought to be taken in, in pieces: begun with its name and size, then its bytes as they come, from wherever the last
// piece that arrived ended. Nothing of it is held in memory, and a broken connection costs one piece.

import { Readable } from 'node:stream';
import { Type } from '@fastify/type-provider-typebox';
import { ServerError } from '../../server-error.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { doorOf } from './imports.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const BYTES = Type.String({ format: 'binary' });
const NAME_LENGTH = 255;

/** Adds the routes. */
export function importUploadRoutes(app: ApiApp, parts: ApiParts): void {
  beginFile(app, parts);
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: Number.MAX_SAFE_INTEGER }, (_request, bytes, parsed) =>
      parsed(null, bytes),
    );
    takeBytes(scope, parts);
    done();
  });
}

function beginFile(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/imports',
    operation(
      {
        id: 'beginImport',
        summary: 'Begin to bring a file, or go on with it',
        description: 'The same file of the same person goes on where it was: `receivedBytes` says from where.',
        tag: 'imports',
        scope: 'import',
        answers: { 201: json('Its bytes may come.', shape('ImportBegun')) },
        problems: ['not-configured', 'no-room', 'limit-reached', 'body-too-large', 'media-type-unknown'],
      },
      {
        body: Type.Object(
          {
            name: Type.String({ minLength: 1, maxLength: NAME_LENGTH }),
            sizeBytes: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
            changedMs: Type.Integer({
              minimum: 0,
              maximum: 8_640_000_000_000_000,
              description: 'When the file was last changed, in milliseconds since 1970.',
            }),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request, reply) => {
      const { actor, looked } = callerOf(request);
      const begun = await doorOf(parts).jobs.begin({ ...request.body, actor, name: plain(request.body.name) });
      await looked({ count: 1, ...(begun.outcome === 'begun' ? {} : { outcome: 'refused' }) });
      if (begun.outcome === 'no-room') throw new ProblemError('no-room', { freeBytes: begun.freeBytes });
      if (begun.outcome === 'full') throw new ProblemError('limit-reached');
      if (begun.outcome !== 'begun') throw new ProblemError('body-too-large');
      const { key, receivedBytes } = begun;
      return reply.code(201).send({ key, receivedBytes, state: 'uploading' });
    },
  );
}

/** A name is shown and kept: it is no path, and well-formed. */
function plain(name: string): string {
  const last = name.split(SEPARATOR).at(-1) ?? '';
  return last === '' ? 'file' : last.toWellFormed();
}

const SEPARATOR = /[/\\\0]/;

function takeBytes(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/imports/:key/bytes',
    {
      ...operation(
        {
          id: 'bringImport',
          summary: 'The next bytes of a file',
          description: 'What lies behind its announced size is not taken. Once it is whole it is looked into.',
          tag: 'imports',
          scope: 'import',
          answers: { 200: json('They are here.', shape('ImportBegun')) },
          problems: ['not-configured', 'not-found', 'offset-differs', 'no-room', 'media-type-unknown'],
        },
        {
          params: Type.Object({ key: Type.String({ minLength: 1, maxLength: 64 }) }),
          querystring: Type.Object(
            { offset: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) },
            { additionalProperties: false },
          ),
          body: Type.Unsafe<unknown>({ content: { '*/*': { schema: BYTES } } }),
        },
      ),
      // The body is a stream; its place is checked below.
      validatorCompiler: () => () => true,
    },
    async (request) => {
      const { key } = request.params;
      const offset = Number(request.query.offset);
      if (!Number.isSafeInteger(offset) || offset < 0)
        throw new ProblemError('request-invalid', { fields: ['offset'] });
      const bytes = request.body instanceof Readable ? request.body : Readable.from([]);
      try {
        const taken = await doorOf(parts).jobs.take(key, offset, bytes);
        if (taken.outcome === 'missing') throw new ProblemError('not-found');
        const { receivedBytes, state } = taken;
        if (taken.outcome === 'elsewhere') throw new ProblemError('offset-differs', { receivedBytes });
        return { key, receivedBytes, state };
      } catch (error) {
        if (error instanceof ServerError && error.code === 'disk-full') throw new ProblemError('no-room');
        throw error;
      }
    },
  );
}

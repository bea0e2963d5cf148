// A file that a program brings to be sent: the body as it comes, streamed to where it is sealed. A message names it by its hash.

import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { uploadLimitOf } from '@acta/policy';
import { Type } from '@fastify/type-provider-typebox';
import type { UploadOutcome } from '../../workers/send-order.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const BYTES = Type.String({ format: 'binary' });

/** Adds the route, in a scope of its own: nowhere else is a body anything but JSON. */
export function uploadRoutes(app: ApiApp, parts: ApiParts): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: Number.MAX_SAFE_INTEGER }, (_request, bytes, parsed) =>
      parsed(null, bytes),
    );
    uploadRoute(scope, parts);
    done();
  });
}

function uploadRoute(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/media',
    {
      ...operation(
        {
          id: 'uploadMedia',
          summary: 'Bring a file that is to be sent',
          description:
            'The body is the file, its media type stands in `content-type`. A message of the same key names it by its `sha256`, as often as it likes, until it is forgotten. The same bytes again are the same file.',
          tag: 'media',
          scope: 'send',
          answers: { 201: json('It is held.', shape('Uploaded')) },
          problems: ['not-configured', 'media-type-unknown', 'body-too-large', 'file-differs', 'limit-reached'],
        },
        { body: Type.Unsafe<unknown>({ content: { '*/*': { schema: BYTES } } }) },
      ),
      // The body is a stream: what it must be is found out while it is read.
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const { outgoing } = parts;
      if (outgoing === undefined) throw new ProblemError('not-configured');
      const mime = mimeIn(request.headers['content-type'] ?? '');
      if (uploadLimitOf(mime) === undefined) throw new ProblemError('media-type-unknown');
      const bytes = request.body instanceof Readable ? request.body : Readable.from([]);
      const { actor, looked } = callerOf(request);
      const outcome = await outgoing.upload({ actor, mime, bytes, ...announced(request.raw) });
      await looked({ count: 1, ...(outcome.outcome === 'taken' ? {} : { outcome: 'refused' }) });
      return reply.code(201).send(answered(outcome));
    },
  );
}

/** The media type; of its parameters only the one that a voice note has. */
function mimeIn(header: string): string {
  const [type = '', ...more] = header.toLowerCase().split(';');
  const isOpus = more.some((one) => OPUS.test(one));
  return `${type.trim()}${isOpus ? '; codecs=opus' : ''}`;
}

const OPUS = /^\s*codecs="?opus"?\s*$/;

function announced({ headers }: IncomingMessage): { readonly sizeBytes?: number } {
  const sizeBytes = Number(headers['content-length']);
  return Number.isSafeInteger(sizeBytes) ? { sizeBytes } : {};
}

/** The answer, or the problem that it is. */
function answered(outcome: UploadOutcome) {
  switch (outcome.outcome) {
    case 'taken': {
      const { isNew, mime, sha256, sizeBytes, untilMs } = outcome;
      return { sha256, sizeBytes, mime, untilMs, isNew };
    }
    case 'type-unknown':
      throw new ProblemError('media-type-unknown');
    case 'too-large':
      throw new ProblemError('body-too-large');
    case 'differs':
      throw new ProblemError('file-differs');
    case 'full':
      throw new ProblemError('limit-reached');
  }
}

// Finding messages. The words that are searched for are on record only as a keyed digest.

import { Type } from '@fastify/type-provider-typebox';
import { SearchError } from '../../search/index.ts';
import { type Found, searchEntries } from '../../views/search.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const USUAL = 20;

/** Adds the route. */
export function searchRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/search',
    operation(
      {
        id: 'search',
        summary: 'Find messages',
        description: 'Words, "phrases", -minus, prefix*, from:, in:, before:, after:, has:.',
        tag: 'search',
        scope: 'search',
        answers: { 200: json('What was found.', shape('Found')) },
        problems: ['query-invalid'],
      },
      {
        querystring: Type.Object(
          {
            q: Type.String({ minLength: 1, maxLength: 1000 }),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: USUAL })),
            order: Type.Optional(Type.Enum(['newest', 'best'])),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const { limit = USUAL, order = 'newest', q } = request.query;
      const { hits, more, suggestions } = await found(parts, { query: q, limit, order });
      const seqs = hits.map(({ seq }) => seq);
      await callerOf(request).looked({ asked: q, count: hits.length, seqs });
      return {
        items: hits.map(({ chat, seq, ...hit }) => ({ id: seq, conversation: chat, ...hit })),
        more,
        suggestions,
      };
    },
  );
}

/** What is wrong here, not with the query. */
const OF_THE_INDEX = ['index-damaged', 'out-of-order'] as const;

async function found(parts: ApiParts, asked: Parameters<typeof searchEntries>[1]): Promise<Found> {
  try {
    return await searchEntries({ ...parts.views, index: await parts.index() }, asked);
  } catch (error) {
    if (error instanceof SearchError && !OF_THE_INDEX.some((code) => code === error.code))
      throw new ProblemError('query-invalid', { code: error.code });
    throw error;
  }
}

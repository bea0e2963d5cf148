// Finding messages. The words that are searched for are on record only as a keyed digest.

import { Type } from '@fastify/type-provider-typebox';
import type { Viewer } from '../../access/may-see.ts';
import { SearchError } from '../../search/index.ts';
import type { FoundEntry } from '../../views/found-entry.ts';
import { type Found, searchEntries } from '../../views/search.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { cursorNumbers, cursorText } from './cursor.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { isRestricted, yoursAmong } from './yours.ts';

const USUAL = 20;
const COUNTED = 1_000;

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
            cursor: Type.Optional(
              Type.String({ maxLength: 200, description: '`next` of a page; newest first alone.' }),
            ),
            count: Type.Optional(Type.Boolean({ description: 'How many there are, as far as 1,000.' })),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const { count = false, cursor, limit = USUAL, order = 'newest', q } = request.query;
      const { viewer } = callerOf(request);
      const among = (chats: readonly number[]): Promise<ReadonlySet<number>> => yoursAmong(parts, viewer, chats);
      const [at = 0, seq = 0] = cursor === undefined ? [] : cursorNumbers('cursor', cursor, 2);
      const { counted, hits, more, next, suggestions } = await found(parts, {
        query: q,
        limit,
        order,
        ...(cursor === undefined ? {} : { beyond: { at, seq } }),
        ...(count ? { countTo: COUNTED } : {}),
        ...(isRestricted(viewer) ? { among } : {}),
      });
      const seqs = hits.map(({ seq }) => seq);
      await callerOf(request).looked({ asked: q, count: hits.length, seqs });
      return {
        items: eachOnce(hits).flatMap((hit) => (isKeptFrom(viewer, hit) ? [] : [hitView(hit)])),
        more,
        // A word that is near to theirs may stand in another's conversation alone.
        suggestions: isRestricted(viewer) ? [] : suggestions,
        ...(next === undefined ? {} : { next: cursorText(next.at, next.seq) }),
        ...(counted === undefined
          ? {}
          : { counted: { messages: counted.hits, conversations: counted.chats, all: counted.isAll } }),
      };
    },
  );
}

/** What a sender deleted is opened with a reason, and not by searching for it. */
function isKeptFrom({ kind }: Viewer, { deleted }: FoundEntry): boolean {
  return kind === 'person' && deleted === true;
}

/** A message of which several versions were found stands once. */
function eachOnce(hits: readonly FoundEntry[]): FoundEntry[] {
  return [...new Map(hits.map((hit) => [hit.version?.of ?? hit.seq, hit])).values()];
}

function hitView({ chat, deleted: _deleted, seq, ...hit }: FoundEntry) {
  return { id: seq, conversation: chat, ...hit };
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

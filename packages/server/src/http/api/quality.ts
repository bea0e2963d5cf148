// What of the records does not keep the rules of input, and how much there is of everything.

import { Type } from '@fastify/type-provider-typebox';
import { countAll } from '../../views/assurance.ts';
import { flaggedEntries, qualityCounts } from '../../views/quality.ts';
import { callerOf } from './caller.ts';
import { cursorNumbers, cursorText } from './cursor.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const ASKED = {
  rule: Type.Optional(Type.String({ maxLength: 100 })),
  source: Type.Optional(Type.Enum(['webhook', 'export', 'api', 'console'])),
  week: Type.Optional(
    Type.String({
      pattern: '^(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
      description: 'A day of the week that is meant.',
    }),
  ),
};
const USUAL = 50;

/** Adds the routes. */
export function qualityRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/quality',
    operation(
      {
        id: 'getQuality',
        summary: 'Broken rules by rule, source and week, worst first',
        tag: 'quality',
        scope: 'read:quality',
        answers: { 200: json('The counts.', shape('Quality')) },
      },
      { querystring: Type.Object(ASKED, { additionalProperties: false }) },
    ),
    async (request) => ({ items: await qualityCounts(parts.views, request.query) }),
  );
  app.get(
    '/quality/records',
    operation(
      {
        id: 'listFlaggedRecords',
        summary: 'Records that break rules, newest first',
        tag: 'quality',
        scope: 'read:quality',
        answers: { 200: json('A page.', shape('FlaggedRecords')) },
      },
      {
        querystring: Type.Object(
          {
            ...ASKED,
            cursor: Type.Optional(Type.String({ maxLength: 200 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: USUAL })),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const { cursor, limit = USUAL, ...asked } = request.query;
      const [before] = cursor === undefined ? [] : cursorNumbers('cursor', cursor, 1);
      const items = await flaggedEntries(parts.views, { ...asked, limit, ...(before === undefined ? {} : { before }) });
      await callerOf(request).looked({ count: items.length, seqs: items.map(({ entry }) => entry) });
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, ...(last === undefined ? {} : { next: cursorText(last.id) }) };
    },
  );
  app.get(
    '/stats',
    operation(
      {
        id: 'getStats',
        summary: 'How much there is of everything',
        tag: 'vault',
        scope: 'read:quality',
        answers: { 200: json('The counts.', shape('Stats')) },
      },
      {},
    ),
    async () => countAll(parts.views, await parts.size()),
  );
}

// Who is known: by which names, numbers and ids, each with the record that is its evidence. Those who were taken for one are shown as
// one.

import { Type } from '@fastify/type-provider-typebox';
import { mergesOf } from '../../views/merges.ts';
import { type PersonRow, peopleAt, peoplePage } from '../../views/people.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { cursorNumbers, cursorText } from './cursor.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const USUAL = 100;

/** Adds the routes. */
export function peopleRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/people',
    operation(
      {
        id: 'listPeople',
        summary: 'People, in the order in which they came to be known',
        tag: 'people',
        scope: 'read:people',
        answers: { 200: json('A page.', shape('People')) },
      },
      {
        querystring: Type.Object(
          {
            cursor: Type.Optional(Type.String({ maxLength: 200 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: USUAL })),
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const { cursor, limit = USUAL } = request.query;
      const [after = -1] = cursor === undefined ? [] : cursorNumbers('cursor', cursor, 1);
      const { next, people } = await peoplePage(parts.views, { after, limit });
      const items = people.map(personView);
      await callerOf(request).looked({ count: items.length, people: items.map(({ id }) => id) });
      return { items, ...(next === undefined ? {} : { next: cursorText(next) }) };
    },
  );
  app.get(
    '/people/:id',
    operation(
      {
        id: 'getPerson',
        summary: 'A person',
        description: 'Somebody who was taken for another is shown as that one.',
        tag: 'people',
        scope: 'read:people',
        answers: { 200: json('The person.', shape('Person')) },
        problems: ['not-found'],
      },
      { params: Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }) },
    ),
    async (request) => {
      const id = (await mergesOf(parts.views.db)).one(request.params.id);
      const [person] = await peopleAt(parts.views, [id]);
      if (person === undefined) throw new ProblemError('not-found');
      await callerOf(request).looked({ count: 1, people: [id] });
      return personView(person);
    },
  );
}

function personView({ chats, entries, id, known, me, merged, names, phones }: PersonRow) {
  return {
    id,
    me,
    names,
    phones,
    identifiers: known.map(({ chat, ...identifier }) => ({
      ...identifier,
      ...(chat === undefined ? {} : { conversation: chat }),
    })),
    merged,
    conversations: chats,
    messages: entries,
  };
}

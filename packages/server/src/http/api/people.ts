// Who is known: by which names, numbers and ids, each with the record that is its evidence, and where they wrote. Those who were taken
// for one are shown as one.

import { Type } from '@fastify/type-provider-typebox';
import { wallText } from '../../records/wall-time.ts';
import { conversationsAt } from '../../views/conversation-page.ts';
import { mergesOf } from '../../views/merges.ts';
import { type PersonRow, peopleAt, peoplePage } from '../../views/people.ts';
import { peopleFound } from '../../views/people-found.ts';
import { contactTimes, type Evidence, evidenceOf } from '../../views/person-evidence.ts';
import { fieldsNow } from '../../views/person-fields.ts';
import { calledBy } from '../../views/person-names.ts';
import { withdrawnFrom } from '../../views/withdrawn.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { cursorNumbers, cursorText } from './cursor.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { onePerson } from './person-fields.ts';
import { shape } from './schemas.ts';
import { yoursAmong } from './yours.ts';

const USUAL = 100;
const closed = { additionalProperties: false } as const;
const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });

/** Adds the routes. */
export function peopleRoutes(app: ApiApp, parts: ApiParts): void {
  listPeople(app, parts);
  getPerson(app, parts);
  listConversations(app, parts);
}

function listPeople(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/people',
    operation(
      {
        id: 'listPeople',
        summary: 'People, in the order in which they came to be known',
        description: 'With `q` those whose name or field of the business holds it, or whose number does.',
        tag: 'people',
        scope: 'read:people',
        answers: { 200: json('A page.', shape('People')) },
      },
      {
        querystring: Type.Object(
          {
            q: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
            cursor: Type.Optional(Type.String({ maxLength: 200 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: USUAL })),
          },
          closed,
        ),
      },
    ),
    async (request) => {
      const { cursor, limit = USUAL, q } = request.query;
      const [after = -1] = cursor === undefined ? [] : cursorNumbers('cursor', cursor, 1);
      const page = { after, limit };
      const { next, people } =
        q === undefined ? await peoplePage(parts.views, page) : await peopleFound(parts.views, { ...page, called: q });
      const items = await personViews(parts, people);
      const asked = q === undefined ? {} : { asked: q };
      await callerOf(request).looked({ count: items.length, people: items.map(({ id }) => id), ...asked });
      return { items, ...(next === undefined ? {} : { next: cursorText(next) }) };
    },
  );
}

function getPerson(app: ApiApp, parts: ApiParts): void {
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
      { params: ONE },
    ),
    async (request) => {
      const id = (await mergesOf(parts.views.db)).one(request.params.id);
      const found = await peopleAt(parts.views, [id]);
      const evidence = await evidenceOf(
        parts.views,
        found.flatMap(({ known }) => known.map((one) => one.evidence)),
      );
      const [person] = await personViews(parts, found, evidence);
      if (person === undefined) throw new ProblemError('not-found');
      await callerOf(request).looked({ count: 1, people: [id] });
      return person;
    },
  );
}

/** People as they are shown; with what brought each name where that was looked up. */
async function personViews(
  { views }: ApiParts,
  people: readonly PersonRow[],
  evidence: ReadonlyMap<number, Evidence> = new Map(),
) {
  const ids = people.map(({ id }) => id);
  const fields = await fieldsNow(views, ids, ['name', 'tags']);
  const times = await contactTimes(views, people);
  return people.map((person) => {
    const { chats, entries, id, known, me, merged, names, phones } = person;
    const name = fields.get(id)?.get('name')?.[0] ?? calledBy(person);
    return {
      id,
      me,
      ...(name === undefined ? {} : { name }),
      tags: fields.get(id)?.get('tags') ?? [],
      ...times.get(id),
      names,
      phones,
      identifiers: known.map(({ chat, ...identifier }) => {
        const { at, source } = evidence.get(identifier.evidence) ?? {};
        return {
          ...identifier,
          ...(source === undefined ? {} : { source }),
          ...(at === undefined ? {} : { since: at }),
          ...(chat === undefined ? {} : { conversation: chat }),
        };
      }),
      merged,
      conversations: chats,
      messages: entries,
    };
  });
}

function listConversations(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/people/:id/conversations',
    operation(
      {
        id: 'personConversations',
        summary: 'Where a person writes, the latest first',
        description: 'As far as the conversations are the caller’s to see.',
        tag: 'people',
        scope: 'read:people',
        answers: {
          200: json('The conversations.', Type.Object({ items: Type.Array(shape('PersonConversation')) }, closed)),
        },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const id = await onePerson(parts, request.params.id);
      const [person] = await peopleAt(parts.views, [id]);
      const { looked, viewer } = callerOf(request);
      const theirs = [...(await yoursAmong(parts, viewer, person?.chats ?? []))];
      const withdrawn = await withdrawnFrom(parts.views, theirs);
      const items = (await conversationsAt(parts.views, theirs))
        .map(({ channels, counts, id: chat, kind, lastAt, title }) => {
          const eraseFrom = withdrawn.get(chat);
          // The clock of an export names no zone; what came over the network is UTC.
          const last = `${wallText(lastAt)}${channels.length > 0 ? 'Z' : ''}`;
          return {
            id: chat,
            title,
            kind,
            messages: counts.messages,
            last,
            ...(eraseFrom === undefined ? {} : { eraseFrom }),
          };
        })
        .sort((one, other) => (one.last < other.last ? 1 : -1));
      await looked({ count: items.length, people: [id], chats: theirs });
      return { items };
    },
  );
}

// Who is who: people who may be one, are taken for one, are parted again, or are said to be two.

import { Type } from '@fastify/type-provider-typebox';
import { type PersonApartRecord, scopeOfPerson } from '../../records/business.ts';
import { ServerError } from '../../server-error.ts';
import { mergeRecord, splitRecord } from '../../views/merge-order.ts';
import { contactTimes } from '../../views/person-evidence.ts';
import { personMatches } from '../../views/person-matches.ts';
import { personNames } from '../../views/person-names.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { onePerson } from './person-fields.ts';
import { shape } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const ID = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const ONE = Type.Object({ id: ID });
const REASON = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' });

/** Adds the routes. */
export function personMergingRoutes(app: ApiApp, parts: ApiParts): void {
  listMatches(app, parts);
  merge(app, parts);
  part(app, parts);
}

function listMatches(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/people/:id/matches',
    operation(
      {
        id: 'personMatches',
        summary: 'Who may be the same person',
        description: 'By one line in two writings (Mexico, Brazil, Argentina), or one name. Only offered.',
        tag: 'people',
        scope: 'read:people',
        answers: { 200: json('Those who may be.', Type.Object({ items: Type.Array(shape('PersonMatch')) }, closed)) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const person = await onePerson(parts, request.params.id);
      const found = await personMatches(parts.views, person);
      const rows = found.map((one) => one.person);
      const ids = rows.map(({ id }) => id);
      const names = await personNames(parts.views, ids);
      const times = await contactTimes(parts.views, rows);
      await callerOf(request).looked({ count: found.length, people: [person, ...ids] });
      const items = found.map(({ person: { entries, id, phones }, reason, value }) => {
        // Of two with one name, the number tells them apart.
        const told = reason === 'name' ? (phones[0] ?? value) : value;
        return { person: id, name: names.get(id) ?? value, reason, value: told, messages: entries, ...times.get(id) };
      });
      return { items };
    },
  );
}

function merge(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/people/:id/merge',
    operation(
      {
        id: 'mergePeople',
        summary: 'Takes two people for one',
        description: 'A split takes it back.',
        tag: 'people',
        scope: 'merge',
        answers: {
          201: json(
            'The merge.',
            Type.Object({ merge: Type.Integer(), person: Type.Integer(), into: Type.Integer() }, closed),
          ),
        },
        problems: ['not-found', 'merge-refused'],
      },
      { params: ONE, body: Type.Object({ other: ID, reason: REASON }, closed) },
    ),
    async (request, reply) => {
      const { actor, looked } = callerOf(request);
      const { other, reason } = request.body;
      const order = {
        one: request.params.id,
        other,
        reason: reason.trim(),
        recordedAt: parts.now().toISOString(),
        actor,
      };
      const record = await refusing(mergeRecord(parts.views, order));
      const { into, person } = record;
      const seq = await parts.append([{ ...scopeOfPerson(person), record }]);
      await looked({ count: 1, people: [into, person], seqs: [seq] });
      return reply.code(201).send({ merge: seq, person, into });
    },
  );
}

function part(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/merges/:id/split',
    operation(
      {
        id: 'splitPeople',
        summary: 'Takes a merge back: they are two again',
        tag: 'people',
        scope: 'merge',
        answers: { 200: json('The two.', Type.Object({ person: Type.Integer(), into: Type.Integer() }, closed)) },
        problems: ['not-found'],
      },
      { params: ONE, body: Type.Object({ reason: REASON }, closed) },
    ),
    async (request) => {
      const { actor, looked } = callerOf(request);
      const { id } = request.params;
      const reason = request.body.reason.trim();
      const order = { merge: id, reason, recordedAt: parts.now().toISOString(), actor };
      const { into, person, record } = await refusing(splitRecord(parts.views, order));
      const seq = await parts.append([{ ...scopeOfPerson(person), record }]);
      await looked({ count: 1, people: [into, person], seqs: [id, seq] });
      return { person, into };
    },
  );
  app.post(
    '/people/:id/apart',
    operation(
      {
        id: 'keepPeopleApart',
        summary: 'Says that two are not the same, so that it is not offered again',
        tag: 'people',
        scope: 'merge',
        answers: { 204: { description: 'Done.' } },
        problems: ['not-found', 'merge-refused'],
      },
      { params: ONE, body: Type.Object({ other: ID }, closed) },
    ),
    async (request, reply) => {
      const { actor, looked } = callerOf(request);
      const person = await onePerson(parts, request.params.id);
      const other = await onePerson(parts, request.body.other);
      if (person === other) throw new ProblemError('merge-refused', { code: 'person-same' });
      const record: PersonApartRecord = {
        actor,
        kind: 'person-apart',
        other,
        person,
        recordedAt: parts.now().toISOString(),
        v: 1,
      };
      const seq = await parts.append([{ ...scopeOfPerson(person), record }]);
      await looked({ count: 1, people: [person, other], seqs: [seq] });
      return reply.code(204).send();
    },
  );
}

/** What of an order cannot be, as problems. */
async function refusing<T>(order: Promise<T>): Promise<T> {
  try {
    return await order;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    if (error.code === 'person-missing' || error.code === 'merge-missing') throw new ProblemError('not-found');
    if (error.code === 'person-same' || error.code === 'person-own-side')
      throw new ProblemError('merge-refused', { code: error.code });
    throw error;
  }
}

// What the business keeps of a person: what each field says, how it is changed under its rule, every version, and the way back to one.

import { type PersonFieldBreak, personFieldBreak } from '@acta/policy';
import { Type } from '@fastify/type-provider-typebox';
import { type PersonFieldRecord, scopeOfPerson } from '../../records/business.ts';
import { mergesOf } from '../../views/merges.ts';
import { type FieldDefinition, fieldDefinitions, fieldVersions } from '../../views/person-fields.ts';
import { personHistory } from '../../views/person-history.ts';
import { personNames } from '../../views/person-names.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { whoDid } from './who.ts';

const closed = { additionalProperties: false } as const;
const ID = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const KEY = Type.String({ pattern: '^(name|tags|note|[0-9]{1,16})$' });
const ONE = Type.Object({ id: ID });
const VALUES = Type.Array(Type.String({ maxLength: 8_000 }), { maxItems: 30 });
const SEEN = Type.Optional(
  Type.Integer({ minimum: 0, description: 'The version that was seen, 0 for none; another one now is a conflict.' }),
);
const PROBLEMS = ['not-found', 'field-invalid', 'field-changed'] as const;

/** Adds the routes. */
export function personFieldRoutes(app: ApiApp, parts: ApiParts): void {
  readFields(app, parts);
  writeField(app, parts);
  rollBack(app, parts);
  tagPeople(app, parts);
}

function readFields(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/people/:id/fields',
    operation(
      {
        id: 'personFields',
        summary: 'What the business keeps of a person',
        tag: 'people',
        scope: 'read:people',
        answers: {
          200: json('The fields that say something.', Type.Object({ items: Type.Array(shape('PersonField')) }, closed)),
        },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const person = await onePerson(parts, request.params.id);
      const items = await fieldsOf(parts, person);
      await callerOf(request).looked({ count: items.length, people: [person] });
      return { items };
    },
  );
  app.get(
    '/people/:id/history',
    operation(
      {
        id: 'personHistory',
        summary: 'Everything that changed about a person, newest first',
        tag: 'people',
        scope: 'read:people',
        answers: { 200: json('The history.', Type.Object({ items: Type.Array(shape('PersonHistoryLine')) }, closed)) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const person = await onePerson(parts, request.params.id);
      const lines = await personHistory(parts.views, person);
      const who = await whoDid(parts);
      const others = lines.flatMap((one) => ('other' in one ? [one.other] : []));
      const names = await personNames(parts.views, others);
      await callerOf(request).looked({ count: lines.length, people: [person] });
      const items = lines.map((one) => {
        const otherName = 'other' in one ? names.get(one.other) : undefined;
        return { ...one, ...who(one.actor), ...(otherName === undefined ? {} : { otherName }) };
      });
      return { items };
    },
  );
}

/** Who stands for this person. Throws `not-found`. */
export async function onePerson({ views }: ApiParts, id: number): Promise<number> {
  const person = (await mergesOf(views.db)).one(id);
  const row = await views.db.selectFrom('person').select('id').where('id', '=', person).executeTakeFirst();
  if (row === undefined) throw new ProblemError('not-found');
  return person;
}

interface FieldNow {
  readonly key: string;
  readonly values: readonly string[];
  readonly seq?: number;
  readonly version: number;
  readonly broken?: PersonFieldBreak;
}

async function fieldsOf(parts: ApiParts, person: number): Promise<FieldNow[]> {
  const versions = Map.groupBy(await fieldVersions(parts.views, person), ({ record }) => record.field);
  return (await fieldDefinitions(parts.views)).map((definition) => {
    const all = versions.get(definition.key) ?? [];
    const newest = all.at(-1);
    const values = newest?.record.values ?? [];
    const broken = values.map((value) => personFieldBreak(definition.rule, value)).find((one) => one !== undefined);
    return {
      key: definition.key,
      values,
      ...(newest === undefined ? {} : { seq: newest.seq }),
      version: all.length,
      ...(broken === undefined ? {} : { broken }),
    };
  });
}

function writeField(app: ApiApp, parts: ApiParts): void {
  app.put(
    '/people/:id/fields/:key',
    operation(
      {
        id: 'changePersonField',
        summary: 'Changes what a field of a person says',
        description: 'Without values it is empty. Every change is a version.',
        tag: 'people',
        scope: 'write:people',
        answers: { 200: json('As it is now.', shape('PersonField')) },
        problems: [...PROBLEMS],
      },
      { params: Type.Object({ id: ID, key: KEY }), body: Type.Object({ values: VALUES, seen: SEEN }, closed) },
    ),
    async (request) => {
      const person = await onePerson(parts, request.params.id);
      const { seen, values } = request.body;
      return changed(parts, callerOf(request), {
        person,
        field: request.params.key,
        values,
        ...(seen === undefined ? {} : { seen }),
      });
    },
  );
}

function rollBack(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/people/:id/fields/:key/roll-back',
    operation(
      {
        id: 'rollBackPersonField',
        summary: 'Makes an earlier version of a field the newest again',
        description: 'The rule of today decides whether it may say that.',
        tag: 'people',
        scope: 'write:people',
        answers: { 200: json('As it is now.', shape('PersonField')) },
        problems: [...PROBLEMS],
      },
      { params: Type.Object({ id: ID, key: KEY }), body: Type.Object({ to: ID, seen: SEEN }, closed) },
    ),
    async (request) => {
      const person = await onePerson(parts, request.params.id);
      const { seen, to } = request.body;
      const { key } = request.params;
      const versions = await fieldVersions(parts.views, person);
      const target = versions.find(({ record, seq }) => seq === to && record.field === key);
      if (target === undefined) throw new ProblemError('not-found');
      return changed(parts, callerOf(request), {
        person,
        field: key,
        values: target.record.values,
        rolledBackTo: to,
        ...(seen === undefined ? {} : { seen }),
      });
    },
  );
}

interface FieldChange {
  readonly person: number;
  readonly field: string;
  readonly values: readonly string[];
  readonly rolledBackTo?: number;
  readonly seen?: number;
}

async function changed(parts: ApiParts, caller: Caller, change: FieldChange): Promise<FieldNow> {
  const { field, person, seen } = change;
  const definition = (await fieldDefinitions(parts.views)).find(({ key }) => key === field);
  if (definition === undefined) throw new ProblemError('not-found');
  const values = keptValues(definition, change.values);
  const now = (await fieldsOf(parts, person)).find(({ key }) => key === field);
  if (seen !== undefined && seen !== (now?.seq ?? 0)) throw new ProblemError('field-changed', { field });
  if (now !== undefined && isSame(now.values, values)) return now;
  const seq = await parts.append([fieldRecord(parts, caller.actor, { ...change, values })]);
  await caller.looked({ count: 1, people: [person], seqs: [seq] });
  return { key: field, values, seq, version: (now?.version ?? 0) + 1 };
}

/** The values as they are kept. Throws `field-invalid` with what the first of them breaks. */
function keptValues({ key, many, rule }: FieldDefinition, values: readonly string[]): string[] {
  const kept = [...new Set(values.map((value) => value.trim().normalize('NFC')).filter((value) => value !== ''))];
  if (kept.length > many) throw new ProblemError('field-invalid', { field: key, fault: 'too-many', most: many });
  for (const value of kept) {
    const broken = personFieldBreak(rule, value);
    if (broken !== undefined) throw new ProblemError('field-invalid', { field: key, ...broken });
  }
  return kept;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function fieldRecord(parts: ApiParts, actor: string, { field, person, rolledBackTo, values }: FieldChange) {
  const record: PersonFieldRecord = {
    actor,
    field,
    kind: 'person-field',
    person,
    recordedAt: parts.now().toISOString(),
    ...(rolledBackTo === undefined ? {} : { rolledBackTo }),
    v: 1,
    values,
  };
  return { ...scopeOfPerson(person), record };
}

const TAG = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });

function tagPeople(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/people/tags',
    operation(
      {
        id: 'tagPeople',
        summary: 'Puts tags on people, or takes them off',
        description: 'Answers with those of whom something changed; the reverse act undoes it for them.',
        tag: 'people',
        scope: 'write:people',
        answers: { 200: json('What changed.', Type.Object({ people: Type.Array(Type.Integer()) }, closed)) },
        problems: ['not-found', 'field-invalid'],
      },
      {
        body: Type.Object(
          {
            people: Type.Array(ID, { minItems: 1, maxItems: 500 }),
            add: Type.Optional(Type.Array(TAG, { maxItems: 10 })),
            remove: Type.Optional(Type.Array(TAG, { maxItems: 10 })),
          },
          closed,
        ),
      },
    ),
    async (request) => {
      const { add = [], people, remove = [] } = request.body;
      const caller = callerOf(request);
      const definition = (await fieldDefinitions(parts.views)).find(({ key }) => key === 'tags');
      if (definition === undefined) throw new ProblemError('not-found');
      const gone = new Set(keptValues(definition, remove));
      const ones = new Set<number>();
      for (const id of people) ones.add(await onePerson(parts, id));
      const records: ReturnType<typeof fieldRecord>[] = [];
      for (const person of ones) {
        const now = (await fieldsOf(parts, person)).find(({ key }) => key === 'tags')?.values ?? [];
        const values = keptValues(definition, [...now.filter((tag) => !gone.has(tag)), ...add]);
        if (isSame(now, values)) continue;
        records.push(fieldRecord(parts, caller.actor, { person, field: 'tags', values }));
      }
      const touched = records.map(({ record }) => record.person);
      if (records.length > 0) await parts.append(records);
      await caller.looked({ count: touched.length, people: touched });
      return { people: touched };
    },
  );
}

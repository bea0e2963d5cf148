// Which fields the business keeps of people, and what each asks: the owner decides. Before a rule is made, the values that would not
// keep it are listed; they stay as they are, and show what they break.

import { type PersonFieldRule, personFieldBreak, personFieldRuleFault } from '@acta/policy';
import { type Static, Type } from '@fastify/type-provider-typebox';
import type { FieldRuleRecord } from '../../records/business.ts';
import { type FieldDefinition, failingValues, fieldDefinitions, ruleOf } from '../../views/person-fields.ts';
import { personNames } from '../../views/person-names.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { whoDid } from './who.ts';

const closed = { additionalProperties: false } as const;
const KEY = Type.String({ pattern: '^[0-9]{1,16}$' });
const LISTED = 100;
const MOST_FIELDS = 100;

/** Whole: a record holds no other number. */
const BOUND = Type.Integer({ minimum: -1e15, maximum: 1e15 });

const RULE = {
  type: Type.Enum(['text', 'number', 'date', 'choice']),
  least: Type.Optional(BOUND),
  most: Type.Optional(BOUND),
  pattern: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  template: Type.Optional(Type.Enum(['name', 'phone', 'email'])),
  choices: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }), { maxItems: 100 })),
  example: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
};
const FIELD = Type.Object({ title: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), ...RULE }, closed);

type AskedField = Static<typeof FIELD>;

/** Adds the routes. */
export function fieldRuleRoutes(app: ApiApp, parts: ApiParts): void {
  listFields(app, parts);
  tryRule(app, parts);
  makeField(app, parts);
  changeField(app, parts);
}

function listFields(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/fields',
    operation(
      {
        id: 'listFields',
        summary: 'The fields that the business keeps of people',
        tag: 'people',
        scope: 'read:people',
        answers: { 200: json('The fields.', Type.Object({ items: Type.Array(shape('FieldDefinition')) }, closed)) },
      },
      {},
    ),
    async (request) => {
      const who = await whoDid(parts);
      const items = (await fieldDefinitions(parts.views)).map((one) => ({ ...shownField(one), ...who(one.actor) }));
      await callerOf(request).looked({ count: items.length });
      return { items };
    },
  );
}

function shownField({ actor: _actor, rule, ...field }: FieldDefinition) {
  return { ...field, ...rule };
}

function tryRule(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/fields/:key/try',
    operation(
      {
        id: 'tryFieldRule',
        summary: 'Lists the values that would not keep a rule; nothing is changed',
        tag: 'people',
        scope: 'admin',
        answers: { 200: json('The values.', shape('FailingValues')) },
        problems: ['not-found', 'rule-invalid'],
      },
      { params: Type.Object({ key: KEY }), body: Type.Object(RULE, closed) },
    ),
    async (request) => {
      await fieldCalled(parts, request.params.key);
      const rule = ruleIn(request.body);
      const { count, values } = await failingValues(parts.views, { field: request.params.key, rule, limit: LISTED });
      const people = [...new Set(values.map(({ person }) => person))];
      const names = await personNames(parts.views, people);
      await callerOf(request).looked({ count, people });
      const items = values.map((one) => {
        const name = names.get(one.person);
        return { ...one, ...(name === undefined ? {} : { name }) };
      });
      return { count, items };
    },
  );
}

function makeField(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/fields',
    operation(
      {
        id: 'makeField',
        summary: 'Defines a field of people',
        tag: 'people',
        scope: 'admin',
        answers: { 201: json('The field.', shape('FieldDefinition')) },
        problems: ['rule-invalid', 'limit-reached'],
      },
      { body: FIELD },
    ),
    async (request, reply) => {
      if ((await fieldDefinitions(parts.views)).length >= MOST_FIELDS)
        throw new ProblemError('limit-reached', { most: MOST_FIELDS });
      const seq = await defined(parts, callerOf(request), request.body);
      return reply.code(201).send(shownField(await fieldCalled(parts, String(seq))));
    },
  );
}

function changeField(app: ApiApp, parts: ApiParts): void {
  app.put(
    '/fields/:key',
    operation(
      {
        id: 'changeField',
        summary: 'Changes a field or its rule',
        description: 'Values that do not keep the rule stay, and show what they break.',
        tag: 'people',
        scope: 'admin',
        answers: { 200: json('The field.', shape('FieldDefinition')) },
        problems: ['not-found', 'rule-invalid'],
      },
      { params: Type.Object({ key: KEY }), body: FIELD },
    ),
    async (request) => {
      const { key } = request.params;
      await fieldCalled(parts, key);
      await defined(parts, callerOf(request), request.body, { of: Number(key) });
      return shownField(await fieldCalled(parts, key));
    },
  );
  app.delete(
    '/fields/:key',
    operation(
      {
        id: 'removeField',
        summary: 'Takes a field out of use',
        description: 'What it says of people stays on record and is shown no more.',
        tag: 'people',
        scope: 'admin',
        answers: { 204: { description: 'Done.' } },
        problems: ['not-found'],
      },
      { params: Type.Object({ key: KEY }) },
    ),
    async (request, reply) => {
      const { key } = request.params;
      const { example, rule, title = '' } = await fieldCalled(parts, key);
      const said = { title, ...rule, ...(example === undefined ? {} : { example }) };
      await recorded(parts, callerOf(request), said, { of: Number(key), removed: true });
      return reply.code(204).send();
    },
  );
}

async function fieldCalled(parts: ApiParts, key: string): Promise<FieldDefinition> {
  const found = (await fieldDefinitions(parts.views)).find((one) => one.key === key);
  if (found === undefined) throw new ProblemError('not-found');
  return found;
}

/** The rule, once some value can keep it. Throws `rule-invalid`. */
function ruleIn(asked: Omit<AskedField, 'title'>): PersonFieldRule {
  const rule = wholeBounds(ruleOf(asked));
  const fault = personFieldRuleFault(rule);
  if (fault !== undefined) throw new ProblemError('rule-invalid', { fault });
  if (asked.example !== undefined && personFieldBreak(rule, asked.example) !== undefined)
    throw new ProblemError('rule-invalid', { fault: 'example' });
  return rule;
}

/** JSON spells zero in two ways, a record in one. */
function wholeBounds(rule: PersonFieldRule): PersonFieldRule {
  const { least, most } = rule;
  return { ...rule, ...(least === 0 ? { least: 0 } : {}), ...(most === 0 ? { most: 0 } : {}) };
}

async function defined(
  parts: ApiParts,
  caller: Caller,
  asked: AskedField,
  more: Pick<FieldRuleRecord, 'of'> = {},
): Promise<number> {
  const rule = ruleIn(asked);
  const example = asked.example === undefined ? {} : { example: asked.example };
  return recorded(parts, caller, { title: asked.title.trim(), ...rule, ...example }, more);
}

async function recorded(
  parts: ApiParts,
  caller: Caller,
  said: Pick<FieldRuleRecord, 'title' | 'example'> & PersonFieldRule,
  more: Pick<FieldRuleRecord, 'of' | 'removed'>,
): Promise<number> {
  const record: FieldRuleRecord = {
    ...said,
    ...more,
    actor: caller.actor,
    kind: 'field-rule',
    recordedAt: parts.now().toISOString(),
    v: 1,
  };
  const seq = await parts.append([{ subject: 0, conversation: 0, month: 0, record }]);
  await caller.looked({ count: 1, seqs: [seq] });
  return seq;
}

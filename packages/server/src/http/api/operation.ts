// How an operation of the interface is declared: its name, what it is for, what a key must be good for, what it takes and every
// answer it may give. The description for programs and the checks at run time both come from here.

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { TSchema } from 'typebox';
import type { ApiScope } from '../../access/scopes.ts';
import { PROBLEMS, type ProblemKind } from '../problem.ts';
import { shape } from './schemas.ts';

/** What a request is made of, as far as the operation takes it. */
export interface Taken {
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly headers?: TSchema;
  readonly body?: TSchema;
}

export interface Described {
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: ApiTag;
  /** What a key must be good for. */
  readonly scope: ApiScope;
  /** Answers that are no problem, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Beside those of every operation. */
  readonly problems?: readonly ProblemKind[];
}

export interface Answer {
  readonly description: string;
  /** By media type; empty where there is no body. */
  readonly content?: Readonly<Record<string, TSchema>>;
}

/** Groups of operations, with what each is. */
export const TAGS = {
  conversations: 'Conversations, and what was said in them.',
  inbox: 'Working at conversations: whose they are, what rests, what colleagues write beside them.',
  people: 'Who is known, by which names and numbers.',
  media: 'Files of messages.',
  imports: 'Chat exports: brought, looked into, taken in, withdrawn.',
  search: 'Finding messages.',
  events: 'What happened, in order: by polling, as a stream, or delivered to an address.',
  quality: 'Rules of input that records do not keep.',
  staff: 'The people who work here: accounts, invitations, sessions.',
  vault: 'The ledger itself.',
  audit: 'Who did what.',
} as const;

export type ApiTag = keyof typeof TAGS;

/** What the description says of an operation. */
export interface Stated {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: string[];
  readonly security: Record<string, string[]>[];
  readonly response: Readonly<Record<string, unknown>>;
  /** Answers that are problems. They are only described: a problem is written as it is, by no shape of its own at each operation. */
  readonly problems: Readonly<Record<string, unknown>>;
}

/** Declares an operation for a route. */
export function operation<T extends Taken>(
  described: Described,
  taken: T,
): { readonly schema: T & Stated; readonly config: { readonly scope: ApiScope } } {
  const { answers, description, id, problems = [], scope, summary, tag } = described;
  const schema: T & Stated = {
    ...taken,
    operationId: id,
    summary,
    description: `${description === undefined ? '' : `${description} `}Scope: \`${scope}\`.`,
    tags: [tag],
    security: [{ apiKey: [] }],
    response: answersOf(answers),
    problems: problemAnswers([...ALWAYS, ...problems]),
  };
  return { schema, config: { scope } };
}

/** JSON of this shape. */
export function json(description: string, schema: TSchema): Answer {
  return { description, content: { 'application/json': schema } };
}

function answersOf(answers: Described['answers']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { content = {}, description }]) => {
      const types = Object.entries(content).map(([type, schema]) => [type, { schema }]);
      return [
        status,
        types.length === 0 ? { description, type: 'null' } : { description, content: Object.fromEntries(types) },
      ];
    }),
  );
}

const ALWAYS: readonly ProblemKind[] = ['request-invalid', 'unauthenticated', 'scope-missing', 'internal', 'busy'];

/** Problems that share a status share an answer. */
function problemAnswers(kinds: readonly ProblemKind[]): Readonly<Record<string, unknown>> {
  const byStatus = Map.groupBy(new Set(kinds), (kind) => PROBLEMS[kind].status);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((kind) => `${kind}: ${PROBLEMS[kind].title}`).join(' '),
        content: { 'application/problem+json': { schema: shape('Problem') } },
      },
    ]),
  );
}

/** An instance whose routes know the types of what they declared. */
export type ApiApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

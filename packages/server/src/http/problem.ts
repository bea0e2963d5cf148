// Every error of the API as problem details (RFC 9457): a type from a closed list, a status, a sentence. Nothing of a message and no
// secret stands in one.

import type { FastifyReply } from 'fastify';

/** Kinds of problem with their status and what a programmer reads. */
export const PROBLEMS = {
  'not-found': { status: 404, title: 'There is nothing under this address.' },
  'method-not-allowed': { status: 405, title: 'This address knows no such method.' },
  unauthenticated: { status: 401, title: 'A valid API key is needed.' },
  'scope-missing': { status: 403, title: 'The API key lacks the scope.' },
  'sign-in-failed': { status: 401, title: 'This did not sign anybody in.' },
  'second-factor-needed': { status: 403, title: 'A second factor is needed first.' },
  'confirm-needed': { status: 403, title: 'This asks for a second factor shown within the last minutes.' },
  'role-missing': { status: 403, title: 'The role does not hold this.' },
  'not-yours': { status: 403, title: "The conversation is another person's or another team's." },
  'too-many-attempts': { status: 429, title: 'Too many attempts from here; wait.' },
  'set-up-done': { status: 409, title: 'There is an owner already.' },
  'field-invalid': { status: 422, title: 'The value does not keep the rule of its field.' },
  'field-changed': { status: 409, title: 'Somebody changed the field meanwhile.' },
  'rule-invalid': { status: 422, title: 'No value could keep this rule, or its example does not.' },
  'merge-refused': { status: 422, title: 'These two cannot be taken for one.' },
  'erasure-changed': { status: 409, title: 'It would take another number of records than was counted.' },
  'nothing-to-erase': { status: 409, title: 'Nothing of this is held.' },
  'last-owner': { status: 409, title: 'Somebody must stay who is an owner.' },
  'last-factor': { status: 409, title: 'Nobody stays without a second factor.' },
  'account-exists': { status: 409, title: 'Somebody has an account under this address.' },
  'signature-wrong': { status: 401, title: 'The signature is missing or wrong.' },
  'verify-token-wrong': { status: 403, title: 'The verify token is not the one that is configured.' },
  'request-invalid': { status: 400, title: 'The request does not have the form that the interface describes.' },
  'body-too-large': { status: 413, title: 'The body is larger than this address takes.' },
  'media-type-unknown': { status: 415, title: 'This address does not take that media type.' },
  'idempotency-conflict': { status: 409, title: 'The idempotency key was used for another request.' },
  'refused-by-policy': { status: 422, title: 'A rule refuses to send this.' },
  'message-invalid': { status: 422, title: 'The platform would not take this message.' },
  'file-differs': { status: 422, title: 'The bytes are empty, or not of the media type that they are said to be.' },
  'range-invalid': { status: 416, title: 'The file has no such range.' },
  'address-refused': { status: 422, title: 'An outbound webhook may not go to this address.' },
  'offset-differs': { status: 409, title: 'The bytes do not follow those that are here.' },
  'no-room': { status: 507, title: 'The disk has no room for this.' },
  'limit-reached': { status: 409, title: 'There are as many of these as there may be.' },
  'lint-refused': { status: 422, title: 'The text holds a card or identity number.' },
  'not-configured': { status: 409, title: 'A setting that this needs is missing.' },
  'query-invalid': { status: 400, title: 'The query cannot be understood.' },
  'too-many-followers': {
    status: 429,
    title: 'As many follow already as may at the same time; come later, or ask without waiting.',
  },
  'platform-refused': { status: 409, title: 'The platform did not take it, or did not answer.' },
  'headers-too-large': { status: 431, title: 'The headers are larger than this server takes.' },
  'timed-out': { status: 408, title: 'The request did not arrive in time.' },
  busy: { status: 503, title: 'It could not be made durable now; try again.' },
  internal: { status: 500, title: 'Something went wrong here.' },
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

/** A problem as it is sent. `detail` and further members are codes, names of fields and numbers, never content. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly [member: string]: unknown;
}

/** Thrown by routes; the server's error handler sends it. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(kind: ProblemKind, members: Readonly<Record<string, unknown>> = {}) {
    super(kind);
    this.name = 'ProblemError';
    this.kind = kind;
    this.members = members;
  }
}

/** The problem of a kind. */
export function problemOf(kind: ProblemKind, members: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, title } = PROBLEMS[kind];
  return { type: `https://acta.local/problems/${kind}`, title, status, ...members };
}

/** Sends a problem. */
export function sendProblem(
  reply: FastifyReply,
  kind: ProblemKind,
  members: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const problem = problemOf(kind, members);
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

// The generated client of the server's interface, as this browser's session uses it, and problems as errors. A request that changes
// something carries a header that another site's form cannot set.

import type { ActaPaths } from '@acta/server/client';
import createClient, { type Client } from 'openapi-fetch';

/** What the server answered instead of what was asked for: a kind of RFC 9457 problem, and what it names. */
export class ApiProblem extends Error {
  readonly status: number;
  /** The last part of the problem's type: `unauthenticated`, `busy` … or `unreachable`, where nobody answered. */
  readonly kind: string;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, kind: string, members: Readonly<Record<string, unknown>> = {}) {
    super(kind);
    this.status = status;
    this.kind = kind;
    this.members = members;
  }
}

export const api: Client<ActaPaths> = createClient<ActaPaths>({
  baseUrl: '',
  credentials: 'same-origin',
  headers: { 'x-acta-console': '1' },
});

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for. Throws `ApiProblem`. */
export async function ask<T>(asked: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await reached(asked);
  tellKept(response);
  if (response.ok && error === undefined) return data as T;
  throw problemOf(response.status, error);
}

/** A request beside the generated ones: files that go up, what a page streams. Throws `ApiProblem`. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'x-acta-console': '1', ...init.headers };
  const response = await reached(fetch(path, { ...init, headers, credentials: 'same-origin' }));
  tellKept(response);
  if (response.ok) return response;
  throw problemOf(response.status, await response.json().catch(() => undefined));
}

let heard: () => void = () => undefined;

/** Calls when this device answered with what it had kept, because nobody else did. */
export function whenKept(tell: () => void): void {
  heard = tell;
}

function tellKept({ headers }: Response): void {
  if (headers.has('x-acta-kept')) heard();
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'unreachable');
  }
}

let refused: () => void = () => undefined;

/** Calls when the server no longer knows who asks, whatever was asked. */
export function whenUnknown(tell: () => void): void {
  refused = tell;
}

function problemOf(status: number, body: unknown): ApiProblem {
  if (status === 401) refused();
  const members = typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  const type = typeof members['type'] === 'string' ? members['type'] : '';
  return new ApiProblem(status, type.slice(type.lastIndexOf('/') + 1) || 'internal', members);
}

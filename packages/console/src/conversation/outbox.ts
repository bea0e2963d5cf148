// What was written here and is on its way to the server: kept first, then tried under one key, so that a try that is repeated sends
// nothing twice. Without a network it waits; when the network is back it goes out by itself, in its order.

import { ApiProblem, api, ask, request } from '../api/client.ts';
import { allWaiting, dropWaiting, keepWaiting, type Waiting } from './waiting-store.ts';

export interface Pending extends Waiting {
  /** `taken`: the server has it, under this id. `refused`: it was refused after it had waited. */
  readonly state: 'sending' | 'waiting' | 'taken' | 'refused';
  readonly id?: number;
  readonly problem?: ApiProblem;
}

let pending: readonly Pending[] = [];
const told = new Set<() => void>();
let owner = '';
let turn: Promise<void> = Promise.resolve();

function become(next: readonly Pending[]): void {
  pending = next;
  for (const tell of told) tell();
}

function change(key: string, more: Partial<Pending>): void {
  become(pending.map((one) => (one.key === key ? { ...one, ...more } : one)));
}

export function followOutbox(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

export function pendingNow(): readonly Pending[] {
  return pending;
}

/** Takes up what this person left waiting, and tries again whenever the network comes back. */
export async function openOutbox(user: string): Promise<void> {
  if (owner === user) return;
  owner = user;
  const kept = await allWaiting(user);
  become(kept.map((one) => ({ ...one, state: 'waiting' })));
  retryWaiting();
}

/** Tries everything that waits. */
export function retryWaiting(): void {
  for (const { key, state } of pending) if (state === 'waiting') void attempt(key).catch(() => undefined);
}

/** Sends; throws the `ApiProblem` of a refusal, and then nothing of it is kept here. Where nobody answers it waits. */
export async function send(wanted: Omit<Waiting, 'key' | 'atMs'>): Promise<void> {
  const one: Waiting = { ...wanted, key: crypto.randomUUID(), atMs: Date.now() };
  become([...pending, { ...one, state: 'sending' }]);
  await keepWaiting(one);
  try {
    await attempt(one.key);
  } catch (error) {
    await drop(one.key);
    throw error;
  }
}

/** Forgets something that was not taken. */
export async function drop(key: string): Promise<void> {
  become(pending.filter((one) => one.key !== key));
  await dropWaiting(key);
}

/** The feed holds these messages now. */
export function landed(ids: ReadonlySet<number>): void {
  if (pending.some(({ id }) => id !== undefined && ids.has(id)))
    become(pending.filter(({ id }) => id === undefined || !ids.has(id)));
}

/** One after another, so that what was written first goes out first. */
function attempt(key: string): Promise<void> {
  const tried = turn.then(() => attemptNow(key));
  turn = tried.catch(() => undefined);
  return tried;
}

const AWAY: ReadonlySet<string> = new Set([
  'unreachable',
  'busy',
  'internal',
  'unauthenticated',
  'second-factor-needed',
]);

async function attemptNow(key: string): Promise<void> {
  const one = pending.find((candidate) => candidate.key === key);
  if (one === undefined || one.state === 'taken') return;
  const waited = one.state === 'waiting';
  change(key, { state: 'sending' });
  try {
    const id = await call(one);
    change(key, { state: 'taken', id });
    await dropWaiting(key);
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : new ApiProblem(0, 'unreachable');
    if (AWAY.has(problem.kind)) change(key, { state: 'waiting', problem });
    else if (waited) change(key, { state: 'refused', problem });
    else throw problem;
  }
}

async function call({ body, conversation, file, key }: Pending): Promise<number> {
  const sent = file === undefined ? body : withFile(body, await uploaded(file));
  const params = { path: { id: conversation }, header: { 'idempotency-key': key } };
  const { id } = await ask(api.POST('/api/v1/conversations/{id}/messages', { params, body: sent }));
  return id;
}

async function uploaded(file: File): Promise<string> {
  const response = await request('/api/v1/media', {
    method: 'POST',
    headers: { 'content-type': file.type === '' ? 'application/octet-stream' : file.type },
    body: file,
  });
  const { sha256 }: { readonly sha256: string } = await response.json();
  return sha256;
}

function withFile(body: Waiting['body'], sha256: string): Waiting['body'] {
  const { message } = body;
  return 'media' in message ? { ...body, message: { ...message, media: { sha256 } } } : body;
}

if (typeof window !== 'undefined') window.addEventListener('online', retryWaiting);

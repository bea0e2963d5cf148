// The console's service worker: the shell opens without a network, and what was recently read here can be read again. It answers
// from the server whenever the server answers; what it kept is a last resort, marked as such, and gone with the session.

import { forgetAll, keep, kept } from './offline/sealed-store.ts';
import { dropOldShell, file, keepShell, page } from './offline/shell.ts';

/** What is used of a worker's events; the rest of the project knows the names of a page. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: unknown;
}
interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void;
  addEventListener(type: 'message', act: (event: Told) => void): void;
}
declare const self: Worker;
/** The files that the console was built to; the build writes them here. */
declare const SHELL_FILES: readonly string[];

const SESSION = '/api/v1/session';
const SIGN_OUT = '/auth/sign-out';
/** What is worth reading again: no file, no search, nothing of the audit log, and no message that was deleted. */
const READ =
  /^\/api\/v1\/(session|self|inbox|conversations|messages|people|fields|labels|canned-replies)(\/(?!.*\/open$)|$)/u;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell(SHELL_FILES).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldShell(SHELL_FILES), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(forgetAll());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (pathname === SIGN_OUT) event.waitUntil(forgetAll());
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (READ.test(pathname)) event.respondWith(read(event));
});

async function read(event: Fetching): Promise<Response> {
  const { request } = event;
  const address = addressOf(request);
  try {
    const response = await fetch(request);
    event.waitUntil(heard(address, response.clone()).catch(() => undefined));
    return response;
  } catch (error) {
    const held = await kept(address, Date.now()).catch(() => undefined);
    if (held === undefined) throw error;
    const headers = { 'content-type': held.type, 'x-acta-kept': new Date(held.atMs).toISOString() };
    return new Response(held.body, { headers });
  }
}

function addressOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

/** Keeps what was answered; an answer that says that the session has ended, or is another's, empties the place. */
async function heard(address: string, response: Response): Promise<void> {
  if (response.status === 401) return forgetAll();
  if (response.status !== 200) return;
  const body = await response.text();
  if (address === SESSION && !(await isStillOne(body))) await forgetAll();
  const type = response.headers.get('content-type') ?? 'application/json';
  await keep(address, { atMs: Date.now(), type, body });
}

interface Who {
  readonly state?: string;
  readonly user?: { readonly id?: string };
}

/** Whether the person who sits here is signed in, and the one of whom things are kept. */
async function isStillOne(body: string): Promise<boolean> {
  const now: Who = JSON.parse(body);
  if (now.state !== 'signed-in') return false;
  const held = await kept(SESSION, Date.now());
  if (held === undefined) return true;
  const before: Who = JSON.parse(held.body);
  return before.user?.id === now.user?.id;
}

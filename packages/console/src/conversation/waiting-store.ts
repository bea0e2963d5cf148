// Where what somebody wrote lies until the server has it: this browser's IndexedDB, so that neither a closed tab nor a lost network
// loses it. Nothing else of a conversation is kept here.

import type { ActaPaths } from '@acta/server/client';

/** The body of a request to send. */
export type SendBody =
  ActaPaths['/api/v1/conversations/{id}/messages']['post']['requestBody']['content']['application/json'];

/** Something that is to be sent. */
export interface Waiting {
  /** The idempotency key: the same one in every try. */
  readonly key: string;
  /** Account id of who wrote it; nobody else's browser session sends it. */
  readonly user: string;
  readonly conversation: number;
  readonly body: SendBody;
  readonly file?: File;
  readonly atMs: number;
}

const NAME = 'acta';
const STORE = 'waiting';

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'key' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('indexeddb'));
  });
  return opened;
}

async function done<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const store = (await database()).transaction(STORE, mode).objectStore(STORE);
    return await new Promise<T>((resolve, reject) => {
      const asked = act(store);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('indexeddb'));
    });
  } catch {
    // A browser that keeps nothing still sends; it only forgets when it is closed.
    return undefined;
  }
}

export async function keepWaiting(one: Waiting): Promise<void> {
  await done('readwrite', (store) => store.put(one));
}

export async function dropWaiting(key: string): Promise<void> {
  await done('readwrite', (store) => store.delete(key));
}

/** What one person wrote here and nobody has taken yet, oldest first. */
export async function allWaiting(user: string): Promise<readonly Waiting[]> {
  const all: readonly Waiting[] = (await done('readonly', (store) => store.getAll())) ?? [];
  return all.filter((one) => one.user === user).sort((one, other) => one.atMs - other.atMs);
}

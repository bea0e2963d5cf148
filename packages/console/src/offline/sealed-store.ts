// Where this device keeps what was recently read: IndexedDB, sealed by AES-256-GCM under a key that the browser holds and hands to
// nobody, not even to this page. Names of rows are told by a keyed hash, so that no address can be read either. When the key is
// dropped, with signing out, what is left over says nothing.

const NAME = 'acta-read';
const KEYS = 'keys';
const ROWS = 'rows';

/** How much, and how long: enough to work on in a lift or a train, and not a second archive. */
const MOST_ROWS = 400;
const LARGEST_BYTES = 1_000_000;
const LONGEST_MS = 72 * 3_600_000;

interface Row {
  readonly name: string;
  readonly atMs: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

interface DeviceKeys {
  readonly seal: CryptoKey;
  readonly name: CryptoKey;
}

/** Something that was read here, and when. */
export interface Kept {
  readonly atMs: number;
  readonly type: string;
  readonly body: string;
}

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(KEYS);
      asked.result.createObjectStore(ROWS, { keyPath: 'name' }).createIndex('atMs', 'atMs');
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('indexeddb'));
  });
  return opened;
}

async function within<T>(
  store: typeof KEYS | typeof ROWS,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const held = (await database()).transaction(store, mode).objectStore(store);
  return new Promise((resolve, reject) => {
    const asked = act(held);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('indexeddb'));
  });
}

/** The keys of this device. They are made with the first thing that is kept. */
async function keysHere(): Promise<DeviceKeys> {
  const [seal, name] = await Promise.all([
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  const held = (await database()).transaction(KEYS, 'readwrite').objectStore(KEYS);
  return new Promise((resolve, reject) => {
    const asked: IDBRequest<DeviceKeys | undefined> = held.get(KEYS);
    asked.onerror = () => reject(asked.error ?? new Error('indexeddb'));
    asked.onsuccess = () => {
      const keys = asked.result ?? { seal, name };
      if (asked.result === undefined) held.put(keys, KEYS);
      resolve(keys);
    };
  });
}

async function nameOf(address: string, { name }: DeviceKeys): Promise<string> {
  const hash = await crypto.subtle.sign('HMAC', name, new TextEncoder().encode(address));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Keeps an answer in the place of an earlier one; what is too large is not kept. */
export async function keep(address: string, { atMs, body, type }: Kept): Promise<void> {
  const plain = new TextEncoder().encode(JSON.stringify({ type, body }));
  if (plain.length > LARGEST_BYTES) return;
  const keys = await keysHere();
  const name = await nameOf(address, keys);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(name);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, keys.seal, plain);
  const row: Row = { name, atMs, iv, sealed };
  await within(ROWS, 'readwrite', (rows) => rows.put(row));
  await dropOldest();
}

/** What was kept of an address, unless it is too old. */
export async function kept(address: string, nowMs: number): Promise<Kept | undefined> {
  const keys = await keysHere();
  const name = await nameOf(address, keys);
  const row: Row | undefined = await within(ROWS, 'readonly', (rows) => rows.get(name));
  if (row === undefined || nowMs - row.atMs > LONGEST_MS) return undefined;
  const additionalData = new TextEncoder().encode(name);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv, additionalData }, keys.seal, row.sealed);
  const { body, type }: Kept = JSON.parse(new TextDecoder().decode(plain));
  return { atMs: row.atMs, type, body };
}

async function dropOldest(): Promise<void> {
  const over = (await within(ROWS, 'readonly', (rows) => rows.count())) - MOST_ROWS;
  if (over <= 0) return;
  const oldest = await within(ROWS, 'readonly', (rows) => rows.index('atMs').getAllKeys(null, over));
  for (const name of oldest) await within(ROWS, 'readwrite', (rows) => rows.delete(name));
}

/** Drops everything, the keys first. */
export async function forgetAll(): Promise<void> {
  await within(KEYS, 'readwrite', (keys) => keys.clear());
  await within(ROWS, 'readwrite', (rows) => rows.clear());
}

// keys.db: the data keys, each wrapped by the cell's root key; secrets of the cell; the ids that were destroyed;
// the suppression list. Apart from what the keys open. A key is called destroyed only when no byte of its row is
// left in the file or its log; its id is never minted again.

import { randomBytes } from 'node:crypto';
import { type DataKeys, deriveKey, type KeyId, LedgerError, unwrapKey, wrapKey } from '@acta/ledger';
import { ServerError } from '../../server-error.ts';
import { type Database, isDamage, migrate, openDatabase, prepared, truncateLog } from './database.ts';

const MIGRATIONS = [
  `
  create table data_key (
    id integer primary key autoincrement,
    purpose integer not null,
    subject integer not null,
    conversation integer not null,
    month integer not null,
    wrapped blob not null
  ) strict;
  create index data_key_scope on data_key (subject, conversation, month, purpose);
  create table destroyed (id integer primary key, seq integer not null) strict;
  create table secret (name text primary key, wrapped blob not null) strict;
  create table suppression (hash blob primary key, seq integer not null) strict, without rowid;
  `,
];

const RECORDS = 0;
const SEGMENTS = 1;
const CACHED_KEYS = 200_000;
const RECORD_KEY = 'data key';
const SECRET = 'secret ';
const SECRET_BYTES = 32;
const FILE = 'keys.db';

/** What one data key covers. `subject` 0: the conversation itself; `conversation` 0: the vault; `month`: year × 12 + month − 1, 0 for what has none. */
export interface KeyScope {
  readonly subject: number;
  readonly conversation: number;
  readonly month: number;
}

export interface StoredKey extends KeyScope {
  readonly id: KeyId;
}

interface KeyRow extends StoredKey {
  readonly wrapped: Uint8Array;
}

export interface KeyStoreOptions {
  readonly file: string;
  readonly root: Uint8Array;
  readonly cellId: Uint8Array;
  readonly readonly?: boolean;
}

export class SqliteKeyStore implements DataKeys {
  private readonly db: Database;
  private readonly cellId: Uint8Array;
  private readonly wrapping: Uint8Array;
  private readonly idOfScope = new Map<string, KeyId>();
  private readonly openKeys = new Map<KeyId, Uint8Array>();

  constructor(options: KeyStoreOptions) {
    this.db = openDatabase({
      file: options.file,
      key: deriveKey(options.root, 'acta/keys.db/v1', 32),
      readonly: options.readonly === true,
    });
    if (options.readonly !== true) migrate(this.db, MIGRATIONS);
    this.cellId = options.cellId;
    this.wrapping = deriveKey(options.root, 'acta/wrapping/v1', 32);
  }

  /** The newest key of each scope, minted where there is none. Durable when this returns. Throws `vault-damaged`. */
  keysFor(scopes: readonly KeyScope[]): KeyId[] {
    const names = scopes.map(scopeName);
    const unknown = new Map<string, KeyScope>();
    for (const [at, scope] of scopes.entries()) {
      const name = names[at] ?? '';
      if (!this.idOfScope.has(name)) unknown.set(name, scope);
    }
    const found = unknown.size === 0 ? undefined : orDamaged(() => this.findOrMint(unknown));
    const ids = names.map((name) => found?.get(name) ?? this.idOfScope.get(name) ?? 0);
    if (found !== undefined) this.remember(found);
    return ids;
  }

  private findOrMint(scopes: ReadonlyMap<string, KeyScope>): ReadonlyMap<string, KeyId> {
    const find = this.db
      .prepare<[number, number, number], number>(
        `select id from data_key where subject = ? and conversation = ? and month = ? and purpose = ${RECORDS} order by id desc limit 1`,
      )
      .pluck();
    return this.minting(() => {
      const ids = new Map<string, KeyId>();
      for (const [name, scope] of scopes) {
        ids.set(name, find.get(scope.subject, scope.conversation, scope.month) ?? this.mint(RECORDS, scope));
      }
      return ids;
    });
  }

  private remember(found: ReadonlyMap<string, KeyId>): void {
    if (this.idOfScope.size + found.size > CACHED_KEYS) this.idOfScope.clear();
    for (const [name, id] of found) this.idOfScope.set(name, id);
  }

  /** One transaction that may mint. What it minted is forgotten if it fails, so that nothing is sealed under a key that is kept nowhere. */
  private minting<T>(work: () => T): T {
    if (this.openKeys.size > CACHED_KEYS) this.openKeys.clear();
    try {
      return this.db.transaction(work).immediate();
    } catch (error) {
      this.openKeys.clear();
      throw error;
    }
  }

  private mint(purpose: number, scope: KeyScope): KeyId {
    const made = this.db
      .prepare('insert into data_key (purpose, subject, conversation, month, wrapped) values (?, ?, ?, ?, ?)')
      .run(purpose, scope.subject, scope.conversation, scope.month, new Uint8Array(0));
    const id = Number(made.lastInsertRowid);
    const key = randomBytes(32);
    const wrapped = this.wrap(id, RECORD_KEY, key);
    this.db.prepare('update data_key set wrapped = ? where id = ?').run(wrapped, id);
    this.openKeys.set(id, key);
    return id;
  }

  /** For each key one under which its survivors are sealed again: same scope, new id. Until `destroy` both live. */
  mintReplacements(olds: readonly KeyId[]): ReadonlyMap<KeyId, { readonly keyId: KeyId; readonly key: Uint8Array }> {
    const scopeOf = this.db.prepare<[number], KeyScope>(
      'select subject, conversation, month from data_key where id = ?',
    );
    this.idOfScope.clear();
    const ids = this.minting(() => {
      return olds.map((old) => {
        const scope = scopeOf.get(old);
        if (scope === undefined) throw new Error('a key that is gone has no replacement');
        return [old, this.mint(RECORDS, scope)] as const;
      });
    });
    return new Map(ids.map(([old, keyId]) => [old, { keyId, key: this.openNow(keyId) }]));
  }

  /** A key for one segment of the search index. */
  async mintForSegment(): Promise<{ id: KeyId; key: Uint8Array }> {
    const scope = { subject: 0, conversation: 0, month: 0 };
    const id = this.minting(() => this.mint(SEGMENTS, scope));
    return { id, key: this.openNow(id) };
  }

  /** Every live key of a segment. */
  segmentKeys(): KeyId[] {
    return this.db.prepare<[], number>(`select id from data_key where purpose = ${SEGMENTS} order by id`).pluck().all();
  }

  async open(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Uint8Array>> {
    const keys = new Map<KeyId, Uint8Array>();
    for (const id of ids) {
      const key = this.openIfLive(id);
      if (key !== undefined) keys.set(id, key);
    }
    return keys;
  }

  /** The key's bytes; for keys that must live. Throws `vault-damaged` for one that is destroyed, was never minted or cannot be read. */
  openNow(id: KeyId): Uint8Array {
    const key = this.openIfLive(id);
    if (key === undefined) throw new ServerError('vault-damaged', { file: FILE });
    return key;
  }

  private openIfLive(id: KeyId): Uint8Array | undefined {
    const cached = this.openKeys.get(id);
    if (cached !== undefined) return cached;
    const find = prepared<[number], Uint8Array>(this.db, 'select wrapped from data_key where id = ?').pluck();
    const key = unlessDamaged(() => {
      const wrapped = find.get(id);
      return wrapped === undefined ? undefined : this.unwrap(id, RECORD_KEY, wrapped);
    });
    if (key === undefined) return undefined;
    if (this.openKeys.size > CACHED_KEYS) this.openKeys.clear();
    this.openKeys.set(id, key);
    return key;
  }

  /** A row that cannot be read counts as live: nothing says that it was destroyed. */
  async state(id: KeyId): Promise<'never' | 'live' | 'erased'> {
    const stands = (table: string) => {
      const one = this.db.prepare<[number], number>(`select 1 from ${table} where id = ?`).pluck();
      return unlessDamaged(() => one.get(id) ?? 0) !== 0;
    };
    if (stands('data_key')) return 'live';
    return stands('destroyed') ? 'erased' : 'never';
  }

  /** The highest id that a key ever had; 0 for none. */
  highestId(): KeyId {
    const last = this.db.prepare<[], number>("select seq from sqlite_sequence where name = 'data_key'").pluck();
    return orDamaged(() => last.get()) ?? 0;
  }

  /** From now on every new id is higher than `id`. For a store that was put back: the ledger knows ids that it does not. */
  neverMintUpTo(id: KeyId): void {
    this.db
      .transaction(() => {
        const last = this.highestId();
        if (last >= id) return;
        this.db.prepare("delete from sqlite_sequence where name = 'data_key'").run();
        this.db.prepare("insert into sqlite_sequence (name, seq) values ('data_key', ?)").run(id);
      })
      .immediate();
  }

  /** Every live record key whose subject is among these, whatever the conversation and month. */
  keysOfSubject(subject: number): StoredKey[] {
    return this.db
      .prepare<[number], StoredKey>(
        `select id, subject, conversation, month from data_key where subject = ? and purpose = ${RECORDS} order by id`,
      )
      .all(subject);
  }

  /** Every live record key of a conversation, whoever the subject. */
  keysOfConversation(conversation: number): StoredKey[] {
    return this.db
      .prepare<[number], StoredKey>(
        `select id, subject, conversation, month from data_key where conversation = ? and purpose = ${RECORDS} order by id`,
      )
      .all(conversation);
  }

  /**
   * Destroys keys by order of the record `seq` and puts hashes on the suppression list, in one transaction.
   * Returns when no byte of the rows is left in file or log. Ids that are gone already are passed over.
   */
  async destroy(ids: readonly KeyId[], seq: number, suppress: readonly Uint8Array[] = []): Promise<void> {
    const remove = this.db.prepare('delete from data_key where id = ?');
    const note = this.db.prepare('insert into destroyed (id, seq) values (?, ?) on conflict do nothing');
    const add = this.db.prepare('insert into suppression (hash, seq) values (?, ?) on conflict do nothing');
    this.db
      .transaction(() => {
        for (const id of ids) {
          remove.run(id);
          note.run(id, seq);
        }
        for (const hash of suppress) add.run(hash, seq);
        this.neverMintUpTo(ids.reduce((highest, id) => Math.max(highest, id), 0));
      })
      .immediate();
    for (const id of ids) this.openKeys.delete(id);
    this.idOfScope.clear();
    await truncateLog(this.db);
  }

  /** Seq of the newest order by which keys were destroyed; 0 for none. */
  newestErasure(): number {
    const newest = this.db.prepare<[], number | null>('select max(seq) from destroyed').pluck();
    return orDamaged(() => newest.get()) ?? 0;
  }

  /** The record that ordered this hash to stay away, if any. */
  suppressedBy(hash: Uint8Array): number | undefined {
    return this.db.prepare<[Uint8Array], number>('select seq from suppression where hash = ?').pluck().get(hash);
  }

  hasSuppressions(): boolean {
    return this.db.prepare<[], number>('select 1 from suppression limit 1').pluck().get() !== undefined;
  }

  /** Takes hashes off the suppression list (a readmission). Returns how many stood on it. */
  readmit(hashes: readonly Uint8Array[]): number {
    const remove = this.db.prepare('delete from suppression where hash = ?');
    return this.db.transaction(() => hashes.reduce((n, hash) => n + remove.run(hash).changes, 0)).immediate();
  }

  /** A secret of the cell (the signing seed, the databases' key), 32 bytes, made at first use. */
  secret(name: string): Uint8Array {
    const find = this.db.prepare<[string], Uint8Array>('select wrapped from secret where name = ?').pluck();
    const wrapped = orDamaged(() => find.get(name));
    if (wrapped !== undefined) return this.unwrapSecret(name, wrapped);
    const made = randomBytes(SECRET_BYTES);
    this.keepSecret(name, made);
    return made;
  }

  private keepSecret(name: string, value: Uint8Array): void {
    const wrapped = this.wrap(0, SECRET + name, value);
    this.db.prepare('insert into secret (name, wrapped) values (?, ?)').run(name, wrapped);
  }

  private unwrapSecret(name: string, wrapped: Uint8Array): Uint8Array {
    return this.unwrap(0, SECRET + name, wrapped);
  }

  /** Writes the whole store into a new file under another root key. Streams; the new file is durable when this returns. */
  async copyTo(target: { readonly file: string; readonly root: Uint8Array }): Promise<void> {
    const next = new SqliteKeyStore({ ...target, cellId: this.cellId });
    try {
      next.db.transaction(() => this.fill(next)).immediate();
      await truncateLog(next.db);
    } finally {
      next.close();
    }
  }

  private fill(next: SqliteKeyStore): void {
    const insert = next.db.prepare(
      'insert into data_key (id, purpose, subject, conversation, month, wrapped) values (?, ?, ?, ?, ?, ?)',
    );
    const rows = this.db.prepare<[], KeyRow & { purpose: number }>(
      'select id, purpose, subject, conversation, month, wrapped from data_key order by id',
    );
    for (const row of rows.iterate()) {
      const key = this.unwrap(row.id, RECORD_KEY, row.wrapped);
      const wrapped = next.wrap(row.id, RECORD_KEY, key);
      insert.run(row.id, row.purpose, row.subject, row.conversation, row.month, wrapped);
    }
    for (const row of this.db.prepare<[], { id: number; seq: number }>('select id, seq from destroyed').iterate()) {
      next.db.prepare('insert into destroyed (id, seq) values (?, ?)').run(row.id, row.seq);
    }
    for (const row of this.db
      .prepare<[], { hash: Uint8Array; seq: number }>('select hash, seq from suppression')
      .iterate()) {
      next.db.prepare('insert into suppression (hash, seq) values (?, ?)').run(row.hash, row.seq);
    }
    const secrets = this.db.prepare<[], { name: string; wrapped: Uint8Array }>('select name, wrapped from secret');
    for (const row of secrets.iterate()) next.keepSecret(row.name, this.unwrapSecret(row.name, row.wrapped));
    next.neverMintUpTo(this.highestId());
  }

  /** Empties the log into the file, so that the file alone is whole. Throws `pinned`. */
  truncateLog(): Promise<void> {
    return truncateLog(this.db);
  }

  private wrap(keyId: KeyId, purpose: string, key: Uint8Array): Uint8Array {
    return wrapKey({ cellId: this.cellId, keyId, purpose, key, by: this.wrapping, randomBytes });
  }

  private unwrap(keyId: KeyId, purpose: string, wrapped: Uint8Array): Uint8Array {
    return unwrapKey({ cellId: this.cellId, keyId, purpose, wrapped, by: this.wrapping });
  }

  close(): void {
    this.db.close();
  }
}

function scopeName(scope: KeyScope): string {
  return `${scope.subject}/${scope.conversation}/${scope.month}`;
}

/** What is read, or undefined where the row or the key in it is not what was written. */
function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isDamage(error) || error instanceof LedgerError) return undefined;
    throw error;
  }
}

/** What is read. Throws `vault-damaged` where the file is not what was written. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isDamage(error)) throw new ServerError('vault-damaged', { file: FILE }, error);
    throw error;
  }
}

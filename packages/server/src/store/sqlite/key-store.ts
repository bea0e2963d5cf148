// keys.db: the data keys, each wrapped by the cell's root key; secrets of the cell; the ids that were destroyed;
// the suppression list. Apart from what the keys open. A key is called destroyed only when no byte of its row is
// left in the file or its log; its id is never minted again.

import { randomBytes } from 'node:crypto';
import { type DataKeys, deriveKey, type KeyId, unwrapKey, wrapKey } from '@acta/ledger';
import { type Database, migrate, openDatabase, truncateLog } from './database.ts';

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

  /** The newest key of each scope, minted where there is none. Durable when this returns. */
  keysFor(scopes: readonly KeyScope[]): KeyId[] {
    const unknown = new Map<string, KeyScope>();
    for (const scope of scopes) {
      const name = scopeName(scope);
      if (!this.idOfScope.has(name)) unknown.set(name, scope);
    }
    if (unknown.size > 0) this.findOrMint(unknown);
    return scopes.map((scope) => this.idOfScope.get(scopeName(scope)) ?? 0);
  }

  private findOrMint(scopes: ReadonlyMap<string, KeyScope>): void {
    const find = this.db
      .prepare<[number, number, number], number>(
        `select id from data_key where subject = ? and conversation = ? and month = ? and purpose = ${RECORDS} order by id desc limit 1`,
      )
      .pluck();
    this.makeRoom(scopes.size);
    this.db
      .transaction(() => {
        for (const [name, scope] of scopes) {
          const known = find.get(scope.subject, scope.conversation, scope.month);
          this.idOfScope.set(name, known ?? this.mint(RECORDS, scope));
        }
      })
      .immediate();
  }

  private makeRoom(coming: number): void {
    if (this.idOfScope.size + coming > CACHED_KEYS) this.idOfScope.clear();
    if (this.openKeys.size + coming > CACHED_KEYS) this.openKeys.clear();
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

  /** A key under which the survivors of `old` are sealed again: same scope, new id. Until `destroy(old)` both live. */
  mintReplacement(old: KeyId): { readonly keyId: KeyId; readonly key: Uint8Array } {
    const scope = this.db
      .prepare<[number], KeyScope>('select subject, conversation, month from data_key where id = ?')
      .get(old);
    if (scope === undefined) throw new Error('a key that is gone has no replacement');
    const keyId = this.db.transaction(() => this.mint(RECORDS, scope)).immediate();
    this.idOfScope.set(scopeName(scope), keyId);
    return { keyId, key: this.openNow(keyId) };
  }

  /** A key for one segment of the search index. */
  async mintForSegment(): Promise<{ id: KeyId; key: Uint8Array }> {
    const scope = { subject: 0, conversation: 0, month: 0 };
    const id = this.db.transaction(() => this.mint(SEGMENTS, scope)).immediate();
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

  /** The key's bytes; for keys that are known to live. */
  openNow(id: KeyId): Uint8Array {
    const key = this.openIfLive(id);
    if (key === undefined) throw new Error('the key is destroyed or was never minted');
    return key;
  }

  private openIfLive(id: KeyId): Uint8Array | undefined {
    const cached = this.openKeys.get(id);
    if (cached !== undefined) return cached;
    const wrapped = this.db.prepare<[number], Uint8Array>('select wrapped from data_key where id = ?').pluck().get(id);
    if (wrapped === undefined) return undefined;
    const key = this.unwrap(id, RECORD_KEY, wrapped);
    this.makeRoom(1);
    this.openKeys.set(id, key);
    return key;
  }

  async state(id: KeyId): Promise<'never' | 'live' | 'erased'> {
    const live = this.db.prepare<[number], number>('select 1 from data_key where id = ?').pluck().get(id);
    if (live !== undefined) return 'live';
    const gone = this.db.prepare<[number], number>('select 1 from destroyed where id = ?').pluck().get(id);
    return gone === undefined ? 'never' : 'erased';
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
      })
      .immediate();
    for (const id of ids) this.openKeys.delete(id);
    this.idOfScope.clear();
    await truncateLog(this.db);
  }

  /** Seq of the newest order by which keys were destroyed; 0 for none. */
  newestErasure(): number {
    return this.db.prepare<[], number | null>('select max(seq) from destroyed').pluck().get() ?? 0;
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
    const wrapped = this.db
      .prepare<[string], Uint8Array>('select wrapped from secret where name = ?')
      .pluck()
      .get(name);
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
    const last = this.db.prepare<[], number>("select seq from sqlite_sequence where name = 'data_key'").pluck().get();
    next.db.prepare("update sqlite_sequence set seq = ? where name = 'data_key'").run(last ?? 0);
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

// keys.db: the data keys, each wrapped by the cell's root key; secrets of the cell; the ids that were destroyed;
// the suppression list. Apart from what the keys open. A key is called destroyed only when no byte of its row is
// left in the file or its log; its id is never minted again.

import { createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey, type KeyId, LedgerError, unwrapKey, wrapKey } from '@acta/ledger';
import { type KeyScope, scopeName } from '../../records/key-scope.ts';
import { SuppressedHashes } from '../../records/suppression.ts';
import { ServerError } from '../../server-error.ts';
import { idsByOrder, type KeyStock, type WrappedSecret } from '../key-stock.ts';
import type { KeyUse, MintedKey, MovableKeys, StoredKey } from '../key-store.ts';
import { type Database, isDamage, migrate, openDatabase, prepared, truncateLog } from './database.ts';
import { insertKeys, replaceSuppressed, stockOf } from './key-stock.ts';

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
const USES: Readonly<Record<KeyUse, number>> = { segment: 1, captures: 2 };
const CACHED_KEYS = 200_000;
const RECORD_KEY = 'data key';
const SECRET = 'secret ';
const SECRET_BYTES = 32;
const FILE = 'keys.db';

interface KeyRow extends StoredKey {
  readonly wrapped: Uint8Array;
}

export interface SqliteKeyStoreOptions {
  readonly file: string;
  readonly root: Uint8Array;
  readonly cellId: Uint8Array;
  readonly readonly?: boolean;
}

export class SqliteKeyStore implements MovableKeys {
  private readonly db: Database;
  private readonly cellId: Uint8Array;
  private readonly wrapping: KeyObject;
  private readonly idOfScope = new Map<string, KeyId>();
  private readonly openKeys = new Map<KeyId, Uint8Array>();
  private list: SuppressedHashes | undefined;

  constructor(options: SqliteKeyStoreOptions) {
    this.db = openDatabase({
      file: options.file,
      key: deriveKey(options.root, 'acta/keys.db/v1', 32),
      readonly: options.readonly === true,
    });
    if (options.readonly !== true) migrate(this.db, MIGRATIONS);
    this.cellId = options.cellId;
    this.wrapping = createSecretKey(deriveKey(options.root, 'acta/wrapping/v1', 32));
  }

  async keysFor(scopes: readonly KeyScope[]): Promise<KeyId[]> {
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
    const find = prepared<[number, number, number], number>(
      this.db,
      `select id from data_key where subject = ? and conversation = ? and month = ? and purpose = ${RECORDS} order by id desc limit 1`,
    ).pluck();
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
    const made = prepared(
      this.db,
      'insert into data_key (purpose, subject, conversation, month, wrapped) values (?, ?, ?, ?, ?)',
    ).run(purpose, scope.subject, scope.conversation, scope.month, new Uint8Array(0));
    const id = Number(made.lastInsertRowid);
    const key = randomBytes(32);
    const wrapped = this.wrap(id, RECORD_KEY, key);
    prepared(this.db, 'update data_key set wrapped = ? where id = ?').run(wrapped, id);
    this.openKeys.set(id, key);
    return id;
  }

  async mintReplacements(olds: readonly KeyId[]): Promise<ReadonlyMap<KeyId, MintedKey>> {
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
    return new Map(ids.map(([old, id]) => [old, { id, key: this.openNow(id) }]));
  }

  async mintFor(use: KeyUse): Promise<MintedKey> {
    const id = this.minting(() => this.mint(USES[use], { subject: 0, conversation: 0, month: 0 }));
    return { id, key: this.openNow(id) };
  }

  async keysOfUse(use: KeyUse): Promise<KeyId[]> {
    const ofNobody = 'select id from data_key where subject = 0 and conversation = 0 and month = 0';
    const sql = `${ofNobody} and purpose = ${USES[use]} order by id`;
    return orDamaged(() => this.db.prepare<[], number>(sql).pluck().all());
  }

  /** Those that are not in memory in one statement; where a row is damaged, one by one. */
  async open(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Uint8Array>> {
    const keys = new Map<KeyId, Uint8Array>();
    const unknown = ids.filter((id) => !this.openKeys.has(id));
    const many = 'select id, wrapped from data_key where id in (select value from json_each(?))';
    const rows = () => prepared<[string], Pick<KeyRow, 'id' | 'wrapped'>>(this.db, many).all(JSON.stringify(unknown));
    const wrapped = new Map(
      (unknown.length < 2 ? [] : (unlessDamaged(rows) ?? [])).map((row) => [row.id, row.wrapped]),
    );
    for (const id of ids) {
      const key = this.openIfLive(id, wrapped.get(id));
      if (key !== undefined) keys.set(id, key);
    }
    return keys;
  }

  /** A key that was just minted. */
  private openNow(id: KeyId): Uint8Array {
    const key = this.openIfLive(id);
    if (key === undefined) throw new ServerError('vault-damaged', { file: FILE });
    return key;
  }

  private openIfLive(id: KeyId, read?: Uint8Array): Uint8Array | undefined {
    const cached = this.openKeys.get(id);
    if (cached !== undefined) return cached;
    const find = prepared<[number], Uint8Array>(this.db, 'select wrapped from data_key where id = ?').pluck();
    const key = unlessDamaged(() => {
      const wrapped = read ?? find.get(id);
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

  async highestId(): Promise<KeyId> {
    return this.highestNow();
  }

  private highestNow(): KeyId {
    const last = this.db.prepare<[], number>("select seq from sqlite_sequence where name = 'data_key'").pluck();
    return orDamaged(() => last.get()) ?? 0;
  }

  async neverMintUpTo(id: KeyId): Promise<void> {
    this.skipTo(id);
  }

  private skipTo(id: KeyId): void {
    this.db
      .transaction(() => {
        const last = this.highestNow();
        if (last >= id) return;
        this.db.prepare("delete from sqlite_sequence where name = 'data_key'").run();
        this.db.prepare("insert into sqlite_sequence (name, seq) values ('data_key', ?)").run(id);
      })
      .immediate();
  }

  async keysOfSubject(subject: number): Promise<StoredKey[]> {
    return this.db
      .prepare<[number], StoredKey>(
        `select id, subject, conversation, month from data_key where subject = ? and purpose = ${RECORDS} order by id`,
      )
      .all(subject);
  }

  async keysOfConversation(conversation: number): Promise<StoredKey[]> {
    return this.db
      .prepare<[number], StoredKey>(
        `select id, subject, conversation, month from data_key where conversation = ? and purpose = ${RECORDS} order by id`,
      )
      .all(conversation);
  }

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
        this.skipTo(ids.reduce((highest, id) => Math.max(highest, id), 0));
      })
      .immediate();
    this.forget(ids);
    await truncateLog(this.db);
  }

  forget(ids: readonly KeyId[]): void {
    for (const id of ids) this.openKeys.delete(id);
    this.idOfScope.clear();
    this.list = undefined;
  }

  async newestErasure(): Promise<number> {
    const newest = this.db.prepare<[], number | null>('select max(seq) from destroyed').pluck();
    return orDamaged(() => newest.get()) ?? 0;
  }

  async suppressed(): Promise<SuppressedHashes> {
    // Every commit of deliveries asks: what is known costs no statement.
    if (this.list !== undefined) return this.list;
    const hashes = this.db.prepare<[], Uint8Array>('select hash from suppression order by hash').pluck();
    this.list = new SuppressedHashes(Buffer.concat(orDamaged(() => hashes.all())));
    return this.list;
  }

  async readmit(hashes: readonly Uint8Array[]): Promise<number> {
    this.list = undefined;
    const remove = this.db.prepare('delete from suppression where hash = ?');
    return this.db.transaction(() => hashes.reduce((n, hash) => n + remove.run(hash).changes, 0)).immediate();
  }

  async secret(name: string): Promise<Uint8Array> {
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

  stock(): KeyStock {
    return { ...stockOf(this.db, RECORDS), highestId: () => this.highestId() };
  }

  async takeStock(stock: KeyStock): Promise<void> {
    for (const secret of await stock.secrets()) this.takeSecret(secret);
    await this.destroy(await this.keysOfUse('segment'), 0);
    for await (const batch of stock.destroyed()) {
      for (const [seq, ids] of idsByOrder(batch)) await this.destroy(ids, seq);
    }
    for await (const batch of stock.keys()) insertKeys(this.db, RECORDS, batch);
    replaceSuppressed(this.db, await stock.suppressed());
    this.skipTo(await stock.highestId());
    this.openKeys.clear();
    this.forget([]);
  }

  private takeSecret({ name, wrapped }: WrappedSecret): void {
    this.db.prepare('insert into secret (name, wrapped) values (?, ?) on conflict do nothing').run(name, wrapped);
    const here = this.db.prepare<[string], Uint8Array>('select wrapped from secret where name = ?').pluck().get(name);
    const [one, other] = [this.unwrapSecret(name, wrapped), this.unwrapSecret(name, here ?? wrapped)];
    if (!timingSafeEqual(one, other)) throw new ServerError('move-target', { place: FILE, reason: 'keys' });
  }

  /** Writes the whole store into a new file under another root key. Streams; the new file is durable when this returns. */
  async copyTo(target: { readonly file: string; readonly root: Uint8Array }): Promise<void> {
    const next = new SqliteKeyStore({ ...target, cellId: this.cellId });
    try {
      next.db.transaction(() => this.fill(next)).immediate();
      await truncateLog(next.db);
    } finally {
      next.closeNow();
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
    next.skipTo(this.highestNow());
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

  async close(): Promise<void> {
    this.closeNow();
  }

  private closeNow(): void {
    this.db.close();
  }
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

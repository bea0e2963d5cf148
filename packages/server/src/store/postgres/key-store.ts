// The data keys of a cell in a PostgreSQL cluster of their own, each wrapped by the root key, which is never there. A key is called
// destroyed only when no byte of its row is left in a table's file or in the write-ahead log (key-store-forgetting.ts says what that
// covers); its id is never minted again.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type KeyId, LedgerError } from '@acta/ledger';
import { type KeyScope, scopeName } from '../../records/key-scope.ts';
import { SuppressedHashes } from '../../records/suppression.ts';
import { ServerError } from '../../server-error.ts';
import { idsByOrder, type KeyStock, type WrappedSecret } from '../key-stock.ts';
import type { KeyUse, MintedKey, MovableKeys, StoredKey } from '../key-store.ts';
import type { DatabasePool, Queryable } from './connection.ts';
import { insertKeys, replaceSuppressed, stockOf } from './key-stock.ts';
import { emptyLog, expectForgetting } from './key-store-forgetting.ts';
import { rewrapKeys, rewrapSecrets } from './key-store-rewrapping.ts';
import {
  DATA_KEY_COLUMN_NAMES as COLUMNS,
  DATA_KEY_COLUMNS,
  dataKeyIndexes,
  keysSchemaOf,
} from './key-store-schema.ts';
import { KeyWrapping } from './key-store-wrapping.ts';

const RECORDS = 0;
const USES: Readonly<Record<KeyUse, number>> = { segment: 1, captures: 2 };
const CACHED_KEYS = 200_000;
const KEY_BYTES = 32;
const NO_SCOPE: KeyScope = { subject: 0, conversation: 0, month: 0 };

export interface PostgresKeyStoreParts {
  /** Sessions whose search path is that of this cell's keys. */
  readonly pool: DatabasePool;
  readonly wrapping: KeyWrapping;
  readonly cellId: Uint8Array;
  /** Of the writer that this store serves: a later one's store takes its place. */
  readonly epoch: number;
}

interface WrappedRow {
  readonly id: KeyId;
  readonly wrapped: Uint8Array;
}

export class PostgresKeyStore implements MovableKeys {
  private readonly pool: DatabasePool;
  private readonly cellId: Uint8Array;
  private readonly wrapping: KeyWrapping;
  private readonly epoch: number;
  private readonly idOfScope = new Map<string, KeyId>();
  private readonly openKeys = new Map<KeyId, Uint8Array>();
  private list: SuppressedHashes | undefined;

  constructor({ cellId, epoch, pool, wrapping }: PostgresKeyStoreParts) {
    this.pool = pool;
    this.cellId = cellId;
    this.epoch = epoch;
    this.wrapping = wrapping;
  }

  async keysFor(scopes: readonly KeyScope[]): Promise<readonly KeyId[]> {
    const names = scopes.map(scopeName);
    const unknown = new Map<string, KeyScope>();
    for (const [at, scope] of scopes.entries()) {
      const name = names[at] ?? '';
      if (!this.idOfScope.has(name)) unknown.set(name, scope);
    }
    const found = unknown.size === 0 ? undefined : await this.findOrMint([...unknown.values()]);
    const ids = names.map((name) => found?.get(name) ?? this.idOfScope.get(name) ?? 0);
    if (found !== undefined) this.remember(found);
    return ids;
  }

  private async findOrMint(scopes: readonly KeyScope[]): Promise<ReadonlyMap<string, KeyId>> {
    const find = `
      select given.at - 1 as at, max(data_key.id) as id
      from unnest($1::int8[], $2::int8[], $3::int4[]) with ordinality as given (subject, conversation, month, at)
      join data_key using (subject, conversation, month) where purpose = ${RECORDS} group by given.at`;
    const columns = [
      scopes.map((one) => one.subject),
      scopes.map((one) => one.conversation),
      scopes.map((one) => one.month),
    ];
    const known = new Map(
      (await this.pool.query<{ at: number; id: KeyId }>(find, columns)).map(({ at, id }) => [at, id] as const),
    );
    const missing = scopes.filter((_, at) => !known.has(at));
    const minted = missing.length === 0 ? [] : await this.pool.transaction((tx) => this.mint(tx, RECORDS, missing));
    const next = minted.values();
    return new Map(scopes.map((scope, at) => [scopeName(scope), known.get(at) ?? this.keep(next.next().value)]));
  }

  private remember(found: ReadonlyMap<string, KeyId>): void {
    if (this.idOfScope.size + found.size > CACHED_KEYS) this.idOfScope.clear();
    for (const [name, id] of found) this.idOfScope.set(name, id);
  }

  /** Only once its transaction has ended: nothing is sealed under a key that is kept nowhere. */
  private keep(minted: MintedKey | undefined): KeyId {
    if (minted === undefined) throw new Error('fewer keys were minted than were asked for');
    if (this.openKeys.size > CACHED_KEYS) this.openKeys.clear();
    this.openKeys.set(minted.id, minted.key);
    return minted.id;
  }

  private async mint(tx: Queryable, purpose: number, scopes: readonly KeyScope[]): Promise<readonly MintedKey[]> {
    const last = await this.asWriter(tx, 'last_id + $2', scopes.length);
    const minted = scopes.map((_, at) => ({ id: last - scopes.length + 1 + at, key: randomBytes(KEY_BYTES) }));
    await tx.query(
      `insert into data_key (${COLUMNS}) select id, $1, subject, conversation, month, wrapped
       from unnest($2::int8[], $3::int8[], $4::int8[], $5::int4[], $6::bytea[]) as given (id, subject, conversation, month, wrapped)`,
      [
        purpose,
        minted.map(({ id }) => id),
        scopes.map((one) => one.subject),
        scopes.map((one) => one.conversation),
        scopes.map((one) => one.month),
        minted.map(({ id, key }) => this.wrapping.wrapKey(id, key)),
      ],
    );
    return minted;
  }

  /** Sets the highest id, and holds the epoch still until the transaction ends. Rejects with `writer-lost` for an epoch that is over. */
  private async asWriter(
    tx: Queryable,
    lastId: 'last_id + $2' | 'greatest(last_id, $2)',
    value: number,
  ): Promise<KeyId> {
    const [row] = await tx.query<{ last: KeyId }>(
      `update state set last_id = ${lastId} where epoch = $1 returning last_id as last`,
      [this.epoch, value],
    );
    if (row === undefined) throw new ServerError('writer-lost', { server: this.pool.address.label });
    return row.last;
  }

  async mintReplacements(olds: readonly KeyId[]): Promise<ReadonlyMap<KeyId, MintedKey>> {
    this.idOfScope.clear();
    const minted = await this.pool.transaction(async (tx) => {
      const rows = await tx.query<StoredKey>(
        'select id, subject, conversation, month from data_key where id = any($1::int8[])',
        [olds],
      );
      const scopes = new Map(rows.map((row) => [row.id, row]));
      const wanted = olds.map((old) => scopes.get(old) ?? goneForGood());
      return wanted.length === 0 ? [] : await this.mint(tx, RECORDS, wanted);
    });
    for (const one of minted) this.keep(one);
    return new Map(olds.map((old, at) => [old, minted[at] ?? goneForGood()]));
  }

  async mintFor(use: KeyUse): Promise<MintedKey> {
    const [minted] = await this.pool.transaction((tx) => this.mint(tx, USES[use], [NO_SCOPE]));
    this.keep(minted);
    return minted ?? goneForGood();
  }

  async keysOfUse(use: KeyUse): Promise<readonly KeyId[]> {
    const rows = await this.pool.query<{ id: KeyId }>('select id from data_key where purpose = $1 order by id', [
      USES[use],
    ]);
    return rows.map(({ id }) => id);
  }

  async open(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Uint8Array>> {
    const closed = [...new Set(ids)].filter((id) => !this.openKeys.has(id));
    if (this.openKeys.size + closed.length > CACHED_KEYS) this.openKeys.clear();
    const opened = new Map<KeyId, Uint8Array>();
    if (closed.length > 0) {
      const find = 'select id, wrapped from data_key where id = any($1::int8[])';
      for (const { id, wrapped } of await this.pool.query<WrappedRow>(find, [closed])) {
        const key = this.unwrapIfSound(id, wrapped);
        if (key !== undefined) this.openKeys.set(id, key);
      }
    }
    for (const id of ids) {
      const key = this.openKeys.get(id);
      if (key !== undefined) opened.set(id, key);
    }
    return opened;
  }

  private unwrapIfSound(id: KeyId, wrapped: Uint8Array): Uint8Array | undefined {
    try {
      return this.wrapping.unwrapKey(id, wrapped);
    } catch (error) {
      if (error instanceof LedgerError) return undefined;
      throw error;
    }
  }

  async state(id: KeyId): Promise<'never' | 'live' | 'erased'> {
    const [row] = await this.pool.query<{ live: boolean; gone: boolean }>(
      'select exists (select from data_key where id = $1) as live, exists (select from destroyed where id = $1) as gone',
      [id],
    );
    if (row?.live === true) return 'live';
    return row?.gone === true ? 'erased' : 'never';
  }

  async highestId(): Promise<KeyId> {
    const [row] = await this.pool.query<{ last: KeyId }>('select last_id as last from state');
    return row?.last ?? this.damaged();
  }

  async neverMintUpTo(id: KeyId): Promise<void> {
    await this.pool.transaction((tx) => this.asWriter(tx, 'greatest(last_id, $2)', id));
  }

  async keysOfSubject(subject: number): Promise<readonly StoredKey[]> {
    return await this.pool.query(`${STORED} and subject = $2 order by id`, [RECORDS, subject]);
  }

  async keysOfConversation(conversation: number): Promise<readonly StoredKey[]> {
    return await this.pool.query(`${STORED} and conversation = $2 order by id`, [RECORDS, conversation]);
  }

  /** Rejects, before anything is destroyed, with `keys-kept` and `database-permission` where bytes would stay. */
  async destroy(ids: readonly KeyId[], seq: number, suppress: readonly Uint8Array[] = []): Promise<void> {
    const server = this.pool.address.label;
    await expectForgetting(this.pool, server);
    await this.pool.transaction(async (tx) => {
      await this.asWriter(
        tx,
        'greatest(last_id, $2)',
        ids.reduce((highest, id) => Math.max(highest, id), 0),
      );
      await this.writeAnew(tx, (before) => {
        const rest = `select ${COLUMNS} from ${before} where id <> all($1::int8[]) order by id`;
        return tx.query(`insert into data_key (${COLUMNS}) ${rest}`, [ids]);
      });
      await tx.query('insert into destroyed (id, seq) select unnest($1::int8[]), $2 on conflict do nothing', [
        ids,
        seq,
      ]);
      await tx.query('insert into suppression (hash, seq) select unnest($1::bytea[]), $2 on conflict do nothing', [
        suppress,
        seq,
      ]);
    });
    this.forget(ids);
    await emptyLog(this.pool, server);
  }

  forget(ids: readonly KeyId[]): void {
    for (const id of ids) this.openKeys.delete(id);
    this.idOfScope.clear();
    this.list = undefined;
  }

  /** A table that is filled from the one that stood in its place, whose file goes with it. */
  private async writeAnew(tx: Queryable, fill: (before: string) => Promise<unknown>): Promise<void> {
    const schema = keysSchemaOf(this.cellId);
    await tx.query('alter table data_key rename to data_key_before');
    await tx.query(`create table ${schema}.data_key (${DATA_KEY_COLUMNS})`);
    await fill('data_key_before');
    await tx.query('drop table data_key_before');
    await tx.query(dataKeyIndexes(schema));
  }

  async newestErasure(): Promise<number> {
    const [row] = await this.pool.query<{ newest: number }>('select coalesce(max(seq), 0) as newest from destroyed');
    return row?.newest ?? 0;
  }

  async suppressed(): Promise<SuppressedHashes> {
    if (this.list === undefined) {
      const rows = await this.pool.query<{ hash: Uint8Array }>('select hash from suppression order by hash');
      this.list = new SuppressedHashes(Buffer.concat(rows.map(({ hash }) => hash)));
    }
    return this.list;
  }

  async readmit(hashes: readonly Uint8Array[]): Promise<number> {
    this.list = undefined;
    return await this.pool.transaction(async (tx) => {
      await this.asWriter(tx, 'greatest(last_id, $2)', 0);
      const gone = await tx.query('delete from suppression where hash = any($1::bytea[]) returning hash', [hashes]);
      return gone.length;
    });
  }

  /** Two that make one at once keep the same. */
  async secret(name: string): Promise<Uint8Array> {
    const wrapped = (await this.findSecret(name)) ?? (await this.makeSecret(name));
    return this.wrapping.unwrapSecret(name, wrapped);
  }

  private async findSecret(name: string): Promise<Uint8Array | undefined> {
    const [row] = await this.pool.query<{ wrapped: Uint8Array }>('select wrapped from secret where name = $1', [name]);
    return row?.wrapped;
  }

  private async makeSecret(name: string): Promise<Uint8Array> {
    const made = this.wrapping.wrapSecret(name, randomBytes(KEY_BYTES));
    await this.pool.transaction(async (tx) => {
      await this.asWriter(tx, 'greatest(last_id, $2)', 0);
      await tx.query('insert into secret (name, wrapped) values ($1, $2) on conflict do nothing', [name, made]);
    });
    return (await this.findSecret(name)) ?? this.damaged();
  }

  /**
   * Wraps every key, secret and proof by another root, in one transaction, whose end `beforeSwitch` precedes. Resolves when no byte
   * that the old root opens is left; rejects, before anything is changed, as `destroy` does.
   */
  async rewrapFor(root: Uint8Array, beforeSwitch: () => void): Promise<void> {
    const server = this.pool.address.label;
    const change = { from: this.wrapping, to: new KeyWrapping(root, this.cellId) };
    await expectForgetting(this.pool, server);
    await this.pool.transaction(async (tx) => {
      await this.asWriter(tx, 'greatest(last_id, $2)', 0);
      await this.writeAnew(tx, (before) => rewrapKeys(tx, before, change));
      await rewrapSecrets(tx, change);
      beforeSwitch();
    });
    await emptyLog(this.pool, server);
  }

  stock(): KeyStock {
    return { ...stockOf(this.pool, RECORDS), highestId: () => this.highestId() };
  }

  async takeStock(stock: KeyStock): Promise<void> {
    for (const secret of await stock.secrets()) await this.takeSecret(secret);
    const segments = await this.keysOfUse('segment');
    if (segments.length > 0) await this.destroy(segments, 0);
    for await (const batch of stock.destroyed()) {
      for (const [seq, ids] of idsByOrder(batch)) await this.destroyHere(ids, seq);
    }
    for await (const batch of stock.keys()) await this.asWriterIn((tx) => insertKeys(tx, RECORDS, batch), 0);
    const suppressed = await stock.suppressed();
    await this.asWriterIn((tx) => replaceSuppressed(tx, suppressed), await stock.highestId());
    this.openKeys.clear();
    this.forget([]);
  }

  /** A table is written anew only where one of them stands in it. */
  private async destroyHere(ids: readonly KeyId[], seq: number): Promise<void> {
    const live = await this.pool.query('select id from data_key where id = any($1::int8[]) limit 1', [ids]);
    if (live.length > 0) return this.destroy(ids, seq);
    const note = 'insert into destroyed (id, seq) select unnest($1::int8[]), $2 on conflict do nothing';
    await this.asWriterIn((tx) => tx.query(note, [ids, seq]), Math.max(...ids));
  }

  private async asWriterIn(work: (tx: Queryable) => Promise<unknown>, lastId: KeyId): Promise<void> {
    await this.pool.transaction(async (tx) => {
      await this.asWriter(tx, 'greatest(last_id, $2)', lastId);
      await work(tx);
    });
  }

  private async takeSecret({ name, wrapped }: WrappedSecret): Promise<void> {
    const add = 'insert into secret (name, wrapped) values ($1, $2) on conflict do nothing';
    await this.asWriterIn((tx) => tx.query(add, [name, wrapped]), 0);
    const here = (await this.findSecret(name)) ?? this.damaged();
    const [one, other] = [wrapped, here].map((bytes) => this.wrapping.unwrapSecret(name, bytes));
    const isSame = one !== undefined && other !== undefined && timingSafeEqual(one, other);
    if (!isSame) throw new ServerError('move-target', { place: this.pool.address.label, reason: 'keys' });
  }

  private damaged(): never {
    throw new ServerError('vault-damaged', { file: this.pool.address.label });
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}

const STORED = 'select id, subject, conversation, month from data_key where purpose = $1';

function goneForGood(): never {
  throw new Error('a key that is gone has no replacement');
}

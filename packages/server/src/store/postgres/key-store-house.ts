// The keys of a cell on a key server as a place: whether they are there, which root key opens them, how they get another. It refuses
// a server that is of one cluster with what the keys open, and one that could not forget a key.

import { ServerError } from '../../server-error.ts';
import type { KeyHouse } from '../key-store.ts';
import { DatabasePool, type Queryable } from './connection.ts';
import type { DatabaseAddress } from './connection-url.ts';
import { endSessions, takenFrom } from './ended-sessions.ts';
import { PostgresKeyStore } from './key-store.ts';
import { expectApart, expectForgetting } from './key-store-forgetting.ts';
import { KEYS_FORMAT, keysSchemaOf, keysSchemaSql } from './key-store-schema.ts';
import { KeyWrapping } from './key-store-wrapping.ts';

/** How long a transaction of an earlier writer may hold the epoch before it is ended. */
const EPOCH_MS = 500;

export interface PostgresKeyPlace {
  readonly address: DatabaseAddress;
  readonly cellId: Uint8Array;
  /** The database that holds what the keys open, where that is PostgreSQL too. */
  readonly database?: Queryable;
  /** The writer of that database, for who opens the keys to mint or destroy some. */
  readonly writer?: { readonly epoch: number; readonly lost?: AbortSignal };
}

interface StateRow {
  readonly format: number;
  readonly epoch: number;
  readonly proof: Uint8Array;
}

export class PostgresKeyHouse implements KeyHouse {
  private readonly place: PostgresKeyPlace;

  constructor(place: PostgresKeyPlace) {
    this.place = place;
  }

  get name(): string {
    return this.place.address.label;
  }

  async exists(): Promise<boolean> {
    return await this.briefly(async (pool) => (await this.standing(pool)) !== undefined);
  }

  /** Rejects also with `keys-not-apart`, with `vault-newer`, and unless `readonly` with `keys-kept` and `writer-lost`. */
  async open({ readonly, root }: { readonly root: Uint8Array; readonly readonly: boolean }): Promise<PostgresKeyStore> {
    const pool = this.poolFor(readonly);
    try {
      await pool.check();
      if (this.place.database !== undefined) await expectApart(pool, this.place.database, this.name);
      if (!readonly) await expectForgetting(pool, this.name);
      return await this.opened(pool, root, readonly);
    } catch (error) {
      await pool.close();
      throw error;
    }
  }

  private async opened(pool: DatabasePool, root: Uint8Array, readonly: boolean): Promise<PostgresKeyStore> {
    const { cellId, writer } = this.place;
    const wrapping = new KeyWrapping(root, cellId);
    let state = await this.standing(pool);
    if (state === undefined) {
      if (readonly) throw new ServerError('vault-damaged', { file: this.name });
      await this.make(pool, wrapping.makeProof());
      state = await this.standing(pool);
    }
    if (state === undefined) throw new ServerError('vault-damaged', { file: this.name });
    const epoch = writer?.epoch ?? state.epoch;
    if (!wrapping.isProof(state.proof)) throw new ServerError('key-wrong', { file: this.name });
    if (!readonly) await this.beginEpoch(pool, epoch);
    return new PostgresKeyStore({ pool, wrapping, cellId, epoch });
  }

  private async make(pool: DatabasePool, proof: Uint8Array): Promise<void> {
    await pool.transaction(async (tx) => {
      await tx.query(keysSchemaSql(this.place.cellId));
      const first = 'insert into state (format, last_id, epoch, proof) values ($1, 0, 0, $2)';
      await tx.query(first, [KEYS_FORMAT, proof]);
    });
  }

  /** From now on no store of an earlier writer mints or destroys. One that was stopped inside a transaction holds up no later writer. */
  private async beginEpoch(pool: DatabasePool, epoch: number): Promise<void> {
    const take = (): Promise<unknown[]> =>
      pool.transaction(async (tx) => {
        await tx.query(`set local lock_timeout = ${EPOCH_MS}`);
        return await tx.query('update state set epoch = $1 where epoch <= $1 returning epoch', [epoch]);
      });
    const begun = await (this.place.writer === undefined ? take() : takenFrom(() => endHolders(pool), take));
    if (begun.length === 0) throw new ServerError('writer-lost', { server: this.name });
  }

  private async standing(pool: DatabasePool): Promise<StateRow | undefined> {
    const find = 'select exists (select from pg_namespace where nspname = $1) as there';
    const [schema] = await pool.query<{ there: boolean }>(find, [keysSchemaOf(this.place.cellId)]);
    if (schema?.there !== true) return undefined;
    const [state] = await pool.query<StateRow>('select format, epoch, proof from state');
    if (state === undefined) throw new ServerError('vault-damaged', { file: this.name });
    if (state.format !== KEYS_FORMAT) throw new ServerError('vault-newer', { format: state.format });
    return state;
  }

  async newestEpoch(): Promise<number> {
    return await this.briefly(async (pool) => (await this.standing(pool))?.epoch ?? 0);
  }

  async opens(root: Uint8Array): Promise<boolean> {
    return await this.briefly(async (pool) => {
      const state = await this.standing(pool);
      if (state === undefined) return false;
      return new KeyWrapping(root, this.place.cellId).isProof(state.proof);
    });
  }

  async replaceRoot({ beforeSwitch, next, root }: Parameters<KeyHouse['replaceRoot']>[0]): Promise<void> {
    const store = await this.open({ root, readonly: false });
    try {
      await store.rewrapFor(next, beforeSwitch);
    } finally {
      await store.close();
    }
  }

  /** A replacement is one transaction: one that did not come to its end left nothing. */
  async dropReplacement(): Promise<void> {
    await Promise.resolve();
  }

  private async briefly<T>(ask: (pool: DatabasePool) => Promise<T>): Promise<T> {
    const pool = this.poolFor(true);
    try {
      return await ask(pool);
    } finally {
      await pool.close();
    }
  }

  private poolFor(readonly: boolean): DatabasePool {
    const { address, cellId, writer } = this.place;
    return new DatabasePool({
      address,
      applicationName: readonly ? 'acta keys' : 'acta keys writer',
      home: keysSchemaOf(cellId),
      readonly,
      connections: 2,
      ...(writer?.lost === undefined || readonly ? {} : { lost: writer.lost }),
    });
  }
}

/** Ends the sessions that hold the epoch of these keys. */
async function endHolders(pool: DatabasePool): Promise<void> {
  const holders = await pool.query<{ pid: number }>(
    `select distinct pid from pg_locks
     where locktype = 'relation' and relation = 'state'::regclass and mode = 'RowExclusiveLock' and granted
       and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()`,
  );
  await endSessions(
    (sql, values) => pool.query(sql, values),
    holders.map(({ pid }) => pid),
  );
}

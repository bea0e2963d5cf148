// Connections to one PostgreSQL database: a pool whose sessions all have the same role, search path and limits from their first
// moment, because these are given when a connection starts. It knows no table. Nothing that writes is tried twice: only what reads,
// and what never reached the server.

import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientConfig, type CustomTypesConfig, Pool, type PoolClient, types } from 'pg';
import { ServerError } from '../../server-error.ts';
import { isConnectionLost, isPassing, translated } from './connection-error.ts';
import type { DatabaseAddress } from './connection-url.ts';
import { tlsOptions } from './tls.ts';

const OLDEST_VERSION = 150_000;
const INT8 = 20;
const CONNECT_MS = 5_000;
const PATIENCE_MS = 2_000;
const RETRY_MS = 100;
const IDLE_MS = 30_000;
/** Longer than a writer's heartbeats are apart. */
const HEARD_MS = 2_000;
/** What runs for a client that is gone, or on a connection that is cut off, ends within seconds. */
const LIVENESS = {
  client_connection_check_interval: '2s',
  tcp_keepalives_idle: '2',
  tcp_keepalives_interval: '1',
  tcp_keepalives_count: '3',
  tcp_user_timeout: '5s',
};

/** A value of a statement. Lists become arrays. */
export type SqlValue = number | string | boolean | Uint8Array | null | readonly SqlValue[];

/** Whatever takes one statement and gives its rows: a pool, or a transaction. */
export interface Queryable {
  /** Rows of one statement: int8 as numbers, bytea as bytes. Rejects with `ServerError`. */
  query<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
}

export interface DatabasePoolOptions {
  readonly address: DatabaseAddress;
  /** How the server's list of sessions calls these. */
  readonly applicationName: string;
  /** The role whose rights these sessions have; without it, those of the login. */
  readonly role?: string;
  /** Sessions that cannot write, whatever their role. */
  readonly readonly?: boolean;
  /** The schema in which a table without one is looked for first: `acta` if none is named. */
  readonly home?: string;
  /** Schemas in which it is looked for after that. */
  readonly schemas?: readonly string[];
  /** Connections at once. */
  readonly connections?: number;
  /** How long one that nobody uses is kept: half a minute if nothing is said. */
  readonly idleMs?: number;
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  /** How long a server that starts, or that nobody answers for, is asked again. */
  readonly patienceMs?: number;
  /** Once aborted, nothing more is asked: `writer-lost`. */
  readonly lost?: AbortSignal;
}

/** Connections that are opened when they are needed and kept. */
export class DatabasePool implements Queryable {
  /** For Kysely. What goes through it directly is neither retried nor explained. */
  readonly pool: Pool;
  readonly address: DatabaseAddress;
  private readonly options: DatabasePoolOptions;

  constructor(options: DatabasePoolOptions) {
    this.options = options;
    this.address = options.address;
    this.pool = new Pool({
      ...clientConfig(options),
      max: options.connections ?? 4,
      idleTimeoutMillis: options.idleMs ?? IDLE_MS,
      allowExitOnIdle: true,
    });
    // A kept connection that the server ends is dropped by the pool; one in use says so to whoever asks on it next.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Asks the server who it is. Throws `database-too-old`, and for sessions that may write `database-readonly` (a replica) and
   * `database-unsafe` (a server that acknowledges what a power cut takes).
   */
  async check(): Promise<void> {
    const [row] = await this.query<{ version: string; replica: boolean; fsync: string; commit: string }>(
      `select current_setting('server_version_num') as version, pg_is_in_recovery() as replica,
         current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
    const server = this.address.label;
    const version = Number(row?.version ?? 0);
    if (version < OLDEST_VERSION)
      throw new ServerError('database-too-old', { server, version: Math.floor(version / 10_000) });
    if (this.options.readonly === true) return;
    if (row?.replica !== false) throw new ServerError('database-readonly', { server });
    if (row.fsync !== 'on') throw new ServerError('database-unsafe', { server, name: 'fsync' });
    if (row.commit === 'off') throw new ServerError('database-unsafe', { server, name: 'synchronous_commit' });
  }

  async query<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    const ask = async (): Promise<Row[]> => this.withClient((client) => rowsOf<Row>(client, sql, values));
    return this.options.readonly === true ? await twice(ask) : await ask();
  }

  /**
   * One transaction, rolled back if `work` throws. Where the connection is lost during the commit, nobody knows whether it was done:
   * it rejects with `database-unreachable`, and whoever goes on must look.
   */
  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return await this.between('begin', work);
  }

  /** One transaction in which every statement sees the same moment. It writes nothing. */
  async snapshot<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return await this.between('begin isolation level repeatable read read only', work);
  }

  private async between<T>(begin: string, work: (tx: Queryable) => Promise<T>): Promise<T> {
    return await this.withClient(async (client) => {
      const tx: Queryable = {
        query: async <Row>(sql: string, values: readonly SqlValue[] = []) => {
          try {
            return await rowsOf<Row>(client, sql, values);
          } catch (error) {
            throw translated(error, this.address.label);
          }
        },
      };
      try {
        const result = await work(tx);
        this.expectNotLost();
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    }, begin);
  }

  /** Runs `work` on a connection of its own, after `first`; a connection that was found dead before any work gets another. */
  private async withClient<T>(work: (client: PoolClient) => Promise<T>, first?: string): Promise<T> {
    let client: PoolClient | undefined;
    let isBroken = false;
    try {
      client = await this.connect();
      if (first !== undefined) client = await this.begun(client, first);
      return await work(client);
    } catch (error) {
      isBroken = isConnectionLost(error);
      throw await this.explained(error);
    } finally {
      client?.release(isBroken);
    }
  }

  private async begun(client: PoolClient, first: string): Promise<PoolClient> {
    try {
      await client.query(first);
      return client;
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      client.release(true);
      const another = await this.connect();
      await another.query(first);
      return another;
    }
  }

  private async connect(): Promise<PoolClient> {
    const until = Date.now() + (this.options.patienceMs ?? PATIENCE_MS);
    for (;;) {
      this.expectNotLost();
      try {
        return await this.pool.connect();
      } catch (error) {
        if (!isPassing(error) || Date.now() > until) throw error;
      }
      await sleep(RETRY_MS);
    }
  }

  /**
   * The server's error for what went wrong on a connection: `writer-lost` for all of it once the place is lost. Who takes over ends a
   * writer's sessions in no order: one may end before the writer hears that its place is lost.
   */
  async explained(error: unknown): Promise<unknown> {
    const { lost } = this.options;
    if (lost !== undefined && !lost.aborted && isConnectionLost(error))
      await once(lost, 'abort', { signal: AbortSignal.timeout(HEARD_MS) }).catch(() => undefined);
    return lost?.aborted === true ? this.lostError(error) : translated(error, this.address.label);
  }

  private expectNotLost(): void {
    if (this.options.lost?.aborted === true) throw this.lostError();
  }

  private lostError(cause?: unknown): ServerError {
    if (cause instanceof ServerError && cause.code === 'writer-lost') return cause;
    return new ServerError('writer-lost', { server: this.address.label }, translated(cause, this.address.label));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** What one connection is opened with; nothing is left to PG… variables but a password that the URL does not hold. */
export function clientConfig(options: Omit<DatabasePoolOptions, 'connections' | 'idleMs'>): ClientConfig {
  const {
    address,
    applicationName,
    lockTimeoutMs = 10_000,
    readonly = false,
    role,
    home = 'acta',
    schemas = [],
    statementTimeoutMs = 60_000,
  } = options;
  const settings = {
    // Temporary tables come last, so that none can take the place of a table.
    search_path: [home, ...schemas, 'pg_temp'].join(','),
    ...(role === undefined ? {} : { role }),
    ...(readonly ? { default_transaction_read_only: 'on' } : {}),
    statement_timeout: `${statementTimeoutMs}`,
    lock_timeout: `${lockTimeoutMs}`,
    idle_in_transaction_session_timeout: '30s',
    ...LIVENESS,
  };
  return {
    host: address.host,
    port: address.port,
    database: address.database,
    user: address.user,
    ...(address.password === undefined ? {} : { password: address.password }),
    ssl: tlsOptions(address) ?? false,
    sslnegotiation: 'postgres',
    application_name: applicationName,
    client_encoding: 'UTF8',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 2_000,
    types: TYPES,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value.replace(/[\\ ]/g, '\\$&')}`)
      .join(' '),
  };
}

const TYPES: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === INT8 && format !== 'binary' ? safeInteger : types.getTypeParser(oid, format),
};

/** Acta never counts beyond 2⁵³: a larger number was not written by it. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new ServerError('vault-damaged', { file: 'int8' });
  return value;
}

/** The driver writes a list as an array literal, and bytes in it as hexadecimal digits. Several statements in one text give no rows. */
async function rowsOf<Row>(client: PoolClient, sql: string, values: readonly SqlValue[]): Promise<Row[]> {
  const result = await client.query<Row & Record<string, unknown>>(sql, [...values]);
  return Array.isArray(result) ? [] : result.rows;
}

/** Once more where the connection was lost on the way: for what only reads. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ServerError) || error.code !== 'database-unreachable') throw error;
    return await ask();
  }
}

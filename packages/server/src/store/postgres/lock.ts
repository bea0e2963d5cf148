// The writer's place of a cell on PostgreSQL: an advisory lock on a session of its own, and an epoch that grows with every holder.
// A holder that dies frees the lock with its session; one that is stopped or cut off makes no heartbeat, and its sessions are ended.
// Whatever it wakes up to, its epoch is over: no transaction of it commits (see lock-schema.ts). No clock is compared with another.

import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ServerError } from '../../server-error.ts';
import type { WriterLock } from '../writer-lock.ts';
import { clientConfig, type SqlValue } from './connection.ts';
import { translated } from './connection-error.ts';
import type { DatabaseAddress } from './connection-url.ts';
import { endSessions, takenFrom } from './ended-sessions.ts';

/** The first number says that these locks are Acta's; the second, which. */
const LOCK = [1_633_907_809, 1] as const;
const BEAT_MS = 750;
/** A holder without an answer for so long stops by itself, before anyone takes its place. */
const SILENT_MS = 4_000;
/** A holder without a heartbeat for so long is stopped or cut off. */
const STALE_MS = 5_000;
const TRY_MS = 250;
/** A transaction that holds the epoch before for longer is ended. */
const EPOCH_MS = 500;
const NEXT_EPOCH = 'update acta.writer set epoch = greatest(epoch, $1) + 1 returning epoch';
const HELD = `locktype = 'advisory' and classid = $1 and objid = $2 and objsubid = 2 and granted
  and database = (select oid from pg_database where datname = current_database())`;

export interface PostgresWriterLock extends WriterLock {
  /** What every transaction of this writer gives to `assert_writer`. */
  readonly epoch: number;
  /** What this writer's sessions are called, so that who takes over can end them. */
  readonly applicationName: string;
}

export interface LockWish {
  readonly address: DatabaseAddress;
  /** Says, with the lock in hand, which epoch the new one must exceed; none beyond the last one here if absent. */
  readonly beyond?: () => Promise<number>;
  /** How long to wait for the place; without end where it is infinite. */
  readonly patienceMs: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

/**
 * Takes the writer's place, waiting for it at most `patienceMs`, also through a restart of the server. Who waits longer than a stopped
 * holder's heartbeats may be missing takes its place; that ends sessions of the same login only, or of any where the login is a member
 * of `pg_signal_backend`. Rejects with `writer-busy`, with the signal's reason, and with what a connection throws.
 */
export async function takePostgresLock({ address, beyond, patienceMs, signal }: LockWish): Promise<PostgresWriterLock> {
  const until = performance.now() + patienceMs;
  const rest = async (): Promise<boolean> => {
    signal?.throwIfAborted();
    const left = until - performance.now();
    if (left <= 0) return false;
    await sleep(Math.min(TRY_MS, left), undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
    return true;
  };
  for (;;) {
    try {
      return await takeOn(await LockSession.open(address), { beyond: beyond ?? NONE, rest });
    } catch (error) {
      const isDown = error instanceof ServerError && error.code === 'database-unreachable';
      if (!isDown || !(await rest())) throw error;
    }
  }
}

const NONE = async (): Promise<number> => 0;

interface Taking {
  readonly beyond: () => Promise<number>;
  /** Whether there is time for another attempt. */
  readonly rest: () => Promise<boolean>;
}

/** Takes the place through one session, which is closed where it does not. */
async function takeOn(session: LockSession, { beyond, rest }: Taking): Promise<PostgresWriterLock> {
  try {
    const watch = new Watch();
    while (!(await session.tryLock())) {
      if (watch.isStale(await session.pulse())) await session.endHolder();
      if (!(await rest())) throw new ServerError('writer-busy');
    }
    return await session.hold(await beyond());
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Whether a pulse has stood still for too long, by this process's own clock. */
class Watch {
  private last = '';
  private since = performance.now();

  isStale(pulse: string): boolean {
    if (pulse !== this.last) {
      this.last = pulse;
      this.since = performance.now();
    }
    return performance.now() - this.since >= STALE_MS;
  }
}

/** The session that holds the lock, or waits for it. It has the login's own rights, because only these reach the sessions of its like. */
class LockSession {
  private readonly client: Client;
  private readonly address: DatabaseAddress;
  private readonly gone = new AbortController();
  private isClosed = false;

  private constructor(address: DatabaseAddress) {
    this.address = address;
    const applicationName = 'acta waiting writer';
    const limits = { statementTimeoutMs: SILENT_MS, lockTimeoutMs: EPOCH_MS };
    this.client = new Client({ ...clientConfig({ address, applicationName, ...limits }), query_timeout: SILENT_MS });
    this.client.on('error', () => this.lose());
    this.client.on('end', () => this.lose());
  }

  static async open(address: DatabaseAddress): Promise<LockSession> {
    const session = new LockSession(address);
    try {
      await session.client.connect();
    } catch (error) {
      throw translated(error, address.label);
    }
    return session;
  }

  async tryLock(): Promise<boolean> {
    const [row] = await this.ask<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [...LOCK]);
    return row?.got === true;
  }

  /** What changes as long as a holder lives. */
  async pulse(): Promise<string> {
    const rows = await this.ask('select epoch, beats from acta.writer, acta.heartbeat');
    return JSON.stringify(rows);
  }

  /** Ends the session that holds the lock and every other one of its epoch. */
  async endHolder(): Promise<void> {
    const holders = await this.ask<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and (application_name = (select 'acta writer ' || epoch from acta.writer)
           or pid in (select pid from pg_locks where ${HELD}))`,
      [...LOCK],
    );
    await endSessions(
      (sql, values) => this.ask(sql, values),
      holders.map(({ pid }) => pid),
    );
  }

  /** With the lock in hand: begins an epoch above `beyond`. A transaction of the one before that holds it still is ended. */
  async hold(beyond: number): Promise<PostgresWriterLock> {
    const epoch = await this.begin(beyond);
    const applicationName = `acta writer ${epoch}`;
    await this.ask("select set_config('application_name', $1, false)", [applicationName]);
    // For the heartbeats: nobody waits for the disk.
    await this.ask('set synchronous_commit = off');
    const stop = this.beatAs(epoch);
    const release = async (): Promise<void> => {
      stop();
      await this.close();
    };
    return { epoch, applicationName, lost: this.gone.signal, release };
  }

  private async begin(beyond: number): Promise<number> {
    const take = (): Promise<{ readonly epoch: number }[]> => this.ask(NEXT_EPOCH, [beyond]);
    const [row] = await takenFrom(() => this.endHolder(), take);
    if (row === undefined) throw new ServerError('vault-damaged', { file: 'acta.writer' });
    return row.epoch;
  }

  /** Shows again and again that the holder lives, as long as it does. Returns what ends it. */
  private beatAs(epoch: number): () => void {
    let answered = performance.now();
    let isAsking = false;
    const timer = setInterval(() => {
      if (performance.now() - answered > SILENT_MS) this.lose();
      if (isAsking || this.gone.signal.aborted) return;
      isAsking = true;
      this.beat(epoch).then(
        (isHeld) => {
          isAsking = false;
          answered = performance.now();
          if (!isHeld) this.lose();
        },
        () => this.lose(),
      );
    }, BEAT_MS);
    timer.unref();
    return () => clearInterval(timer);
  }

  /** Whether this session has the lock still and the epoch is its own. */
  private async beat(epoch: number): Promise<boolean> {
    const rows = await this.ask(
      `update acta.heartbeat set beats = beats + 1 from acta.writer
       where writer.epoch = $3 and exists (select from pg_locks where pid = pg_backend_pid() and ${HELD}) returning beats`,
      [...LOCK, epoch],
    );
    return rows.length === 1;
  }

  private lose(): void {
    if (!this.isClosed) this.gone.abort();
  }

  private async ask<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    try {
      const { rows } = await this.client.query<Row & Record<string, unknown>>(sql, [...values]);
      return rows;
    } catch (error) {
      throw translated(error, this.address.label);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.client.end().catch(() => undefined);
  }
}

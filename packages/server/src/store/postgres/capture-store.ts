// Captures in a cell's database: another server that takes the writer's place finds there what was accepted and not read yet. Only the
// writer of the present epoch adds and removes; whoever only looks at records may not even read them.

import type { KeyId } from '@acta/ledger';
import type { CaptureStore } from '../capture-store.ts';
import type { DatabasePool } from './connection.ts';
import { LEDGER } from './roles.ts';

/** For the owner, in one transaction. */
export const CAPTURE_SCHEMA: string = `
  create table acta.capture (
    key int8 not null,
    idx int8 not null check (idx >= 0),
    frame bytea not null,
    primary key (key, idx)
  );
  alter table acta.capture alter frame set storage external;

  create function acta.keep_capture(mine int8, under int8, at int8, sealed bytea) returns void
    language plpgsql set search_path = acta, pg_temp as $$
    begin
      perform acta.assert_writer(mine);
      insert into acta.capture (key, idx, frame) values (under, at, sealed);
    end $$;
  create function acta.drop_captures(mine int8, under int8) returns void
    language plpgsql set search_path = acta, pg_temp as $$
    begin
      perform acta.assert_writer(mine);
      delete from acta.capture where key = under;
    end $$;

  revoke all on function acta.keep_capture(int8, int8, int8, bytea), acta.drop_captures(int8, int8) from public;
  grant select, insert, delete on acta.capture to ${LEDGER};
  grant execute on function acta.keep_capture(int8, int8, int8, bytea), acta.drop_captures(int8, int8) to ${LEDGER};
`;

export class PostgresCaptureStore implements CaptureStore {
  private readonly pool: DatabasePool;
  private readonly epoch: number;

  constructor(pool: DatabasePool, epoch: number) {
    this.pool = pool;
    this.epoch = epoch;
  }

  async append(key: KeyId, index: number, frame: Uint8Array): Promise<void> {
    await this.pool.query('select acta.keep_capture($1, $2, $3, $4)', [this.epoch, key, index, frame]);
  }

  async keys(): Promise<readonly KeyId[]> {
    const rows = await this.pool.query<{ key: KeyId }>('select distinct key from acta.capture order by key');
    return rows.map(({ key }) => key);
  }

  async *frames(key: KeyId): AsyncIterable<Uint8Array> {
    for (let at = 0; ; at++) {
      const find = 'select frame from acta.capture where key = $1 and idx = $2';
      const [row] = await this.pool.query<{ frame: Uint8Array }>(find, [key, at]);
      if (row === undefined) return;
      yield row.frame;
    }
  }

  async drop(key: KeyId): Promise<void> {
    await this.pool.query('select acta.drop_captures($1, $2)', [this.epoch, key]);
  }

  /** The pool is closed by whoever opened it. */
  async close(): Promise<void> {}
}

// The sealed segments of the search index in PostgreSQL. Sizes, times and counts stand in the open; every part is sealed
// under its segment's own key, which lies in the key store.

import type { SealedPart, SegmentInfo } from '../../search/segment-store.ts';
import type { StoredSegments } from '../segment-store.ts';
import type { DatabasePool, Queryable } from './connection.ts';

/** Of this many bytes a statement, so that no single one grows without bound. */
const BYTES_A_STATEMENT = 4 << 20;

const ADD_SEGMENT = `
  insert into acta_segments.segment (id, first_seq, last_seq, min_at, max_at, messages, level, head)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const ADD_PARTS = `
  insert into acta_segments.part (segment, part, bytes)
  select $1, given.part, given.bytes from unnest($2::int8[], $3::bytea[]) as given (part, bytes)`;
/** Parts of no segment, which a cut left, but for those of segments that are being added. */
const REMOVE_LOOSE_PARTS = `
  delete from acta_segments.part
  where segment <> all($1) and not exists (select from acta_segments.segment where id = part.segment)`;

/** For the writer's role, in its own schema. */
const TABLES = `
  create table if not exists acta_segments.segment (
    id int8 primary key,
    first_seq int8 not null,
    last_seq int8 not null,
    min_at int8 not null,
    max_at int8 not null,
    messages int8 not null,
    level int8 not null,
    head bytea not null
  );
  create table if not exists acta_segments.part (
    segment int8 not null,
    part int8 not null,
    bytes bytea not null,
    primary key (segment, part)
  );
  alter table acta_segments.segment alter head set storage external;
  alter table acta_segments.part alter bytes set storage external`;

export interface SegmentStoreParts {
  readonly pool: DatabasePool;
  /** The epoch of the writer; undefined for who only reads. */
  readonly epoch?: number;
}

export class PostgresSegmentStore implements StoredSegments {
  private readonly parts: SegmentStoreParts;
  private found = false;

  private constructor(parts: SegmentStoreParts) {
    this.parts = parts;
  }

  /** Opens the store; a writer makes its tables where they are missing. */
  static async open(parts: SegmentStoreParts): Promise<PostgresSegmentStore> {
    const store = new PostgresSegmentStore(parts);
    const [row] = await parts.pool.query<{ there: boolean }>(
      "select to_regclass('acta_segments.part') is not null as there",
    );
    if (row?.there !== true && parts.epoch !== undefined) await store.asWriter((tx) => tx.query(TABLES));
    return store;
  }

  get isDamaged(): boolean {
    return this.found;
  }

  noteDamage(): void {
    this.found = true;
  }

  async list(): Promise<readonly SegmentInfo[]> {
    return this.parts.pool.query<SegmentInfo>(
      `select id, first_seq as "firstSeq", last_seq as "lastSeq", min_at as "minAt", max_at as "maxAt", messages, level
       from acta_segments.segment order by id`,
    );
  }

  async head(id: number): Promise<Uint8Array | undefined> {
    const sql = 'select head from acta_segments.segment where id = $1';
    return (await this.parts.pool.query<{ head: Uint8Array }>(sql, [id]))[0]?.head;
  }

  async blob(id: number, part: number): Promise<Uint8Array | undefined> {
    const sql = 'select bytes from acta_segments.part where segment = $1 and part = $2';
    return (await this.parts.pool.query<{ bytes: Uint8Array }>(sql, [id, part]))[0]?.bytes;
  }

  async stage(segment: number, parts: readonly SealedPart[]): Promise<void> {
    await this.asWriter((tx) => addParts(tx, segment, parts));
  }

  async replace({ add, remove }: Parameters<StoredSegments['replace']>[0]): Promise<void> {
    await this.asWriter(async (tx) => {
      await tx.query(REMOVE_LOOSE_PARTS, [add.map(({ info }) => info.id)]);
      await tx.query('delete from acta_segments.part where segment = any($1)', [remove]);
      await tx.query('delete from acta_segments.segment where id = any($1)', [remove]);
      for (const { head, info, parts } of add) {
        await tx.query(ADD_SEGMENT, [
          ...[info.id, info.firstSeq, info.lastSeq, info.minAt, info.maxAt, info.messages, info.level],
          asBuffer(head),
        ]);
        await addParts(tx, info.id, parts);
      }
    });
  }

  async drop(): Promise<void> {
    await this.asWriter((tx) => tx.query('truncate acta_segments.part, acta_segments.segment'));
    this.found = false;
  }

  async reopen(): Promise<void> {}

  /** What was removed stays in the server's log and free space until the server reuses them, sealed under keys that are gone. */
  async truncateLog(): Promise<void> {}

  private async asWriter(work: (tx: Queryable) => Promise<unknown>): Promise<void> {
    const { epoch, pool } = this.parts;
    if (epoch === undefined) throw new Error('a reader writes no segment');
    await pool.transaction(async (tx) => {
      await tx.query('select acta.assert_writer($1)', [epoch]);
      await work(tx);
    });
  }

  /** The pool is whoever opened it's to close. */
  async close(): Promise<void> {}
}

async function addParts(tx: Queryable, segment: number, parts: readonly SealedPart[]): Promise<void> {
  for (const some of inSlices(parts)) {
    await tx.query(ADD_PARTS, [segment, some.map(({ part }) => part), some.map(({ bytes }) => asBuffer(bytes))]);
  }
}

function* inSlices(parts: readonly SealedPart[]): Generator<readonly SealedPart[]> {
  let slice: SealedPart[] = [];
  let size = 0;
  for (const one of parts) {
    slice.push(one);
    size += one.bytes.length;
    if (size < BYTES_A_STATEMENT) continue;
    yield slice;
    slice = [];
    size = 0;
  }
  if (slice.length > 0) yield slice;
}

/** The driver knows bytes inside a list only as this. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

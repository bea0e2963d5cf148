// Opens a cell on PostgreSQL: the ledger, the projections and the segments through pools of the role that each needs, keys
// from where they stand apart, objects from a folder or a bucket.

import { deriveKey } from '@acta/ledger';
import { ServerError } from '../../server-error.ts';
import type { StorageOptions } from '../engine.ts';
import { bytesOf } from '../folder-bytes.ts';
import type { KeyHouse } from '../key-store.ts';
import type { ObjectStore } from '../object-store.ts';
import { joinStorage, type Storage, type VaultBytes } from '../storage.ts';
import type { VaultFolder } from '../vault-folder.ts';
import { openPostgresAccounts } from './accounts-store.ts';
import { PostgresCaptureStore } from './capture-store.ts';
import { DatabasePool } from './connection.ts';
import type { DatabaseAddress } from './connection-url.ts';
import { PostgresLogReader, PostgresLogStore } from './ledger-store.ts';
import { PostgresNoteBox } from './note-box.ts';
import { PostgresProjectionStore } from './projection-store.ts';
import { schemaOf } from './projection-tables.ts';
import { LEDGER, VIEW } from './roles.ts';
import { PostgresSegmentStore } from './segment-store.ts';
import { scanTables } from './table-scan.ts';

export interface PostgresStorageParts extends StorageOptions {
  readonly database: DatabaseAddress;
  /** Where reading is done; the database itself unless a replica is named. */
  readonly reading: DatabaseAddress;
  readonly keys: KeyHouse;
  readonly objects: ObjectStore;
}

const BULK_MS = 600_000;

/** Opens all of it. Rejects with `key-wrong`, `vault-damaged` where the keys of a ledger are missing, and what a connection throws. */
export async function openPostgresStorage<T>(parts: PostgresStorageParts): Promise<Storage<T>> {
  const opened: { close: () => unknown }[] = [];
  const kept = <R extends { close: () => unknown }>(one: R): R => {
    opened.push(one);
    return one;
  };
  const close = async (): Promise<void> => {
    for (const one of [...opened].reverse()) await one.close();
  };
  try {
    const { folder, keys: house, migrations, objects, root } = parts;
    kept(objects);
    const main = kept(poolOf(parts));
    await main.check();
    const log = new PostgresLogStore(main, parts.writer?.epoch ?? 0);
    // What a writer commits is read back through another session; who only reads has nothing to read back.
    const readBack = parts.readonly ? log : new PostgresLogReader(kept(poolOf({ ...parts, readonly: true })));
    const isBegun = parts.readonly || (await readBack.size()) > 0;
    if (isBegun && !(await house.exists())) throw missing(house.name);
    const keys = kept(await house.open({ root, readonly: parts.readonly }));
    const epoch = parts.readonly ? {} : { epoch: parts.writer?.epoch ?? 0 };
    const poolOn = (side: 'a' | 'b'): DatabasePool => poolOf(parts, [schemaOf(side), 'acta_segments']);
    const projections = kept(await PostgresProjectionStore.open<T>({ poolOn, migrations, ...epoch }, main));
    const segments = kept(await PostgresSegmentStore.open({ pool: main, ...epoch }));
    const beside = parts.readonly ? kept(besidePool(parts)) : main;
    const notes = new PostgresNoteBox({
      pool: beside,
      cellId: folder.cellId,
      key: deriveKey(await keys.secret('databases'), 'acta/notes/v1', 32),
      now: Date.now,
    });
    const captures = new PostgresCaptureStore(beside, parts.writer?.epoch ?? 0);
    const bytes = (): Promise<VaultBytes> => bytesIn(folder, main);
    const accounts = async () =>
      openPostgresAccounts(parts.database, deriveKey(await keys.secret('databases'), 'acta/sign-in/v1', 32));
    const scan = (needles: readonly Uint8Array[]) => scanTables(main, needles);
    return await joinStorage<T>(
      { keys, log, readBack, projections, segments, objects, captures, bytes, notes, scan, accounts, close },
      folder.cellId,
    );
  } catch (error) {
    await close();
    throw error;
  }
}

function missing(file: string): ServerError {
  return new ServerError('vault-damaged', { file });
}

function poolOf({ database, reading, readonly, writer }: PostgresStorageParts, schemas: readonly string[] = []) {
  if (readonly) {
    return new DatabasePool({ address: reading, applicationName: 'acta reader', role: VIEW, readonly, schemas });
  }
  if (writer === undefined) throw new Error('who writes holds the lock');
  return new DatabasePool({
    address: database,
    applicationName: `acta writer ${writer.epoch}`,
    role: LEDGER,
    schemas,
    statementTimeoutMs: BULK_MS,
    ...(writer.lost === undefined ? {} : { lost: writer.lost }),
  });
}

/** Notes and captures are functions' to write, on the database itself; nothing else is reached through these. */
function besidePool({ database, writer }: PostgresStorageParts): DatabasePool {
  const as =
    writer === undefined
      ? { applicationName: 'acta reader notes', role: VIEW }
      : {
          applicationName: `acta writer ${writer.epoch}`,
          role: LEDGER,
          ...(writer.lost === undefined ? {} : { lost: writer.lost }),
        };
  return new DatabasePool({ address: database, connections: 1, ...as });
}

async function bytesIn(folder: VaultFolder, pool: DatabasePool): Promise<VaultBytes> {
  const rows = await pool.query<{ schema: string; total: number; pages: number }>(
    `select n.nspname as schema, sum(pg_total_relation_size(c.oid))::int8 as total,
       coalesce(sum(pg_total_relation_size(c.oid)) filter (where c.relname = 'page'), 0)::int8 as pages
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname like 'acta%' group by n.nspname`,
  );
  const sumOf = (isIn: (schema: string) => boolean): number =>
    rows.filter(({ schema }) => isIn(schema)).reduce((sum, { total }) => sum + total, 0);
  const pages = rows.find(({ schema }) => schema === 'acta')?.pages ?? 0;
  return {
    total: (await bytesOf(folder.dir)) + sumOf(() => true),
    pages,
    index: sumOf((schema) => schema === 'acta_segments'),
    projections: sumOf((schema) => schema.startsWith('acta_projections')),
    objects: await bytesOf(folder.file('objects')),
    log: sumOf((schema) => schema === 'acta') - pages,
  };
}

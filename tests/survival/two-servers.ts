// One cell on PostgreSQL with its keys on a key server, and two servers of it, each with a folder and a last-seen note of its own. Every
// try gets a copy of both databases as they were when the cell was made.

import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  asking,
  FORGETTING,
  needsOwnPostgres,
  withDatabase,
} from '../../packages/server/src/store/postgres/server.test-support.ts';
import { type PostgresServer, startPostgres } from '../../tools/postgres-server.ts';
import { Place } from './place.ts';

/** Why there can be no such cell here; undefined where there can. */
export function whyNoServers(): string | undefined {
  return needsOwnPostgres.skip === false ? undefined : needsOwnPostgres.skip;
}

export interface TwoServers {
  readonly one: Place;
  readonly other: Place;
  readonly databaseUrl: string;
  /** Removes the databases and the folders. */
  readonly remove: () => Promise<void>;
}

interface CellParts {
  readonly database: PostgresServer;
  readonly keys: PostgresServer;
  readonly made: Place;
}

export class ServedCell {
  private readonly parts: CellParts;
  private copies = 0;

  private constructor(parts: CellParts) {
    this.parts = parts;
  }

  /** Starts the servers and makes the cell with `work`. */
  static async make(dir: string, work: (place: Place) => Promise<void>): Promise<ServedCell> {
    const [database, keys] = [await startPostgres(), await startPostgres(FORGETTING)];
    for (const server of [database, keys]) await asking(server.url('postgres'), 'create database made');
    const made = new Place(dir, { databaseUrl: database.url('made'), keysUrl: keys.url('made') });
    mkdirSync(dir, { recursive: true });
    await work(made);
    return new ServedCell({ database, keys, made });
  }

  /** The cell as it was made, for two servers of which the second has only the root key. */
  async copy(dir: string): Promise<TwoServers> {
    const { database, keys, made } = this.parts;
    const name = `copy_${this.copies++}`;
    for (const server of [database, keys]) {
      await asking(server.url('postgres'), `create database ${name} template made`);
    }
    const servers = { databaseUrl: database.url(name), keysUrl: keys.url(name) };
    const [one, other] = [new Place(join(dir, 'one'), servers), new Place(join(dir, 'other'), servers)];
    made.copyTo(one.dir);
    mkdirSync(other.keys, { recursive: true, mode: 0o700 });
    for (const file of readdirSync(made.keys).filter((found) => found.endsWith('.root'))) {
      cpSync(join(made.keys, file), join(other.keys, file));
    }
    const remove = async (): Promise<void> => {
      for (const server of [database, keys]) {
        await asking(withDatabase(server.url('postgres'), 'postgres'), `drop database ${name} with (force)`);
      }
      for (const place of [one, other]) place.remove();
    };
    return { one, other, databaseUrl: servers.databaseUrl, remove };
  }

  async stop(): Promise<void> {
    await this.parts.database.stop();
    await this.parts.keys.stop();
  }
}

/** How many writers that database has had. */
export async function writersOf(databaseUrl: string): Promise<number> {
  const [row] = await asking<{ epoch: string }>(databaseUrl, 'select epoch from acta.writer');
  return Number(row?.epoch ?? 0);
}

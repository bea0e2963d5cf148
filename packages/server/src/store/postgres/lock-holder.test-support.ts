// A process that waits for the writer's place and then writes: `node lock-holder.test-support.ts URL`. Each transaction asks for its
// epoch, adds a row that names it, and says `inside N` before the commit and `kept N` after it. It says `epoch N` first and `lost` last.

import { setTimeout as sleep } from 'node:timers/promises';
import { DatabasePool } from './connection.ts';
import { parseDatabaseUrl } from './connection-url.ts';
import { takePostgresLock } from './lock.ts';
import { LEDGER } from './roles.ts';

const INSIDE_MS = 40;

const address = parseDatabaseUrl(process.argv[2] ?? '', 'ACTA_DATABASE_URL');
const { applicationName, epoch, lost } = await takePostgresLock({ address, patienceMs: Number.POSITIVE_INFINITY });
const say = (what: string, n: number | string): boolean => process.stdout.write(`${what} ${n}\n`);
say('epoch', epoch);
const pool = new DatabasePool({ address, role: LEDGER, applicationName, lost });
try {
  for (let n = epoch * 1_000_000; ; n += 1) {
    await pool.transaction(async (tx) => {
      await tx.query('select assert_writer($1)', [epoch]);
      await tx.query('insert into checkpoint (size, note) values ($1, $2)', [n, String(epoch)]);
      say('inside', n);
      await sleep(INSIDE_MS);
    });
    say('kept', n);
  }
} catch (error) {
  say('lost', error instanceof Error ? error.message : 'unknown');
  process.exit(0);
}

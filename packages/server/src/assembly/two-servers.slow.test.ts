// Two servers of one cell, each with a folder and a last-seen state of its own: what they share is the database, the key
// server and the root key.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import {
  asking,
  freshDatabase,
  freshKeyUrl,
  needsOwnPostgres,
  withDatabase,
} from '../store/postgres/server.test-support.ts';
import { isCode } from './error.test-support.ts';
import type { Place } from './reading.ts';
import { androidText, type Seen, seenThrough, temporaryFolder, vaultAt } from './vault.test-support.ts';
import { VaultHouse } from './vault-house.ts';

const ANA = 'Ana Quell';
const FIRST = androidText([
  ['25/12/2019', ANA, 'vlendriskat uno'],
  ['26/12/2019', 'Otto', 'jaburothex dos'],
]);
const SECOND = androidText([['27/12/2019', 'Carla', 'xobbiltane tres']]);

interface Servers {
  readonly one: Place;
  readonly other: Place;
}

/** The second server gets the root key and nothing else. */
async function servers(t: TestContext): Promise<Servers & { readonly join: () => void }> {
  const base = temporaryFolder(t);
  const { url: databaseUrl } = await freshDatabase(t);
  const keysUrl = await freshKeyUrl(t);
  const at = (name: string): Place => ({
    dir: join(base, name, 'vault'),
    databaseUrl,
    keysUrl,
    keys: { dir: join(base, name, 'keys') },
    isSeen: false,
  });
  const [one, other] = [at('one'), at('other')];
  return {
    one,
    other,
    join: () => {
      mkdirSync(other.keys.dir, { recursive: true, mode: 0o700 });
      const [root = ''] = readdirSync(one.keys.dir).filter((name) => name.endsWith('.root'));
      cpSync(join(one.keys.dir, root), join(other.keys.dir, root));
    },
  };
}

const group = 'WhatsApp Chat with Vecinos.txt';

// One of them waits for a writer that never comes: beside the others, not before them.
describe('two servers of one cell', { concurrency: true }, () => {
  test(
    'what one server takes in another finds, adds to and erases, and each goes on where the other stopped',
    needsOwnPostgres,
    async (t) => {
      const { join: joinIn, one, other } = await servers(t);
      const here = vaultAt(one);
      await here.importText(group, FIRST);
      joinIn();
      const there = vaultAt(other);
      const seen = await here.seen();
      assert.deepEqual(await there.seen(), seen);
      assert.equal(existsSync(join(other.dir, 'keys.db')), false, 'no key lies in a folder');
      await there.importText('WhatsApp Chat with Carla.txt', SECOND);
      // What this server saw last is older than the log: that is no alarm.
      assert.deepEqual((await here.seen()).chats.length, 2);
      const ana = (await here.seen()).people.find(({ names }) => names.includes(ANA))?.id ?? 0;
      await there.erase({ scope: 'person', ids: [ana] });
      assert.deepEqual(await here.search('vlendriskat'), []);
      assert.equal((await here.importText(group, `${FIRST}27/12/2019, 10:00 - Otto: cinco\n`)).suppressed, 1);
      for (const vault of [here, there]) assert.equal((await vault.verify()).verdict, 'intact');
    },
  );

  test(
    'a reader on another machine is on record with the writer before it shows anything',
    needsOwnPostgres,
    async (t) => {
      const { join: joinIn, one, other } = await servers(t);
      await vaultAt(one).importText(group, FIRST);
      joinIn();
      const writer = await new VaultHouse(one).write({ make: false });
      let seen: Seen | undefined;
      try {
        const before = await writer.log.size();
        seen = await seenThrough(await new VaultHouse(other).look({ command: 'show', count: 2 }));
        assert.equal(await writer.log.size(), before + 1);
        const record = await writer.reader.record(before);
        assert.deepEqual(record?.kind === 'audit' && [record.command, record.count], ['show', 2]);
        await assert.rejects(() => new VaultHouse(other).write({ make: false }), isCode('writer-busy'));
      } finally {
        await writer.close();
      }
      assert.equal(seen?.entries.length, 3);
      assert.equal((await vaultAt(other).seen()).entries.length, 3, 'and in the place of a writer where there is none');
    },
  );

  test('a folder of another cell, a root key of another, and no root key open nothing', needsOwnPostgres, async (t) => {
    const { join: joinIn, one, other } = await servers(t);
    await vaultAt(one).importText(group, FIRST);
    await assert.rejects(() => vaultAt(other).seen(), isCode('key-missing'));
    joinIn();
    const { databaseUrl: _, keysUrl: __, ...alone } = other;
    await vaultAt(alone).importText(group, SECOND);
    await assert.rejects(() => vaultAt(other).seen(), isCode('cell-differs'));
    await assert.rejects(() => vaultAt(other).importText(group, SECOND), isCode('cell-differs'));
  });

  test(
    'a login that may only read looks through the writer, and not at all where nobody writes',
    needsOwnPostgres,
    async (t) => {
      const { join: joinIn, one, other } = await servers(t);
      await vaultAt(one).importText(group, FIRST);
      joinIn();
      const { databaseUrl = '' } = one;
      const login = `acta_reader_${process.pid}`;
      await asking(databaseUrl, `create role ${login} login in role acta_view`);
      t.after(() => asking(withDatabase(databaseUrl, 'postgres'), `drop role if exists ${login}`));
      const reader = new VaultHouse({ ...other, databaseUrl: databaseUrl.replace(/user=[^&]*/, `user=${login}`) });
      const writer = await new VaultHouse(one).write({ make: false });
      const before = await writer.log.size();
      const seen = await seenThrough(await reader.look({ command: 'show' }));
      assert.deepEqual([seen.entries.length, await writer.log.size()], [3, before + 1]);
      await writer.close();
      await assert.rejects(() => reader.look({ command: 'show' }), isCode('writer-busy'));
      await assert.rejects(() => reader.write({ make: false }), isCode('database-permission'));
    },
  );
});

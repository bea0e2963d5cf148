// `acta move` from one database to another, the keys staying on their key server: whichever of the two counted more writers before,
// and whatever kills the move, the keys obey the one that holds the cell.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { freshDatabase, freshKeyUrl } from '../store/postgres/server.test-support.ts';
import { freshActa, type TestActa } from './acta.test-support.ts';
import { at, expectLeft, fill, GROUP, move, needsServers, shown, survives } from './move.test-support.ts';

interface Databases {
  readonly here: TestActa;
  readonly there: TestActa;
}

/** A filled cell in one database, and another that is empty; both with the one key server. */
async function twoDatabases(t: TestContext): Promise<Databases> {
  const base = freshActa(t);
  const [one, other, keysUrl] = [await freshDatabase(t), await freshDatabase(t), await freshKeyUrl(t)];
  const [here, there] = [one, other].map(({ url }) => at(base, base.vault, url, keysUrl));
  if (here === undefined || there === undefined) throw new Error('two were asked for');
  return { here: await fill(here), there };
}

const urlOf = ({ at: { databaseUrl = '' } }: TestActa): string => databaseUrl;

test('a cell goes from one database to another and back, and its keys stay where they are', needsServers, async (t) => {
  const { here, there } = await twoDatabases(t);
  const before = await shown(here);
  const moved = await move(here, '--to', urlOf(there));
  assert.deepEqual(await shown(there), before);
  assert.equal((await there.do('verify', '--deep')).code, 0);
  await expectLeft(here, String(moved['to']));
  await move(there, '--to', urlOf(here));
  assert.deepEqual(await shown(here), before);
  assert.equal((await here.do('verify', '--deep')).code, 0);
  await expectLeft(there, String(moved['from']));
  const late = here.file('WhatsApp Chat with Zug.txt', GROUP);
  assert.equal((await here.do('import', '--date-order', 'dmy', late)).code, 0);
  assert.deepEqual((await here.do('search', 'vlendriskat', '--json')).json, [], 'who was erased stays away');
});

test(
  'a cell that went to a folder comes to a new database with the key server it once had',
  needsServers,
  async (t) => {
    const { here, there } = await twoDatabases(t);
    const before = await shown(here);
    const folder = at(here, here.place('folder'));
    await move(here, '--to', folder.vault);
    await move(folder, '--to', urlOf(there), '--to-keys', there.at.keysUrl ?? '');
    assert.deepEqual(await shown(at(there, folder.vault, urlOf(there), there.at.keysUrl)), before);
  },
);

test(
  'a killed move between databases leaves the first one in use, and goes on when it is run again',
  needsServers,
  async (t) => {
    const { here, there } = await twoDatabases(t);
    await survives(here, there, { to: urlOf(there) }, ['folded', 1]);
  },
);

// `acta move`: from a folder to PostgreSQL and back everything is what it was, whatever kills it on the way; and there is never a
// moment at which both places take a record.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { onPostgres } from '../store/postgres/engine.test-support.ts';
import {
  freshDatabase,
  freshKeyServer,
  needsOwnPostgres,
  needsPostgres,
} from '../store/postgres/server.test-support.ts';
import { type Fields, freshActa, TestActa } from './acta.test-support.ts';
import type { MoveOrder, MovePoint } from './vault.ts';

const needs = { skip: onPostgres ? 'it moves between both engines itself' : needsPostgres.skip };
const MOVER = fileURLToPath(new URL('../assembly/moving/killed-move.test-support.ts', import.meta.url));

const line = (minute: number, author: string, text: string): string => {
  const clock = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${String(1 + Math.floor(minute / 1440)).padStart(2, '0')}/03/2024, ${clock} - ${author}: ${text}\n`;
};

/** Enough for several stretches. */
const LONG = Array.from({ length: 9_000 }, (_, at) => line(at, at % 3 === 0 ? 'Ana' : 'Luis', `recado ${at}`)).join('');
const GROUP = [line(0, 'Brunhilde', 'vlendriskat'), line(1, 'Otto', 'jaburothex'), line(2, 'Carla', 'xobbiltane')].join(
  '',
);

/** A vault with two chats, one erased person, one file in quarantine. */
async function filled(t: TestContext): Promise<TestActa> {
  const acta = freshActa(t);
  const files = [
    acta.file('WhatsApp Chat with Ana.txt', LONG),
    acta.file('WhatsApp Chat with Zug.txt', GROUP),
    acta.file('no-chat.txt', 'nothing of a chat'),
  ];
  assert.equal((await acta.do('import', '--date-order', 'dmy', ...files, '--me', 'Luis')).code, 4);
  await eraseNamed(acta, 'Brunhilde');
  return acta;
}

async function eraseNamed(acta: TestActa, name: string): Promise<void> {
  const people = (await acta.do('people', '--json')).json;
  const person = people.find(({ names }) => JSON.stringify(names).includes(name));
  assert.equal((await acta.do('erase', '--person', String(person?.['id']), '--reason', 'asked for')).code, 0);
}

/** The same cell's vault at another place. */
function at(acta: TestActa, vault: string, databaseUrl?: string): TestActa {
  return new TestActa(acta.dir, vault, databaseUrl === undefined ? {} : { databaseUrl });
}

let exports = 0;

/** All that reading commands show. */
async function shown(acta: TestActa): Promise<Readonly<Record<string, unknown>>> {
  const chats = (await acta.do('chats', '--json')).json;
  const entries: Fields[][] = [];
  for (const { id } of chats) entries.push([...(await acta.do('show', String(id), '--versions', '--json')).json]);
  const searches: Fields[][] = [];
  for (const query of ['recado', '"recado 77"', 'jaburothex', 'vlendriskat', 'xob*', 'from:Ana recado']) {
    searches.push([...(await acta.do('search', ...query.split(' '), '--json', '--limit', '40')).json]);
  }
  const out = acta.place(`out-${exports++}`);
  const exported = await acta.do('export', String(chats[0]?.['id']), '--format', 'txt', '--out', out, '--json');
  assert.equal(exported.code, 0, exported.err);
  const people = (await acta.do('people', '--json')).json;
  const held = (await acta.do('quarantine', 'list', '--json')).json;
  const head = (await acta.do('quarantine', 'show', String(held[0]?.['id']), '--json')).json;
  return { chats, entries, searches, people, held, head, export: readFileSync(String(exported.first['file']), 'utf8') };
}

async function move(acta: TestActa, ...typed: readonly string[]): Promise<Fields> {
  const { code, err, first } = await acta.do('move', '--json', ...typed);
  assert.equal(code, 0, err);
  return first;
}

/** Nobody writes here any more; what leaves no record still works. */
async function expectLeft(acta: TestActa, place: string): Promise<void> {
  const file = acta.file('WhatsApp Chat with Eva.txt', line(5, 'Eva', 'tarde'));
  for (const typed of [['import', '--date-order', 'dmy', file], ['chats'], ['rebuild'], ['key', 'rotate']]) {
    const { code, err } = await acta.do(...typed);
    assert.deepEqual([code, err.includes(`was moved to ${place}`)], [1, true], err);
  }
  assert.equal((await acta.do('stats')).code, 0);
}

async function rootAt(acta: TestActa): Promise<unknown> {
  return (await acta.do('stats', '--json')).first['checkpoint'];
}

test('a vault goes to PostgreSQL and back, and everything is what it was', needs, async (t) => {
  const here = await filled(t);
  const before = await shown(here);
  const { url } = await freshDatabase(t);
  const signed = await rootAt(here);
  const moved = await move(here, '--to', url);
  assert.deepEqual({ size: moved['size'], root: moved['root'] }, signed);
  const common = { keys: join(here.vault, 'keys.db'), objects: join(here.vault, 'objects') };
  assert.deepEqual(moved['shared'], common, 'what must outlive the old place is named');
  assert.ok(!JSON.stringify(moved).includes('@') && String(moved['to']).startsWith('postgresql://'));
  const there = at(here, here.vault, url);
  assert.deepEqual(await shown(there), before);
  assert.equal((await there.do('verify', '--deep')).code, 0);
  await expectLeft(here, String(moved['to']));
  const back = at(here, here.place('back'));
  const returned = await move(there, '--to', back.vault);
  assert.equal(returned['from'], moved['to']);
  assert.deepEqual(returned['shared'], {});
  await expectLeft(there, back.vault);
  assert.deepEqual(await shown(back), before);
  const { code, json } = await back.do('verify', '--deep', '--json');
  assert.deepEqual([code, json[0]?.['verdict']], [0, 'intact']);
  const kinds = (await back.do('stats', '--json')).first['kinds'] as Fields;
  assert.equal(kinds['move'], 2, 'both moves are on record');
  assert.equal(
    (await back.do('import', '--date-order', 'dmy', back.file('WhatsApp Chat with Zug.txt', GROUP))).code,
    0,
  );
  assert.deepEqual((await back.do('search', 'vlendriskat', '--json')).json, [], 'who was erased stays away');
});

test('a vault comes back to the folder it once left', needs, async (t) => {
  const here = await filled(t);
  const { url } = await freshDatabase(t);
  await move(here, '--to', url);
  const there = at(here, here.vault, url);
  const late = there.file('WhatsApp Chat with Eva.txt', line(5, 'Eva', 'tarde'));
  assert.equal((await there.do('import', '--date-order', 'dmy', late)).code, 0);
  await eraseNamed(there, 'Otto');
  const before = await shown(there);
  await move(there, '--to', here.vault);
  assert.deepEqual(await shown(here), before);
  assert.equal((await here.do('verify', '--deep')).code, 0);
  assert.equal(
    (await here.do('import', '--date-order', 'dmy', here.file('WhatsApp Chat with Ivo.txt', line(5, 'Ivo', 'pronto'))))
      .code,
    0,
  );
});

test('keys go to a key server and back, those that were destroyed do not', {
  ...needsOwnPostgres,
  ...needs,
}, async (t) => {
  const here = await filled(t);
  const before = await shown(here);
  const { url } = await freshDatabase(t);
  const keyServer = await freshKeyServer(t);
  const password = keyServer.password === undefined ? '' : `:${keyServer.password()}`;
  const host = encodeURIComponent(keyServer.host);
  const keysUrl = `postgresql://${keyServer.user}${password}@${host.startsWith('%2F') ? '' : host}/${keyServer.database}?host=${host}&port=${keyServer.port}`;
  const moved = await here.do('move', '--to', url, '--to-keys', keysUrl);
  assert.equal(moved.code, 0, moved.err);
  const back = at(here, here.place('back'));
  const there = new TestActa(here.dir, here.vault, { databaseUrl: url, keysUrl });
  assert.deepEqual(await shown(there), before);
  await move(there, '--to', back.vault);
  assert.deepEqual(await shown(back), before);
  assert.equal((await back.do('verify', '--deep')).code, 0);
});

test('what is not a part of this vault is no target', needs, async (t) => {
  const [here, other] = [await filled(t), freshActa(t)];
  assert.equal(
    (await other.do('import', '--date-order', 'dmy', other.file('WhatsApp Chat with Eva.txt', GROUP))).code,
    0,
  );
  const { url } = await freshDatabase(t);
  for (const [to, reason] of [
    [other.vault, 'another vault stands there'],
    [here.vault, 'stands there already'],
    ['https://example.com/x', 'not one of the choices'],
  ] as const) {
    const { code, err } = await here.do('move', '--to', to);
    assert.deepEqual([code > 0, err.includes(reason)], [true, true], err);
  }
  cpSync(here.vault, here.place('copy'), { recursive: true, filter: (file) => !file.endsWith('.sock') });
  const { err } = await here.do('move', '--to', here.place('copy'));
  assert.match(err, /in use, or was put back/);
  await move(other, '--to', url);
  const taken = await here.do('move', '--to', url);
  assert.equal(taken.code, 1);
  assert.equal(
    (await here.do('import', '--date-order', 'dmy', here.file('WhatsApp Chat with Eva.txt', GROUP))).code,
    0,
    'it is still in use',
  );
});

/** Runs a move that is killed when it reaches a point. */
async function killedAt(acta: TestActa, order: MoveOrder, [point, times]: readonly [MovePoint, number]): Promise<void> {
  const place = { dir: acta.vault, ...acta.at, keys: { dir: acta.keys }, isSeen: false };
  const typed = [MOVER, JSON.stringify(place), JSON.stringify(order), point, String(times)];
  const child = spawn(process.execPath, typed, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  assert.deepEqual([code, signal], [null, 'SIGKILL'], `killed at ${point}`);
}

const POINTS = [
  ['marked', 1],
  ['keys', 1],
  ['stretch', 2],
  ['log', 1],
  ['objects', 1],
  ['folded', 1],
  ['verified', 1],
  ['left', 1],
  ['recorded', 1],
] as const;

const isLong = process.env['ACTA_TEST_FORM'] === 'long';
/** The points that every run of the tests tries, there and back. */
const [ALWAYS_THERE, ALWAYS_BACK] = [['keys', 'left'], ['folded']];
if (!isLong) process.stdout.write('not run: moves killed at every point: only with ACTA_TEST_FORM=long\n');

/** What is written between a kill and the next try: a chat more, a person less. */
async function goOn(acta: TestActa, point: MovePoint): Promise<void> {
  const text = [line(7, `Nils ${point}`, 'entretanto'), line(8, `Olga ${point}`, 'también')].join('');
  assert.equal(
    (await acta.do('import', '--date-order', 'dmy', acta.file(`WhatsApp Chat with ${point}.txt`, text))).code,
    0,
  );
  await eraseNamed(acta, `Nils ${point}`);
}

/** Kills a move at each point, goes on here meanwhile, and moves in the end. */
async function survives(
  here: TestActa,
  there: TestActa,
  order: MoveOrder,
  point: (typeof POINTS)[number],
): Promise<void> {
  const [name] = point;
  await killedAt(here, order, point);
  const isLeft = name === 'left' || name === 'recorded';
  const early = await there.do('import', '--date-order', 'dmy', there.file('WhatsApp Chat with Eva.txt', GROUP));
  assert.match(early.err, /has not arrived whole|writing to this vault/, 'nobody writes where it has not arrived');
  if (!isLeft) await goOn(here, name);
  else assert.match((await here.do('chats')).err, /was moved to/);
  const before = isLeft ? undefined : await shown(here);
  await move(here, '--to', order.to);
  const after = await shown(there);
  if (before !== undefined) assert.deepEqual(after, before);
  const verified = await there.do('verify', '--deep', '--json');
  assert.equal(verified.first['verdict'], 'intact');
  const kinds = (await there.do('stats', '--json')).first['kinds'] as Fields;
  assert.equal(kinds['move'], 1, 'it is on record once');
  assert.match(
    (await here.do('import', '--date-order', 'dmy', here.file('WhatsApp Chat with Eva.txt', GROUP))).err,
    /was moved to/,
  );
}

test('a move to PostgreSQL that is killed anywhere goes on when it is run again', needs, async (t) => {
  const template = await filled(t);
  for (const point of POINTS.filter(([name]) => isLong || ALWAYS_THERE.includes(name))) {
    await t.test(point[0], async (one) => {
      const here = freshActa(one);
      cpSync(template.dir, here.dir, { recursive: true, filter: (file) => !file.endsWith('.sock') });
      const { url } = await freshDatabase(one);
      await survives(here, at(here, here.vault, url), { to: url }, point);
    });
  }
});

test('a move to a folder that is killed anywhere goes on when it is run again', needs, async (t) => {
  const tried = isLong ? ['keys', 'stretch', 'folded', 'left'] : ALWAYS_BACK;
  for (const point of POINTS.filter(([name]) => tried.includes(name))) {
    await t.test(point[0], async (one) => {
      const { url } = await freshDatabase(one);
      const base = freshActa(one);
      const here = at(base, base.vault, url);
      const ana = here.file('WhatsApp Chat with Ana.txt', LONG);
      assert.equal(
        (await here.do('import', '--date-order', 'dmy', ana, here.file('no-chat.txt', 'nothing'), '--me', 'Luis')).code,
        4,
      );
      const there = at(here, join(here.dir, 'there'));
      await survives(here, there, { to: there.vault }, point);
    });
  }
});

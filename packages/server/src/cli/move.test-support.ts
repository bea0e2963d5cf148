// What the tests of `acta move` share: vaults worth moving, all that their reading commands show, a move that is killed on its way.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WITH_JOINED } from '../../joined/place.ts';
import { onPostgres } from '../store/postgres/engine.test-support.ts';
import { needsOwnPostgres, needsPostgres } from '../store/postgres/server.test-support.ts';
import { type Fields, freshActa, TestActa } from './acta.test-support.ts';
import type { MoveOrder, MovePoint } from './vault.ts';

const twice: string | false = onPostgres ? 'it moves between both engines itself' : false;
/** For moves to or from a database. */
export const needs: { readonly skip: string | false } = { skip: twice || needsPostgres.skip };
/** For moves that need a key server beside it. */
export const needsServers: { readonly skip: string | false } = { skip: twice || needsOwnPostgres.skip };
const MOVER = fileURLToPath(new URL('../assembly/moving/killed-move.test-support.ts', import.meta.url));

export function line(minute: number, author: string, text: string): string {
  const clock = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${String(1 + Math.floor(minute / 1440)).padStart(2, '0')}/03/2024, ${clock} - ${author}: ${text}\n`;
}

/** A chat of two. From 9,000 messages on its log goes in several stretches. */
export function chatOf(messages: number): string {
  return Array.from({ length: messages }, (_, at) => line(at, at % 3 === 0 ? 'Ana' : 'Luis', `recado ${at}`)).join('');
}

export const SEVERAL_STRETCHES = 9_000;
/** More than a few pages. */
export const ONE_STRETCH = 900;
export const GROUP: string = [
  line(0, 'Brunhilde', 'vlendriskat'),
  line(1, 'Otto', 'jaburothex'),
  line(2, 'Carla', 'xobbiltane'),
].join('');

/** Fills a vault with two chats, one erased person, one file in quarantine. */
export async function fill(acta: TestActa, messages: number = ONE_STRETCH): Promise<TestActa> {
  const files = [
    acta.file('WhatsApp Chat with Ana.txt', chatOf(messages)),
    acta.file('WhatsApp Chat with Zug.txt', GROUP),
    acta.file('no-chat.txt', 'nothing of a chat'),
  ];
  assert.equal((await acta.do('import', '--date-order', 'dmy', ...files, '--me', 'Luis')).code, 4);
  await eraseNamed(acta, 'Brunhilde');
  return acta;
}

/** A filled vault in a folder. */
export function filled(t: TestContext, messages?: number): Promise<TestActa> {
  return fill(freshActa(t), messages);
}

export async function eraseNamed(acta: TestActa, name: string): Promise<void> {
  const people = (await acta.do('people', '--json')).json;
  const person = people.find(({ names }) => JSON.stringify(names).includes(name));
  assert.equal((await acta.do('erase', '--person', String(person?.['id']), '--reason', 'asked for')).code, 0);
}

/** The same cell's vault at another place. */
export function at(acta: TestActa, vault: string, databaseUrl?: string, keysUrl?: string): TestActa {
  const database = databaseUrl === undefined ? {} : { databaseUrl };
  return new TestActa(acta.dir, vault, keysUrl === undefined ? database : { ...database, keysUrl });
}

let exports = 0;

/** All that reading commands show. */
export function shown(acta: TestActa): Promise<Readonly<Record<string, unknown>>> {
  return acta.looking(async (ask) => {
    const chats = (await ask('chats', '--json')).json;
    const entries: Fields[][] = [];
    for (const { id } of chats) entries.push([...(await ask('show', String(id), '--versions', '--json')).json]);
    const searches: Fields[][] = [];
    for (const query of ['recado', '"recado 77"', 'jaburothex', 'vlendriskat', 'xob*', 'from:Ana recado']) {
      searches.push([...(await ask('search', ...query.split(' '), '--json', '--limit', '40')).json]);
    }
    const people = (await ask('people', '--json')).json;
    const held = (await ask('quarantine', 'list', '--json')).json;
    const head = (await ask('quarantine', 'show', String(held[0]?.['id']), '--json')).json;
    return {
      chats,
      entries,
      searches,
      people,
      held,
      head,
      export: await exported(acta, ask, String(chats[0]?.['id'])),
    };
  });
}

async function exported(acta: TestActa, ask: TestActa['do'], chat: string): Promise<string> {
  const { code, err, first } = await ask(
    'export',
    chat,
    '--format',
    'txt',
    '--out',
    acta.place(`out-${exports++}`),
    '--json',
  );
  assert.equal(code, 0, err);
  return readFileSync(String(first['file']), 'utf8');
}

export async function move(acta: TestActa, ...typed: readonly string[]): Promise<Fields> {
  const { code, err, first } = await acta.do('move', '--json', ...typed);
  assert.equal(code, 0, err);
  return first;
}

/** Nobody writes here any more; what leaves no record still works. */
export async function expectLeft(acta: TestActa, place: string): Promise<void> {
  const file = acta.file('WhatsApp Chat with Eva.txt', line(5, 'Eva', 'tarde'));
  for (const typed of [['import', '--date-order', 'dmy', file], ['chats'], ['rebuild'], ['key', 'rotate']]) {
    const { code, err } = await acta.do(...typed);
    assert.deepEqual([code, err.includes(`was moved to ${place}`)], [1, true], err);
  }
  assert.equal((await acta.do('stats')).code, 0);
}

/** Runs a move that is killed when it reaches a point for the n-th time. */
async function killedAt(acta: TestActa, order: MoveOrder, [point, times]: readonly [MovePoint, number]): Promise<void> {
  const place = { dir: acta.vault, ...acta.at, keys: { dir: acta.keys }, isSeen: false };
  const typed = [...WITH_JOINED, MOVER, JSON.stringify(place), JSON.stringify(order), point, String(times)];
  const child = spawn(process.execPath, typed, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  assert.deepEqual([code, signal], [null, 'SIGKILL'], `killed at ${point}`);
}

/** What is written between a kill and the next try: a chat more, a person less. */
async function goOn(acta: TestActa, point: MovePoint): Promise<void> {
  const text = [line(7, `Nils ${point}`, 'entretanto'), line(8, `Olga ${point}`, 'también')].join('');
  const file = acta.file(`WhatsApp Chat with ${point}.txt`, text);
  const { code, err } = await acta.do('import', '--date-order', 'dmy', file);
  assert.equal(code, 0, err);
  await eraseNamed(acta, `Nils ${point}`);
}

/** Kills a move at a point, goes on here meanwhile, and moves in the end. */
export async function survives(
  here: TestActa,
  there: TestActa,
  order: MoveOrder,
  point: readonly [MovePoint, number],
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

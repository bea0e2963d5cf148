// Many files in one command: each is read while the end of the one before is on its way, and comes to what it would alone.

import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Fields, fileOf, freshActa } from '../cli/acta.test-support.ts';

const TOLD = ['added', 'duplicates', 'newVersions', 'quarantined', 'suppressed', 'steps', 'entries', 'sha256', 'error'];

const told = (file: Fields): Fields => Object.fromEntries(TOLD.map((name) => [name, file[name]]));

/** Lines a minute apart, from a minute on, by the authors in turn. */
function lines(from: number, count: number, ...authors: readonly string[]): string {
  let text = '';
  for (let at = from; at < from + count; at++) {
    const time = `${String(9 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    text += `13/03/2024, ${time} - ${authors[at % authors.length]}: mensaje número ${at}\n`;
  }
  return text;
}

/** Paths in the order of their folders: the same conversation twice, the same number and our own side in several, a file that is no chat. */
const FILES: readonly (readonly [path: string, text: string])[] = [
  ['01/WhatsApp Chat with Ana.txt', lines(0, 40, 'Ana', 'Sol')],
  ['02/WhatsApp Chat with Ana.txt', lines(20, 60, 'Ana', 'Sol')],
  ['03/WhatsApp Chat with Vecinos.txt', lines(0, 30, '+52 81 1234 5678', 'Sol', 'Ana')],
  ['04/nothing.txt', 'not a chat\n'],
  ['05/WhatsApp Chat with Obra.txt', lines(0, 30, 'Bea', '+52 81 1234 5678', 'Sol')],
  ['06/copy of it.txt', lines(0, 30, 'Bea', '+52 81 1234 5678', 'Sol')],
  ['07/WhatsApp Chat with Vecinos.txt', lines(10, 30, '+52 81 1234 5678', 'Sol', 'Ana')],
];

interface Taken {
  readonly files: readonly Fields[];
  readonly people: readonly unknown[];
  readonly chats: readonly unknown[];
}

async function taken(t: TestContext, isTogether: boolean): Promise<Taken> {
  const acta = freshActa(t);
  const paths = FILES.map(([name, text]) => acta.file(`exports/${name}`, text));
  const files: Fields[] = [];
  if (isTogether) {
    const answer = await acta.do('import', dirname(dirname(paths[0] ?? '')), '--me', 'Sol', '--json');
    files.push(...(answer.first['files'] as readonly Fields[]));
  } else {
    for (const path of paths) files.push(fileOf(await acta.do('import', path, '--me', 'Sol', '--json')));
  }
  const people = (await acta.do('people', '--json')).json.map((one) => one['identifiers']);
  const chats = (await acta.do('chats', '--json')).json.map(({ entries, title }) => ({ entries, title }));
  assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
  return { files: files.map(told), people, chats };
}

test('files of one command come to what they come to one after another', async (t) => {
  const [together, apart] = [await taken(t, true), await taken(t, false)];
  assert.deepEqual(together, apart);
  assert.deepEqual(
    together.files.map(({ added, duplicates, quarantined }) => [added, duplicates, quarantined]),
    [
      [40, 0, 0],
      [40, 20, 0],
      [30, 0, 0],
      [0, 0, 1],
      [30, 0, 0],
      [0, 30, 0],
      [10, 20, 0],
    ],
  );
});

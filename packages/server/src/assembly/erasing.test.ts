// Erasing, seen from outside: what a person, a thief and an auditor find before and after.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { androidText, testVault } from './vault.test-support.ts';

const WORDS = [
  'quixmorba',
  'vlendriskat',
  'jaburothex',
  'wympelzorg',
  'fradnuqole',
  'xobbiltane',
  'pruvekdims',
  'zhandrokul',
];

/** Every byte under the folders. */
function bytesUnder(...dirs: readonly string[]): Buffer {
  const files = dirs.flatMap((dir) =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name)),
  );
  return Buffer.concat(files.flatMap((file) => [Buffer.from(file), readFileSync(file)]));
}

const GROUP = androidText([
  ['25/12/2019', 'Brunhilde Quixmorba', 'vlendriskat uno'],
  ['25/12/2019', 'Otto Wympelzorg', 'jaburothex dos'],
  ['26/12/2019', 'Brunhilde Quixmorba', 'xobbiltane tres'],
  ['26/12/2019', 'Carla', 'quatro pruvekdims'],
]);

test('a person of a group goes with their entries, and the rest stands as it was', async (t) => {
  const vault = testVault(t);
  const first = await vault.importText('WhatsApp Chat with Zhandrokul.txt', GROUP);
  const before = await vault.seen();
  const raw = bytesUnder(vault.dir, vault.keysDir);
  for (const word of WORDS) assert.equal(raw.includes(word), false, word);
  const person = before.people.find(({ names }) => names.includes('Brunhilde Quixmorba'))?.id ?? 0;
  const cert = await vault.erase({ scope: 'person', ids: [person] });
  const again = await vault.importText(
    'WhatsApp Chat with Zhandrokul.txt',
    GROUP + '27/12/2019, 10:00 - Carla: cinco\n',
  );
});

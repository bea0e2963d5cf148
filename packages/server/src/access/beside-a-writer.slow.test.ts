// Commands beside a running writer: those that read do so and are on record through it, those that write say who is busy.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { VaultHouse } from '../assembly/vault-house.ts';
import { type Answer, freshActa, TestActa } from '../cli/acta.test-support.ts';

const CHAT = '13/03/2024, 09:00 - Ana: Buenos días\n13/03/2024, 09:01 - Luis: Hola\n';

async function besideAWriter(acta: TestActa): Promise<void> {
  assert.equal((await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', CHAT))).code, 0);
  const house = new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false });
  const writer = await house.write({ make: false });
  try {
    const before = await writer.log.size();
    const looks = [['chats'], ['show', 'Ana'], ['search', 'hola'], ['people'], ['quarantine', 'list']];
    const answers: Answer[] = [];
    for (const typed of looks) answers.push(await acta.do(...typed, '--json'));
    assert.deepEqual(
      answers.map(({ code, json }) => [code, json.length]),
      [
        [0, 1],
        [0, 2],
        [0, 1],
        [0, 2],
        [0, 0],
      ],
    );
    assert.equal(await writer.log.size(), before + looks.length, 'each look is on record');
    const last = await writer.reader.record(before + 1);
    assert.deepEqual(last?.kind === 'audit' && [last.command, last.outcome], ['show', 'done']);
    for (const typed of [['stats'], ['verify'], ['export-log', acta.place('log')]]) {
      assert.equal((await acta.do(...typed)).code, 0, typed[0]);
    }
    assert.equal(await writer.log.size(), before + looks.length, 'what shows no content leaves no record');
    for (const typed of [
      ['import', acta.place('x')],
      ['erase', '--seq', '3', '--reason', 'x'],
      ['undo', '3'],
      ['rebuild'],
      ['key', 'rotate'],
    ]) {
      const { code, err } = await acta.do(...typed);
      assert.equal(code, 1, typed[0]);
      assert.match(err, /Another Acta is writing/);
    }
  } finally {
    await writer.close();
  }
  assert.equal((await acta.do('rebuild')).code, 0);
  assert.equal((await acta.do('verify', '--deep')).code, 0);
}

test('readers beside a writer show what they may and leave their record with it; writers are told to wait', async (t) => {
  await besideAWriter(freshActa(t));
});

test('the same holds in a folder whose path is longer than a socket allows', async (t) => {
  const { at, dir } = freshActa(t);
  await besideAWriter(
    new TestActa(dir, join(dir, ...Array.from({ length: 8 }, () => 'a folder with a long name')), at),
  );
});

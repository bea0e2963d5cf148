// What leaves the vault: exports, media, proofs, the log; and what a changed or missing piece of them is answered with.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Fields, fileOf, filesOf, freshActa, type TestActa } from './acta.test-support.ts';
import { SAMPLES } from './run-here.test-support.ts';

async function withSamples(acta: TestActa): Promise<void> {
  const answer = await acta.do('import', SAMPLES, '--me', 'Café Aurora');
  assert.equal(answer.code, 0, answer.err);
}

test('a chat leaves as text, as JSON Lines and as a page, with its media beside it, readable by its owner only', async (t) => {
  const acta = freshActa(t);
  await withSamples(acta);
  const shown = (await acta.do('show', 'Nora Walsh', '--json')).json;
  const out = { txt: acta.place('txt'), jsonl: acta.place('jsonl'), html: acta.place('html') };
  for (const [format, dir] of Object.entries(out)) {
    const { code, err, first, json } = await acta.do(
      'export',
      'Nora Walsh',
      '--format',
      format,
      '--out',
      dir,
      '--json',
    );
    assert.deepEqual([code, err, json.length], [0, '', 1]);
    assert.deepEqual([first['entries'], first['media']], [shown.length, 4]);
    assert.equal(readdirSync(dir).length, 5);
    for (const name of readdirSync(dir)) assert.equal(statSync(join(dir, name)).mode & 0o077, 0);
  }
  const page = readFileSync(join(out.html, 'Nora Walsh.html'), 'utf8');
  assert.doesNotMatch(page, /(?:src|href)="https?:/);
  assert.match(page, /PHOTO-2026-06-13-08-52-15\.jpg/);
  const lines = readFileSync(join(out.jsonl, 'Nora Walsh.jsonl'), 'utf8').trim().split('\n');
  assert.equal(lines.length, shown.length);
  for (const line of lines) JSON.parse(line);
  const other = freshActa(t);
  const back = await other.do('import', join(out.txt, 'Nora Walsh.txt'), '--chat', 'Nora Walsh', '--json');
  assert.equal(back.code, 0, back.err);
  assert.equal(fileOf(back)['entries'], shown.length);
  const again = await acta.do('export', 'Nora Walsh', '--format', 'html', '--out', out.html);
  assert.equal(again.code, 1, 'nothing is overwritten');
  assert.match(again.err, /exists already/);
});

test('the media file of an entry comes out as it went in', async (t) => {
  const acta = freshActa(t);
  await withSamples(acta);
  const photo = (await acta.do('search', 'has:image in:"Nora Walsh"', '--json')).json.at(-1) ?? {};
  const file = acta.place('photo.jpg');
  const { code, first } = await acta.do('media', String(photo['seq']), '--out', file, '--json');
  assert.equal(code, 0);
  assert.deepEqual(readFileSync(file).subarray(0, 3), Buffer.from([0xff, 0xd8, 0xff]));
  assert.equal(first['sizeBytes'], statSync(file).size);
  assert.equal((await acta.do('media', String(photo['seq']), '--out', file)).code, 1);
  const nowhere = await acta.do('media', String(photo['seq']), '--out', acta.place('no/such/folder/photo.jpg'));
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /cannot be written/);
  const zip = filesOf(await acta.do('import', SAMPLES, '--json')).find((one) => String(one['path']).includes('.zip'));
  assert.equal((await acta.do('undo', String(zip?.['import']))).code, 0);
  assert.equal(
    (await acta.do('media', String(photo['seq']), '--out', acta.place('hidden.jpg'))).code,
    1,
    'what is hidden',
  );
});

test('an export comes out as it arrived; of one in which somebody was erased the rest does, and it is said to be incomplete', async (t) => {
  const acta = freshActa(t);
  const head = '24/11/2026, 09:00 - Cuilan: vlendriskat\n24/11/2026, 09:01 - Nora: wie geht es dir\n';
  const tail = '24/11/2026, 09:02 - Otto: gut\n24/11/2026, 09:03 - Cuilan: zhandrokul\nund eine zweite Zeile\n';
  const texts = [head, head + tail];
  const imports: string[] = [];
  for (const text of texts) {
    const name = `WhatsApp Chat with Familie ${imports.length}.txt`;
    imports.push(
      String(fileOf(await acta.do('import', acta.file(name, text), '--chat', 'Familie', '--json'))['import']),
    );
  }
  const takenOut = async (at: number, name: string) => {
    const out = acta.place(`${name}-${at}.txt`);
    const { code, first } = await acta.do('media', imports[at] ?? '', '--out', out, '--json');
    return { code, complete: first['complete'], text: readFileSync(out, 'utf8') };
  };
  for (const [at, text] of texts.entries()) {
    assert.deepEqual(await takenOut(at, 'whole'), { code: 0, complete: true, text });
  }
  const people = (await acta.do('people', '--json')).json;
  const cuilan = people.find(({ names }) => String(names) === 'Cuilan');
  const erased = await acta.do('erase', '--person', String(cuilan?.['id']), '--reason', 'asked to be forgotten');
  assert.equal(erased.code, 0, erased.err);
  const left = texts.map((text) =>
    text.replace(/.*Cuilan: vlendriskat\n/, '').replace(/.*Cuilan: zhandrokul\n.*\n/, ''),
  );
  for (const [at, text] of left.entries()) {
    assert.deepEqual(await takenOut(at, 'rest'), { code: 0, complete: false, text });
  }
  const said = await acta.do('media', imports[1] ?? '', '--out', acta.place('said.txt'));
  assert.match(said.out + said.err, /incomplete by erasure/);
  assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
});

test('a proof checks without a vault; changed it is altered, incomplete it cannot be opened', async (t) => {
  const acta = freshActa(t);
  await withSamples(acta);
  const hit = (await acta.do('search', 'Calle', '--json')).first;
  const dir = acta.place('proof');
  const proven = await acta.do('prove', String(hit['seq']), '--out', dir, '--json');
  assert.deepEqual([proven.code, proven.json.length, proven.first['seq']], [0, 1, hit['seq']]);
  const names = readdirSync(dir);
  const elsewhere = freshActa(t);
  const checked = await elsewhere.do('check', dir, '--json');
  assert.deepEqual([checked.code, checked.first['verdict'], checked.first['seq']], [0, 'intact', hit['seq']]);
  const log = acta.place('log');
  assert.equal((await acta.do('export-log', log, '--json')).code, 0);
  assert.ok(readdirSync(log).includes('checkpoint'));
  const vkey = join(log, 'log.vkey');
  assert.equal((await elsewhere.do('check', dir, '--vkey', vkey)).code, 0);
  assert.equal((await elsewhere.do('check', dir, '--vkey', acta.place('none.vkey'))).code, 12);
  for (const name of names) {
    const path = join(dir, name);
    const whole = readFileSync(path);
    const at = Math.floor(whole.length / 2);
    writeFileSync(path, Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 1 : byte))));
    const altered = await elsewhere.do('check', dir, '--json');
    assert.deepEqual([name, altered.code, altered.first['verdict']], [name, 11, 'altered'], altered.err);
    writeFileSync(path, whole);
    renameSync(path, `${path}.away`);
    const missing = await elsewhere.do('check', dir, '--json');
    assert.deepEqual([name, missing.code, missing.out], [name, 12, ''], missing.err);
    renameSync(`${path}.away`, path);
  }
  const stranger = freshActa(t);
  await withSamples(stranger);
  const other = stranger.place('log');
  await stranger.do('export-log', other);
  assert.equal((await elsewhere.do('check', dir, '--vkey', join(other, 'log.vkey'))).code, 11, "another log's key");
  assert.equal((await elsewhere.do('check', acta.place('nowhere'))).code, 12);
});

test('an erased record has no proof of its words, and its number is named', async (t) => {
  const acta = freshActa(t);
  await withSamples(acta);
  const hit = (await acta.do('search', 'Calle', '--json')).first;
  const seq = String(hit['seq']);
  assert.equal((await acta.do('erase', '--seq', seq, '--reason', 'test')).code, 0);
  const refused = await acta.do('prove', seq, '--out', acta.place('proof'));
  assert.equal(refused.code, 1);
  assert.match(refused.err, new RegExp(`${seq} was erased`));
  const verified = (await acta.do('verify', '--json')).first;
  assert.deepEqual([verified['verdict'], verified['erased']], ['intact', 1]);
});

test('verify answers 12 where the key is missing, 11 where bytes were changed, and other commands name the key', async (t) => {
  const acta = freshActa(t);
  await withSamples(acta);
  const keys = `${acta.keys}.away`;
  renameSync(acta.keys, keys);
  const missing = await acta.do('verify', '--json');
  assert.deepEqual([missing.code, missing.out], [12, '']);
  assert.match(missing.err, /ACTA_KEYS/);
  const chats = await acta.do('chats');
  assert.equal(chats.code, 1);
  assert.match(chats.err, /acta key recover/);
  rmSync(acta.keys, { recursive: true, force: true });
  renameSync(keys, acta.keys);
  assert.equal((await acta.do('verify')).code, 0);
  const fields = (await acta.do('verify', '--deep', '--json')).first as Fields;
  assert.deepEqual([fields['missing'], fields['altered'], fields['witnesses']], [[], [], []]);
});

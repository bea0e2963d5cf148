// Input as it should not be: each file is named with what is wrong and what to do, the rest is imported, nothing is lost.

import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { storedZip } from '../../../../tools/sample-chat/stored-zip.ts';
import { type Answer, type Fields, fileOf, filesOf, freshActa } from '../cli/acta.test-support.ts';

const CHAT = '13/03/2024, 09:00 - Ana: Buenos días\n13/03/2024, 09:01 - Luis: Hola\n';
const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  storedZip(
    Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) })),
    { date: (44 << 9) | (3 << 5) | 15, time: 0 },
  );
const codes = (file: Fields): unknown[] => (file['warnings'] as Fields[]).map(({ code }) => code);
const errorOf = (file: Fields): unknown => (file['error'] as Fields | undefined)?.['code'];

function expectSpoken(answer: Answer): void {
  assert.doesNotMatch(answer.err, /\n\s+at |does not know|internal|undefined|\{/, answer.err);
}

test('what is no chat goes whole into quarantine, once, and can be listed, shown and tried again', async (t) => {
  const acta = freshActa(t);
  const bad = {
    empty: acta.file('empty.txt', ''),
    blank: acta.file('blank.txt', '\n\n  \n'),
    prose: acta.file('letter.txt', 'Dear Ana,\nthe cake was good.\n'),
    binary: acta.file('photo.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 0, 0, 0])),
    half: acta.file('half.zip', zip({ '_chat.txt': CHAT, 'a.jpg': Buffer.alloc(3000, 7) }).subarray(0, 1500)),
    noChat: acta.file('pictures.zip', zip({ 'a.jpg': 'x', 'b.jpg': 'y' })),
    noZip: acta.file('text.zip', 'PK is how a zip begins'),
  };
  const answer = await acta.do('import', ...Object.values(bad), '--json');
  assert.equal(answer.code, 4, answer.err);
  expectSpoken(answer);
  for (const file of filesOf(answer)) {
    assert.deepEqual([file['path'], file['added'], file['quarantined']], [file['path'], 0, 1]);
    assert.notEqual(errorOf(file), undefined);
    assert.ok(answer.err.includes(String(file['path'])));
  }
  assert.equal((await acta.do('import', ...Object.values(bad))).code, 4);
  const listed = (await acta.do('quarantine', 'list', '--json')).json;
  assert.equal(listed.length, Object.keys(bad).length);
  const letter = listed.find(({ file }) => file === 'letter.txt');
  const shown = await acta.do('quarantine', 'show', String(letter?.['id']), '--json');
  assert.match(String(shown.first['head']), /Dear Ana/);
  const retried = await acta.do('quarantine', 'retry', '--json');
  assert.deepEqual([retried.code, retried.first['done'], retried.first['left']], [0, 0, listed.length]);
  expectSpoken(retried);
  assert.equal((await acta.do('stats', '--json')).first['quarantined'], listed.length);
  assert.equal((await acta.do('verify', '--deep')).code, 0);
});

test('a zip with ten chats gives ten, each under its own name', async (t) => {
  const acta = freshActa(t);
  const chats = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`WhatsApp Chat with P${at}.txt`, CHAT.replace('Ana', `P${at}`)]),
  );
  const path = acta.file('all.zip', zip({ ...chats, 'IMG-20240313-WA0001.jpg': 'whose?' }));
  const inspected = await acta.do('inspect', path, '--json');
  assert.deepEqual(
    inspected.json.map((one) => one['path']),
    Object.keys(chats).map((name) => `${path}!/${name}`),
  );
  const answer = await acta.do('import', path, '--json');
  assert.equal(answer.code, 0, answer.err);
  assert.equal(filesOf(answer).length, 10);
  const titles = (await acta.do('chats', '--json')).json.map(({ title }) => title);
  assert.deepEqual(
    titles.sort(),
    Array.from({ length: 10 }, (_, at) => `P${at}`),
  );
  const { kinds } = (await acta.do('stats', '--json')).first;
  assert.equal((kinds as Fields)['attachment'], undefined, 'a file beside all of them belongs to none of them');
});

test('a zip with a damaged photo, or whose chat is damaged, stands whole in quarantine beside what could be read', async (t) => {
  const acta = freshActa(t);
  const line = '13/03/2024, 09:02 - Ana: IMG-20240313-WA0001.jpg (file attached)\n';
  const files = { 'WhatsApp Chat with Ana.txt': CHAT + line, 'IMG-20240313-WA0001.jpg': 'a photo of a cake' };
  const damaged = (word: string): Buffer => {
    const bytes = Buffer.from(zip(files));
    bytes[bytes.indexOf(word)] = 0x20;
    return bytes;
  };
  const photo = await acta.do('import', acta.file('WhatsApp Chat with Ana.zip', damaged('a photo of')), '--json');
  assert.equal(photo.code, 4, photo.err);
  expectSpoken(photo);
  assert.match(photo.err, /IMG-20240313-WA0001\.jpg/);
  assert.deepEqual(
    [fileOf(photo)['added'], fileOf(photo)['quarantined'], errorOf(fileOf(photo))],
    [3, 1, 'zip-crc-mismatch'],
  );
  const text = await acta.do('import', acta.file('b/WhatsApp Chat with Ana.zip', damaged('Buenos')), '--json');
  assert.deepEqual([text.code, fileOf(text)['added'], fileOf(text)['quarantined']], [4, 0, 1]);
  assert.equal((await acta.do('quarantine', 'list', '--json')).json.length, 2);
  const whole = await acta.do('import', acta.file('c/WhatsApp Chat with Ana.zip', zip(files)), '--json');
  assert.deepEqual(
    [whole.code, fileOf(whole)['added'], fileOf(whole)['newVersions']],
    [0, 0, 1],
    'the photo comes after all',
  );
  const again = await acta.do('import', acta.file('d/WhatsApp Chat with Ana.zip', zip(files)), '--json');
  assert.deepEqual([again.code, fileOf(again)['duplicates']], [0, 3]);
  const { kinds } = (await acta.do('stats', '--json')).first;
  assert.equal((kinds as Fields)['import'], 2, 'the same file again is no import');
  assert.equal((await acta.do('verify', '--deep')).code, 0);
});

test('hostile parts of a zip are left out by name, the chat and the other files are taken', async (t) => {
  const acta = freshActa(t);
  const text = `${CHAT}13/03/2024, 09:02 - Ana: IMG-20240313-WA0001.jpg (file attached)\n13/03/2024, 09:03 - Ana: IMG-20240313-WA0002.jpg (file attached)\n`;
  const path = acta.file(
    'WhatsApp Chat with Ana.zip',
    zip({
      '../../evil.txt': CHAT,
      '/etc/evil.jpg': 'x',
      'WhatsApp Chat with Ana.txt': text,
      'IMG-20240313-WA0001.jpg': '',
      'IMG-20240313-WA0002.jpg': 'a photo',
    }),
  );
  const answer = await acta.do('import', path, '--json');
  expectSpoken(answer);
  assert.equal(answer.code, 4, 'the zip stands whole in quarantine');
  assert.equal((await acta.do('quarantine', 'list', '--json')).json.length, 1);
  assert.match(answer.err, /evil\.txt.*\n?.*evil\.jpg/s);
  const taken = filesOf(answer).find((file) => file['added'] !== 0) ?? {};
  assert.deepEqual(taken['media'], { present: 2, omitted: 0, missing: 0 });
  assert.equal((await acta.do('chats', '--json')).json.length, 1);
  assert.equal((await acta.do('verify', '--deep')).code, 0);
});

test('odd content is read, warned of by line, and nothing of it is lost', async (t) => {
  const acta = freshActa(t);
  const lines = [
    Buffer.from('05/06/2007, 09:00 - Ana: before there was WhatsApp\n'),
    Buffer.from('13/03/2024, 09:00 - Ana: good\n'),
    Buffer.concat([Buffer.from('13/03/2024, 09:01 - Ana: caf'), Buffer.from([0xe9, 0xff]), Buffer.from(' roto\n')]),
    Buffer.from('13/03/2024, 09:02 - Ana: bell \u0007 escape \u001b[31mred\n'),
    Buffer.from('25/12/2031, 09:03 - Luis: from the future\n'),
  ];
  const path = acta.file('WhatsApp Chat with Ana.txt', Buffer.concat(lines));
  const answer = await acta.do('import', path, '--json');
  assert.equal(answer.code, 0, answer.err);
  const file = fileOf(answer);
  assert.equal(file['entries'], 5);
  for (const code of ['date-before-2009', 'invalid-utf8', 'control-characters', 'date-in-future'])
    assert.ok(codes(file).includes(code), code);
  const shown = await acta.do('show', 'Ana');
  assert.ok(!shown.out.includes('\u001b') && !shown.out.includes('\u0007'));
  const json = (await acta.do('show', 'Ana', '--json')).json;
  const raw = Buffer.from(String(json.find((row) => row['raw64'] !== undefined)?.['raw64']), 'base64');
  assert.ok(raw.includes(Buffer.from([0xe9, 0xff])));
});

test('names with line ends, slashes, control characters, markup or overrides stay names', async (t) => {
  const acta = freshActa(t);
  const names = ['../../etc/passwd', '<script>alert(1)</script>', 'A\u202egpj.exe', 'Tab\tbed', 'x'.repeat(300)];
  const text = names.map((name, at) => `13/03/2024, 09:0${at} - ${name}: hola soy ${at}`).join('\n');
  const path = acta.file('WhatsApp Chat with ..%2F<b>"quoted" \u202e.txt', `${text}\n`);
  const answer = await acta.do('import', path, '--json');
  assert.equal(answer.code, 0, answer.err);
  assert.equal(fileOf(answer)['entries'], names.length);
  const [chat = {}] = (await acta.do('chats', '--json')).json;
  for (const command of [['show', String(chat['id'])], ['chats'], ['people'], ['search', 'hola']]) {
    const { code, out } = await acta.do(...command);
    assert.equal(code, 0);
    assert.ok(!out.includes('\u202e'), command[0]);
    assert.ok(out.split('\n').filter(Boolean).length <= names.length + 1);
  }
  const dir = acta.place('out');
  const exported = await acta.do('export', String(chat['id']), '--format', 'html', '--out', dir, '--json');
  assert.equal(exported.code, 0, exported.err);
  assert.equal(String(exported.first['file']).startsWith(dir), true);
  const odd = acta.file('line\nend.txt', 'no chat\n');
  const refused = await acta.do('import', odd);
  assert.equal(refused.err.trim().split('\n').length, 1, refused.err);
});

test('folders are walked, links are not followed inside them, and a folder of nothing is said to hold none', async (t) => {
  const acta = freshActa(t);
  const a = acta.file('all/one/WhatsApp Chat with Ana.txt', CHAT);
  acta.file('all/two/WhatsApp Chat with Bea.txt', CHAT.replaceAll('Ana', 'Bea'));
  acta.file('all/two/photo.jpg', 'x');
  acta.file('all/.hidden.txt', 'no chat');
  const all = join(acta.dir, 'files', 'all');
  symlinkSync(all, join(all, 'round'));
  symlinkSync('/etc/hostname', join(all, 'two', 'link.txt'));
  const answer = await acta.do('import', all, '--json');
  assert.equal(answer.code, 0, answer.err);
  assert.equal(filesOf(answer).length, 2);
  const link = join(acta.dir, 'link.txt');
  symlinkSync(a, link);
  assert.equal(fileOf(await acta.do('import', link, '--json'))['duplicates'], 2, 'a link that was named is followed');
  const empty = join(acta.dir, 'nothing');
  mkdirSync(empty);
  const nothing = await acta.do('import', empty, '--json');
  assert.equal(nothing.code, 1);
  assert.ok(nothing.err.includes(empty));
  assert.equal((await acta.do('inspect', empty, '--json')).code, 1);
});

test('what is no file at all is refused and never waited for', async (t) => {
  const acta = freshActa(t);
  for (const path of ['/dev/null', '/dev/zero']) {
    for (const command of ['inspect', 'import']) {
      const answer = await acta.do(command, path, '--json');
      assert.equal(answer.code, 1, `${command} ${path}`);
      expectSpoken(answer);
      assert.ok(answer.err.includes(path));
    }
  }
  assert.equal((await acta.do('import', '', '--json')).code, 1);
});

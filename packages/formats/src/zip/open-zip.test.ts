import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { FormatsError, type FormatsErrorCode } from '../formats-error.ts';
import { type CraftedEntry, craftZip } from './crafted-zip.ts';
import { openZip, type ZipFile } from './open-zip.ts';
import { accessBytes, type RandomAccess } from './random-access.ts';
import { looksLikeZip } from './zip-directory.ts';
import { defaultZipLimits } from './zip-limits.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (entries: readonly CraftedEntry[]) => openZip(accessBytes(craftZip(entries)));

async function bytesOf(file: ZipFile | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file?.open() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const withCode = (code: FormatsErrorCode) => (error: unknown) => error instanceof FormatsError && error.code === code;
const modeOf = (mode: number): number => (mode << 16) >>> 0;

test('files come back as they went in, stored or deflated, with a descriptor or in Zip64, and open twice', async () => {
  const big = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) % 251));
  const archive = await openZip(
    accessBytes(
      craftZip(
        [
          { name: '_chat.txt', data: utf8('hola'), stored: true },
          { name: 'big.bin', data: big },
          { name: 'later.bin', data: big, descriptor: true },
          { name: 'large.bin', data: utf8('x'), zip64: true },
          { name: 'empty.jpg' },
        ],
        { zip64End: true, comment: 'a comment' },
      ),
    ),
  );
  assert.deepEqual(archive.refused, []);
  assert.deepEqual(
    archive.files.map((file) => [file.name, file.sizeBytes]),
    [
      ['_chat.txt', 4],
      ['big.bin', 1_000_000],
      ['later.bin', 1_000_000],
      ['large.bin', 1],
      ['empty.jpg', 0],
    ],
  );
  for (const round of [1, 2]) {
    assert.equal((await bytesOf(archive.files[0])).toString(), 'hola', `round ${round}`);
    assert.ok((await bytesOf(archive.files[1])).equals(big));
    assert.ok((await bytesOf(archive.files[2])).equals(big));
    assert.equal((await bytesOf(archive.files[3])).toString(), 'x');
    assert.equal((await bytesOf(archive.files[4])).length, 0);
  }
  archive.close();
});

test('a directory entry, macOS litter and nothing else are left out without a word', async () => {
  const archive = await open([
    { name: 'chat/' },
    { name: 'folder', externalAttributes: modeOf(0o040755) },
    { name: '__MACOSX/chat/._a.jpg', data: utf8('x') },
    { name: 'chat/.DS_Store', data: utf8('x') },
    { name: 'chat/a.jpg', data: utf8('x') },
  ]);
  assert.deepEqual(archive.refused, []);
  assert.deepEqual(
    archive.files.map((file) => [file.folder, file.baseName]),
    [['chat', 'a.jpg']],
  );
});

test('names are read as UTF-8 by flag or by sight, else as CP437', async () => {
  const archive = await open([
    { name: 'Café 聊天 👋.txt' },
    { name: utf8('sin bandera ñ.txt') },
    { name: Uint8Array.from([0x43, 0x61, 0x66, 0x82, 0x2e, 0x74, 0x78, 0x74]) },
    { name: 'Jose\u0301.txt' },
  ]);
  assert.deepEqual(
    archive.files.map((file) => file.baseName),
    ['Café 聊天 👋.txt', 'sin bandera ñ.txt', 'Café.txt', 'José.txt'],
  );
  assert.equal(archive.files[3]?.name, 'Jose\u0301.txt');
});

test('a modification time is a wall time, or absent when it is none', async () => {
  const archive = await open([
    { name: 'a', date: ((2026 - 1980) << 9) | (2 << 5) | 28, time: (23 << 11) | (59 << 5) | 29 },
    { name: 'b', date: ((2026 - 1980) << 9) | (2 << 5) | 29 },
    { name: 'c', date: 0 },
  ]);
  assert.deepEqual(
    archive.files.map((file) => file.modifiedAt),
    ['2026-02-28T23:59:58', undefined, undefined],
  );
});

const refusals: readonly (readonly [string, CraftedEntry, FormatsErrorCode])[] = [
  ['a parent segment', { name: '../a.jpg' }, 'zip-path-traversal'],
  ['a parent segment inside', { name: 'a/../../b' }, 'zip-path-traversal'],
  ['a parent segment with backslashes', { name: 'a\\..\\b' }, 'zip-path-traversal'],
  ['a padded parent segment', { name: 'a/.. /b' }, 'zip-path-traversal'],
  ['an absolute path', { name: '/etc/passwd' }, 'zip-path-traversal'],
  ['a share', { name: '\\\\host\\share\\a' }, 'zip-path-traversal'],
  ['a drive', { name: 'C:\\a' }, 'zip-path-traversal'],
  ['a drive without a slash', { name: 'c:a' }, 'zip-path-traversal'],
  ['macOS litter that climbs', { name: '__MACOSX/../../a' }, 'zip-path-traversal'],
  ['a NUL', { name: 'a.jpg\u0000.txt' }, 'zip-name-invalid'],
  ['a line end', { name: 'a\nb' }, 'zip-name-invalid'],
  ['a C1 control', { name: 'a\u0085b' }, 'zip-name-invalid'],
  ['an escape in CP437', { name: Uint8Array.from([0x1b, 0x5b, 0x82]) }, 'zip-name-invalid'],
  ['no name', { name: '' }, 'zip-name-invalid'],
  ['a name of dots only', { name: './.' }, 'zip-name-invalid'],
  [
    'a name that is no UTF-8 though it says so',
    { name: Uint8Array.from([0xff, 0xfe]), flags: 0x800 },
    'zip-name-invalid',
  ],
  ['a name of 5,000 bytes', { name: 'a'.repeat(5_000) }, 'zip-name-invalid'],
  ['a symbolic link', { name: 'a', data: utf8('/etc'), externalAttributes: modeOf(0o120777) }, 'zip-link'],
  ['a device', { name: 'a', externalAttributes: modeOf(0o020666) }, 'zip-special-file'],
  ['a pipe', { name: 'a', externalAttributes: modeOf(0o010666) }, 'zip-special-file'],
  ['a folder with contents', { name: 'a/', data: utf8('x') }, 'zip-special-file'],
  ['encryption', { name: 'a', flags: 0x801 }, 'zip-encrypted'],
  ['an unknown method', { name: 'a', method: 99 }, 'zip-method-unknown'],
  ['two sizes of stored data', { name: 'a', data: utf8('abc'), stored: true, size: 4 }, 'zip-size-mismatch'],
  ['a ratio beyond 200', { name: 'a', data: new Uint8Array(11 * 2 ** 20) }, 'zip-bomb'],
];

for (const [what, entry, code] of refusals) {
  test(`an entry with ${what} is refused and the others stay`, async () => {
    const archive = await open([{ name: 'before', data: utf8('1') }, entry, { name: 'after', data: utf8('2') }]);
    assert.deepEqual(
      archive.refused.map((refused) => refused.code),
      [code],
    );
    assert.deepEqual(
      archive.files.map((file) => file.name),
      ['before', 'after'],
    );
    assert.equal((await bytesOf(archive.files[1])).toString(), '2');
  });
}

test('refused names are printable', async () => {
  const archive = await open([{ name: '../\u202egpj.\u001b[31m\n' }]);
  assert.equal(archive.refused[0]?.name, '../\ufffdgpj.\ufffd[31m\ufffd');
});

test('of entries with one name, however it is written, none is taken', async () => {
  const archive = await open([
    { name: 'José.txt', data: utf8('1') },
    { name: 'other', data: utf8('1') },
    { name: './Jose\u0301.txt', data: utf8('2') },
    { name: 'José.txt', data: utf8('3') },
  ]);
  assert.deepEqual(
    archive.files.map((file) => file.name),
    ['other'],
  );
  assert.deepEqual(
    archive.refused.map((refused) => refused.code),
    ['zip-duplicate-name', 'zip-duplicate-name', 'zip-duplicate-name'],
  );
});

const lies: readonly (readonly [string, CraftedEntry, FormatsErrorCode])[] = [
  ['more data than declared', { name: 'a', data: utf8('abcdef'), size: 3 }, 'zip-size-mismatch'],
  ['less data than declared', { name: 'a', data: utf8('abc'), size: 9 }, 'zip-size-mismatch'],
  ['a wrong checksum', { name: 'a', data: utf8('abc'), crc: 1 }, 'zip-crc-mismatch'],
  ['another name in its own header', { name: 'a', data: utf8('abc'), localName: 'b' }, 'zip-header-mismatch'],
  ['bytes hidden behind its data', { name: 'a', data: utf8('abc'), tail: utf8('secret') }, 'zip-size-mismatch'],
  ['data that is not deflated', { name: 'a', data: utf8('abc'), stored: true, method: 8 }, 'zip-data-damaged'],
];

for (const [what, entry, code] of lies) {
  test(`an entry with ${what} fails while it is read`, async () => {
    const archive = await open([entry, { name: 'b', data: utf8('fine') }]);
    await assert.rejects(bytesOf(archive.files[0]), withCode(code));
    assert.equal((await bytesOf(archive.files[1])).toString(), 'fine');
  });
}

test('an entry never yields more than it declares', async () => {
  const archive = await open([{ name: 'a', data: new Uint8Array(9 * 2 ** 20), size: 1_000 }]);
  let yielded = 0;
  await assert.rejects(async () => {
    for await (const chunk of archive.files[0]?.open() ?? []) yielded += chunk.length;
  }, withCode('zip-size-mismatch'));
  assert.ok(yielded <= 1_000);
});

test('entries that share one body are an attack on the whole', async () => {
  const kernel = { name: 'a', data: utf8('x'.repeat(1_000)) };
  await assert.rejects(open([kernel, { ...kernel, name: 'b', headerOffset: 0 }]), withCode('zip-overlap'));
  const inner = { name: 'inner', data: utf8('y'.repeat(50)), stored: true };
  const nested = craftZip([inner]).subarray(0, 30 + 5 + 50);
  const outer = { name: 'outer', data: nested, stored: true };
  await assert.rejects(open([outer, { ...inner, headerOffset: 30 + 5 }]), withCode('zip-overlap'));
});

test('an entry that reaches into the next one through its extra field fails while it is read', async () => {
  const body = utf8('y'.repeat(200));
  const archive = await open([
    { name: 'a', data: utf8('abc'), localExtra: new Uint8Array(0), stored: true },
    { name: 'b', data: body, stored: true },
  ]);
  assert.equal(archive.files.length, 2);
  const bytes = Buffer.from(
    craftZip([
      { name: 'a', data: utf8('abc'), stored: true },
      { name: 'b', data: body, stored: true },
    ]),
  );
  bytes.writeUInt16LE(40, 28);
  const lying = await openZip(accessBytes(bytes));
  await assert.rejects(bytesOf(lying.files[0]), withCode('zip-overlap'));
});

test('a zip that would grow beyond the limits is refused as a whole', async () => {
  const entries = Array.from({ length: 12 }, (_, index) => ({ name: `${index}`, data: new Uint8Array(2 ** 20) }));
  await assert.rejects(open(entries), withCode('zip-bomb'));
  const bytes = craftZip([{ name: 'a', data: utf8('abc') }, { name: 'b' }]);
  const limits = { ...defaultZipLimits, totalBytes: 2 };
  await assert.rejects(openZip(accessBytes(bytes), limits), withCode('zip-bomb'));
  await assert.rejects(
    openZip(accessBytes(bytes), { ...defaultZipLimits, entries: 1 }),
    withCode('zip-too-many-entries'),
  );
});

test('a directory with more entries than its end record counts is refused', async () => {
  const bytes = craftZip([{ name: 'a' }, { name: 'b' }], { entryCount: 1 });
  await assert.rejects(openZip(accessBytes(bytes)), withCode('zip-malformed'));
  const more = craftZip([{ name: 'a' }], { entryCount: 3 });
  await assert.rejects(openZip(accessBytes(more)), withCode('zip-malformed'));
});

test('half a zip is truncated, and what is no zip is malformed', async () => {
  const whole = craftZip([{ name: 'a', data: deflateRawSync(utf8('abc'.repeat(999))), stored: true }]);
  for (const cut of [10, 30, whole.length >> 1, whole.length - 30]) {
    await assert.rejects(openZip(accessBytes(whole.subarray(0, cut))), withCode('zip-truncated'));
  }
  await assert.rejects(openZip(accessBytes(utf8('15/3/2024, 9:00 - Ana: hola'))), withCode('zip-malformed'));
  await assert.rejects(openZip(accessBytes(new Uint8Array(0))), withCode('zip-malformed'));
  assert.equal((await openZip(accessBytes(craftZip([])))).files.length, 0);
});

test('a zip is known by its first bytes', () => {
  assert.ok(looksLikeZip(craftZip([{ name: 'a' }])));
  assert.ok(looksLikeZip(craftZip([])));
  assert.ok(!looksLikeZip(utf8('PK is here')));
  assert.ok(!looksLikeZip(new Uint8Array(0)));
});

test('reading stops when the reader of an entry stops, and memory does not grow with the entry', async () => {
  const bytes = craftZip([
    { name: 'a', data: new Uint8Array(8 * 2 ** 20).map((_, index) => index * index), stored: true },
  ]);
  let read = 0;
  const access: RandomAccess = {
    sizeBytes: bytes.length,
    read: async (offset, length) => {
      read += length;
      return bytes.subarray(offset, offset + length);
    },
  };
  const archive = await openZip(access);
  for await (const chunk of archive.files[0]?.open() ?? []) {
    assert.ok(chunk.length <= 256 * 1024);
    break;
  }
  assert.ok(read < 2 ** 20, `${read} bytes read`);
});

test('what the reader under a zip throws is no fault of the zip', async () => {
  const bytes = craftZip([
    { name: 'a', data: utf8('abc'.repeat(99_999)) },
    { name: 'b', data: utf8('b'), stored: true },
  ]);
  let isBroken = false;
  const access: RandomAccess = {
    sizeBytes: bytes.length,
    read: async (offset, length) => {
      if (isBroken) throw new Error('the disk is gone');
      return bytes.subarray(offset, offset + length);
    },
  };
  const archive = await openZip(access);
  isBroken = true;
  for (const file of archive.files) await assert.rejects(bytesOf(file), /the disk is gone/);
  await assert.rejects(openZip(access), /the disk is gone/);
});

test('whatever bytes are changed, a zip opens or fails with a code, and never hangs', async () => {
  const whole = craftZip([
    { name: '_chat.txt', data: utf8('hola '.repeat(40)) },
    { name: 'a/b.jpg', data: utf8('xyz'), stored: true, zip64: true },
    { name: 'later', data: utf8('later'), descriptor: true },
  ]);
  const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(40), async (changes, cut) => {
      const bytes = Uint8Array.from(whole.subarray(0, cut < 30 ? whole.length : whole.length - cut));
      for (const { at, to } of changes) bytes[at] = to;
      try {
        const archive = await openZip(accessBytes(bytes));
        for (const file of archive.files) await bytesOf(file);
      } catch (error) {
        if (!(error instanceof FormatsError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});

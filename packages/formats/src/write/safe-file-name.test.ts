import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeFileName } from './safe-file-name.ts';

const one = (name: string): string => safeFileName(name, new Set());

test('ordinary names stay as they are', () => {
  for (const name of ['IMG-20260714-WA0001.jpg', 'Cotización 2214.pdf', '发票.xml', 'DOC-1', 'ليلى.vcf', 'a.b.tar.gz'])
    assert.equal(one(name), name);
});

test('dangerous names are disarmed', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\a\\b.txt', 'C__a_b.txt'],
    ['.htaccess', 'htaccess'],
    ['-rf', 'rf'],
    ['a\u0000b\nc', 'a_b_c'],
    ['photo\u202egpj.exe', 'photo_gpj.exe.txt'],
    ['page.HTML', 'page.HTML.txt'],
    ['drawing.svg', 'drawing.svg.txt'],
    ['CON', '_CON'],
    ['nul.jpg', '_nul.jpg'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['trailing. . ', 'trailing'],
    ['', 'file'],
    ['...', 'file'],
    ['\ud800.jpg', '\ufffd.jpg'],
    ['Jose\u0301.jpg', 'José.jpg'],
  ];
  for (const [name, expected] of cases) assert.equal(one(name), expected);
});

test('names already taken get a number before the extension, whatever their case', () => {
  const taken = new Set<string>();
  const names = ['a.jpg', 'A.JPG', 'a.jpg', 'a.jpg', 'b', 'b'].map((name) => safeFileName(name, taken));
  assert.deepEqual(names, ['a.jpg', 'A (2).JPG', 'a (3).jpg', 'a (4).jpg', 'b', 'b (2)']);
});

test('thousands of files of one name are named quickly', () => {
  const taken = new Set<string>();
  for (let count = 0; count < 5_000; count += 1) safeFileName('image.jpg', taken);
  assert.equal(taken.size, 5_000);
});

const anyName = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(1, 2, 40))
  .map(([text, times]) => text.repeat(times));

test('any name becomes unique, short and plain, and stays so when made safe again', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 8 }), (names) => {
      const taken = new Set<string>();
      const safe = names.map((name) => safeFileName(name, taken));
      assert.equal(new Set(safe.map((name) => name.toLowerCase())).size, names.length);
      for (const name of safe) {
        assert.ok(Buffer.byteLength(name) <= 200 && name !== '' && name.isWellFormed());
        assert.doesNotMatch(name, /[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]|^[.\s-]|[.\s]$/u);
        assert.equal(one(name), name);
      }
    }),
    { numRuns: 250 },
  );
});

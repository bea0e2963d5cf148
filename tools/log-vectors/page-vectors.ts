// Vectors of pages: sealed by the words of the format and node:crypto, with no code of the ledger, and what each must open to or
// be refused for. Keys, nonces and seeds are hashes of labels, so that the vectors come out the same.
import { createCipheriv, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ColumnDraft, columns, columnsOf, deflateFixed, leb128, type PlainRecord, rows } from './page-columns.ts';

export interface PageVector {
  readonly name: string;
  readonly firstSeq: number;
  readonly bytes: string;
  readonly sha256: string;
}

export interface PageVectors {
  readonly cellId: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly pages: readonly (PageVector & {
    readonly entries: readonly { seq: number; keyId: number; salt: string; record: string; commitment: string }[];
    readonly erased: readonly number[];
    readonly broken: readonly { seqs: readonly number[]; keyId: number; reason: string }[];
  })[];
  readonly refused: readonly (PageVector & { readonly code: string })[];
}

interface StripDraft {
  readonly keyId: number;
  readonly slots: readonly number[];
  readonly records: readonly PlainRecord[];
  readonly inColumns?: boolean;
  readonly explicitSalts?: boolean;
  readonly isZstd?: boolean;
  /** What is sealed in place of the records' own form. */
  readonly raw?: Buffer;
  /** Changes the plain bytes before they are sealed. */
  readonly spoil?: (plain: Buffer) => Buffer;
  /** Sealed for these slots instead. */
  readonly sealedSlots?: readonly number[];
  readonly sealedSeq?: number;
}

interface PageDraft {
  readonly name: string;
  readonly firstSeq: number;
  readonly count: number;
  readonly strips: readonly StripDraft[];
}

const CELL_ID = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const KEY_IDS = [1, 2, 300];
const DICTIONARY = dictionary();
const digest = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  hash('sha256', Buffer.concat(parts.map((part) => Buffer.from(part))), 'buffer');
const labelled = (label: string): Buffer => digest(`acta/vector/page/${label}`);
const keyOf = (keyId: number): Buffer => labelled(`key ${keyId}`);

const TEXTS = [
  'Hola, ¿hay envío mañana?',
  'ok',
  '',
  'Gracias, «muy» amable\nnos vemos',
  '订单已发出，明天到 👍',
  '<Media omitted>',
  '"',
];
const message = (line: number): PlainRecord => ({
  kind: 'message',
  line,
  text: TEXTS[line % TEXTS.length] ?? '',
  v: 1,
});
const messages = (count: number, from = 0): PlainRecord[] => Array.from({ length: count }, (_, i) => message(from + i));
const slotsFrom = (first: number, count: number, step = 1): number[] =>
  Array.from({ length: count }, (_, i) => first + i * step);
const two = { keyId: 1, slots: [0, 1], records: messages(2) };
const forty = { keyId: 1, slots: slotsFrom(0, 40), records: messages(40), isZstd: true };
const page = (name: string, strips: readonly StripDraft[], firstSeq = 5, count = 2): PageDraft => ({
  name,
  firstSeq,
  count,
  strips,
});

const SOUND: readonly PageDraft[] = [
  page('one record in a row', [{ keyId: 1, slots: [0], records: messages(1) }], 0, 1),
  page(
    'three keys, two strips of one key, rows and columns',
    [
      { keyId: 1, slots: slotsFrom(0, 128), records: messages(128), inColumns: true },
      { keyId: 300, slots: slotsFrom(128, 5, 2), records: messages(5, 200) },
      { keyId: 2, slots: slotsFrom(129, 5, 2), records: messages(5, 300), inColumns: true },
      { keyId: 1, slots: slotsFrom(138, 3), records: messages(3, 128) },
    ],
    256_000,
    141,
  ),
  page('every kind of column', [{ keyId: 1, slots: slotsFrom(0, 6), records: manyKinds(), inColumns: true }], 1024, 6),
  page(
    'records without a member',
    [{ keyId: 2, slots: slotsFrom(0, 4), records: [{}, {}, { a: 1 }, {}], inColumns: true }],
    7,
    4,
  ),
  page('Zstandard', [{ ...forty, inColumns: true }], 9, 40),
  page('a large seq', [{ keyId: 300, slots: slotsFrom(0, 5), records: messages(5) }], 2 ** 52, 5),
  page(
    'resealed: records erased, survivors with explicit salts',
    [
      { keyId: 2, slots: [1, 2, 3, 6, 7], records: messages(5), explicitSalts: true, inColumns: true },
      { keyId: 300, slots: [8, 9, 10], records: messages(3, 50) },
    ],
    512,
    12,
  ),
  page('everything erased', [], 1024, 4),
];

const heading = (more: readonly ColumnDraft[]): Buffer =>
  columnsOf([{ kind: 128 + 2, name: 'v', lines: ['1'] }, ...more]);
const column = (kind: number, lines: readonly string[], refersTo?: number): ColumnDraft => ({
  kind,
  name: 'x',
  lines,
  ...(refersTo === undefined ? {} : { refersTo }),
});
const inside = (name: string, raw: Buffer): PageDraft => page(name, [{ ...two, raw, inColumns: true }]);

const BROKEN: readonly (PageDraft & { readonly reason: string })[] = [
  { ...page('a changed tag', [{ ...two, spoil: (plain) => plain }]), reason: 'strip-altered' },
  { ...page('a strip sealed for another page', [{ ...two, sealedSeq: 6 }]), reason: 'strip-altered' },
  { ...page('a strip sealed for other slots', [{ ...two, sealedSlots: [0, 2] }]), reason: 'strip-altered' },
  ...[
    page("a raw length that is not the frame's", [{ ...two, spoil: (plain) => changed(plain, 1, 1) }]),
    page('padding that is not zero', [{ ...two, spoil: (plain) => changed(plain, plain.length - 1, 1) }]),
    page('a length that is not padded', [{ ...two, spoil: (plain) => Buffer.concat([plain, Buffer.alloc(1)]) }]),
    page('an unknown form', [{ ...two, spoil: (plain) => changed(plain, 0, 8) }]),
    page('a form that says Zstandard of what is DEFLATE', [{ ...two, spoil: (plain) => changed(plain, 0, 4) }]),
    page(
      'a form that says DEFLATE of what is Zstandard',
      [{ ...forty, spoil: (plain) => changed(plain, 0, 4) }],
      9,
      40,
    ),
    inside('an unknown kind of column', heading([column(4, ['a', 'b'])])),
    inside('a line too few', heading([column(1, ['a'])])),
    inside('a line too many', heading([column(1, ['a', 'b', 'c'])])),
    inside(
      'a body that does not end in a line feed',
      Buffer.concat([Buffer.from('010100017803', 'hex'), Buffer.from('a\nb')]),
    ),
    inside('a byte behind the bodies', Buffer.concat([heading([column(1, ['a', 'b'])]), Buffer.alloc(1)])),
    inside('a reference to the column itself', heading([column(1, ['\u0001', 'b'], 2)])),
    inside('a reference to an earlier column', heading([column(1, ['\u0001', 'b'], 1)])),
    inside(
      'a reference to a column of numbers',
      columnsOf([column(1, ['\u0001', 'b'], 2), { kind: 130, name: 'y', lines: ['1'] }]),
    ),
    inside(
      'a reference to a reference',
      columnsOf([
        column(1, ['\u0001', 'b'], 2),
        { ...column(1, ['\u0001', 'b'], 3), name: 'y' },
        { kind: 129, name: 'z', lines: ['c'] },
      ]),
    ),
    inside(
      'a reference to what is not there',
      columnsOf([column(1, ['\u0001', 'b'], 2), { kind: 1, name: 'y', lines: ['\u0002', 'c'] }]),
    ),
    inside('an integer with a sign too many', heading([column(2, ['+1', '2'])])),
    inside('an integer with a leading zero', heading([column(2, ['01', '2'])])),
    inside('minutes before the year 1000', heading([column(3, ['-510200000', '1'])])),
    inside('minutes after the year 9999', heading([column(3, ['4223376000', '1'])])),
  ].map((draft) => ({ ...draft, reason: 'strip-malformed' })),
];

/** The vectors of pages. */
export function pageVectors(): PageVectors {
  return {
    cellId: CELL_ID.toString('hex'),
    keys: Object.fromEntries(KEY_IDS.map((id) => [id, keyOf(id).toString('hex')])),
    pages: [...SOUND.map(soundVector), ...BROKEN.map(brokenVector)],
    refused: refusedVectors(),
  };
}

function soundVector(draft: PageDraft): PageVectors['pages'][number] {
  const entries = draft.strips.flatMap((strip) => {
    const salts = saltsOf(draft, strip);
    return strip.slots.map((slot, index) => {
      const record = canonical(strip.records[index] ?? {});
      const salt = salts.subarray(index * 16, index * 16 + 16);
      const commitment = digest('acta/record/v1\n', CELL_ID, salt, record);
      return {
        seq: draft.firstSeq + slot,
        keyId: strip.keyId,
        salt: salt.toString('hex'),
        record,
        commitment: commitment.toString('hex'),
      };
    });
  });
  const held = new Set(draft.strips.flatMap(({ slots }) => slots));
  const erased = slotsFrom(0, draft.count).filter((slot) => !held.has(slot));
  return {
    ...vectorOf(draft.name, draft.firstSeq, encode(draft)),
    entries: entries.sort((a, b) => a.seq - b.seq),
    erased: erased.map((slot) => draft.firstSeq + slot),
    broken: [],
  };
}

function brokenVector({ reason, ...draft }: PageDraft & { readonly reason: string }): PageVectors['pages'][number] {
  const bytes = encode(draft);
  if (draft.name === 'a changed tag') changed(bytes, bytes.length - 1, 1);
  const broken = draft.strips.map(({ keyId, slots }) => ({
    seqs: slots.map((slot) => draft.firstSeq + slot),
    keyId,
    reason,
  }));
  return { ...vectorOf(draft.name, draft.firstSeq, bytes), entries: [], erased: [], broken };
}

function refusedVectors(): PageVectors['refused'] {
  const draft = page('', [two]);
  const whole = encode(draft);
  const sealed = sealedStrip(draft, two);
  const [head, key] = [Buffer.of(2), Buffer.concat([leb128(1), leb128(sealed.length)])];
  const made = (...parts: readonly (readonly number[] | Uint8Array)[]): Buffer =>
    Buffer.concat([head, ...parts.map((part) => Buffer.from(part)), sealed]);
  const refused = (name: string, bytes: Buffer, code = 'page-malformed', firstSeq = 5) => ({
    ...vectorOf(name, firstSeq, bytes),
    code,
  });
  return [
    refused('no bytes', Buffer.alloc(0)),
    refused('version 1', Buffer.concat([Buffer.of(1), whole.subarray(1)])),
    refused('an unknown version', Buffer.concat([Buffer.of(3), whole.subarray(1)])),
    refused('a byte too many', Buffer.concat([whole, Buffer.alloc(1)])),
    refused('a byte too few', whole.subarray(0, -1)),
    { ...refused('another page hash', whole, 'page-altered'), sha256: labelled('another').toString('hex') },
    refused('another first seq in the row', whole, 'page-altered', 6),
    refused('a page that crosses a multiple of 256', Buffer.from('02fe0102000101', 'hex'), 'page-malformed', 254),
    refused('a first seq with a needless byte', made([0x85, 0], [1, 1], key, [3, 0])),
    refused('a first seq beyond 2^53', made([255, 255, 255, 255, 255, 255, 255, 127], [1, 1], key, [3, 0])),
    refused('key id 0', made([5, 1, 1, 0], leb128(sealed.length), [3, 0])),
    refused('more strips than entries', made([5, 0, 2], key, key, [2])),
    refused('a strip without entries', made([5, 1, 2], key, key, [3, 0])),
    refused('strips out of order', made([5, 1, 2], key, key, [4, 2])),
    refused('a run beyond the count', made([5, 1, 1], key, [3, 1])),
    refused('a run of an unknown strip', made([5, 0, 1], key, [4])),
    refused('two runs that are one', made([5, 1, 1], key, [2, 2])),
    refused('runs that end early', Buffer.from('0205c70000', 'hex')),
    refused('a strip of 129 entries', made([0], [128, 1], key, [3, 127]), 'page-malformed', 0),
  ];
}

function vectorOf(name: string, firstSeq: number, bytes: Buffer): PageVector {
  return { name, firstSeq, bytes: bytes.toString('hex'), sha256: digest('acta/page/v2\n', bytes).toString('hex') };
}

function encode({ count, firstSeq, strips, ...rest }: PageDraft): Buffer {
  const sealed = strips.map((strip) => sealedStrip({ count, firstSeq, strips, ...rest }, strip));
  const stripOf = slotsFrom(0, count).map((slot) => strips.findIndex(({ slots }) => slots.includes(slot)) + 1);
  const runs: Buffer[] = [];
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && stripOf[end] === stripOf[start]) end++;
    const strip = (stripOf[start] ?? 0) * 2;
    runs.push(...(end - start > 1 ? [leb128(strip + 1), leb128(end - start - 2)] : [leb128(strip)]));
    start = end;
  }
  const headings = strips.map(({ keyId }, at) => Buffer.concat([leb128(keyId), leb128(sealed[at]?.length ?? 0)]));
  return Buffer.concat([
    Buffer.of(2),
    leb128(firstSeq),
    Buffer.of(count - 1),
    leb128(strips.length),
    ...headings,
    ...runs,
    ...sealed,
  ]);
}

function sealedStrip(draft: PageDraft, strip: StripDraft): Buffer {
  const { explicitSalts = false, inColumns = false, isZstd = false, keyId, records, slots, spoil } = strip;
  const raw = strip.raw ?? (inColumns ? columns(records, 'raw', 'text') : rows(records.map(canonical)));
  const frame = isZstd ? zstdRaw(raw) : deflateFixed(raw, DICTIONARY);
  const salts = explicitSalts ? saltsOf(draft, strip) : seedOf(draft, strip);
  const form = Buffer.of((explicitSalts ? 1 : 0) + (inColumns ? 2 : 0) + (isZstd ? 4 : 0));
  const unpadded = Buffer.concat([form, leb128(raw.length), leb128(frame.length), salts, frame]);
  const padded = Buffer.concat([unpadded, Buffer.alloc(padded12(unpadded.length) - unpadded.length)]);
  const nonce = labelled(`nonce ${draft.name} ${slots[0]}`).subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keyId), nonce, { authTagLength: 16 });
  cipher.setAAD(aad(strip.sealedSeq ?? draft.firstSeq, keyId, strip.sealedSlots ?? slots));
  const body = Buffer.concat([cipher.update(spoil === undefined ? padded : spoil(padded)), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** A frame of Zstandard (RFC 8878) with its content size (2 bytes, less 256) and one raw block. */
function zstdRaw(raw: Uint8Array): Buffer {
  const head = Buffer.from('28b52ffd600000000000', 'hex');
  head.writeUInt16LE(raw.length - 256, 5);
  head.writeUIntLE(raw.length * 8 + 1, 7, 3);
  return Buffer.concat([head, raw]);
}

function aad(pageSeq: number, keyId: number, slots: readonly number[]): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeBigUInt64BE(BigInt(pageSeq), 0);
  numbers.writeBigUInt64BE(BigInt(keyId), 8);
  const bits = Array.from({ length: 32 }, (_, byte) =>
    slots.filter((slot) => Math.floor(slot / 8) === byte).reduce((sum, slot) => sum + 2 ** (slot % 8), 0),
  );
  return Buffer.concat([Buffer.from('acta/strip/v2\n'), CELL_ID, numbers, Buffer.from(bits)]);
}

function seedOf({ name }: PageDraft, { slots }: StripDraft): Buffer {
  return labelled(`seed ${name} ${slots[0]}`).subarray(0, 16);
}

function saltsOf(draft: PageDraft, strip: StripDraft): Buffer {
  const outputLength = strip.slots.length * 16;
  const input = Buffer.concat([Buffer.from('acta/salts/v1\n'), seedOf(draft, strip)]);
  return hash('shake256', input, { outputEncoding: 'buffer', outputLength });
}

/** Padmé: keep as many of the highest bits as the number of bits in the exponent. */
function padded12(length: number): number {
  const exponent = Math.floor(Math.log2(length));
  const unit = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / unit) * unit;
}

function canonical(record: PlainRecord): string {
  return JSON.stringify(record);
}

function changed(bytes: Buffer, at: number, by: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ by;
  return bytes;
}

/** Every kind of column, members that come and go, a value in two kinds. */
function manyKinds(): PlainRecord[] {
  const raw = (text: string): string => `7/8/24, 04:17 - Inés: ${text}\n`;
  return [
    {
      at: '2024-08-07T04:17',
      chat: 9,
      edited: true,
      line: 12,
      raw: raw('buenos días'),
      text: 'buenos días',
      which: '1',
    },
    { at: '2024-08-07T04:17', chat: 9, line: 13, raw: raw('"sí"'), text: '"sí"', which: 1 },
    { at: '2024-02-29T23:59', chat: 9, line: 11, raw: raw('¿y?'), which: null },
    { at: '1000-01-01T00:00', chat: 9, raw: 'no text at all', text: 'elsewhere', which: [1, 2] },
    { at: '9999-12-31T23:59', chat: 9, line: -40, raw: raw('好的，谢谢'), text: '好的，谢谢', which: false },
    { at: '2024-08-07T04:18', chat: 9, line: 999_999_999_999_999, raw: '', text: '', which: '' },
  ];
}

/** Dictionary 1 as the vectors depend on it; its bytes never change. */
function dictionary(): Buffer {
  const lines = JSON.parse(readFileSync(new URL('../../vectors/ledger/dictionary-1.json', import.meta.url), 'utf8'));
  return Buffer.from(lines.join('\n'));
}

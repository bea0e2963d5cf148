// A second writer of the inside of strips: records in rows or columns and a small DEFLATE, from the words of the format alone.
// It is slow and takes the first way that is allowed; only what it writes matters.

const ABSENT = '\u0002';
const REFERENCE = '\u0001';
const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

export type Member = null | boolean | number | string | readonly number[];
export type PlainRecord = Readonly<Record<string, Member>>;

/** An unsigned LEB128 number. */
export function leb128(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest >= 128n; rest /= 128n) bytes.push(Number(rest % 128n) + 128);
  return Buffer.from([...bytes, Number(rest)]);
}

/** (length ‖ record)* */
export function rows(records: readonly string[]): Buffer {
  return Buffer.concat(records.flatMap((record) => [leb128(Buffer.byteLength(record)), Buffer.from(record)]));
}

export interface ColumnDraft {
  readonly kind: number;
  readonly refersTo?: number;
  readonly name: string;
  readonly lines: readonly string[];
}

/** The bytes of columns that are given line by line. */
export function columnsOf(columns: readonly ColumnDraft[]): Buffer {
  const bodies = columns.map(({ lines }) => Buffer.from(lines.map((line) => `${line}\n`).join('')));
  const heads = columns.map(({ kind, name, refersTo }, at) =>
    Buffer.concat([
      Buffer.of(kind),
      kind % 128 === 1 ? leb128(refersTo ?? 0) : Buffer.alloc(0),
      leb128(Buffer.byteLength(name)),
      Buffer.from(name),
      leb128(bodies[at]?.length ?? 0),
    ]),
  );
  return Buffer.concat([leb128(columns.length), ...heads, ...bodies]);
}

/** Records in columns. `holder` may refer to `held`. */
export function columns(records: readonly PlainRecord[], holder?: string, held?: string): Buffer {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
  return columnsOf(names.map((name) => columnDraft(records, name, { names, holder, held })));
}

function columnDraft(
  records: readonly PlainRecord[],
  name: string,
  link: { readonly names: readonly string[]; readonly holder: string | undefined; readonly held: string | undefined },
): ColumnDraft {
  const values = records.map((record) => record[name]);
  const present = values.filter((value) => value !== undefined);
  const isSame = present.length === values.length && new Set(present.map((value) => JSON.stringify(value))).size === 1;
  const said = isSame ? values.slice(0, 1) : values;
  const more = isSame ? 128 : 0;
  if (present.every((value) => typeof value === 'number' && Math.abs(value) < 1e15)) {
    return {
      kind: 2 + more,
      name,
      lines: differences(said.map((value) => (value === undefined ? undefined : Number(value)))),
    };
  }
  if (present.every((value) => typeof value === 'string' && WALL_TIME.test(value))) {
    const minutes = said.map((value) => (value === undefined ? undefined : Date.parse(`${String(value)}Z`) / 60_000));
    return { kind: 3 + more, name, lines: differences(minutes) };
  }
  if (!present.every((value) => typeof value === 'string')) {
    return { kind: more, name, lines: said.map((value) => (value === undefined ? ABSENT : JSON.stringify(value))) };
  }
  const lines = said.map((value) => (value === undefined ? ABSENT : JSON.stringify(value).slice(1, -1)));
  if (name !== link.holder || link.held === undefined || isSame) return { kind: 1 + more, name, lines };
  const others = records.map((record) => record[link.held ?? '']);
  const referring = lines.map((line, at) => {
    const other = others[at];
    const inside = typeof other === 'string' ? JSON.stringify(other).slice(1, -1) : '';
    return inside === '' ? line : line.replace(inside, REFERENCE);
  });
  return { kind: 1, refersTo: link.names.indexOf(link.held) + 1, name, lines: referring };
}

function differences(values: readonly (number | undefined)[]): string[] {
  let previous = 0;
  return values.map((value) => {
    if (value === undefined) return ABSENT;
    const difference = value - previous;
    previous = value;
    return String(difference);
  });
}

const LENGTHS: readonly (readonly [base: number, bits: number])[] = [
  ...[3, 4, 5, 6, 7, 8, 9, 10].map((base) => [base, 0] as const),
  ...[11, 13, 15, 17].map((base) => [base, 1] as const),
  ...[19, 23, 27, 31].map((base) => [base, 2] as const),
  ...[35, 43, 51, 59].map((base) => [base, 3] as const),
  ...[67, 83, 99, 115].map((base) => [base, 4] as const),
  ...[131, 163, 195, 227].map((base) => [base, 5] as const),
  [258, 0],
];
const DISTANCES: readonly (readonly [base: number, bits: number])[] = Array.from({ length: 30 }, (_, code) =>
  code < 4 ? [code + 1, 0] : [(2 + (code % 2)) * 2 ** (Math.floor(code / 2) - 1) + 1, Math.floor(code / 2) - 1],
);

/** One block of DEFLATE with fixed codes (RFC 1951 §3.2.6) behind a dictionary. */
export function deflateFixed(data: Uint8Array, dictionary: Uint8Array): Buffer {
  const all = Buffer.concat([dictionary, data]);
  const seen = new Map<string, number>();
  const bits: number[] = [1, 1, 0];
  for (let at = 0; at < all.length; ) {
    const three = all.toString('latin1', at, at + 3);
    const from = at + 3 <= all.length ? seen.get(three) : undefined;
    seen.set(three, at);
    if (at < dictionary.length) at++;
    else if (from === undefined || at - from > 32_000) pushSymbol(bits, all[at++] ?? 0);
    else {
      let length = 3;
      while (length < 258 && at + length < all.length && all[at + length] === all[from + length]) length++;
      pushExtra(bits, LENGTHS, length, (code) => pushSymbol(bits, 257 + code));
      pushExtra(bits, DISTANCES, at - from, (code) => pushHigh(bits, code, 5));
      at += length;
    }
  }
  pushSymbol(bits, 256);
  return Buffer.from(
    Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
      bits.slice(byte * 8, byte * 8 + 8).reduce((sum, bit, place) => sum + bit * 2 ** place, 0),
    ),
  );
}

function pushSymbol(bits: number[], symbol: number): void {
  if (symbol < 144) pushHigh(bits, 48 + symbol, 8);
  else if (symbol < 256) pushHigh(bits, 400 + symbol - 144, 9);
  else if (symbol < 280) pushHigh(bits, symbol - 256, 7);
  else pushHigh(bits, 192 + symbol - 280, 8);
}

/** A code word: its highest bit first. */
function pushHigh(bits: number[], code: number, width: number): void {
  for (let place = width - 1; place >= 0; place--) bits.push(Math.floor(code / 2 ** place) % 2);
}

/** A code and its extra bits, the lowest first. */
function pushExtra(
  bits: number[],
  table: readonly (readonly [base: number, bits: number])[],
  value: number,
  pushCode: (code: number) => void,
): void {
  const code = table.findLastIndex(([base]) => base <= value);
  const [base, width] = table[code] ?? [0, 0];
  pushCode(code);
  for (let place = 0; place < width; place++) bits.push(Math.floor((value - base) / 2 ** place) % 2);
}

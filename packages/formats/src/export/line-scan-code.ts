/**
 * One look at every byte of a block of UTF-8, sixteen at a time, as WebAssembly: where lines end, how many code units
 * they have, and what stands in them. What it finds is written down in `line-scan.ts`, in plain code.
 */
import {
  add,
  alike,
  and,
  bytes,
  type Code,
  get,
  i32,
  isAny,
  isLess,
  lessSigned,
  load,
  lookUp,
  moduleOf,
  moreSigned,
  ones,
  or,
  repeat,
  set,
  store,
  sub,
  subDownToZero,
  topBits,
  trailingZeros,
  upperHalves,
  vAnd,
  vAndNot,
  vOr,
  vXor,
  when,
} from './wasm-expression.ts';

/** The block lies here, and places count from here; before and behind it stand other characters than line ends. */
export const blockAt = 16;
export const mostBytes = 131_072;
export const paddingBytes = 64;
/** Then come the records of the lines, four words each, and two words about the block: has controls, is no UTF-8. */
export const tableAt: number = blockAt + mostBytes + paddingBytes;
export const wordsEach = 4;
export const verdictAt: number = tableAt + (mostBytes + 2) * wordsEach * 4;
const pageBytes = 65_536;

/** Locals. Places are addresses; masks have a bit for each of sixteen bytes. */
const [SIZE, AT, OUT, SURPLUS, FOUND, NAME, ENDS, BELOW, CONTINUING, FAR, MARKS, LINKS, NAMES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
];
const [NOW, CONTROLS, ONE_ON, TWO_ON, COLONS, BAD, BEFORE] = [13, 14, 15, 16, 17, 18, 19];
const FIRST_CONSTANT = 20;

/** Vectors that never change, in locals: an engine would make them anew at each place. */
const constants: number[][] = [];

function constant(values: readonly number[]): Code {
  const known = constants.findIndex((one) => one.every((value, at) => value === values[at]));
  if (known < 0) constants.push([...values]);
  return get(FIRST_CONSTANT + (known < 0 ? constants.length - 1 : known));
}

const all = (value: number): Code => constant(Array.from({ length: 16 }, () => value));

/** `scan(size)` looks through a block and returns how many line ends there are. */
export function lineScanModule(): Uint8Array<ArrayBuffer> {
  const look = chunk();
  const body = [
    ...constants.flatMap((values, at) => set(FIRST_CONSTANT + at, bytes(values))),
    ...set(OUT, i32(tableAt)),
    ...set(NAME, i32(-1)),
    ...repeat(look, isLess(get(AT), add(get(SIZE), i32(1)))),
    // What stands behind the last line end.
    ...record(get(SIZE), get(SURPLUS)),
    ...store(i32(verdictAt), topBits(get(CONTROLS)), 0),
    ...store(i32(verdictAt), isAny(get(BAD)), 4),
    ...sub(get(OUT), i32(tableAt)),
  ];
  return moduleOf('scan', {
    pages: Math.ceil((verdictAt + 8) / pageBytes),
    integers: 12,
    vectors: FIRST_CONSTANT - NOW + constants.length,
    body,
  });
}

const [LF, SPACE, COLON, SLASH] = [10, 32, 58, 47];
/** U+200E is E2 80 8E. U+00A0 and U+202F, which may follow a name, open with C2 and E2. */
const [MARK, MARK_2, MARK_3, NARROW] = [0xe2, 0x80, 0x8e, 0xc2];

function chunk(): Code {
  const is = (where: number, byte: number): Code => alike(get(where), all(byte));
  return [
    ...set(NOW, bytesFrom(0)),
    ...set(ONE_ON, bytesFrom(1)),
    ...set(TWO_ON, bytesFrom(2)),
    ...set(CONTINUING, i32(0)),
    ...set(FAR, i32(0)),
    ...when(topBits(get(NOW)), beyondAscii()),
    // A character may have begun in the three bytes before.
    ...when(topBits(vOr(get(NOW), bytesFrom(-3))), [
      ...set(BEFORE, bytesFrom(-1)),
      ...set(BAD, vOr(get(BAD), malformed())),
    ]),
    ...set(CONTROLS, vOr(get(CONTROLS), controls())),
    ...set(MARKS, topBits(vAnd(is(NOW, MARK), vAnd(is(ONE_ON, MARK_2), is(TWO_ON, MARK_3))))),
    ...set(COLONS, is(NOW, COLON)),
    ...set(LINKS, topBits(vAnd(get(COLONS), vAnd(is(ONE_ON, SLASH), is(TWO_ON, SLASH))))),
    ...set(NAMES, topBits(vAnd(get(COLONS), vOr(is(ONE_ON, SPACE), vOr(is(ONE_ON, NARROW), is(ONE_ON, MARK)))))),
    ...set(ENDS, topBits(is(NOW, LF))),
    ...when(get(ENDS), repeat(lineEnd(), get(ENDS))),
    ...findBelow(i32(-1)),
    ...set(SURPLUS, add(get(SURPLUS), surplusBelow(i32(-1)))),
    ...set(AT, add(get(AT), i32(16))),
  ];
}

/** Sixteen bytes of the block, from so many behind the place reached. */
function bytesFrom(ahead: number): Code {
  return load(get(AT), blockAt + ahead);
}

function beyondAscii(): Code {
  return [
    ...set(CONTINUING, topBits(lessSigned(get(NOW), all(0xc0)))),
    ...set(FAR, topBits(vAnd(moreSigned(get(NOW), all(0xef)), get(NOW)))),
  ];
}

/**
 * What two neighbouring bytes may be wrong in, a bit for each kind: found in tables by the first one's halves and by the
 * second one's upper half, it stands in all three. As in J. Keiser and D. Lemire, Validating UTF-8 In Less Than One
 * Instruction Per Byte (2021).
 */
const [TOO_SHORT, TOO_LONG, OVERLONG_3, TOO_LARGE, SURROGATE, OVERLONG_2, LARGE_OR_LONG_4, TWO_CONTINUE] = [
  1, 2, 4, 8, 16, 32, 64, 128,
];
const ANY = TOO_SHORT | TOO_LONG | TWO_CONTINUE;
const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);
const byFirstUpper = [
  ...times(8, TOO_LONG),
  ...times(4, TWO_CONTINUE),
  TOO_SHORT | OVERLONG_2,
  TOO_SHORT,
  TOO_SHORT | OVERLONG_3 | SURROGATE,
  TOO_SHORT | TOO_LARGE | LARGE_OR_LONG_4,
];
const byFirstLower = [
  ANY | OVERLONG_3 | OVERLONG_2 | LARGE_OR_LONG_4,
  ANY | OVERLONG_2,
  ...times(2, ANY),
  ANY | TOO_LARGE,
  ...times(8, ANY | TOO_LARGE | LARGE_OR_LONG_4),
  ANY | TOO_LARGE | LARGE_OR_LONG_4 | SURROGATE,
  ...times(2, ANY | TOO_LARGE | LARGE_OR_LONG_4),
];
const bySecondUpper = [
  ...times(8, TOO_SHORT),
  TOO_LONG | OVERLONG_2 | TWO_CONTINUE | OVERLONG_3 | LARGE_OR_LONG_4,
  TOO_LONG | OVERLONG_2 | TWO_CONTINUE | OVERLONG_3 | TOO_LARGE,
  ...times(2, TOO_LONG | OVERLONG_2 | TWO_CONTINUE | SURROGATE | TOO_LARGE),
  ...times(4, TOO_SHORT),
];

/** Not 0 where a byte does not follow those before it; two continue one another where three or four bytes are a character. */
function malformed(): Code {
  const first = get(BEFORE);
  const pair = vAnd(
    vAnd(lookUp(constant(byFirstUpper), upperHalves(first)), lookUp(constant(byFirstLower), vAnd(first, all(15)))),
    lookUp(constant(bySecondUpper), upperHalves(get(NOW))),
  );
  const third = subDownToZero(bytesFrom(-2), all(0xe0 - 0x80));
  const fourth = subDownToZero(bytesFrom(-3), all(0xf0 - 0x80));
  return vXor(vAnd(vOr(third, fourth), all(0x80)), pair);
}

/** The first line end among sixteen bytes: what stands before it belongs to the line that ends. */
function lineEnd(): Code {
  const beyond = (mask: number): Code => set(mask, and(get(mask), sub(i32(-1), get(BELOW))));
  return [
    ...set(BELOW, sub(and(get(ENDS), sub(i32(0), get(ENDS))), i32(1))),
    ...findBelow(get(BELOW)),
    ...record(add(add(get(AT), trailingZeros(get(ENDS))), i32(1)), add(get(SURPLUS), surplusBelow(get(BELOW)))),
    ...set(OUT, add(get(OUT), i32(wordsEach * 4))),
    ...set(FOUND, i32(0)),
    ...set(NAME, i32(-1)),
    ...beyond(MARKS),
    ...beyond(LINKS),
    ...beyond(NAMES),
    ...set(ENDS, and(get(ENDS), sub(get(ENDS), i32(1)))),
  ];
}

export const markFound = 1;
export const linkFound = 2;

function findBelow(below: Code): Code {
  const note = (mask: number, bit: number): Code => when(and(get(mask), below), set(FOUND, or(get(FOUND), i32(bit))));
  const first = add(get(AT), trailingZeros(get(NAMES)));
  return [
    ...note(MARKS, markFound),
    ...note(LINKS, linkFound),
    ...when(and(get(NAMES), below), when(isLess(get(NAME), i32(0)), set(NAME, first))),
  ];
}

function record(end: Code, surplus: Code): Code {
  const put = (word: number, value: Code): Code => store(get(OUT), value, word * 4);
  return [...put(0, end), ...put(1, surplus), ...put(2, get(FOUND)), ...put(3, get(NAME))];
}

/** Bytes beyond the code units they are: one for each that continues a character, less one for each pair of surrogates. */
function surplusBelow(below: Code): Code {
  return sub(ones(and(get(CONTINUING), below)), ones(and(get(FAR), below)));
}

/** The top bit of a byte that is a control character other than TAB, LF and CR. */
function controls(): Code {
  const usual = vOr(alike(get(NOW), all(9)), vOr(alike(get(NOW), all(LF)), alike(get(NOW), all(13))));
  const low = vAndNot(vAndNot(lessSigned(get(NOW), all(SPACE)), get(NOW)), usual);
  return vOr(low, alike(get(NOW), all(127)));
}

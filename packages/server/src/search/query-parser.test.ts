import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from './query-parser.ts';
import { SearchError, type SearchErrorCode } from './search-error.ts';

/** A query in short: clauses as text. */
function short(typed: string): string {
  const { must, not, period } = parseQuery(typed);
  const clause = (one: (typeof must)[number]): string => {
    if (one.kind === 'words')
      return one.terms.map(({ term, step }) => `${term}@${step}`).join('+') + (one.prefix ? '*' : '');
    if (one.kind === 'number') return `number(${one.digits})[${one.words.map(clause).join(' ')}]`;
    return `${one.kind}(${one.value})`;
  };
  const bounds = Object.entries(period).map(
    ([side, at]) => `${side}=${new Date(at * 1000).toISOString().slice(0, 10)}`,
  );
  return [...must.map(clause), ...not.map((one) => `-${clause(one)}`), ...bounds].join(' ');
}

const wrong: readonly (readonly [typed: string, code: SearchErrorCode, offset: number])[] = [
  ['', 'empty', 0],
  ['   ', 'empty', 0],
  ['… ¿?', 'empty', 0],
  ['""', 'empty', 0],
  ['hola "adiós', 'unbalanced-quote', 5],
  ['hola"', 'unbalanced-quote', 4],
  ['from:"Ana', 'unbalanced-quote', 5],
  ['-hola', 'only-minus', 0],
  ['-hola -from:ana', 'only-minus', 0],
  ['x from:', 'filter-without-value', 2],
  ['x has:""', 'filter-without-value', 2],
  ['x has:nothing', 'unknown-has', 2],
  ['x before:2024-13', 'bad-date', 2],
  ['x after:2023-02-29', 'bad-date', 2],
  ['x after:yesterday', 'bad-date', 2],
  ['x before:24-01-01', 'bad-date', 2],
  ['h*', 'prefix-too-short', 0],
  ['hola *', 'prefix-too-short', 5],
  ['x'.repeat(1001), 'query-too-long', 1000],
  ['x '.repeat(100), 'query-too-long', 0],
];

for (const [typed, code, offset] of wrong) {
  test(`${JSON.stringify(typed.slice(0, 24))} is refused as ${code}`, () => {
    assert.throws(
      () => parseQuery(typed),
      (error) => error instanceof SearchError && error.code === code && error.place.offset === offset,
    );
  });
}

const right: readonly (readonly [typed: string, meaning: string])[] = [
  ['Camión ROJO', 'camion@0 rojo@0'],
  ['"camión rojo"', 'camion@0+rojo@1'],
  ['“camión rojo” «ya»', 'camion@0+rojo@1 ya@0'],
  ['e-mail', 'e@0+mail@1'],
  ["O'Brien", 'o@0+brien@1'],
  ['obrien', 'obrien@0'],
  ['微', '微@0'],
  ['微信', '微信@0'],
  ['微信支付', '微信@0+信支@1+支付@2'],
  ['第3章', '第@0+3@1+章@2'],
  ['한국어', '한국@0+국어@1'],
  ['微信* cam*', '微信@0 cam@0*'],
  ['foo-ba*', 'foo@0+ba@1*'],
  ['"cam*"', 'cam@0'],
  ['hola -mundo -"buenos días"', 'hola@0 -mundo@0 -buenos@0+dias@1'],
  ['hola - mundo', 'hola@0 mundo@0'],
  ['from:Ana in:"Ventas Norte" has:IMAGE', 'from(Ana) in(Ventas Norte) has(image)'],
  ['From：ana', 'from(ana)'],
  ['x -has:image -in:ventas', 'x@0 -has(image) -in(ventas)'],
  ['nota:1', 'nota@0+1@1'],
  ['after:2024-03-01 before:2025', 'after=2024-03-01 before=2025-01-01'],
  ['after:2024 after:2024-06', 'after=2024-06-01'],
  ['x -before:2024-02', 'x@0 after=2024-02-01'],
  ['x before:٢٠٢٤', 'x@0 before=2024-01-01'],
  ['צה"ל', 'צה@0+ל@1'],
  ['👍🏽', '👍@0'],
  ['8112345678', 'number(8112345678)[8112345678@0]'],
  ['+52 1 81 1234-5678', 'number(5218112345678)[52@0 1@0 81@0 1234@0+5678@1]'],
  ['ana (81) 1234 5678 hoy', 'ana@0 number(8112345678)[81@0 1234@0 5678@0] hoy@0'],
  ['"81 1234 5678"', '81@0+1234@1+5678@2'],
  ['x -8112345678', 'x@0 -number(8112345678)[8112345678@0]'],
  ['12 34', '12@0 34@0'],
  ['2024', '2024@0'],
  ['1234567 +5215512345678', 'number(1234567)[1234567@0] number(5215512345678)[5215512345678@0]'],
  ['٠٠٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', 'number(00966501234567)[00966@0 50@0 123@0 4567@0]'],
];

for (const [typed, meaning] of right) {
  test(`${typed} means ${meaning}`, () => {
    assert.equal(short(typed), meaning);
  });
}

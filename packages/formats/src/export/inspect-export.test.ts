import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './text-source.ts';

async function order(text: string, options: Parameters<typeof readText>[1] = {}): Promise<string> {
  const { inspection } = await readText(text, options);
  return `${inspection.report.dateOrder} ${inspection.report.dateOrderBasis} ${inspection.ambiguous}`;
}

const days = (dates: readonly string[]): string => dates.map((date) => `${date}, 10:00 - Ana: x\n`).join('');

test('the date order is decided by the strongest evidence there is, and named', async () => {
  assert.equal(await order(days(['2022/01/02'])), 'YMD year-first false');
  assert.equal(await order(days(['27/03/22'])), 'DMY field>12 false');
  assert.equal(await order(days(['03/27/22'])), 'MDY field>12 false');
  assert.equal(await order(days(['3.4.2022'])), 'DMY dots false');
  assert.equal(
    await order('01/02/22, 10:00 - Ana: IMG-20220102-WA0001.jpg (file attached)\n'),
    'MDY media-names false',
  );
  assert.equal(await order(days(['10/02/22', '11/02/22', '05/03/22'])), 'DMY legality false');
  assert.equal(await order(days(['03/02/22', '04/02/22', '05/02/22', '06/02/22'])), 'DMY volatility false');
  assert.equal(await order(days(['05/11/26', '12/11/26'])), 'DMY legality false');
  assert.equal(await order(days(['27 March 2022'])), 'DMY month-name false');
});

test('what the file cannot prove is ambiguous, with both readings', async () => {
  const { inspection } = await readText(days(['03/02/22', '04/02/22']));
  assert.equal(inspection.ambiguous, true);
  assert.deepEqual(inspection.report.readings, [
    { order: 'DMY', first: '2022-02-03T10:00', last: '2022-02-04T10:00' },
    { order: 'MDY', first: '2022-03-02T10:00', last: '2022-04-02T10:00' },
  ]);
  assert.equal(inspection.report.first, '2022-02-03T10:00');
  assert.ok(inspection.report.warnings.some((warning) => warning.code === 'date-order-ambiguous'));
});

test('readings that give the same dates need no answer', async () => {
  assert.equal(await order(days(['03/03/22', '04/04/22'])), 'AMBIGUOUS same-dates false');
});

test('a date of making rules out readings beyond it', async () => {
  assert.equal(await order(days(['01/02/22', '03/02/22']), { madeAt: '2022-02-10' }), 'DMY legality false');
});

test("a person's answer decides what is open and never beats impossible dates", async () => {
  assert.equal(await order(days(['01/02/22']), { dateOrder: 'MDY' }), 'MDY answer false');
  const { inspection } = await readText(days(['21/02/22']), { dateOrder: 'MDY' });
  assert.equal(inspection.report.dateOrder, 'DMY');
  assert.ok(inspection.report.warnings.some((warning) => warning.code === 'answer-contradicted'));
});

test('a shuffled file proves nothing by its order', async () => {
  assert.equal(await order(days(['05/02/22', '01/06/22', '03/02/22', '02/05/22', '04/01/22'])), 'AMBIGUOUS prior true');
});

test('where the order of the fields changes inside one shape, each part is read in its own', async () => {
  const { inspection, timed } = await readText(
    days(['6/28/23', '6/29/23', '6/30/23', '1/7/23', '2/7/23', '3/7/23', '13/7/23', '14/7/23']),
  );
  assert.equal(inspection.report.dateOrder, 'MIXED');
  assert.deepEqual(
    timed.map((entry) => entry.at.slice(5, 10)),
    ['06-28', '06-29', '06-30', '07-01', '07-02', '07-03', '07-13', '07-14'],
  );
});

test('a date that does not exist is text, never another date', async () => {
  const { inspection, timed } = await readText(days(['28/02/22', '31/02/22', '01/03/22']));
  assert.equal(timed.length, 2);
  assert.equal(timed[0]?.text, 'x\n31/02/22, 10:00 - Ana: x');
  assert.deepEqual(
    inspection.report.warnings.map(({ code, line }) => [code, line]),
    [['impossible-date', 2]],
  );
});

test('a pasted conversation is text, before and after the chat and however long', async () => {
  const pasted = Array.from({ length: 40 }, (_, i) => `[0${1 + (i % 9)}/05/2018, 10:11:1${i % 10}] Zed: ${i}\n`).join(
    '',
  );
  const chat = [
    '25/09/2020, 10:27 - Ana: look\n',
    pasted,
    '25/09/2020, 10:28 - Bob: long\n26/09/2020, 10:29 - Ana: yes\n',
  ];
  const { inspection, timed } = await readText(chat.join(''));
  assert.equal(timed.length, 3);
  assert.equal(timed[0]?.lines, 41);
  assert.ok(inspection.report.warnings.some((warning) => warning.code === 'pasted-header'));
});

test('two exports joined are read as both, each in its shape', async () => {
  const one = ['25/09/2020', '26/09/2020', '27/09/2020'].map((day) => `${day}, 10:27 - Ana: a\n`).join('');
  const two = [
    '[9/25/20, 10:27:11 AM] Ana: a\n',
    '[9/28/20, 10:27:12 PM] Bob: b\n',
    '[9/29/20, 10:27:12 PM] Bob: c\n',
  ].join('');
  const { inspection, timed } = await readText(one + two);
  assert.deepEqual([timed.length, inspection.report.dateOrder, timed.at(-1)?.at], [6, 'MIXED', '2020-09-29T22:27:12']);
});

test('authors may hold colons, and titles with colons are no authors', async () => {
  const { inspection, timed } = await readText(
    [
      '27/03/22, 21:40 - Ana created group "Sales: north"\n',
      '27/03/22, 21:41 - Dr: Lopez: hola\n',
      '27/03/22, 21:42 - Ana: note: a\n',
      '27/03/22, 21:43 - Dr: Lopez: x: y\n',
      '27/03/22, 21:44 - Ana: b\n',
      '27/03/22, 21:45 - Ana:.\n',
      '27/03/22, 21:46 - \u202A+34 612 34 56 78\u202C: hi\n',
    ].join(''),
  );
  assert.deepEqual(
    timed.map((entry) => [entry.author, entry.text]),
    [
      [undefined, 'Ana created group "Sales: north"'],
      ['Dr: Lopez', 'hola'],
      ['Ana', 'note: a'],
      ['Dr: Lopez', 'x: y'],
      ['Ana', 'b'],
      ['Ana', '.'],
      ['+34 612 34 56 78', 'hi'],
    ],
  );
  assert.equal(timed.at(-1)?.authorPhone, '+34612345678');
  assert.deepEqual(inspection.report.authors, ['Ana', 'Dr: Lopez', '+34 612 34 56 78']);
});

test('an export that stops at the limit without its opening notice is possibly truncated', async () => {
  const body = Array.from({ length: 40_000 }, (_, i) => `27/03/22, ${String(10 + (i % 10))}:41 - Ana: x\n`).join('');
  const cut = await readText(body);
  assert.equal(cut.inspection.report.possiblyTruncated, true);
  const whole = await readText(`27/03/22, 09:41 - Messages and calls are end-to-end encrypted.\n${body}`);
  assert.equal(whole.inspection.report.possiblyTruncated, false);
});

test('a dated list inside a message is text, even where its times lie between the messages', async () => {
  const { timed } = await readText(
    [
      '27/03/22, 09:00 - Ana: plan:\n',
      '27/03/2022 10:00: dentist\n',
      '27/03/2022, 10:30 - lunch\n',
      '27/03/22, 11:00 - Bob: ok\n',
    ].join(''),
  );
  assert.deepEqual(
    timed.map((entry) => entry.lines),
    [3, 1],
  );
});

test('a notice whose date is none in the order a file seems to change to ends that change', async () => {
  const dates = [
    '13/01/24',
    '14/01/24',
    '02/10/24',
    '03/02/24',
    '04/09/24',
    '05/01/24',
    '06/12/24',
    '07/02/24',
    '25/12/24',
  ];
  const lines = dates.map(
    (date, index) =>
      `${date}, 10:0${index} - ${index < 8 ? 'Ana: x' : 'Messages and calls are end-to-end encrypted.'}\n`,
  );
  const { inspection, timed } = await readText(lines.join(''));
  assert.equal(inspection.report.entries, timed.length);
  assert.equal(inspection.report.last, timed.at(-1)?.at);
});

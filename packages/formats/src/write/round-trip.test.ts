import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ExportSource, inspectExport, readExport, type TimedEntry } from '../export/index.ts';
import { type AndroidShape, writeAndroidText } from './android-text.ts';
import { writeIosText } from './ios-text.ts';
import { lossOf } from './text-content.ts';
import type { DayPeriods, TextShape } from './text-shape.ts';
import { textWords } from './text-words.ts';
import type { WrittenMessage } from './written-message.ts';

const dayPeriods: readonly DayPeriods[] = [
  { am: 'AM', pm: 'PM', gap: ' ', isBefore: false },
  { am: 'am', pm: 'pm', gap: '\u202f', isBefore: false },
  { am: 'a.\u00a0m.', pm: 'p.\u00a0m.', gap: '\u202f', isBefore: false },
  { am: '上午', pm: '下午', gap: '', isBefore: true },
];

// A leading year has four digits wherever it was seen; two would be a day to every reader.
const dates = fc.oneof(
  fc.record({ dateOrder: fc.constantFrom('DMY', 'MDY'), yearDigits: fc.constantFrom(2, 4) }),
  fc.record({ dateOrder: fc.constant('YMD'), yearDigits: fc.constant(4) }),
);

const shapes: fc.Arbitrary<AndroidShape> = fc
  .tuple(
    dates,
    fc.record({
      dateSeparator: fc.constantFrom('/', '.', '-'),
      padded: fc.boolean(),
      beforeTime: fc.constantFrom(', ', ' '),
      paddedHour: fc.boolean(),
      hasSeconds: fc.boolean(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      hasByteOrderMark: fc.boolean(),
      words: fc.constantFrom(textWords.en, textWords.es, textWords.zh),
      dash: fc.constantFrom(' - ', ' – '),
    }),
    fc.option(fc.constantFrom(...dayPeriods), { nil: undefined }),
  )
  .map(([date, rest, periods]) => ({ ...date, ...rest, ...(periods === undefined ? {} : { dayPeriods: periods }) }));

const words = fc.constantFrom(
  'hola',
  'nota:',
  'Ana:',
  '<b>',
  '(2)',
  'a > b',
  '-',
  'x.jpg',
  'ñandú',
  'pedido',
  '聊天',
  '👍🏽',
  '12:30',
  '3/4',
  '$58',
  'a-b',
  '[nota]',
  'https://a.example/x?y=1',
  'ليلى',
  '"sí"',
  '1)',
);
const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const texts = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const caption = fc.oneof(fc.constant(''), line);
const authorNames = ['Ana Pérez', 'Café Aurora', '陈思远', '+52 999 555 0143', 'Bob 🚀', 'ليلى'];
const authors = fc.constantFrom(...authorNames);
const fileNames = fc.constantFrom(
  'IMG-20260714-WA0001.jpg',
  'Cotización 2214.pdf',
  'Beto Canul.vcf',
  '00000003-AUDIO-2026-06-16-10-31-55.opus',
);

type Said = Omit<WrittenMessage, 'at'>;

const said = (part: Partial<Said>): Said => ({ text: '', kind: 'message', type: 'text', ...part });

const contents: fc.Arbitrary<Said> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ author: authors, text: texts }).map(said) },
  { weight: 1, arbitrary: fc.record({ author: authors, text: texts, edited: fc.constant(true) }).map(said) },
  { weight: 1, arbitrary: authors.map((author) => said({ author, kind: 'deleted' })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ author: authors, text: caption, state: fc.constantFrom('present', 'missing'), name: fileNames })
      .map(({ author, text, state, name }) => said({ author, text, media: { state, name } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ author: authors, text: caption, type: fc.constantFrom('image', 'video', 'audio', 'sticker', 'gif') })
      .map((message) => said({ ...message, media: { state: 'omitted' } })),
  },
  {
    weight: 1,
    arbitrary: authors.map((author) =>
      said({ author, type: 'location', location: { latitude: '25.7401', longitude: '-100.4021' } }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        author: authors,
        question: line,
        options: fc.array(
          fc.tuple(line, fc.nat(99)).map(([text, votes]) => ({ text, votes })),
          { minLength: 1, maxLength: 4 },
        ),
      })
      .map(({ author, question, options }) => said({ author, type: 'poll', poll: { question, options } })),
  },
);

// An author is known to a reader by plain words somewhere: where each line of hers holds ": ", no reader can tell.
const greetings = authorNames.map((author) => said({ author, text: 'hola' }));

const minutesIn15Years = 15 * 365 * 24 * 60;
const firstMinute = Date.UTC(2012, 0, 1) / 60_000;

function wallTime(minute: number, second: number): string {
  return `${new Date((firstMinute + minute) * 60_000).toISOString().slice(0, 16)}:${String(second).padStart(2, '0')}`;
}

const conversations: fc.Arbitrary<WrittenMessage[]> = fc
  .tuple(
    fc.nat(minutesIn15Years - 100_000),
    fc.array(fc.tuple(contents, fc.nat(2_000), fc.nat(59)), { minLength: 1, maxLength: 12 }),
  )
  .map(([start, all]) => {
    let minute = start;
    const later = all.map(([content, pause, second]) => {
      minute += pause;
      return { ...content, at: wallTime(minute, second) };
    });
    return [...greetings.map((content) => ({ ...content, at: wallTime(start, 0) })), ...later];
  });

async function readBack(chunks: AsyncIterable<string>, messages: readonly WrittenMessage[], shape: TextShape) {
  const parts: string[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const bytes = new TextEncoder().encode(parts.join(''));
  const present = messages.flatMap(({ media }) =>
    media?.state === 'present' && media.name !== undefined ? [media.name] : [],
  );
  const source: ExportSource = {
    async *open() {
      yield bytes;
    },
    mediaNames: new Set(present),
  };
  const { reading } = await inspectExport(source, {
    now: new Date('2028-01-01T00:00:00Z'),
    dateOrder: shape.dateOrder,
  });
  const entries: TimedEntry[] = [];
  for await (const batch of readExport(source, reading))
    for (const entry of batch) if (entry.kind !== 'preamble') entries.push(entry);
  return entries.map(factsOf);
}

/** What an entry must give back: a place's and a poll's text only repeats them, and a file's state is one of its name's. */
function factsOf(entry: Said & { readonly at: string }) {
  const { latitude, longitude } = entry.location ?? {};
  const { kind, text, author, edited, poll, at } = entry;
  const isRepeated = poll !== undefined || entry.location !== undefined;
  const media =
    entry.media === undefined ? undefined : { name: entry.media.name, isOmitted: entry.media.state === 'omitted' };
  return { at, author, kind, text: isRepeated ? '' : text, edited: edited === true, media, poll, latitude, longitude };
}

const expected = (messages: readonly WrittenMessage[], shape: TextShape) =>
  messages.map((message) => factsOf({ ...message, at: shape.hasSeconds ? message.at : message.at.slice(0, 16) }));

async function* batch(messages: readonly WrittenMessage[]) {
  yield messages;
}

test('what is written as an Android text reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(conversations, shapes, async (messages, shape) => {
      fc.pre(messages.every((message) => lossOf(message) === undefined));
      assert.deepEqual(
        await readBack(writeAndroidText(batch(messages), shape), messages, shape),
        expected(messages, shape),
      );
    }),
    { numRuns: 150 },
  );
});

test('what is written as an iOS text reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(conversations, shapes, async (messages, shape) => {
      fc.pre(messages.every((message) => lossOf(message) === undefined));
      assert.deepEqual(
        await readBack(writeIosText(batch(messages), shape), messages, shape),
        expected(messages, shape),
      );
    }),
    { numRuns: 150 },
  );
});

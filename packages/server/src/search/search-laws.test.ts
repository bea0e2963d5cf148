import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MemorySegmentKeys, MemorySegments } from './memory-segments.ts';
import { batchOf } from './message-batch.ts';
import { resolveQuery } from './name-resolution.ts';
import { sameNumber } from './phone-run.ts';
import type { ResolvedClause, ResolvedQuery, WordsClause } from './query.ts';
import { parseQuery } from './query-parser.ts';
import { NUMBER, NUMBER_MARK, Scanner } from './scanner.ts';
import { SearchIndex } from './search-index.ts';
import type { SearchRequest } from './search-run.ts';
import type { IndexedMessage } from './segment-store.ts';
import { HAS_WORDS } from './terms.ts';

interface Token {
  readonly term: string;
  readonly position: number;
  readonly isNumber: boolean;
}

/** What search promises, said without an index: look at every message. */
function matches(message: IndexedMessage, { must, not, period }: ResolvedQuery): boolean {
  const tokens: Token[] = [];
  new Scanner().scan(message.text, ({ codes, length, kind, position }) => {
    tokens.push({ term: String.fromCharCode(...codes.subarray(0, length)), position, isNumber: kind === NUMBER });
  });
  const hasWords = ({ terms, prefix }: WordsClause): boolean => {
    const stands = (n: number, at: number): boolean => {
      const { term, step } = terms[n] ?? { term: '', step: 0 };
      const isStart = prefix && n === terms.length - 1;
      return tokens.some(
        (token) => token.position === at + step && !token.isNumber && isTerm(token.term, term, isStart),
      );
    };
    return tokens.some(({ position }) => terms.every((_, n) => stands(n, position - (terms[0]?.step ?? 0))));
  };
  const holds = (clause: ResolvedClause): boolean => {
    switch (clause.kind) {
      case 'words':
        return hasWords(clause);
      case 'number':
        return (
          tokens.some(({ term, isNumber }) => isNumber && isNumberTerm(term, clause.digits)) ||
          clause.words.every(hasWords)
        );
      case 'has':
        return message.has.includes(clause.value);
      case 'from-ids':
        return clause.ids.includes(message.author);
      case 'in-ids':
        return clause.ids.includes(message.chat);
    }
  };
  const isInPeriod =
    message.at >= (period.after ?? Number.NEGATIVE_INFINITY) &&
    message.at < (period.before ?? Number.POSITIVE_INFINITY);
  return isInPeriod && must.every(holds) && !not.some(holds);
}

const isTerm = (term: string, wanted: string, isStart: boolean): boolean =>
  isStart ? term.startsWith(wanted) : term === wanted;

const isNumberTerm = (term: string, digits: string): boolean =>
  sameNumber([...term.slice(NUMBER_MARK.length)].reverse().join(''), digits);

const DAY = 86_400;
const YEAR_2024 = Date.UTC(2024, 0, 1) / 1000;

const pieces = fc.constantFrom(
  'hola',
  'Holá',
  'mundo',
  'mund',
  'camión',
  'camiones',
  "O'Brien",
  'obrien',
  'a-b',
  '微信',
  '微信支付',
  '信',
  '支付宝',
  '한국어',
  '한국',
  '👍',
  '👍🏽',
  '81 1234 5678',
  '+52 1 81 1234-5678',
  '8112345678',
  '1234',
  '5678',
  '5678.',
  'ok',
  'ok ok',
  'مدرسة',
  'de',
  'la',
  ', ',
  '\n',
);
const texts = fc.array(pieces, { maxLength: 8 }).chain((words) => fc.constantFrom(words.join(' '), words.join('')));

const archives: fc.Arbitrary<readonly IndexedMessage[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 3 }),
      at: fc.nat(60).map((day) => YEAR_2024 + day * (DAY / 2)),
      chat: fc.integer({ min: 1, max: 3 }),
      author: fc.nat(3),
      text: texts,
      has: fc.subarray([...HAS_WORDS]),
    }),
    { maxLength: 60 },
  )
  .map((messages) => {
    let seq = 0;
    return messages.map(({ gap, ...message }) => {
      seq += gap;
      return { seq, ...message };
    });
  });

const asked = fc.constantFrom(
  'hola',
  'mundo',
  'camión',
  'cam*',
  'mu*',
  "o'brien",
  'obrien',
  'a-b',
  '微',
  '微信',
  '微信支',
  '支付*',
  '한국',
  '한국어',
  '👍',
  'مدرسه',
  '8112345678',
  '+52 81 1234 5678',
  '1234',
  '5678',
  'ok',
  '"ok ok"',
  '"hola mundo"',
  '"de la"',
  'has:image',
  'from:1',
  'from:2',
  'in:1',
  'in:3',
  '微信支付宝',
);
const minuses = fc.constantFrom(
  '-hola',
  '-ok',
  '-"de la"',
  '-from:1',
  '-in:2',
  '-has:gif',
  '-cam*',
  '-微信',
  '-8112345678',
);
const periods = fc.constantFrom(
  'after:2024-01-10',
  'before:2024-01-20',
  'after:2024-01-05 before:2024-01-06',
  '-before:2024-01-15',
);
const queries = fc
  .tuple(fc.array(asked, { minLength: 1, maxLength: 3 }), fc.option(minuses), fc.option(periods))
  .map(([must, minus, period]) => [...must, minus ?? '', period ?? ''].join(' '));

const names = {
  people: async (value: string): Promise<readonly number[]> => (value === '2' ? [2, 3] : [Number(value)]),
  chats: async (value: string): Promise<readonly number[]> => [Number(value)],
};

const newIndex = (): Promise<SearchIndex> =>
  SearchIndex.open({ store: new MemorySegments(), keys: new MemorySegmentKeys() });

async function seqs(
  index: SearchIndex,
  request: Partial<SearchRequest> & { readonly typed: string },
): Promise<number[]> {
  const query = await resolveQuery(parseQuery(request.typed), names);
  const { hits } = await index.search({ order: 'newest', limit: 1000, ...request, query });
  return hits.map(({ seq }) => seq);
}

function expected(messages: readonly IndexedMessage[], query: ResolvedQuery): number[] {
  const found = messages.filter((message) => matches(message, query));
  return found.sort((one, other) => other.at - one.at || other.seq - one.seq).map(({ seq }) => seq);
}

test('the tail, one segment, many segments and merged ones find what looking at every message finds', async () => {
  const property = fc.asyncProperty(
    archives,
    fc.array(queries, { minLength: 4, maxLength: 8 }),
    async (messages, typed) => {
      const tail = await newIndex();
      await tail.add(batchOf(messages));
      const sealed = await newIndex();
      await sealed.add(batchOf(messages));
      await sealed.flush();
      const merged = await newIndex();
      for (let i = 0; i < messages.length; i += 4) {
        await merged.add(batchOf(messages.slice(i, i + 4)));
        await merged.flush();
      }
      await merged.add(batchOf(messages));
      assert.ok(merged.size.segments <= 8);
      for (const one of typed) {
        const query = await resolveQuery(parseQuery(one), names);
        const all = expected(messages, query);
        for (const index of [tail, sealed, merged]) {
          assert.deepEqual(await seqs(index, { typed: one }), all, one);
          const best = await seqs(index, { typed: one, order: 'best' });
          assert.deepEqual(
            best.sort((a, b) => a - b),
            [...all].sort((a, b) => a - b),
          );
        }
      }
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

test('after an erasure search finds what it would find had the others never been there', async () => {
  const property = fc.asyncProperty(
    archives,
    fc.infiniteStream(fc.boolean()),
    fc.array(queries, { minLength: 4, maxLength: 8 }),
    async (messages, coins, typed) => {
      const index = await newIndex();
      for (let i = 0; i < messages.length; i += 9) {
        await index.add(batchOf(messages.slice(i, i + 9)));
        if (i < 40) await index.flush();
      }
      const gone = new Set(messages.filter(() => coins.next().value).map(({ seq }) => seq));
      const survivors = messages.filter(({ seq }) => !gone.has(seq));
      const erased = await index.erase([...gone, 1_000_000]);
      assert.equal(erased.messages, messages.length - survivors.length);
      assert.equal(index.size.messages, survivors.length);
      assert.equal((await index.erase(gone)).segments, 0);
      for (const one of typed) {
        const query = await resolveQuery(parseQuery(one), names);
        assert.deepEqual(await seqs(index, { typed: one }), expected(survivors, query), one);
      }
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

test('pages of hits, one after another, are all hits', async () => {
  const property = fc.asyncProperty(
    archives,
    queries,
    fc.integer({ min: 1, max: 7 }),
    async (messages, typed, limit) => {
      const index = await newIndex();
      await index.add(batchOf(messages.slice(0, 30)));
      await index.flush();
      await index.add(batchOf(messages.slice(30)));
      const query = await resolveQuery(parseQuery(typed), names);
      const all = expected(messages, query);
      const paged: number[] = [];
      let page = await index.search({ query, order: 'newest', limit });
      for (;;) {
        paged.push(...page.hits.map(({ seq }) => seq));
        const last = page.hits.at(-1);
        assert.equal(page.more, paged.length < all.length);
        if (last === undefined || !page.more) break;
        page = await index.search({ query, order: 'newest', limit, beyond: last });
      }
      assert.deepEqual(paged, all);
    },
  );
  await fc.assert(property, { numRuns: 30 });
});

test('what may not be shown is dropped, and the page is filled with what may', async () => {
  const property = fc.asyncProperty(
    archives,
    queries,
    fc.integer({ min: 1, max: 7 }),
    async (messages, typed, limit) => {
      const index = await newIndex();
      await index.add(batchOf(messages));
      const query = await resolveQuery(parseQuery(typed), names);
      const shown = expected(messages, query).filter((seq) => seq % 3 !== 0);
      const accept = async (all: readonly number[]): Promise<boolean[]> => all.map((seq) => seq % 3 !== 0);
      assert.deepEqual(await seqs(index, { typed, limit, accept }), shown.slice(0, limit));
      const best = await seqs(index, { typed, limit, accept, order: 'best' });
      assert.equal(best.length, Math.min(limit, shown.length));
      assert.ok(best.every((seq) => shown.includes(seq)));
    },
  );
  await fc.assert(property, { numRuns: 30 });
});

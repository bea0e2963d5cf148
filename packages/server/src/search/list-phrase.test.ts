import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BitWriter } from './bits.ts';
import { END } from './cursor.ts';
import { ListPhrase } from './list-phrase.ts';
import { PhraseCursor } from './phrase-cursor.ts';
import { PostingsWriter } from './postings.ts';
import { wholeList } from './postings-blocks.ts';
import { PostingsCursor } from './postings-cursor.ts';

const KIND = { positioned: true, documents: 65_536 };

function cursorOf(keys: readonly number[]): PostingsCursor {
  const sorted = Uint32Array.from(new Set(keys)).sort();
  const out = new BitWriter(8);
  new PostingsWriter(out, new BitWriter(8)).write({ keys: sorted, from: 0, to: sorted.length }, KIND);
  const bytes = out.take();
  return new PostingsCursor(wholeList({ bytes, start: 0 }, bytes.length), KIND);
}

/** Stretches of documents and places in each: many documents in common, gaps of every size, far places, words that stand often in one document. */
const list = fc
  .array(
    fc.record({
      first: fc.oneof(fc.nat(300), fc.nat(65_535)),
      step: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3_000 })),
      count: fc.nat(300),
      places: fc.array(fc.oneof(fc.nat(3), fc.nat(65_535)), { minLength: 1, maxLength: 4 }),
      often: fc.nat(200),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((stretches) =>
    stretches.flatMap(({ count, first, often, places, step }) => {
      const docs = Array.from({ length: count + 1 }, (_, n) => first + n * step).filter((doc) => doc < KIND.documents);
      const repeated = Array.from({ length: often }, (_, place) => first * 0x10000 + place);
      return [...docs.flatMap((doc) => places.map((place) => doc * 0x10000 + place)), ...repeated];
    }),
  );

test('a phrase of lists finds what comparing them document by document finds, with its places', () => {
  const element = fc.record({ keys: list, step: fc.nat(3) });
  const property = fc.property(
    fc.array(element, { minLength: 1, maxLength: 4 }),
    fc.array(fc.nat(2_000)),
    fc.boolean(),
    (elements, jumps, looks) => {
      const made = (): { readonly cursor: PostingsCursor; readonly step: number }[] =>
        elements.map(({ keys, step }) => ({ cursor: cursorOf(keys), step }));
      const [found, expected] = [new ListPhrase(made()), new PhraseCursor(made())];
      for (let doc = -1, n = 0; doc !== END; n++) {
        const target = doc + 1 + (jumps[n] ?? 0);
        doc = expected.advance(target);
        assert.equal(found.advance(target), doc);
        if (doc === END || !looks) continue;
        assert.equal(found.frequency(), expected.frequency());
        const [here, there]: [number[], number[]] = [[], []];
        found.positions(here);
        expected.positions(there);
        assert.deepEqual(here, there);
      }
    },
  );
  fc.assert(property, { numRuns: 100 });
});

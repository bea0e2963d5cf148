import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Union } from './combined-cursors.ts';
import { advanced, type Cursor, END } from './cursor.ts';
import { MemorySegmentKeys, MemorySegments } from './memory-segments.ts';
import { batchOf } from './message-batch.ts';
import { planRewriting, rewriteSegments } from './rewriting.ts';
import { PIECE_BYTES } from './sealed-stream.ts';
import { Segment } from './segment.ts';
import { SegmentSource } from './segment-source.ts';
import type { IndexedMessage, SealedPart } from './segment-store.ts';
import { Tail } from './tail.ts';
import { sealTail } from './tail-seal.ts';

/** Messages of a run: of one that stays as it is, and of one that does not. */
const LARGE = 33_000;
const SMALL = 32_000;
const WORDS = ['hola', 'mundo', '微信', '支付', 'ok', 'camión'];

function message(seq: number, at: number): IndexedMessage {
  const text = `${WORDS[seq % 6] ?? ''} ${WORDS[(seq * 7) % 5] ?? ''} n${seq % 1000}`;
  return { seq, at, chat: 1 + (seq % 3), author: 1 + (seq % 50), text, has: seq % 100 === 0 ? ['link'] : [] };
}

class Shelf {
  readonly store = new MemorySegments();
  readonly keys = new MemorySegmentKeys();
  readonly source: SegmentSource = new SegmentSource(this.store, this.keys, 1 << 25);

  async seal(messages: readonly IndexedMessage[]): Promise<Segment> {
    const tail = new Tail();
    const batch = batchOf(messages);
    for (let n = 0; n < messages.length; n++) tail.add(batch, n);
    return this.keep(await sealTail(tail, await this.keys.mint()));
  }

  async keep(sealed: Awaited<ReturnType<typeof sealTail>>): Promise<Segment> {
    await this.store.replace({ remove: [], add: [sealed] });
    return Segment.open(this.source, sealed.info);
  }

  async rewrite(sources: readonly Segment[], without: ReadonlySet<number>): Promise<Segment> {
    const key = await this.keys.mint();
    const keep = (parts: readonly SealedPart[]): Promise<void> => this.store.stage(key.id, parts);
    const sealed = await rewriteSegments(await planRewriting(sources, without), key, keep);
    assert.ok(sealed !== undefined);
    return this.keep(sealed);
  }
}

/** Every message of a term, by seq, with its positions. */
async function found(segment: Segment, term: string): Promise<ReadonlyMap<number, readonly number[]>> {
  const all = new Map<number, readonly number[]>();
  for (const run of segment.runs) {
    const cursor = await run.cursor(term);
    if (cursor === undefined) continue;
    const docs: number[] = [];
    const places: number[][] = [];
    for (let doc = await advanced(cursor, 0); doc !== END; doc = await advanced(cursor, doc + 1)) {
      const positions: number[] = [];
      cursor.positions(positions);
      docs.push(doc);
      places.push(positions);
    }
    for (const [n, { seq }] of (await run.hits(docs)).entries()) all.set(seq, places[n] ?? []);
  }
  return all;
}

/** Every word that the dictionary lists, each looked up as a query would. */
async function listed(segment: Segment): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const terms of segment.listed('')) for (const { term } of terms) all.push(term);
  for (const term of all) assert.ok((await segment.listsOf(term)) !== undefined, term);
  return all;
}

const sorted = (map: ReadonlyMap<number, readonly number[]>): unknown => [...map].sort(([one], [other]) => one - other);

const TERMS = ['hola', 'ok', 'camion', '微', '微信', '付', 'n7', 'n999', '\u0001hlink', '\u0001f7', '\u0001i2'];

for (const each of [LARGE, SMALL]) {
  const said = each === LARGE ? 'large runs stay as they are' : 'small runs are sorted anew';
  test(`where segments become one ${said}, and hold what they held less what is left out`, async () => {
    const shelf = new Shelf();
    const sources: Segment[] = [];
    const all: IndexedMessage[] = [];
    for (let n = 0; n < 3; n++) {
      const some = Array.from({ length: each }, (_, i) => message(n * each + i, i * 60 + n));
      all.push(...some);
      sources.push(await shelf.seal(some));
    }
    const gone = new Set(all.filter(({ author }) => author === 7).map(({ seq }) => seq));
    const whole = await shelf.rewrite(sources, new Set());
    const rest = await shelf.rewrite([whole], gone);
    const atOnce = await shelf.rewrite(sources, gone);
    assert.deepEqual(
      [whole.messages, rest.messages, atOnce.messages],
      [all.length, all.length - gone.size, all.length - gone.size],
    );
    assert.equal(whole.runs.length, each === LARGE ? 3 : 2);
    const [newer, older] = whole.runs;
    if (each === SMALL) assert.ok((newer?.minAt ?? 0) >= (older?.maxAt ?? 0));
    for (const term of TERMS) {
      const before = new Map<number, readonly number[]>();
      for (const source of sources)
        for (const [seq, positions] of await found(source, term)) before.set(seq, positions);
      assert.deepEqual(sorted(await found(whole, term)), sorted(before), term);
      for (const seq of gone) before.delete(seq);
      assert.deepEqual(sorted(await found(rest, term)), sorted(before), term);
      assert.deepEqual(sorted(await found(atOnce, term)), sorted(before), term);
    }
    const words = await listed(atOnce);
    assert.ok(words.includes('n7') && !words.includes('n6'), 'a word of the erased alone is gone');
    assert.deepEqual(await listed(rest), words);
    assert.equal((await found(rest, '\u0001f7')).size, 0);
    assert.equal(await rest.listsOf('\u0001f7'), undefined, 'a term of the erased alone is gone');
  });
}

test('segments of several runs become one of all their runs, in which only some have a term', async () => {
  const shelf = new Shelf();
  const all: IndexedMessage[] = [];
  const sealed: Segment[] = [];
  for (let run = 0; run < 3; run++) {
    const some = Array.from({ length: LARGE }, (_, i) => {
      const said = message(run * LARGE + i, i * 60 + run);
      return { ...said, text: i === 0 ? `run${run} 付宝` : said.text };
    });
    all.push(...some);
    sealed.push(await shelf.seal(some));
  }
  const two = await shelf.rewrite(sealed.slice(0, 2), new Set());
  const one = sealed[2] ?? two;
  const three = await shelf.rewrite([two, one], new Set());
  assert.deepEqual([three.runs.length, three.messages], [3, all.length]);
  const gone = new Set(all.filter(({ author, seq }) => author === 7 || seq === 2 * LARGE).map(({ seq }) => seq));
  const rest = await shelf.rewrite([three], gone);
  for (const term of [...TERMS, 'run0', 'run1', 'run2', '付宝']) {
    const before = new Map([...(await found(two, term)), ...(await found(one, term))]);
    assert.deepEqual(sorted(await found(three, term)), sorted(before), term);
    for (const seq of gone) before.delete(seq);
    assert.deepEqual(sorted(await found(rest, term)), sorted(before), term);
  }
  assert.equal(await rest.listsOf('run2'), undefined, 'a term of the erased alone is gone');
  assert.ok(((await three.listsOf('hola'))?.bytes ?? 0) > PIECE_BYTES, 'its postings fill more than a piece');
  for (const run of rest.runs) {
    assert.deepEqual(
      await documentsOf(new Union(await run.starting('hol'))),
      await documentsOf(await run.cursor('hola')),
    );
  }
});

async function documentsOf(cursor: Cursor | undefined): Promise<readonly number[]> {
  const docs: number[] = [];
  if (cursor === undefined) return docs;
  for (let doc = await advanced(cursor, 0); doc !== END; doc = await advanced(cursor, doc + 1)) docs.push(doc);
  return docs;
}

// Searching: each kind of query over the opened vault, the newest fifty with their records opened, beside LIKE and FTS5 over plain
// rows. Each query runs once, so that no answer is one remembered; the three answer by turns. The first queries of every kind are not
// counted: a process that serves people has compiled its code, whatever they ask first.

import { setFlagsFromString } from 'node:v8';
import type { ReadVault } from '../../packages/server/src/cli/vault.ts';
import type { Work } from '../bench-run.ts';
import { PlainArchive, type PlainHit } from '../plain-archive.ts';
import { type BenchQuery, QUERIES, queriesFor, WARMING_UP } from '../queries.ts';
import { type Row, shownBytesEach, shownSpread, times } from '../row.ts';
import { newestHits } from '../searching.ts';
import { median, percentile, timed } from '../statistics.ts';

/** As the launcher tells a process that serves people. */
const COUNTED = '--external-memory-accounted-in-global-limit';
/** LIKE reads every row for a rare word; a tenth of the queries says how long. */
const LIKE_EVERY = 10;

/** Times of one kind's queries, and what they found on average. */
interface Side {
  readonly ms: number[];
  readonly hits: number[];
}

type Sides = Readonly<Record<'acta' | 'fts' | 'like', Side>>;

export const search: Work = async (run) => {
  const house = (await run.vault()).house;
  run.step('plain rows with FTS5, to search beside');
  const plain = PlainArchive.of(run.root, run.messages);
  const queries = queriesFor(run.messages, WARMING_UP + QUERIES);
  setFlagsFromString(COUNTED);
  const vault = await house.peek();
  try {
    const rows: Row[] = [];
    run.step('search: not counted');
    for (const list of queries.values()) await ask(list.slice(0, WARMING_UP), { vault, plain });
    for (const [kind, list] of queries) {
      run.step(`search: ${kind}`);
      rows.push(rowOf(kind, await ask(list.slice(WARMING_UP), { vault, plain })));
    }
    return [...rows, sizeRow(run.messages, plain, (await vault.bytes()).index)];
  } finally {
    plain.close();
    await vault.close();
  }
};

/** What each says to the queries, and how long it takes. */
async function ask(
  queries: readonly BenchQuery[],
  { plain, vault }: { readonly vault: ReadVault; readonly plain: PlainArchive },
): Promise<Sides> {
  const sides = { acta: side(), fts: side(), like: side() };
  for (const [at, query] of queries.entries()) {
    note(sides.acta, await timed<readonly unknown[]>(() => newestHits(vault, query.acta)));
    const matched = await timed<readonly PlainHit[] | undefined>(() => plain.match(query.plain));
    if (matched.value !== undefined) note(sides.fts, { ms: matched.ms, value: matched.value });
    if (at % LIKE_EVERY === 0) note(sides.like, await timed(() => plain.like(query.plain)));
  }
  return sides;
}

const side = (): Side => ({ ms: [], hits: [] });

function note({ hits, ms }: Side, run: { readonly ms: number; readonly value: readonly unknown[] }): void {
  ms.push(run.ms);
  hits.push(run.value.length);
}

function rowOf(kind: string, { acta, fts, like }: Sides): Row {
  const p95 = percentile(acta.ms, 0.95);
  const numbers = { ...numbersOf('', acta), ...numbersOf('like', like) };
  const likeText = `LIKE ${pair(like)}`;
  if (fts.ms.length === 0) {
    const ratio = p95 / percentile(like.ms, 0.95);
    return {
      work: `search: ${kind}`,
      figure: pair(acta),
      beside: likeText,
      ratio: times(ratio, "LIKE's p95"),
      numbers: { ...numbers, ratio },
    };
  }
  const ratio = p95 / percentile(fts.ms, 0.95);
  return {
    work: `search: ${kind}`,
    figure: pair(acta),
    beside: `FTS5 ${pair(fts)}, ${likeText}`,
    ratio: times(ratio, "FTS5's p95"),
    numbers: { ...numbers, ...numbersOf('fts', fts), ratio },
  };
}

/** Median and p95. */
function pair({ ms }: Side): string {
  return shownSpread(median(ms), percentile(ms, 0.95));
}

function numbersOf(prefix: string, { hits, ms }: Side): Record<string, number> {
  const name = (end: string): string => (prefix === '' ? end : prefix + end[0]?.toUpperCase() + end.slice(1));
  const mean = hits.reduce((sum, one) => sum + one, 0) / hits.length;
  return {
    [name('queries')]: ms.length,
    [name('p50Ms')]: median(ms),
    [name('p95Ms')]: percentile(ms, 0.95),
    [name('maxMs')]: Math.max(...ms),
    [name('hits')]: mean,
  };
}

function sizeRow(messages: number, plain: PlainArchive, index: number): Row {
  const { characters, words } = plain.sizes();
  return {
    work: 'size of the search index',
    figure: shownBytesEach(index, messages),
    beside: `FTS5: words ${shownBytesEach(words, messages)}, and three characters ${shownBytesEach(characters, messages)}`,
    ratio: times(index / (words + characters), 'both'),
    numbers: { bytes: index, wordBytes: words, characterBytes: characters, ratio: index / (words + characters) },
  };
}

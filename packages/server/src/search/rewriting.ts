/**
 * Segments into one, less some messages: merging and erasing are the same work, term by term. Lists of runs that stay as they are
 * are copied; those that lose messages, or whose runs are sorted anew, are written again. It asks for no word of what it leaves out:
 * messages go by number, and a term with no message left goes with them.
 */

import type { DocColumns } from './doc-table.ts';
import { ListRewriter } from './list-rewriter.ts';
import { Pace } from './pace.ts';
import { planRuns } from './run-tables.ts';
import type { Segment } from './segment.ts';
import type { SealedSegment, SegmentKey } from './segment-store.ts';
import { SegmentWriter } from './segment-writer.ts';
import { EastWalk, TermMerge, WordWalk } from './term-walk.ts';
import { isCharacter, isPositioned } from './terms.ts';

export interface Rewriting {
  readonly sources: readonly Segment[];
  /** Seqs of the messages to leave out. */
  readonly without: ReadonlySet<number>;
  readonly key: SegmentKey;
}

/** Terms between two looks at the clock. */
const STRIDE = 64;

/** The segment under a new key; undefined if no message is left. */
export async function rewriteSegments({ sources, without, key }: Rewriting): Promise<SealedSegment | undefined> {
  const pace = new Pace();
  const streams: Uint8Array[] = [];
  for (const source of sources) streams.push(await source.whole(pace));
  const columns: DocColumns[] = [];
  for (const run of sources.flatMap(({ runs }) => runs)) columns.push(await run.columns());
  if (pace.isDue) await pace.rest();
  const plan = planRuns(columns, without);
  if (plan.tables.length === 0) return undefined;
  const segment = new SegmentWriter(key, plan.tables.length);
  const lists = new ListRewriter(
    segment,
    plan,
    sources.map(({ head }, n) => ({ head, whole: streams[n] ?? NOTHING })),
  );
  const words = new TermMerge(sources.map(({ head }, n) => new WordWalk(n, head, streams[n] ?? NOTHING)));
  for (let count = 1; words.next(); count++) {
    const [word] = words.group;
    if (word === undefined) break;
    for (const { source, from, to } of words.group) lists.add(source, from, to);
    lists.write(isPositioned(word.bytes[0] ?? 0));
    segment.word(word.bytes, 0, word.length);
    if (count % STRIDE === 0 && pace.isDue) await pace.rest();
  }
  const east = new TermMerge(sources.map(({ head }, n) => new EastWalk(n, head, streams[n] ?? NOTHING)));
  for (let count = 1; east.next(); count++) {
    const code = east.group[0]?.code ?? 0;
    for (const { source, from, to } of east.group) lists.add(source, from, to);
    lists.write(isCharacter(code));
    segment.east(code);
    if (count % STRIDE === 0 && pace.isDue) await pace.rest();
  }
  const firstSeq = Math.min(...sources.map(({ info }) => info.firstSeq));
  const lastSeq = Math.max(...sources.map(({ info }) => info.lastSeq));
  return segment.finish(plan.tables, { firstSeq, lastSeq });
}

const NOTHING = new Uint8Array(0);

/**
 * Segments into one, less some messages: merging and erasing are the same work, term by term. Lists of runs that stay as they are
 * are copied; those that lose messages, or whose runs are sorted anew, are written again. It asks for no word of what it leaves out:
 * messages go by number, and a term with no message left goes with them.
 */

import { Pace } from '../records/pace.ts';
import { BlockFeed } from './forward-stream.ts';
import { ListRewriter } from './list-rewriter.ts';
import { planRuns, type RunPlan } from './run-tables.ts';
import type { Segment } from './segment.ts';
import type { DictionaryBlock } from './segment-layout.ts';
import type { SealedPart, SealedSegment, SegmentKey } from './segment-store.ts';
import { SegmentWriter } from './segment-writer.ts';
import { EastWalk, TermMerge, WordWalk } from './term-walk.ts';
import { isPositioned } from './terms.ts';
import { thinTerms } from './thinning.ts';

/** Segments to be made one, and what will stand where. */
export interface Rewriting extends RunPlan {
  readonly sources: readonly Segment[];
  /** Messages that are left out now. */
  readonly leftOut: number;
}

/** Plans the segments without the messages of some seqs. */
export async function planRewriting(sources: readonly Segment[], without: ReadonlySet<number>): Promise<Rewriting> {
  const runs = sources.flatMap((source) => source.runs);
  const plan = await planRuns(runs, without, new Pace());
  const left = plan.tables.reduce((sum, { documents, holes }) => sum + documents - holes.length, 0);
  return { ...plan, sources, leftOut: sources.reduce((sum, { messages }) => sum + messages, -left) };
}

/** Terms between two looks at the clock. */
const STRIDE = 64;

/** Takes sealed parts of a segment that is still being written, so that they need not be held. */
type KeepParts = (parts: readonly SealedPart[]) => Promise<void>;

/** The segment under a new key, but for the parts that were kept on the way; undefined if no message is left. */
export async function rewriteSegments(
  plan: Rewriting,
  key: SegmentKey,
  keep: KeepParts,
): Promise<SealedSegment | undefined> {
  const { sources } = plan;
  if (plan.tables.length === 0) return undefined;
  const pace = new Pace();
  const segment = new SegmentWriter(key, plan.tables.length);
  const lists = new ListRewriter(
    segment,
    plan,
    sources.map(({ head }) => head),
  );
  const rest = (): Promise<void> => breathe(segment, keep, pace);
  const [only] = sources;
  if (only !== undefined && lists.thins) {
    await thinTerms({ head: only.head, open: (part) => only.part(part), segment, lists, breathe: rest });
  } else await mergeTerms(sources, { segment, lists, breathe: rest });
  const firstSeq = Math.min(...sources.map(({ info }) => info.firstSeq));
  const lastSeq = Math.max(...sources.map(({ info }) => info.lastSeq));
  return segment.finish(plan.tables, { firstSeq, lastSeq }, pace);
}

interface Merging {
  readonly segment: SegmentWriter;
  readonly lists: ListRewriter;
  readonly breathe: () => Promise<void>;
}

/** Gives the segment that is written the terms of all segments that are read, in order. */
async function mergeTerms(sources: readonly Segment[], { breathe, lists, segment }: Merging): Promise<void> {
  const words = await TermMerge.over(sources.map((source, n) => new WordWalk(n, feedOf(source, source.head.words))));
  for (let count = 1; words.next(); count++) {
    const [word] = words.group;
    if (word === undefined) break;
    lists.give(words.group, isPositioned(word.bytes[0] ?? 0));
    segment.word(word.bytes, 0, word.length);
    if (words.isHungry) await words.fill();
    if (count % STRIDE === 0) await breathe();
  }
  const east = await TermMerge.over(sources.map((source, n) => new EastWalk(n, feedOf(source, source.head.east))));
  for (let count = 1; east.next(); count++) {
    const code = east.group[0]?.code ?? 0;
    lists.give(east.group, true);
    segment.east(code);
    if (east.isHungry) await east.fill();
    if (count % STRIDE === 0) await breathe();
  }
}

function feedOf<First>(source: Segment, blocks: readonly DictionaryBlock<First>[]): BlockFeed<First> {
  return new BlockFeed(blocks, (part) => source.part(part));
}

/** About a megabyte. */
const MANY_PARTS = 64;

/** Hands over what is sealed, and lets others have their turn. */
async function breathe(segment: SegmentWriter, keep: KeepParts, pace: Pace): Promise<void> {
  if (segment.sealedParts >= MANY_PARTS) await keep(segment.takeParts());
  if (pace.isDue) await pace.rest();
}

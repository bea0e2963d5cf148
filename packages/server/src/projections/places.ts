// Writes which chat and import each seq belongs to, 256 seqs to a row. Seqs are folded once each, in their order, so only
// the first block of a batch may hold something already.

import { setImmediate } from 'node:timers/promises';
import type { ChatEntries } from './entry-batch.ts';
import type { FoldContext } from './fold-context.ts';
import { BLOCK_SEQS, emptyPlaces, type Places, placeBytes, placesIn } from './tables/place-bytes.ts';

type Transaction = FoldContext['tx'];

const BLOCKS_A_READ = 256;

/** Writes the places of a batch's entries. */
export async function insertPlaces(tx: Transaction, chats: readonly ChatEntries[]): Promise<void> {
  const first = Math.min(...chats.map(({ entries }) => entries.seq[0] ?? Number.POSITIVE_INFINITY));
  if (!Number.isFinite(first)) return;
  const blocks = new Map<number, Places>();
  const known = await tx.db.selectFrom('place').select('runs').where('block', '=', blockOf(first)).executeTakeFirst();
  if (known !== undefined) blocks.set(blockOf(first), placesIn(known.runs));
  for (const { chat, entries } of chats) {
    for (let i = 0; i < entries.count; i++) {
      const seq = entries.seq[i] ?? 0;
      const places = placesOf(blocks, blockOf(seq));
      places.chat[seq % BLOCK_SEQS] = chat;
      places.import[seq % BLOCK_SEQS] = entries.import[i] ?? 0;
    }
  }
  await writePlaces(tx, blocks);
}

function blockOf(seq: number): number {
  return Math.floor(seq / BLOCK_SEQS);
}

function placesOf(blocks: Map<number, Places>, block: number): Places {
  const known = blocks.get(block);
  if (known !== undefined) return known;
  const made = emptyPlaces();
  blocks.set(block, made);
  return made;
}

async function writePlaces(tx: Transaction, blocks: ReadonlyMap<number, Places>): Promise<void> {
  await tx.removeRuns(
    'place',
    'block',
    [...blocks.keys()].map((block) => [block, 1] as const),
  );
  const rows = [...blocks].flatMap(([block, places]) => {
    const bytes = placeBytes(places);
    return bytes === undefined ? [] : [[block, bytes]];
  });
  await tx.insertMany('place', ['block', 'runs'], rows);
}

/** Takes every entry of these runs (sorted) out of the places. Returns the entries' seqs by chat, sorted. */
export async function takePlaces(
  tx: Transaction,
  runs: readonly (readonly [first: number, count: number])[],
): Promise<ReadonlyMap<number, number[]>> {
  const taken = new Map<number, number[]>();
  for (const blocks of blocksIn(runs)) {
    const rows = await tx.db
      .selectFrom('place')
      .select(['block', 'runs'])
      .where('block', 'in', [...blocks.keys()])
      .execute();
    const changed = new Map<number, Places>();
    for (const { block, runs: bytes } of rows) {
      const places = placesIn(bytes);
      for (const [first, end] of blocks.get(block) ?? []) takeRun(places, block, { first, end }, taken);
      changed.set(block, places);
    }
    await writePlaces(tx, changed);
    await setImmediate();
  }
  for (const seqs of taken.values()) seqs.sort((a, b) => a - b);
  return taken;
}

function takeRun(
  places: Places,
  block: number,
  { end, first }: { readonly first: number; readonly end: number },
  taken: Map<number, number[]>,
): void {
  for (let at = first; at < end; at++) {
    const chat = places.chat[at] ?? 0;
    if (chat === 0) continue;
    places.chat[at] = 0;
    places.import[at] = 0;
    const known = taken.get(chat);
    if (known === undefined) taken.set(chat, [block * BLOCK_SEQS + at]);
    else known.push(block * BLOCK_SEQS + at);
  }
}

/** The blocks that runs touch, some at a time, each with the stretches of it (from, to before) that lie in a run. */
export function* blocksIn(
  runs: readonly (readonly [first: number, count: number])[],
): Generator<Map<number, [first: number, end: number][]>> {
  let blocks = new Map<number, [number, number][]>();
  for (const [first, count] of runs) {
    for (let from = first; from < first + count; ) {
      const block = blockOf(from);
      const to = Math.min(first + count, (block + 1) * BLOCK_SEQS);
      if (blocks.size >= BLOCKS_A_READ && !blocks.has(block)) {
        yield blocks;
        blocks = new Map();
      }
      const stretch: [number, number] = [from - block * BLOCK_SEQS, to - block * BLOCK_SEQS];
      const known = blocks.get(block);
      if (known === undefined) blocks.set(block, [stretch]);
      else known.push(stretch);
      from = to;
    }
  }
  if (blocks.size > 0) yield blocks;
}

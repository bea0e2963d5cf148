// Where 256 seqs in a row belong: the chat and the import of each that is an entry. As bytes they are runs, because a
// commit stands in the order of its keys. The same places give the same bytes, however they were folded.

import { ServerError } from '../../server-error.ts';
import { SeriesReader, SeriesWriter } from './series.ts';

/** Seqs of a block: `block` times this is its first. */
export const BLOCK_SEQS = 256;

/** Chat and import of each seq of a block; 0 for what is no entry. */
export interface Places {
  readonly chat: Float64Array;
  readonly import: Float64Array;
}

const writer = new SeriesWriter();

export function emptyPlaces(): Places {
  return { chat: new Float64Array(BLOCK_SEQS), import: new Float64Array(BLOCK_SEQS) };
}

/** The runs as bytes; undefined where nothing of the block is an entry. */
export function placeBytes({ chat, import: brought }: Places): Uint8Array | undefined {
  let end = 0;
  let [lastChat, lastImport] = [0, 0];
  for (let at = 0; at < BLOCK_SEQS; ) {
    const [here, by] = [chat[at] ?? 0, brought[at] ?? 0];
    let next = at + 1;
    while (next < BLOCK_SEQS && chat[next] === here && brought[next] === by) next++;
    if (here !== 0) {
      writer.whole(at - end);
      writer.whole(next - at - 1);
      writer.signed(here - lastChat);
      writer.signed(by - lastImport);
      [end, lastChat, lastImport] = [next, here, by];
    }
    at = next;
  }
  return end === 0 ? undefined : writer.take();
}

/** Reads what `placeBytes` wrote. Throws `vault-damaged`. */
export function placesIn(bytes: Uint8Array): Places {
  const places = emptyPlaces();
  for (const { chat, end, first, import: brought } of placeRuns(bytes)) {
    places.chat.fill(chat, first, end);
    places.import.fill(brought, first, end);
  }
  return places;
}

/** Seqs of a block from `first` to before `end`, counted from its first, that belong together. */
export interface PlaceRun {
  readonly first: number;
  readonly end: number;
  readonly chat: number;
  readonly import: number;
}

/** Reads what `placeBytes` wrote, as runs in order. Throws `vault-damaged`. */
export function placeRuns(bytes: Uint8Array): PlaceRun[] {
  const runs: PlaceRun[] = [];
  const reader = new SeriesReader(bytes);
  let [end, chat, brought] = [0, 0, 0];
  while (!reader.isDone) {
    const first = end + reader.whole();
    end = first + 1 + reader.whole();
    chat += reader.signed();
    brought += reader.signed();
    if (end > BLOCK_SEQS) throw new ServerError('vault-damaged', { file: 'projections.db' });
    runs.push({ first, end, chat, import: brought });
  }
  return runs;
}

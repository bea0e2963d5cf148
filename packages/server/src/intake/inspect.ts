// Inspecting one chat text: the report of `acta inspect`, with the text's hash, in one pass over the bytes.
// No vault is needed and nothing is kept.

import { createHash } from 'node:crypto';
import {
  type ExportEntry,
  type ExportSource,
  type FieldOrder,
  type Inspection,
  inspectExport,
  readExport,
} from '@acta/formats';
import { Pace } from '../records/pace.ts';
import type { ChatSource } from './sources.ts';

export interface InspectedChat {
  readonly inspection: Inspection;
  /** Of the chat text, hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly source: ExportSource;
}

export interface InspectChoices {
  readonly now: Date;
  readonly dateOrder?: FieldOrder;
  /** The entries are to be read next. */
  readonly mapsEntries?: boolean;
  /** Bytes read so far. */
  readonly onBytes?: (bytes: number) => void;
}

/** Reads the whole text once and says what it is. */
export async function inspectChat(chat: ChatSource, choices: InspectChoices): Promise<InspectedChat> {
  const tally = { hash: createHash('sha256'), bytes: 0, whole: false };
  const source: ExportSource = {
    open: () => chat.open(),
    mediaNames: new Set(chat.media.keys()),
    ...(chat.title === undefined ? {} : { titleHint: chat.title }),
    ...(chat.madeAt === undefined ? {} : { madeAt: chat.madeAt }),
  };
  let opened = 0;
  const counted: ExportSource = {
    ...source,
    open: () => (opened++ === 0 ? hashed(chat.open(), tally, choices.onBytes) : chat.open()),
  };
  const { dateOrder, mapsEntries = false, now } = choices;
  const options = { now, mapsEntries, ...(dateOrder === undefined ? {} : { dateOrder }) };
  const inspection = await inspectExport(counted, options);
  if (!tally.whole) {
    Object.assign(tally, { hash: createHash('sha256'), bytes: 0 });
    for await (const _ of hashed(chat.open(), tally, choices.onBytes));
  }
  return { inspection, sha256: tally.hash.digest('hex'), sizeBytes: tally.bytes, source };
}

/** All entries of a text as it was inspected, in file order. Throws `source-changed` where it is another text by now. */
export function entriesOf({ inspection, source }: InspectedChat): AsyncIterable<readonly ExportEntry[]> {
  return readExport(source, inspection.reading, inspection.map);
}

/** As much as is taken apart at once: a millisecond of work, many more before the code is compiled. */
const PIECE_BYTES = 1 << 15;
/** Read before the event loop gets its turn. */
const STRETCH_MS = 2;

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  tally: { readonly hash: ReturnType<typeof createHash>; bytes: number; whole: boolean },
  onBytes: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  const pace = new Pace(STRETCH_MS);
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      tally.hash.update(piece);
      tally.bytes += piece.length;
      onBytes?.(tally.bytes);
      yield piece;
      if (pace.isDue) await pace.rest();
    }
  }
  tally.whole = true;
}

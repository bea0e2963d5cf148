// A capture put together again: the export file as it arrived, piece by piece in the order of its lines, from the records
// of its import and the stretches that other imports hold in the same bytes. What was erased is missing, and then the
// whole no longer hashes to what arrived: the capture is incomplete by erasure, which says nothing against the rest.

import { createHash } from 'node:crypto';
import type { EntryRecord, ImportRecord, ObjectRef, PieceRecord } from '../records/conversation.ts';
import type { ViewParts } from './conversation.ts';
import { entriesForward } from './timeline.ts';

/** What a capture came to. */
export interface CaptureSum {
  readonly sizeBytes: number;
  /** SHA-256 of what was put together, hex. */
  readonly sha256: string;
  /** Whether that is what arrived. */
  readonly isWhole: boolean;
}

export interface CaptureParts extends ViewParts {
  readonly openObject: (ref: ObjectRef) => Promise<AsyncIterable<Uint8Array>>;
}

/** A line of the file and the record that holds the piece beginning there. */
interface Piece {
  readonly line: number;
  readonly seq: number;
}

const PIECES_A_READ = 2_000;

/** The bytes of an import's file in order; `done` is told what they came to. */
export async function* captureBytes(
  parts: CaptureParts,
  importId: number,
  arrived: ImportRecord,
  done: (sum: CaptureSum) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const pieces = await piecesOf(parts, importId, arrived.chat);
  for (let at = 0; at < pieces.length; at += PIECES_A_READ) {
    for await (const bytes of bytesOf(parts, pieces.slice(at, at + PIECES_A_READ))) {
      hash.update(bytes);
      sizeBytes += bytes.length;
      yield bytes;
    }
  }
  const sha256 = hash.digest('hex');
  done({ sizeBytes, sha256, isWhole: sha256 === arrived.sha256 });
}

/** Every piece by line: the import's own, and those of the stretches that others hold. */
async function piecesOf(parts: CaptureParts, importId: number, chat: number): Promise<Piece[]> {
  const stretches = await stretchesOf(parts, importId);
  const own = await ownPieces(parts, chat, new Set([importId, ...stretches.map(({ from }) => from)]));
  const pieces = [...(own.get(importId) ?? [])];
  for (const { from, line, lines, there } of stretches) {
    const held = own.get(from) ?? [];
    for (let at = firstFrom(held, there); at < held.length; at++) {
      const piece = held[at];
      if (piece === undefined || piece.line >= there + lines) break;
      pieces.push({ line: piece.line - there + line, seq: piece.seq });
    }
  }
  return pieces.sort((a, b) => a.line - b.line);
}

/** From `line` of this file on, `lines` lines stand in the import `from`, beginning at its line `there`. */
interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly there: number;
  readonly lines: number;
}

async function stretchesOf({ db, reader }: CaptureParts, importId: number): Promise<Stretch[]> {
  const captures = await db
    .selectFrom('other')
    .select('seq')
    .where('import', '=', importId)
    .where('kind', '=', 'capture')
    .orderBy('seq')
    .execute();
  const stretches: Stretch[] = [];
  for (const record of (await reader.records(captures.map(({ seq }) => seq))).values()) {
    if (record.kind !== 'capture') continue;
    for (let at = 0; at + 3 < record.runs.length; at += 4) {
      const [line = 0, from = 0, there = 0, lines = 0] = record.runs.slice(at, at + 4);
      stretches.push({ line, from, there, lines });
    }
  }
  return stretches;
}

/** Pieces that stand in the records of each of these imports of a chat, by line. */
async function ownPieces(
  { db, reader }: CaptureParts,
  chat: number,
  imports: ReadonlySet<number>,
): Promise<ReadonlyMap<number, readonly Piece[]>> {
  const found = new Map<number, Piece[]>([...imports].map((id) => [id, []]));
  for await (const entries of entriesForward(db, { chat })) {
    for (let i = 0; i < entries.count; i++) {
      found.get(entries.import[i] ?? 0)?.push({ line: entries.line[i] ?? 0, seq: entries.seq[i] ?? 0 });
    }
  }
  for (const [id, pieces] of found) {
    const others = await db
      .selectFrom('other')
      .select('seq')
      .where('import', '=', id)
      .where('kind', '=', 'piece')
      .execute();
    for (let at = 0; at < others.length; at += PIECES_A_READ) {
      const seqs = others.slice(at, at + PIECES_A_READ).map(({ seq }) => seq);
      for (const [seq, record] of await reader.records(seqs)) {
        if (record.kind === 'piece') pieces.push({ line: record.line, seq });
      }
    }
    pieces.sort((a, b) => a.line - b.line);
  }
  return found;
}

/** Index of the first piece at or behind a line. */
function firstFrom(pieces: readonly Piece[], line: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function* bytesOf(parts: CaptureParts, pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  const records = await parts.reader.records(pieces.map(({ seq }) => seq));
  for (const { seq } of pieces) {
    const record = records.get(seq);
    if (record === undefined || !('raw' in record || 'raw64' in record)) continue;
    const { oversize } = record;
    if (oversize === undefined) yield rawBytes(record);
    else yield* await parts.openObject(oversize);
  }
}

function rawBytes({ raw, raw64 }: Pick<EntryRecord | PieceRecord, 'raw' | 'raw64'>): Uint8Array {
  return raw64 === undefined ? Buffer.from(raw ?? '', 'utf8') : Buffer.from(raw64, 'base64');
}

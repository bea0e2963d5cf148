// A capture put together again: the export file as it arrived, piece by piece in the order of its lines, from the records
// of its import and the stretches that other imports hold in the same bytes. What was erased is missing, and then the
// whole no longer hashes to what arrived: the capture is incomplete by erasure, which says nothing against the rest.

import { createHash } from 'node:crypto';
import type { EntryRecord, ImportRecord, ObjectRef, PieceRecord } from '../records/conversation.ts';
import type { ViewParts } from './conversation.ts';

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
  const pieces = await piecesOf(parts, importId);
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
async function piecesOf(parts: CaptureParts, importId: number): Promise<Piece[]> {
  const pieces = await ownPieces(parts, importId, { from: 0, to: Number.MAX_SAFE_INTEGER });
  const captures = await parts.db
    .selectFrom('other')
    .select('seq')
    .where('import', '=', importId)
    .where('kind', '=', 'capture')
    .orderBy('seq')
    .execute();
  for (const record of (await parts.reader.records(captures.map(({ seq }) => seq))).values()) {
    if (record.kind !== 'capture') continue;
    for (let at = 0; at + 3 < record.runs.length; at += 4) {
      const [line = 0, from = 0, there = 0, lines = 0] = record.runs.slice(at, at + 4);
      const held = await ownPieces(parts, from, { from: there, to: there + lines });
      pieces.push(...held.map((piece) => ({ line: piece.line - there + line, seq: piece.seq })));
    }
  }
  return pieces.sort((a, b) => a.line - b.line);
}

/** Pieces that stand in an import's own records, within lines `from` to before `to`. */
async function ownPieces(
  { db, reader }: CaptureParts,
  importId: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Piece[]> {
  const entries = await db
    .selectFrom('entry')
    .select(['line', 'seq'])
    .where('import', '=', importId)
    .where('line', '>=', from)
    .where('line', '<', to)
    .execute();
  const others = await db
    .selectFrom('other')
    .select('seq')
    .where('import', '=', importId)
    .where('kind', '=', 'piece')
    .execute();
  const records = await reader.records(others.map(({ seq }) => seq));
  const loose = [...records].flatMap(([seq, record]) => {
    const isInside = record.kind === 'piece' && record.line >= from && record.line < to;
    return isInside ? [{ line: record.line, seq }] : [];
  });
  return [...entries, ...loose];
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

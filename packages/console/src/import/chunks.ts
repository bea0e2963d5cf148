// What becomes of a file that goes up in pieces: the next piece, and what an answer other than the hoped-for one means. Pure: the
// network stands in uploads.ts.

import { ApiProblem } from '../api/client.ts';

/** Small enough that a slow line brings one within the minute that the server waits for it. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** The piece that follows what has arrived; undefined once all has. An empty file is one empty piece. */
export function nextChunk(receivedBytes: number, sizeBytes: number): Chunk | undefined {
  if (receivedBytes >= sizeBytes && sizeBytes > 0) return undefined;
  return { from: receivedBytes, to: Math.min(sizeBytes, receivedBytes + CHUNK_BYTES) };
}

export const UPLOAD_PROBLEMS = ['no-room', 'too-large', 'too-many', 'gone', 'not-sent'] as const;

export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number];

/** What to do after a piece did not arrive: try again, go on from elsewhere, or give up and say why. */
export type Remedy =
  | { readonly act: 'again' }
  | { readonly act: 'from'; readonly receivedBytes: number }
  | { readonly act: 'give-up'; readonly problem: UploadProblem; readonly freeBytes?: number };

const PASSING = 500;

export function remedyFor(error: unknown): Remedy {
  if (!(error instanceof ApiProblem)) return { act: 'give-up', problem: 'gone' };
  const { kind, members, status } = error;
  switch (kind) {
    case 'unreachable':
    case 'timed-out':
    case 'unauthenticated':
      return { act: 'again' };
    case 'offset-differs':
      return { act: 'from', receivedBytes: Number(members['receivedBytes'] ?? 0) };
    case 'no-room':
      return { act: 'give-up', problem: 'no-room', freeBytes: Number(members['freeBytes'] ?? 0) };
    case 'body-too-large':
      return { act: 'give-up', problem: 'too-large' };
    case 'limit-reached':
      return { act: 'give-up', problem: 'too-many' };
    default:
      return status >= PASSING ? { act: 'again' } : { act: 'give-up', problem: 'not-sent' };
  }
}

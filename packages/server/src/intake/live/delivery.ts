// One signed request as it arrived, and read: its pieces with their bytes, or why it could not be read. Reading never throws:
// what was signed is kept, whatever it says.

import { type CloudFact, FormatsError, readWebhook } from '@acta/formats';

/** A body whose signature was found right. */
export interface SignedDelivery {
  readonly body: Buffer;
  /** Hex. */
  readonly signature: string;
  /** Which of the configured secrets signed it; 0 the first. */
  readonly secret: number;
  readonly receivedAt: Date;
  /** The delivery record of the same body, where it could not be read when it came. */
  readonly of?: number;
  /** Goes into no commit with others. */
  readonly isAlone?: boolean;
  /** Why nobody reads it: it goes whole into quarantine. */
  readonly unread?: string;
}

export interface ReadPiece {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly fact: CloudFact;
}

export interface ReadDelivery {
  readonly delivery: SignedDelivery;
  readonly pieces: readonly ReadPiece[];
  /** Why nothing of it could be read. */
  readonly refused?: { readonly code: string; readonly offset: number };
}

/** Reads a delivery. */
export function readDelivery(delivery: SignedDelivery): ReadDelivery {
  const { body, unread } = delivery;
  if (unread !== undefined) return { delivery, pieces: [], refused: { code: unread, offset: 0 } };
  try {
    const pieces = readWebhook(body).pieces.map(({ end, fact, start }) => ({
      start,
      end,
      fact,
      raw: body.toString('utf8', start, end),
    }));
    return { delivery, pieces };
  } catch (error) {
    const isOurs = error instanceof FormatsError;
    return {
      delivery,
      pieces: [],
      refused: { code: isOurs ? error.code : 'webhook-unreadable', offset: isOurs ? (error.place.offset ?? 0) : 0 },
    };
  }
}

/** The bytes between the pieces, and how many UTF-16 units of them lie before each piece, counted from the piece before. */
export function skeletonOf({ delivery: { body }, pieces }: ReadDelivery): {
  readonly body: string;
  readonly gaps: number[];
} {
  let [text, at] = ['', 0];
  const gaps: number[] = [];
  for (const { end, start } of pieces) {
    const gap = body.toString('utf8', at, start);
    gaps.push(gap.length);
    text += gap;
    at = end;
  }
  return { body: text + body.toString('utf8', at), gaps };
}

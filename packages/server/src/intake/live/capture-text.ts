// What one frame of captures holds: some signed deliveries as they came, and how many frames before it the ledger holds already. Version 1:
// u32be length of the head ‖ head (JSON) ‖ the bodies, one behind the other.

import { ServerError } from '../../server-error.ts';
import type { SignedDelivery } from './delivery.ts';

/** A frame, opened. */
export interface CaptureText {
  /** Every frame of the row before this index is settled. */
  readonly settled: number;
  readonly deliveries: readonly SignedDelivery[];
}

interface Head {
  readonly v: 1;
  readonly settled: number;
  readonly deliveries: readonly {
    readonly bytes: number;
    readonly signature: string;
    readonly secret: number;
    /** Milliseconds since 1970. */
    readonly at: number;
  }[];
}

const LENGTH_BYTES = 4;

/** The bytes of a frame. */
export function captureBytes({ deliveries, settled }: CaptureText): Uint8Array {
  const head: Head = {
    v: 1,
    settled,
    deliveries: deliveries.map(({ body, receivedAt, secret, signature }) => {
      return { bytes: body.length, signature, secret, at: receivedAt.getTime() };
    }),
  };
  const text = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text, ...deliveries.map(({ body }) => body)]);
}

/** What stands in a frame that was opened. Throws `vault-newer` for one of another version. */
export function captureText(bytes: Uint8Array): CaptureText {
  const frame = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = LENGTH_BYTES + frame.readUInt32BE();
  const head = JSON.parse(frame.toString('utf8', LENGTH_BYTES, at)) as Head;
  if (head.v !== 1) throw new ServerError('vault-newer', { format: head.v });
  const deliveries = head.deliveries.map((said) => {
    const body = frame.subarray(at, at + said.bytes);
    at += said.bytes;
    return { body, signature: said.signature, secret: said.secret, receivedAt: new Date(said.at) };
  });
  return { settled: head.settled, deliveries };
}

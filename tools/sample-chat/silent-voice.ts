// A voice note that says nothing: Opus silence in an Ogg stream (RFC 7845, RFC 3533), small and the same each time.

const framesPerSecond = 50;
const samplesPerFrame = 960;
const preSkip = 312;
const serial = 1;

/** An `.opus` file of silence, at most five seconds (one page of frames). */
export function silentVoice(seconds: number): Uint8Array {
  const frames = Math.min(seconds * framesPerSecond, 250);
  const head = Buffer.concat([
    Buffer.from('OpusHead'),
    Buffer.from([1, 1, preSkip & 255, preSkip >> 8]),
    rate(),
    Buffer.alloc(3),
  ]);
  const vendor = Buffer.from('acta');
  const tags = Buffer.concat([Buffer.from('OpusTags'), uint32(vendor.length), vendor, uint32(0)]);
  // Configuration 31 (CELT, full band, 20 ms), mono: the frame that decoders play as silence.
  const packets = Array.from({ length: frames }, () => Buffer.from([0xf8, 0xff, 0xfe]));
  return Buffer.concat([
    page({ packets: [head], sequence: 0, flags: 2, granule: 0 }),
    page({ packets: [tags], sequence: 1, flags: 0, granule: 0 }),
    page({ packets, sequence: 2, flags: 4, granule: frames * samplesPerFrame }),
  ]);
}

const rate = (): Buffer => uint32(48_000);

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

interface Page {
  readonly packets: readonly Buffer[];
  readonly sequence: number;
  readonly flags: number;
  readonly granule: number;
}

/** One page of whole packets, each shorter than 255 bytes. */
function page({ packets, sequence, flags, granule }: Page): Buffer {
  const granuleBytes = Buffer.alloc(8);
  granuleBytes.writeBigUInt64LE(BigInt(granule));
  const head = [
    Buffer.from('OggS'),
    Buffer.from([0, flags]),
    granuleBytes,
    uint32(serial),
    uint32(sequence),
    uint32(0),
  ];
  const lacing = Buffer.from([packets.length, ...packets.map((packet) => packet.length)]);
  const bytes = Buffer.concat([...head, lacing, ...packets]);
  bytes.writeUInt32LE(oggChecksum(bytes), 22);
  return bytes;
}

/** CRC-32 of RFC 3533: polynomial 0x04c11db7, unreflected, starting at 0. */
function oggChecksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

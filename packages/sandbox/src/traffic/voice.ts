// A voice note: Opus in Ogg (RFC 7845, RFC 3533), of so many seconds of silence. Every player takes it, and its length can be read.
import type { Chance } from '../chance.ts';
import type { Picture } from './pictures.ts';

const samplesASecond = 48_000;
const samplesAPacket = 960;
/** A mono frame of 20 ms in which nothing is heard. */
const silence = Buffer.from([0xf8, 0xff, 0xfe]);
const packetsAPage = 50;
const polynomial = 0x04c11db7;

const crcTable: readonly number[] = Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ polynomial : value << 1;
  return value;
});

/** @returns a voice note of 1 to 20 seconds */
export function recordVoice(chance: Chance): Picture {
  const serial = chance.whole(1, 2 ** 30);
  const packets = chance.whole(1, 20) * 50;
  const pages = [
    page({ serial, number: 0, granule: 0, flags: 2 }, [head()]),
    page({ serial, number: 1, granule: 0, flags: 0 }, [tags()]),
  ];
  for (let from = 0; from < packets; from += packetsAPage) {
    const count = Math.min(packetsAPage, packets - from);
    const granule = (from + count) * samplesAPacket;
    const flags = from + count === packets ? 4 : 0;
    pages.push(page({ serial, number: pages.length, granule, flags }, new Array<Buffer>(count).fill(silence)));
  }
  return { bytes: Buffer.concat(pages), mime: 'audio/ogg; codecs=opus' };
}

function head(): Buffer {
  const bytes = Buffer.alloc(19);
  bytes.write('OpusHead');
  bytes.set([1, 1], 8);
  bytes.writeUInt32LE(samplesASecond, 12);
  return bytes;
}

function tags(): Buffer {
  const vendor = Buffer.from('sandbox');
  const bytes = Buffer.alloc(8 + 4 + vendor.length + 4);
  bytes.write('OpusTags');
  bytes.writeUInt32LE(vendor.length, 8);
  bytes.set(vendor, 12);
  return bytes;
}

interface PageHead {
  readonly serial: number;
  readonly number: number;
  /** Samples up to the end of the page. */
  readonly granule: number;
  /** 2 begins, 4 ends. */
  readonly flags: number;
}

/** Each packet is shorter than 255 bytes, so each takes one lacing value. */
function page({ serial, number, granule, flags }: PageHead, packets: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(27), Buffer.from(packets.map(({ length }) => length)), ...packets]);
  bytes.write('OggS');
  bytes[5] = flags;
  bytes.writeBigUInt64LE(BigInt(granule), 6);
  bytes.writeUInt32LE(serial, 14);
  bytes.writeUInt32LE(number, 18);
  bytes[26] = packets.length;
  let crc = 0;
  for (const byte of bytes) crc = (crc << 8) ^ (crcTable[((crc >>> 24) ^ byte) & 0xff] ?? 0);
  bytes.writeUInt32LE(crc >>> 0, 22);
  return bytes;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mediaTypeOfBytes } from './media-type.ts';
import { durationMsOf } from './sound-length.ts';

/** A page of an Ogg stream with one packet. */
function oggPage(granule: bigint, packet: Buffer, serial = 7): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS', 0, 'latin1');
  head.writeBigInt64LE(granule, 6);
  head.writeUInt32LE(serial, 14);
  head[26] = 1;
  head[27] = packet.length;
  return Buffer.concat([head, packet]);
}

function opusHead(skip: number): Buffer {
  const packet = Buffer.alloc(19);
  packet.write('OpusHead', 0, 'latin1');
  packet[8] = 1;
  packet[9] = 1;
  packet.writeUInt16LE(skip, 10);
  packet.writeUInt32LE(16_000, 12);
  return packet;
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function movie(scale: number, duration: number): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(scale, 12);
  header.writeUInt32BE(duration, 16);
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A mp42')),
    box('mdat', Buffer.alloc(50)),
    box('moov', Buffer.concat([box('free', Buffer.alloc(3)), box('mvhd', header)])),
  ]);
}

/** 44,100 Hz, frames of 200 bytes. */
function adts(frames: number): Buffer {
  const frame = Buffer.alloc(200);
  frame.set([0xff, 0xf1, 4 << 2, (200 >> 11) & 3, (200 >> 3) & 255, (200 & 7) << 5, 0]);
  return Buffer.concat(Array<Buffer>(frames).fill(frame));
}

test('an Opus file plays as long as its last page says, less what is skipped; other streams and open pages do not count', () => {
  const sound = [oggPage(0n, opusHead(312)), oggPage(48_312n, Buffer.alloc(40)), oggPage(-1n, Buffer.alloc(9))];
  assert.equal(durationMsOf(Buffer.concat(sound)), 1_000);
  assert.equal(durationMsOf(Buffer.concat([...sound, oggPage(999_999n, Buffer.alloc(3), 8)])), 1_000);
});

test('an MP4 file plays as long as its movie header says, wherever it stands', () => {
  assert.equal(durationMsOf(movie(1_000, 2_500)), 2_500);
  assert.equal(durationMsOf(movie(0, 2_500)), undefined);
});

test('frames are counted: AAC, MP3 behind a tag, AMR', () => {
  assert.equal(durationMsOf(adts(43)), Math.round((43 * 1_024_000) / 44_100));
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0]);
  const tag = Buffer.from('ID3\x04\0\0\0\0\0\x05abcde', 'latin1');
  assert.equal(
    durationMsOf(Buffer.concat([tag, ...Array<Buffer>(10).fill(frame)])),
    Math.round((10 * 1_152_000) / 44_100),
  );
  const amr = Buffer.concat([
    Buffer.from('#!AMR\n'),
    ...Array<Buffer>(50).fill(Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)])),
  ]);
  assert.equal(durationMsOf(amr), 1_000);
});

test('a file is what its bytes say', () => {
  const told = (text: string): string | undefined => mediaTypeOfBytes(Buffer.from(text, 'latin1'));
  assert.equal(told('\xff\xd8\xff\xe0'), 'image/jpeg');
  assert.equal(told('RIFF....WEBPVP8 '), 'image/webp');
  assert.equal(told('\0\0\0\x20ftypisom'), 'video/mp4');
  assert.equal(told('\0\0\0\x20ftypM4A '), 'audio/mp4');
  assert.equal(told('\xff\xf1P'), 'audio/aac');
  assert.equal(told('\xff\xfb\x90'), 'audio/mpeg');
  assert.equal(told('<svg onload=x>'), undefined);
  assert.equal(told(''), undefined);
});

test('hostile bytes give an answer or none, and never an error', () => {
  const starts = ['OggS', '....ftypM4A ', '#!AMR\n', 'ID3', '\xff\xf1', '\xff\xfb', ''];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
      const found = durationMsOf(bytes);
      assert.ok(found === undefined || (Number.isSafeInteger(found) && found >= 0));
      mediaTypeOfBytes(bytes);
    }),
  );
});

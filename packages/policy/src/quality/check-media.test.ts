import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkMedia } from './check-media.ts';
import { mediaKindOf } from './media-signature.ts';

const bytes = (latin: string): Uint8Array => Buffer.from(latin, 'latin1');
const flagOf = (mime: string, latin: string): string | undefined => checkMedia(mime, bytes(latin))[0]?.rule;

const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const JPEG = '\xff\xd8\xff\xe0\0\x10JFIF\0';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('a file that is what it says it is keeps the rules', () => {
  for (const [mime, start] of [
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['image/gif', 'GIF89a\x01\0'],
    ['video/mp4', '\0\0\0\x18ftypisom\0\0'],
    ['video/3gpp', '\0\0\0\x18ftyp3gp4\0\0'],
    ['audio/ogg; codecs=opus', 'OggS\0\x02'],
    ['audio/mpeg', 'ID3\x04'],
    ['audio/mpeg', '\xff\xfb\x90'],
    ['audio/aac', '\xff\xf1\x50'],
    ['audio/mp4', '\0\0\0\x20ftypM4A '],
    ['audio/amr', '#!AMR\n'],
    ['application/pdf', '%PDF-1.7\n'],
    [DOCX, 'PK\x03\x04\x14\0'],
    ['text/vcard', 'BEGIN:VCARD\r\n'],
    ['text/plain', 'Hola, \xe5\xbc\xa0'],
    ['application/octet-stream', '\x01\x02\x03'],
    ['IMAGE/PNG', PNG],
  ] as const)
    assert.equal(flagOf(mime, start), undefined, mime);
});

test('a file that is something else is flagged by how', () => {
  assert.equal(flagOf('image/jpeg', PNG), 'media-type-differs');
  assert.equal(flagOf('application/pdf', JPEG), 'media-type-differs');
  assert.equal(flagOf('image/png', '<html><script>'), 'media-type-differs');
  assert.equal(flagOf('image/png', 'not a picture'), 'media-type-unknown');
  assert.equal(flagOf('image/png', ''), 'media-type-unknown');
  assert.equal(flagOf('image/png', '\x01\x02\x03'), 'media-type-unknown');
});

test('a program is flagged whatever it is declared as', () => {
  for (const start of ['MZ\x90\0', '\x7fELF\x02', '#!/bin/sh\n', '\xcf\xfa\xed\xfe'])
    for (const mime of ['image/png', 'application/octet-stream', 'text/plain', DOCX])
      assert.equal(flagOf(mime, start), 'media-is-program');
});

test('any bytes and any type give an answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array({ maxLength: 100 }), (mime, start) => {
      assert.ok(checkMedia(mime, start).length <= 1);
      assert.equal(mediaKindOf(start), mediaKindOf(start.subarray(0, 64)));
    }),
  );
});

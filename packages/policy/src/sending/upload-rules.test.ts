// What may be uploaded, as which message.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFileFor, isStillTooLarge, uploadLimitOf } from './upload-rules.ts';

test('each media type has the limit of its kind; what the platform does not take has none', () => {
  const megabytes = (mime: string): number | undefined => {
    const most = uploadLimitOf(mime);
    return most === undefined ? undefined : most / 1_048_576;
  };
  assert.deepEqual(
    ['image/jpeg', 'IMAGE/PNG', 'audio/ogg; codecs=opus', 'video/mp4', 'application/pdf', 'image/webp'].map(megabytes),
    [5, 5, 16, 16, 100, 500 / 1024],
  );
  for (const mime of ['image/gif', 'text/html', 'application/zip', 'application/x-msdownload', '', 'image/jpegx'])
    assert.equal(uploadLimitOf(mime), undefined, mime);
});

test('a file goes as its own kind of message, or as a document', () => {
  assert.deepEqual([isFileFor('image', 'image/png'), isFileFor('document', 'image/png')], [true, true]);
  assert.deepEqual([isFileFor('image', 'image/webp'), isFileFor('audio', 'application/pdf')], [false, false]);
  assert.equal(isFileFor('document', 'text/html'), false);
});

test('a sticker that does not move is smaller than one that does', () => {
  const webp = (flags: number): Uint8Array =>
    Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X\n\0\0\0', 'latin1'), Buffer.from([flags, 0, 0, 0])]);
  const size = 200 * 1024;
  assert.deepEqual(
    [isStillTooLarge('image/webp', size, webp(0)), isStillTooLarge('image/webp', size, webp(2))],
    [true, false],
  );
  assert.equal(isStillTooLarge('image/webp', 1024, webp(0)), false);
  assert.equal(isStillTooLarge('image/png', size, webp(0)), false);
});

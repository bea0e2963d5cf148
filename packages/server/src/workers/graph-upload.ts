// Uploads a sealed object to the platform as a multipart form (RFC 7578), streaming, with its length said beforehand. Uploading
// puts nothing before anybody: unlike sending it may be repeated.

import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { InputFile } from '../records/input-file.ts';
import { failureOf, type GraphAnswer } from './graph-client.ts';

const UPLOAD_MS = 300_000;
const ANSWER_BYTES = 64 * 1024;
/** What a media type may be made of; anything else could end the part's header. */
const MIME = /^[a-z]+\/[a-z0-9.+-]+(?:; ?codecs=[a-z0-9.]+)?$/i;

export interface UploadFile {
  readonly file: InputFile;
  readonly mime: string;
}

/** Uploads the file to a place that `GraphClient.uploadPlace` gave. */
export async function uploadFile(
  place: { readonly url: URL; readonly authorization: string },
  { file, mime }: UploadFile,
): Promise<GraphAnswer> {
  const boundary = `acta-${randomBytes(18).toString('hex')}`;
  const [head, tail] = formAround(boundary, MIME.test(mime) ? mime : 'application/octet-stream');
  const headers = {
    authorization: place.authorization,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': head.length + file.sizeBytes + tail.length,
  };
  const begin = place.url.protocol === 'https:' ? httpsRequest : httpRequest;
  const call = begin(place.url, { method: 'POST', headers, signal: AbortSignal.timeout(UPLOAD_MS) });
  try {
    const answer = answerOf(call);
    await Promise.all([pipeline(Readable.from(formOf(head, file, tail)), call), answer]);
    return await answer;
  } catch (error) {
    call.destroy();
    return failureOf(error);
  }
}

function formAround(boundary: string, mime: string): [head: Buffer, tail: Buffer] {
  const field = (name: string, value: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head =
    field('messaging_product', 'whatsapp') +
    field('type', mime) +
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="file"\r\ncontent-type: ${mime}\r\n\r\n`;
  return [Buffer.from(head, 'latin1'), Buffer.from(`\r\n--${boundary}--\r\n`, 'latin1')];
}

async function* formOf(head: Buffer, file: InputFile, tail: Buffer): AsyncGenerator<Uint8Array> {
  yield head;
  yield* file.open();
  yield tail;
}

function answerOf(call: ReturnType<typeof httpRequest>): Promise<GraphAnswer> {
  return new Promise((resolve, reject) => {
    call.once('error', reject);
    call.once('response', (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes <= ANSWER_BYTES) parts.push(part);
      });
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ kind: 'answer', status: answer.statusCode ?? 0, bytes: Buffer.concat(parts) }),
      );
    });
  });
}

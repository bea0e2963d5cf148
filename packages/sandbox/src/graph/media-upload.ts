// Media that the business uploads: a multipart form with the file and its type. The platform takes some types and sizes only.
import { SandboxError } from '../sandbox-error.ts';
import type { MediaObject, MediaStore } from '../world/media.ts';

const megabyte = 1_048_576;
const kilobyte = 1024;
const limits: readonly (readonly [form: RegExp, maxBytes: number])[] = [
  [/^image\/(jpeg|png)$/, 5 * megabyte],
  [/^image\/webp$/, 500 * kilobyte],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)(;.*)?$/, 16 * megabyte],
  [/^video\/(mp4|3gpp)$/, 16 * megabyte],
  [
    /^(text\/plain|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)))(;.*)?$/,
    100 * megabyte,
  ],
];
export const uploadLimitBytes: number = 101 * megabyte;
const staticStickerBytes = 100 * kilobyte;

/** Takes an upload. @throws SandboxError 100 or 131053 */
export async function takeUpload(body: Buffer, contentType: string, store: MediaStore): Promise<MediaObject> {
  const form = await formOf(body, contentType);
  if (form.get('messaging_product') !== 'whatsapp')
    throw new SandboxError(100, 'The parameter messaging_product is required.');
  const file = form.get('file');
  if (!(file instanceof File)) throw new SandboxError(100, 'The parameter file is required.');
  const type = form.get('type');
  const mime = (typeof type === 'string' && type.includes('/') ? type : file.type).toLowerCase();
  const limit = limits.find(([wanted]) => wanted.test(mime));
  if (!limit) throw new SandboxError(100, 'Param file must be a file with one of the allowed types.');
  const bytes = Buffer.from(await file.arrayBuffer());
  if (bytes.length === 0) throw new SandboxError(100, 'Param file must not be empty.');
  const isStill = mime === 'image/webp' && !bytes.subarray(0, 64).includes('ANIM');
  if (bytes.length > (isStill ? staticStickerBytes : limit[1]))
    throw new SandboxError(100, 'Param file is larger than its type allows.');
  return store.add(bytes, mime, 'business');
}

async function formOf(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new SandboxError(100, 'The body is no multipart form.', { cause });
  }
}

// Whether a media file is what it was declared to be. Types that nobody here knows pass, programs never do.

import type { QualityFlag } from './input-rule.ts';
import { inputRules } from './input-rules.ts';
import { type MediaKind, mediaKindOf } from './media-signature.ts';

/** By declared type, what the bytes may be. Containers are shared: audio and video stand in the same ones. */
const kindsOf: ReadonlyMap<string, readonly MediaKind[]> = new Map([
  ['image/jpeg', ['jpeg']],
  ['image/jpg', ['jpeg']],
  ['image/png', ['png']],
  ['image/gif', ['gif']],
  ['image/webp', ['webp']],
  ['image/heic', ['heif']],
  ['image/heif', ['heif']],
  ['image/avif', ['heif']],
  ['video/mp4', ['iso-media']],
  ['video/3gpp', ['iso-media']],
  ['video/3gp', ['iso-media']],
  ['video/quicktime', ['iso-media']],
  ['audio/mp4', ['iso-media', 'aac']],
  ['audio/m4a', ['iso-media', 'aac']],
  ['audio/aac', ['aac', 'iso-media']],
  ['audio/ogg', ['ogg']],
  ['audio/opus', ['ogg']],
  ['audio/mpeg', ['mp3', 'aac']],
  ['audio/mp3', ['mp3']],
  ['audio/amr', ['amr']],
  ['audio/wav', ['wav']],
  ['application/pdf', ['pdf']],
  ['application/zip', ['zip']],
  ['application/msword', ['ole', 'zip']],
  ['application/vnd.ms-excel', ['ole', 'zip', 'text', 'html']],
  ['application/vnd.ms-powerpoint', ['ole', 'zip']],
  ['text/vcard', ['vcard']],
  ['text/x-vcard', ['vcard']],
]);
const OFFICE = /^application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\./;

function expected(type: string): readonly MediaKind[] | undefined {
  if (OFFICE.test(type)) return ['zip'];
  const known = kindsOf.get(type);
  if (known !== undefined) return known;
  return type.startsWith('text/') ? ['text', 'vcard', 'html'] : undefined;
}

const idOf = (fault: 'differs' | 'unknown' | 'program'): string =>
  inputRules.find(({ check }) => check.kind === 'media' && check.fault === fault)?.id ?? fault;

/**
 * The flag of a media file whose first bytes (64 are enough) do not fit its declared type, parameters after a semicolon aside.
 * An empty file is of no type.
 */
export function checkMedia(declaredMime: string, firstBytes: Uint8Array): readonly QualityFlag[] {
  const kind = mediaKindOf(firstBytes);
  if (kind === 'program') return [{ rule: idOf('program'), field: 'media' }];
  const kinds = expected((declaredMime.split(';', 1)[0] ?? '').trim().toLowerCase());
  if (kinds === undefined || (kind !== undefined && kinds.includes(kind))) return [];
  return [{ rule: idOf(kind === undefined || kind === 'text' ? 'unknown' : 'differs'), field: 'media' }];
}

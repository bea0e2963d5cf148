// What the platform takes as a file: which media types, how large, and in which kind of message. Source: Meta's list of supported media
// of the Cloud API. What stands here is refused before it is sent anywhere.

/** The kinds of message that carry a file. */
export type FileKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

interface UploadRule {
  readonly types: RegExp;
  readonly mostBytes: number;
  /** A file of these types may also go as a document. */
  readonly kind: FileKind;
}

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const STILL_STICKER_BYTES = 100 * KILOBYTE;

const rules: readonly UploadRule[] = [
  { types: /^image\/(?:jpeg|png)$/, mostBytes: 5 * MEGABYTE, kind: 'image' },
  { types: /^image\/webp$/, mostBytes: 500 * KILOBYTE, kind: 'sticker' },
  { types: /^audio\/(?:aac|amr|mpeg|mp4|ogg)$/, mostBytes: 16 * MEGABYTE, kind: 'audio' },
  { types: /^video\/(?:mp4|3gpp)$/, mostBytes: 16 * MEGABYTE, kind: 'video' },
  {
    types:
      /^(?:text\/plain|application\/(?:pdf|msword|vnd\.ms-(?:excel|powerpoint)|vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)))$/,
    mostBytes: 100 * MEGABYTE,
    kind: 'document',
  },
];

function ruleOf(mime: string): UploadRule | undefined {
  const type = mime.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return rules.find(({ types }) => types.test(type));
}

/** How large a file of this media type may be; undefined where the platform does not take the type. */
export function uploadLimitOf(mime: string): number | undefined {
  return ruleOf(mime)?.mostBytes;
}

/** Whether a file of this type and size is a sticker that is too large because it does not move. `first` are its first bytes. */
export function isStillTooLarge(mime: string, sizeBytes: number, first: Uint8Array): boolean {
  return ruleOf(mime)?.kind === 'sticker' && sizeBytes > STILL_STICKER_BYTES && !isMoving(first);
}

/** The extended header of a WebP file and its flag for animation. Source: RFC 9649, section 2.7. */
function isMoving(first: Uint8Array): boolean {
  return String.fromCharCode(...first.subarray(12, 16)) === 'VP8X' && ((first[20] ?? 0) & 0x02) !== 0;
}

/** Whether a file of this type may go as this kind of message. */
export function isFileFor(kind: FileKind, mime: string): boolean {
  const rule = ruleOf(mime);
  return rule !== undefined && (rule.kind === kind || kind === 'document');
}

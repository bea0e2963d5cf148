// What a file is by its first bytes. A declared type and a name prove nothing; the beginning proves little more, but a program that
// calls itself a picture shows. Sources: the formats' own specifications, as listed in WHATWG's MIME sniffing standard.

/** As many bytes as are looked at. */
export const SIGNATURE_BYTES = 64;

export type MediaKind =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'heif'
  | 'iso-media'
  | 'ogg'
  | 'mp3'
  | 'aac'
  | 'amr'
  | 'wav'
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'vcard'
  | 'html'
  | 'text'
  | 'program';

/** Beginnings in Latin-1, at an offset; the first that fits counts. */
const signatures: readonly (readonly [kind: MediaKind, at: number, starts: readonly string[]])[] = [
  ['jpeg', 0, ['\xff\xd8\xff']],
  ['png', 0, ['\x89PNG\r\n\x1a\n']],
  ['gif', 0, ['GIF87a', 'GIF89a']],
  ['webp', 8, ['WEBP']],
  ['wav', 8, ['WAVE']],
  ['heif', 4, ['ftyphei', 'ftyphev', 'ftypmif1', 'ftypmsf1', 'ftypavif']],
  ['iso-media', 4, ['ftyp', 'moov', 'mdat', 'wide', 'free']],
  ['ogg', 0, ['OggS']],
  ['mp3', 0, ['ID3']],
  ['aac', 0, ['\xff\xf0', '\xff\xf1', '\xff\xf8', '\xff\xf9']],
  ['mp3', 0, ['\xff\xe2', '\xff\xe3', '\xff\xf2', '\xff\xf3', '\xff\xfa', '\xff\xfb']],
  ['amr', 0, ['#!AMR']],
  ['pdf', 0, ['%PDF-']],
  ['zip', 0, ['PK\x03\x04', 'PK\x05\x06']],
  ['ole', 0, ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']],
  // Windows, Linux, Java and macOS, scripts, Android.
  ['program', 0, ['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe', '#!/', '#! ', 'dex\n']],
];

/** Beginnings in text, behind a mark of byte order and spaces. */
const written: readonly (readonly [kind: MediaKind, start: RegExp])[] = [
  ['vcard', /^(?:\xef\xbb\xbf)?\s*BEGIN:VCARD/i],
  ['html', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|script|svg|\?xml)/i],
  // Nothing that UTF-8 does not hold; its bytes from 0x80 on are no control characters.
  ['text', /^[\P{Cc}\t\n\f\r\u0080-\u009f]+$/v],
];

/** What the bytes begin like; undefined for nothing that is known here. An empty file is nothing. */
export function mediaKindOf(firstBytes: Uint8Array): MediaKind | undefined {
  const start = String.fromCharCode(...firstBytes.subarray(0, SIGNATURE_BYTES));
  const signed = signatures.find(([, at, starts]) => starts.some((each) => start.startsWith(each, at)));
  return signed?.[0] ?? written.find(([, pattern]) => pattern.test(start))?.[0];
}

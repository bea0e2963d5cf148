// What a file is by its first bytes, whatever it is said to be: the kinds that WhatsApp carries. An unknown one is unknown.

/** So many bytes are enough to tell. */
export const TELLING_BYTES = 64;

interface Signature {
  readonly mime: string;
  readonly at?: number;
  readonly text: string;
  /** Has to stand too. */
  readonly also?: { readonly at: number; readonly text: string };
}

/** Latin-1; the first that fits counts. */
const signatures: readonly Signature[] = [
  { mime: 'image/jpeg', text: '\xff\xd8\xff' },
  { mime: 'image/png', text: '\x89PNG\r\n\x1a\n' },
  { mime: 'image/gif', text: 'GIF8' },
  { mime: 'image/webp', text: 'RIFF', also: { at: 8, text: 'WEBP' } },
  { mime: 'audio/wav', text: 'RIFF', also: { at: 8, text: 'WAVE' } },
  { mime: 'audio/ogg', text: 'OggS' },
  { mime: 'audio/amr', text: '#!AMR' },
  { mime: 'audio/mpeg', text: 'ID3' },
  { mime: 'audio/mp4', at: 4, text: 'ftypM4A' },
  { mime: 'video/3gpp', at: 4, text: 'ftyp3g' },
  { mime: 'video/quicktime', at: 4, text: 'ftypqt' },
  { mime: 'video/mp4', at: 4, text: 'ftyp' },
  { mime: 'application/pdf', text: '%PDF-' },
  { mime: 'application/zip', text: 'PK\x03\x04' },
  { mime: 'text/vcard', text: 'BEGIN:VCARD' },
];

/** @returns the media type that the bytes say, or undefined where they say none of those known here */
export function mediaTypeOfBytes(first: Uint8Array): string | undefined {
  const found = signatures.find(
    ({ also, at = 0, text }) => stands(first, at, text) && (also === undefined || stands(first, also.at, also.text)),
  );
  return found?.mime ?? (isFrame(first) ? frameType(first) : undefined);
}

function stands(bytes: Uint8Array, at: number, text: string): boolean {
  if (bytes.length < at + text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** An MPEG audio frame begins with eleven bits that are set. */
function isFrame(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
}

/** Layer 0 is ADTS, in which AAC comes. */
function frameType(bytes: Uint8Array): string | undefined {
  const second = bytes[1] ?? 0;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  return (second & 0x06) === 0x02 ? 'audio/mpeg' : undefined;
}

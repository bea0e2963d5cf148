// The iOS sample chat as bytes: its text with the line ends of iOS, two photos, a voice note and a contact card.

import { readFileSync } from 'node:fs';
import { silentVoice } from './silent-voice.ts';
import { storedZip } from './stored-zip.ts';

/** Where the sample lies, from the root of the project. */
export const sampleZipPath = 'samples/WhatsApp Chat - Nora Walsh.zip';

const exportedAt = { date: ((2026 - 1980) << 9) | (7 << 5) | 27, time: (11 << 11) | (31 << 5) };

const card = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Canul;Beto;;;',
  'FN:Beto Canul',
  'TEL;TYPE=CELL:+52 999 555 0161',
  'END:VCARD',
  '',
];

/** The archive, the same bytes each time. */
export function sampleZip(): Uint8Array {
  const beside = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
  const text = beside('nora-walsh.txt').toString().replaceAll('\n', '\r\n');
  return storedZip(
    [
      { name: '00000006-PHOTO-2026-06-13-08-52-15.jpg', bytes: beside('bags.jpg') },
      { name: '00000010-PHOTO-2026-06-13-09-20-18.jpg', bytes: beside('label.jpg') },
      { name: '00000015-AUDIO-2026-06-16-10-31-55.opus', bytes: silentVoice(4) },
      { name: '00000025-Beto Canul.vcf', bytes: Buffer.from(card.join('\r\n')) },
      { name: '_chat.txt', bytes: Buffer.from(text) },
    ],
    exportedAt,
  );
}

// A small picture of a picture. What it reads is hostile: only three formats are let near a decoder, chosen by the bytes and not by what
// was said of them, and no picture may grow without bound. Nothing of the picture's metadata is taken over.

import { mediaTypeOfBytes } from '@acta/formats';
import type sharp from 'sharp';
import { Gate } from './gate.ts';

const SIDE_PIXELS = 320;
const MOST_PIXELS = 40_000_000;
const QUALITY = 70;
const SECONDS = 10;
const READABLE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** A picture that was made to be large takes much memory: never two. */
const oneByOne = new Gate(1);

/** Loaded with the first picture: its libraries take 20 MB, and most processes never see one. */
let decoder: Promise<typeof sharp> | undefined;

async function loadDecoder(): Promise<typeof sharp> {
  const { default: loaded } = await import('sharp');
  loaded.cache(false);
  loaded.concurrency(1);
  loaded.block({ operation: ['VipsForeignLoad'] });
  loaded.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  return loaded;
}

/** At most 320 pixels either way, WebP; undefined for what is no picture that can be read. */
export async function thumbnailOf(picture: Uint8Array): Promise<Uint8Array | undefined> {
  if (!READABLE.has(mediaTypeOfBytes(picture) ?? '')) return undefined;
  return oneByOne.through(() => smaller(picture));
}

async function smaller(picture: Uint8Array): Promise<Uint8Array | undefined> {
  decoder ??= loadDecoder();
  const decode = await decoder;
  try {
    return await decode(picture, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 })
      .autoOrient()
      .resize(SIDE_PIXELS, SIDE_PIXELS, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer();
  } catch {
    return undefined;
  }
}

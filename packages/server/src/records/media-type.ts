// The media type of a file by its extension, for those that WhatsApp sends and a browser can show. A name proves nothing:
// whoever shows a file by this must not let it run.

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  '3gp': 'video/3gpp',
  opus: 'audio/ogg',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  amr: 'audio/amr',
  wav: 'audio/wav',
};

const EXTENSION = /\.([A-Za-z0-9]{1,5})$/;

/** The media type of a file name, or undefined for what is only kept and handed out. */
export function mediaTypeOf(name: string): string | undefined {
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase();
  return extension === undefined || !Object.hasOwn(TYPES, extension) ? undefined : TYPES[extension];
}

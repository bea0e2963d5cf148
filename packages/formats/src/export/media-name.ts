/** What kind of content a file name stands for: WhatsApp's own prefixes first, then the extension. */
import type { ContentType } from './entry.ts';

const prefixes: ReadonlyMap<string, ContentType> = new Map<string, ContentType>([
  ['IMG', 'image'],
  ['PHOTO', 'image'],
  ['VID', 'video'],
  ['VIDEO', 'video'],
  ['AUD', 'audio'],
  ['AUDIO', 'audio'],
  ['PTT', 'voice'],
  ['PTV', 'video'],
  ['STK', 'sticker'],
  ['STICKER', 'sticker'],
  ['GIF', 'gif'],
  ['DOC', 'document'],
]);

const extensions: ReadonlyMap<string, ContentType> = new Map<string, ContentType>(
  (
    [
      ['image', 'jpg jpeg png heic heif bmp tif tiff'],
      ['video', 'mp4 mov 3gp 3gpp mkv avi webm m4v'],
      ['voice', 'opus'],
      ['audio', 'mp3 m4a aac ogg oga amr wav flac wma'],
      ['sticker', 'webp was'],
      ['gif', 'gif'],
      ['contact', 'vcf'],
    ] as const
  ).flatMap(([type, list]) => list.split(' ').map((extension): [string, ContentType] => [extension, type])),
);

const ownName = /^(?:\d{6,10}-)?([A-Z]{3,7})-(?:\d{8}-WA\d+|20\d\d-\d\d-\d\d-\d\d-\d\d-\d\d)/;

/** The content type of a file name; `document` where nothing else is known. */
export function typeOfName(name: string): ContentType {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  const prefix = ownName.exec(name)?.[1];
  const byPrefix = prefix === undefined ? undefined : prefixes.get(prefix);
  if (byPrefix === 'audio' && extension === 'opus' && prefix === 'AUDIO') return 'voice';
  return byPrefix ?? extensions.get(extension) ?? 'document';
}

/** Whether a name is one that WhatsApp gives to files. */
export function isOwnName(name: string): boolean {
  const prefix = ownName.exec(name)?.[1];
  return prefix !== undefined && prefixes.has(prefix);
}

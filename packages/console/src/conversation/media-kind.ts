// What a message carries, by what its file says of itself, then by the platform's type, then by its name.

import type { Message } from '@acta/server/client';

export type MediaKind = 'image' | 'video' | 'audio' | 'sticker' | 'document';

const ENDS: readonly (readonly [RegExp, MediaKind])[] = [
  [/\.(?:jpe?g|png|gif|heic)$/i, 'image'],
  [/\.webp$/i, 'sticker'],
  [/\.(?:mp4|mov|3gp|webm)$/i, 'video'],
  [/\.(?:opus|ogg|mp3|m4a|aac|amr|wav)$/i, 'audio'],
];

export function mediaKindOf({ media, type }: Pick<Message, 'media' | 'type'>): MediaKind {
  const mime = media?.mime ?? '';
  if (type === 'sticker') return 'sticker';
  if (type === 'document') return 'document';
  for (const kind of ['image', 'video', 'audio'] as const) if (mime.startsWith(`${kind}/`)) return kind;
  if (type === 'image' || type === 'video' || type === 'audio') return type;
  if (type === 'voice' || type === 'ptt') return 'audio';
  return ENDS.find(([end]) => end.test(media?.name ?? ''))?.[1] ?? 'document';
}

/** Where a message's file lies. */
export function mediaPath(id: number): string {
  return `/api/v1/media/${id}`;
}

/** Where the small picture of a message's file lies. */
export function thumbnailPath(id: number): string {
  return `/api/v1/media/${id}/thumbnail`;
}

/** What a file is called by its ending, in capitals: PDF. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 && name.length - at <= 6 ? name.slice(at + 1).toUpperCase() : '';
}

const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name without the marks that turn writing around: they make one ending look like another. */
export function withoutTurns(name: string): string {
  return name.replace(TURNS, '');
}

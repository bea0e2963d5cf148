// What a row of the inbox shows of the last word: a draft, a failure, or what was said, with the icon of its kind. Pure.

import type { InboxRow } from './inbox-queries.ts';

export type FaceIcon =
  | 'voice'
  | 'image'
  | 'video'
  | 'file'
  | 'place'
  | 'contact'
  | 'call'
  | 'poll'
  | 'order'
  | 'sticker'
  | 'unsupported'
  | 'deleted'
  | 'waiting'
  | 'sent'
  | 'delivered'
  | 'read';

export type Face =
  | { readonly kind: 'draft'; readonly text: string }
  | { readonly kind: 'failed'; readonly code?: number; readonly reason?: string }
  | {
      readonly kind: 'said';
      readonly icon?: FaceIcon;
      /** Words of the console that stand for what has none of its own. */
      readonly named?: Exclude<FaceIcon, 'waiting' | 'sent' | 'delivered' | 'read'>;
      readonly author?: string;
      readonly text: string;
      readonly durationMs?: number;
    }
  | { readonly kind: 'nothing' };

/** Longer than this is late. */
const LATE_MS = 60 * 60_000;

const ICONS: Readonly<Record<string, Exclude<FaceIcon, 'waiting' | 'sent' | 'delivered' | 'read'>>> = {
  audio: 'voice',
  voice: 'voice',
  image: 'image',
  photo: 'image',
  video: 'video',
  gif: 'video',
  document: 'file',
  media: 'file',
  sticker: 'sticker',
  location: 'place',
  contact: 'contact',
  contacts: 'contact',
  call: 'call',
  poll: 'poll',
  order: 'order',
  unsupported: 'unsupported',
  unknown: 'unsupported',
};

export function faceOf({ draft, failure, kind, last }: InboxRow): Face {
  if (draft !== undefined) return { kind: 'draft', text: draft };
  if (failure !== undefined) return { kind: 'failed', ...failure };
  if (last === undefined) return { kind: 'nothing' };
  if (last.kind === 'deleted') return { kind: 'said', icon: 'deleted', named: 'deleted', text: '' };
  const named = last.kind === 'call' ? 'call' : ICONS[last.type];
  const icon = named ?? (last.direction === 'out' ? wayOf(last.state) : undefined);
  const isOthers = kind === 'group' && last.direction === 'in';
  const text = last.text === '' ? (last.file ?? '') : last.text;
  return {
    kind: 'said',
    text: named === 'voice' ? '' : text,
    ...(icon === undefined ? {} : { icon }),
    ...(named === undefined ? {} : { named }),
    ...(isOthers && last.author !== undefined ? { author: last.author } : {}),
    ...(last.durationMs === undefined ? {} : { durationMs: last.durationMs }),
  };
}

function wayOf(state: string | undefined): FaceIcon | undefined {
  switch (state) {
    case 'sent':
    case 'accepted':
      return 'sent';
    case 'delivered':
      return 'delivered';
    case 'read':
    case 'played':
      return 'read';
    case 'intended':
    case 'waiting':
    case 'attempted':
    case 'unknown':
      return 'waiting';
    default:
      return undefined;
  }
}

/** How long somebody has waited, and whether that is late. */
export function waitOf(since: string | undefined, nowMs: number): { seconds: number; isLate: boolean } | undefined {
  if (since === undefined) return undefined;
  const ms = Math.max(0, nowMs - Date.parse(since));
  return { seconds: ms / 1000, isLate: ms >= LATE_MS };
}

const NUMBER_ONLY = /^[+\d\s().‪‬-]+$/u;

/** Whether all that is known of somebody is a number. */
export function isNumberOnly(title: string): boolean {
  return NUMBER_ONLY.test(title);
}

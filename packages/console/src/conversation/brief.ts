// A message in a few words: its text, or what it carries.

import type { Message } from '@acta/server/client';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { type MediaKind, mediaKindOf } from './media-kind.ts';

const KINDS: Readonly<Record<MediaKind, Key>> = {
  image: 'conversation.photo',
  video: 'conversation.video',
  audio: 'conversation.audio',
  sticker: 'conversation.sticker',
  document: 'conversation.document',
};

const PLAIN: Readonly<Record<string, Key>> = {
  contact: 'conversation.contact',
  contacts: 'conversation.contact',
  order: 'conversation.order',
  interactive: 'conversation.filled-in',
  template: 'conversation.template',
  unsupported: 'conversation.unsupported',
};

export function useBrief(): (message: Message) => string {
  const t = useWords();
  return (message) => {
    if (message.kind === 'deleted') return t('conversation.version-deleted');
    if (message.text !== '') return message.text;
    if (message.media !== undefined) return message.media.name ?? t(KINDS[mediaKindOf(message)]);
    if (message.location !== undefined) return message.location.name ?? t('conversation.location');
    return message.poll?.question ?? t(PLAIN[message.type] ?? 'conversation.nothing');
  };
}

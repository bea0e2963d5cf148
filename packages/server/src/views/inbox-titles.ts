// Finding conversations by a part of what they are called, without regard to case and accents. Titles are opened for the question and
// not kept.

import type { ViewParts } from './conversation.ts';
import { titlesOf } from './conversation-title.ts';
import type { BoardChat } from './inbox-board.ts';
import { loose } from './people-called.ts';

const TITLES_A_READ = 512;

/** Those of these conversations whose title holds the words, in their order. */
export async function titledLike(
  parts: ViewParts,
  chats: readonly BoardChat[],
  words: string,
): Promise<readonly BoardChat[]> {
  const wanted = loose(words.trim());
  const found: BoardChat[] = [];
  for (let at = 0; at < chats.length; at += TITLES_A_READ) {
    const some = chats.slice(at, at + TITLES_A_READ);
    const titles = await titlesOf(
      parts,
      some.map(({ chat, peer }) => ({ id: chat, peer })),
    );
    for (const chat of some) if (loose(titles.get(chat.chat) ?? '').includes(wanted)) found.push(chat);
  }
  return found;
}

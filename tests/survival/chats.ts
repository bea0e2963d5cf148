// Chats to take in, made from a seed: every message has a word that no other has, so that each can be asked for by name.

import { Seeded } from './seeded.ts';

export interface MadeChat {
  readonly name: string;
  readonly text: string;
  readonly authors: readonly string[];
  /** The word of each message. */
  readonly words: readonly string[];
}

export interface ChatShape {
  readonly seed: number;
  readonly title: string;
  readonly messages: number;
  readonly authors: number;
  /** Leaves out all after that many; the rest is what a longer export of the same chat has. */
  readonly first?: number;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const MINUTE_MS = 60_000;

/** An Android export of a group chat, three minutes a message. */
export function madeChat({ authors: people, first, messages, seed, title }: ChatShape): MadeChat {
  const random = new Seeded(seed, title);
  const authors = Array.from({ length: people }, () => `${capital(random.word(7))} ${capital(random.word(9))}`);
  const words = Array.from({ length: messages }, () => random.word(12));
  const lines = words.map((word, at) => {
    const text = `${word} ${random.word(5)} ${random.word(3)} ${word.slice(0, 4)}${at}`;
    return `${timeOf(Date.UTC(2023, 0, 13) + at * 3 * MINUTE_MS)} - ${authors[at % people] ?? ''}: ${text}`;
  });
  const kept = lines.slice(0, first ?? messages);
  return {
    name: `WhatsApp Chat with ${title}.txt`,
    text: `${kept.join('\n')}\n`,
    authors,
    words: words.slice(0, first ?? messages),
  };
}

function timeOf(ms: number): string {
  const time = new Date(ms);
  const date = `${pad(time.getUTCDate())}/${pad(time.getUTCMonth() + 1)}/${time.getUTCFullYear()}`;
  return `${date}, ${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

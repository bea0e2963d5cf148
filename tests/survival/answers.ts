// What a vault answers, in a form that can be compared: chats, people, every message in its order, and what a search for some
// words finds. Places in the ledger are left out, since looking is on record and moves them.

import { Failed, type Fields, type Place } from './place.ts';

export interface Answers {
  /** `title: entries`. */
  readonly chats: readonly string[];
  readonly people: readonly string[];
  /** By title: `at author: text`, versions in brackets. */
  readonly messages: Readonly<Record<string, readonly string[]>>;
  /** By word: how many messages were found. */
  readonly found: Readonly<Record<string, number>>;
}

const ALL = '1000000';

/** Asks the vault. Throws `Failed` where a command does not answer; an error of Acta where the vault does not open. */
export function answersOf(place: Place, words: readonly string[]): Promise<Answers> {
  return place.looking(async (ask) => {
    const chats = await ask('chats');
    const messages: Record<string, string[]> = {};
    for (const chat of chats) {
      const shown = await ask('show', String(chat['id']), '--limit', ALL, '--versions');
      const title = String(chat['title']);
      if (messages[title] !== undefined) throw new Failed(`two chats are titled ${title}`);
      messages[title] = shown.map(messageOf);
    }
    const found: Record<string, number> = {};
    for (const word of words) found[word] = (await ask('search', word)).length;
    return {
      chats: chats.map((chat) => `${chat['title']}: ${chat['entries']}`).sort(),
      people: (await ask('people')).map((person) => JSON.stringify(person['names'])).sort(),
      messages,
      found,
    };
  });
}

function messageOf(shown: Fields): string {
  const { at, author, media, text, versions } = shown;
  const all = Array.isArray(versions) ? versions.map((one: Fields) => one['text']).join(' | ') : '';
  return `${at} ${author ?? '-'}: ${text} [${all}] ${media === undefined ? '' : JSON.stringify(media)}`;
}

/** What differs, in a few words; undefined where nothing does. */
export function differenceOf(expected: Answers, actual: Answers): string | undefined {
  for (const part of ['chats', 'people', 'messages', 'found'] as const) {
    const [was, is] = [JSON.stringify(expected[part]), JSON.stringify(actual[part])];
    if (was !== is) return `${part}: expected ${excerpt(was, is)}, got ${excerpt(is, was)}`;
  }
  return undefined;
}

/** Around the first place where two texts part. */
function excerpt(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return `…${text.slice(Math.max(0, at - 30), at + 50)}…`;
}

/** Whether each chat is as in one of the two states, and what is found fits the chats: what a crash between them may leave. */
export function isBetween(before: Answers, after: Answers, actual: Answers): string | undefined {
  const titles = new Set([...Object.keys(before.messages), ...Object.keys(after.messages)]);
  for (const title of Object.keys(actual.messages))
    if (!titles.has(title)) return `a chat ${title} that was never there`;
  for (const title of titles) {
    const is = JSON.stringify(actual.messages[title]);
    const may = [before, after].map((state) => JSON.stringify(state.messages[title]));
    if (!may.includes(is)) return `chat ${title} is neither as before nor as after`;
  }
  for (const [word, count] of Object.entries(actual.found)) {
    if (count !== before.found[word] && count !== after.found[word]) return `a word is found ${count} times`;
  }
  return undefined;
}

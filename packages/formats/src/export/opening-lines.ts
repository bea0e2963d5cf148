/**
 * Which headers say nothing by the order of their dates: the lines of the app before the first message, and wherever
 * they stand the notices that open a chat. A group is often older than the membership, and the notice about encryption
 * newer than what follows it.
 */
import { authorLimit } from './author-split.ts';
import { phraseKey, phraseLimit } from './phrase-key.ts';
import { isEncryptionNotice } from './phrases-encryption.ts';
import { opensChat, systemTopicOf } from './phrases-system.ts';
import { isMark, withoutMarks } from './shadow.ts';

/** Lines of the app at the top that may stand aside; chats that consist of such lines are in order after them. */
const openingLimit = 6;
const topicLimit = 400;

export class OpeningLines {
  #left = openingLimit;

  /** Nothing stands aside any more but what opens a chat on another date. */
  get areOver(): boolean {
    return this.#left === 0;
  }

  /** Whether the content from `start` to `end` stands aside. `changed`: its date is another than before. */
  stepsAside(text: string, start: number, end: number, changed: boolean): boolean {
    if (this.#left === 0 && !changed) return false;
    const said = afterAuthor(text, start, end);
    const spoken = said > start && !isMark(text.charCodeAt(said));
    if (
      spoken &&
      (this.#left === 0 || !isEncryptionNotice(phraseKey(text.slice(said, Math.min(end, said + phraseLimit)))))
    ) {
      this.#left = 0;
      return false;
    }
    if (this.#left > 0) {
      this.#left--;
      return true;
    }
    return opensChat(topicAt(text, said, end));
  }
}

/** The topic of a line of the app that opens at `start`. */
export function topicAt(text: string, start: number, end: number): ReturnType<typeof systemTopicOf> {
  return systemTopicOf(withoutMarks(text.slice(start, Math.min(end, start + topicLimit))).toLowerCase());
}

/** Where what was said starts: behind the first colon and space, or at `start`. */
export function afterAuthor(text: string, start: number, end: number): number {
  const at = text.indexOf(': ', start);
  return at >= 0 && at < Math.min(end, start + authorLimit) ? at + 2 : start;
}

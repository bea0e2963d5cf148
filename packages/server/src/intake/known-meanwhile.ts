// What is held while commits of an import are on their way. Whoever asks waits until its first is known, which is all that people, titles
// and conversations come from; whoever asks about that import, or about what its conversation has in it, waits for its end as well.
// What comes of it is told to others.

import type { Ending } from '../recorder/bulk.ts';
import type { Known } from './known.ts';

/** An import of which everything was read, and the last commits are on their way. */
export interface EndingImport extends Ending {
  readonly import: number;
  readonly chat: number;
  /** Resolves when it is known that there is this import, in which conversation, and who is in it. */
  readonly opened: Promise<void>;
}

/** `ending`: the import whose last commits may be on their way; those before it have ended. */
export function knownMeanwhile(known: Known, ending: () => EndingImport | undefined): Known {
  const opened = async (): Promise<Known> => {
    await over(ending()?.opened);
    return known;
  };
  const ended = async (chat: number): Promise<Known> => {
    const last = ending();
    await over(last?.chat === chat ? last.ended : last?.opened);
    return known;
  };
  return {
    importOf: async (file) => {
      const found = await (await opened()).importOf(file);
      const last = ending();
      if (found === undefined || found.id !== last?.import) return found;
      await over(last.ended);
      return known.importOf(file);
    },
    isQuarantined: async (file) => (await opened()).isQuarantined(file),
    chatsTitled: async (title) => (await opened()).chatsTitled(title),
    chatsWith: async (person) => (await opened()).chatsWith(person),
    chat: async (id) => (await opened()).chat(id),
    titleOf: async (chat) => (await opened()).titleOf(chat),
    personBy: async (digest) => (await opened()).personBy(digest),
    channelOf: async (chat) => (await opened()).channelOf(chat),
    ownSideIn: async (chat) => (await ended(chat.id)).ownSideIn(chat),
    haveEntries: async (chat, people) => (await ended(chat)).haveEntries(chat, people),
    timesOf: async (chat) => (await ended(chat)).timesOf(chat),
    heldEntries: async function* (chat, from, to) {
      yield* (await ended(chat)).heldEntries(chat, from, to);
    },
  };
}

/** Resolves when it is over, whatever came of it. */
async function over(work: Promise<void> | undefined): Promise<void> {
  await work?.catch(() => undefined);
}

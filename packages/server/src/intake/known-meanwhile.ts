// What is held while the last commit of an import is on its way. Whoever asks waits until everything before that commit is known, which
// is all that people, titles and conversations come from; whoever asks about that import, or about what its conversation has in it,
// waits for its end as well. What comes of it is told to others.

import type { Ending } from '../recorder/bulk.ts';
import type { Known } from './known.ts';

/** An import of which all but the last commit was appended. */
export interface EndingImport extends Ending {
  readonly import: number;
  readonly chat: number;
}

/** `ending`: the import whose last commit may be on its way; those before it have ended. */
export function knownMeanwhile(known: Known, ending: () => EndingImport | undefined): Known {
  const sent = async (): Promise<Known> => {
    await over(ending()?.sent);
    return known;
  };
  const ended = async (chat: number): Promise<Known> => {
    const last = ending();
    await over(last?.chat === chat ? last.ended : last?.sent);
    return known;
  };
  return {
    importOf: async (file) => {
      const found = await (await sent()).importOf(file);
      const last = ending();
      if (found === undefined || found.id !== last?.import) return found;
      await over(last.ended);
      return known.importOf(file);
    },
    isQuarantined: async (file) => (await sent()).isQuarantined(file),
    chatsTitled: async (title) => (await sent()).chatsTitled(title),
    chatsWith: async (person) => (await sent()).chatsWith(person),
    chat: async (id) => (await sent()).chat(id),
    titleOf: async (chat) => (await sent()).titleOf(chat),
    personBy: async (digest) => (await sent()).personBy(digest),
    channelOf: async (chat) => (await sent()).channelOf(chat),
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

// Messages that the platform tells of afterwards and that a file has told before: the same side, text and minute make them one. What
// is doubtful is a message of its own. A number's history holds conversations of two only.

import { randomBytes } from 'node:crypto';
import type { EntryRecord } from '../../records/conversation.ts';
import type { ZoneClock } from '../../records/zone-clock.ts';
import { align } from '../align/align.ts';
import type { MessageFact } from '../align/message-fact.ts';
import { heldFact, type LiveClock } from '../facts.ts';
import type { FiledEntry, LiveKnown } from './live-desk.ts';
import { isPlaceholder } from './sameness.ts';

/** A message of a history, as it would be recorded. */
export interface ToldMessage {
  readonly record: EntryRecord;
  readonly atSeconds: number;
  readonly isOurs: boolean;
}

export interface ToldByFileParts {
  readonly known: Pick<LiveKnown, 'channelledSince' | 'filed'>;
  /** The clock of phones whose files name no zone. */
  readonly clock: ZoneClock;
  /** Whether the tables may not say yet that the entry was found again. */
  readonly isFound: (entry: number) => boolean;
}

/** A wall clock is never further from UTC. */
const DAY_SECONDS = 86_400;

/** For each of these messages of one conversation the entry that it tells again; undefined where there is none. */
export async function toldByFile(
  parts: ToldByFileParts,
  chat: number,
  messages: readonly ToldMessage[],
): Promise<(number | undefined)[]> {
  const places = [...messages.keys()].sort((a, b) => timeAt(messages, a) - timeAt(messages, b) || a - b);
  const [first, last] = [timeAt(messages, places[0]), timeAt(messages, places.at(-1))];
  const held = parts.known.filed({ chat, from: first - DAY_SECONDS, to: last + DAY_SECONDS });
  const seed = randomBytes(8);
  const { decisionAt } = await align({
    held: heldFacts(parts, chat, held),
    incoming: [places.map((place, ref) => factOf(messages[place], ref))],
    sameAs: false,
    seed: [seed.readUInt32LE(0), seed.readUInt32LE(4)],
  });
  const found: (number | undefined)[] = messages.map(() => undefined);
  for (const [ref, place] of places.entries()) {
    const decision = decisionAt(ref);
    if (decision.step !== 'new') found[place] = decision.of;
  }
  return found;
}

function timeAt(messages: readonly ToldMessage[], place: number | undefined): number {
  return messages[place ?? -1]?.atSeconds ?? 0;
}

async function* heldFacts(
  { clock, isFound, known }: ToldByFileParts,
  chat: number,
  batches: AsyncIterable<readonly FiledEntry[]>,
): AsyncGenerator<MessageFact[]> {
  const live: LiveClock = { since: (await known.channelledSince(chat)) ?? Number.MAX_SAFE_INTEGER, phone: clock };
  for await (const batch of batches) {
    const byEntry = Map.groupBy(batch, ({ entry }) => entry);
    const open = [...byEntry.values()].filter((told) => told.every(isOfFile) && !isFound(told[0]?.entry ?? 0));
    yield open.flat().map((held) => ({ ...heldFact(held, live), author: sideOf(held.isOurs) }));
  }
}

/** What came through a channel, or was found again in a history, is known by its id. */
function isOfFile({ record }: FiledEntry): boolean {
  return record.origin === undefined && record.wamid === undefined;
}

function factOf(told: ToldMessage | undefined, ref: number): MessageFact {
  if (told === undefined) throw new RangeError(`there is no message ${ref}`);
  const { atSeconds: at, isOurs, record } = told;
  const fact = heldFact({ seq: ref, at, entry: ref, person: 0, import: record.import, record });
  return { ...fact, author: sideOf(isOurs), media: isPlaceholder(record) ? 'omitted' : fact.media };
}

const sideOf = (isOurs: boolean): string => (isOurs ? 'ours' : 'theirs');

// What the newest entries of a conversation say about waiting: what was said last, what the other side said since we last answered,
// and when it last wrote. Pure; an entry that is hidden, or a version of another, says nothing.

import type { EntryColumns } from '../projections/tables/entry-columns.ts';

export interface InboxTail {
  /** Wall seconds of the newest entry that stands; 0 where none does. */
  readonly last: number;
  /** That entry's seq. */
  readonly lastSeq: number;
  /** Of what the other side last wrote through a number of the business: its seq and time; 0 for nothing. */
  readonly lastInSeq: number;
  readonly lastInAt: number;
  /** When it first wrote since the business last did; 0 where nobody waits. */
  readonly waitingSince: number;
  /** Seqs of what it wrote since then, the oldest first. */
  readonly fresh: readonly number[];
}

export const NO_TAIL: InboxTail = { last: 0, lastSeq: 0, lastInSeq: 0, lastInAt: 0, waitingSince: 0, fresh: [] };

export interface TailFacts {
  /** Whether what this import or channel brought is shown. */
  readonly stands: (brought: number) => boolean;
  /** Whether it is a channel: what an export tells of waits for nobody. */
  readonly isChannel: (brought: number) => boolean;
  readonly isOurs: (person: number) => boolean;
}

const SYSTEM = 1;

/** The tail that these entries, in the order of time, are. */
export function tailOf(entries: EntryColumns, facts: TailFacts): InboxTail {
  const said = saidIn(entries, facts);
  const newest = said.at(-1);
  if (newest === undefined) return NO_TAIL;
  const theirs = said.filter(({ by }) => by === 'them');
  const answered = said.findLastIndex(({ by }) => by === 'us');
  const fresh = said.slice(answered + 1).filter(({ by }) => by === 'them');
  const lastIn = theirs.at(-1);
  return {
    last: newest.at,
    lastSeq: newest.seq,
    lastInSeq: lastIn?.seq ?? 0,
    lastInAt: lastIn?.at ?? 0,
    waitingSince: fresh[0]?.at ?? 0,
    fresh: fresh.map(({ seq }) => seq),
  };
}

/** Whether the newest entry stands by what brought it; otherwise it takes the tables to say which is the newest that is shown. */
export function isNewestTold(entries: EntryColumns, { stands }: TailFacts): boolean {
  let i = entries.count - 1;
  while (i >= 0 && entries.of[i] !== 0) i--;
  return i >= 0 && stands(entries.import[i] ?? 0);
}

interface Said {
  readonly seq: number;
  readonly at: number;
  readonly by: 'us' | 'them' | 'nobody';
}

/** What stands by itself, and who said it. */
function saidIn(entries: EntryColumns, { isChannel, isOurs, stands }: TailFacts): Said[] {
  const said: Said[] = [];
  for (let i = 0; i < entries.count; i++) {
    const [brought, person] = [entries.import[i] ?? 0, entries.person[i] ?? 0];
    if (entries.of[i] !== 0 || !stands(brought)) continue;
    const isUs = person === 0 || isOurs(person);
    const by = entries.kind[i] === SYSTEM ? 'nobody' : isUs ? 'us' : isChannel(brought) ? 'them' : 'nobody';
    said.push({ seq: entries.seq[i] ?? 0, at: entries.at[i] ?? 0, by });
  }
  return said;
}

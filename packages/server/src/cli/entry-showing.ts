// Lines of a conversation for `acta show`: entries with what stands beside them, looked up a batch at a time.

import type { EntryRecord } from '../records/conversation.ts';
import type { ZoneClock } from '../records/zone-clock.ts';
import { currentState, type ShownEntry } from '../views/conversation.ts';
import { marksOf } from '../views/entry-marks.ts';
import { quotesOf } from '../views/quotes.ts';
import { type CommandContext, printable } from './command.ts';
import { entryJson } from './entry-json.ts';
import { type Beside, spoken } from './entry-words.ts';
import { shownTime } from './time-zone.ts';
import type { ReadVault } from './vault.ts';

export class EntryShowing {
  private readonly context: CommandContext;
  private readonly clock: ZoneClock;

  constructor(context: CommandContext, clock: ZoneClock) {
    this.context = context;
    this.clock = clock;
  }

  /** The lines of some entries of one conversation. */
  async lines(vault: Pick<ReadVault, 'blind' | 'views'>, entries: readonly ShownEntry[]): Promise<string[]> {
    const beside = await besideOf(vault, entries);
    return entries.flatMap((entry) => this.linesOf(entry, beside(entry)));
  }

  private linesOf(entry: ShownEntry, beside: Beside): string[] {
    const { args, json, say } = this.context;
    const withVersions = args.flag('versions');
    const now = currentState(entry);
    const shownAt = shownTime(said(entry), entry.record.zone, this.clock);
    if (json) return [JSON.stringify(entryJson(entry, { ...beside, shownAt, withVersions }))];
    const author = printable(now.author ?? '·');
    const lines = [`${entry.seq}\t${shownAt}\t${author}\t${spoken(say, withMedia(entry, now), beside)}`];
    if (!withVersions) return lines;
    for (const { record, seq } of [{ record: entry.record, seq: entry.seq }, ...entry.versions]) {
      if (record !== now) lines.push(say('show.version', { seq, text: spoken(say, record) }));
    }
    return lines;
  }
}

/** New words for a picture do not say again that there is one. */
function withMedia({ record }: ShownEntry, now: EntryRecord): EntryRecord {
  const { media } = record;
  const isKept = media !== undefined && now.media === undefined && now.kind === 'message';
  return isKept ? { ...now, media } : now;
}

/** When it was said: a change that came through a channel has a time of its own. */
function said(entry: ShownEntry): string {
  return entry.record.origin === undefined ? currentState(entry).at : entry.record.at;
}

/** What stands beside each of these entries. */
export async function besideOf(
  { blind, views }: Pick<ReadVault, 'blind' | 'views'>,
  entries: readonly ShownEntry[],
): Promise<(entry: ShownEntry) => Beside> {
  const seqs = entries.flatMap(({ seq, versions }) => [seq, ...versions.map((version) => version.seq)]);
  const marks = await marksOf(views, seqs);
  const quotes = await quotesOf(
    views,
    blind,
    entries.flatMap((entry) => entry.record.replyTo ?? []),
  );
  return (entry) => {
    const mark = marks.get(entry.seq);
    const quote = quotes.get(entry.record.replyTo ?? '');
    return { ...(mark === undefined ? {} : { marks: mark }), ...(quote === undefined ? {} : { quote }) };
  };
}

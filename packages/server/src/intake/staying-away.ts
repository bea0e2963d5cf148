// Which entries of a file must stay away because they, or those who wrote them, were erased by order. When the erased
// are let in again, single entries are let in too, and how many were is known afterwards.

import type { TimedEntry } from '@acta/formats';
import type { BlindIndex } from '../records/blind-index.ts';
import { normaliseText } from '../records/normalise.ts';
import { entrySuppression, liveEntrySuppression, type SuppressedHashes } from '../records/suppression.ts';
import type { LiveClock } from './facts.ts';
import { namesIn } from './named-in.ts';
import type { Placement } from './placing.ts';

export interface StayingAwayParts {
  readonly blind: BlindIndex;
  readonly suppressed: SuppressedHashes;
  readonly placement: Placement;
  readonly readmits: boolean;
  readonly live: LiveClock | undefined;
}

const STAYS = 1;
const COMES = 2;

export class StayingAway {
  private readonly parts: StayingAwayParts;
  private readonly authors: ReadonlySet<string>;
  private readonly named: (text: string) => number | undefined;
  /** Digests of single entries that were erased and come back. */
  readonly readmitted: Uint8Array[] = [];

  constructor(parts: StayingAwayParts) {
    this.parts = parts;
    const { authors } = parts.placement;
    this.authors = new Set(authors.filter((one) => one.isSuppressed === true).map(({ author }) => author));
    this.named = namesIn(
      new Map(authors.map((one, at) => [one.author, one.isSuppressed === true ? -STAYS - at : COMES + at])),
    );
  }

  /** Whether the entry may not be taken in. */
  holds(entry: TimedEntry): boolean {
    if (this.parts.suppressed.isEmpty) return false;
    if (this.authors.size > 0 && this.isOfSuppressed(entry)) return true;
    const { blind, placement, readmits, suppressed } = this.parts;
    const text = normaliseText(entry.text, entry.media?.name ?? '');
    const { at, author } = entry;
    const hashes = placement.titles.map((title) => entrySuppression(blind, { title, at, author, text }));
    hashes.push(...this.liveHashes(entry, text));
    const listed = hashes.filter((hash) => suppressed.has(hash));
    if (readmits) this.readmitted.push(...listed);
    return listed.length > 0 && !readmits;
  }

  /** The same as it came through a channel, a minute earlier or later. */
  private liveHashes({ atSeconds, author }: TimedEntry, text: string): Uint8Array[] {
    const { blind, live, placement } = this.parts;
    const chat = placement.chat?.id;
    const placed = placement.authors.find((one) => one.author === author);
    const speaker = placed?.isMe === true ? ('own' as const) : placed?.person;
    if (live === undefined || chat === undefined || speaker === undefined) return [];
    const utc = Math.floor(atSeconds / 60) - live.phone.offsetAtWall(atSeconds);
    return [utc - 1, utc, utc + 1].map((minute) => liveEntrySuppression(blind, { chat, minute, speaker, text }));
  }

  /** Written by somebody erased, or a system line about them. */
  private isOfSuppressed({ author, kind, text }: TimedEntry): boolean {
    if (author !== undefined && this.authors.has(author)) return true;
    return kind === 'system' && (this.named(text) ?? COMES) < 0;
  }
}

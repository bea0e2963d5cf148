// What taking in live deliveries is given, and what it may ask about what is held. Interfaces only.

import type { CloudFact } from '@acta/formats';
import type { BlindIndex } from '../../records/blind-index.ts';
import type { EntryRecord, ObjectRef } from '../../records/conversation.ts';
import type { NewRecord } from '../../records/record.ts';
import type { SuppressionList } from '../../records/suppression.ts';
import type { ZoneClock } from '../../records/zone-clock.ts';
import type { HeldEntry } from '../known.ts';

export interface LiveDesk {
  readonly known: LiveKnown;
  readonly blind: BlindIndex;
  readonly suppression: Pick<SuppressionList, 'suppressed'>;
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<ObjectRef>;
  /**
   * Builds records that begin at `firstSeq` and sends them in one commit; nobody appends between. Resolves when the next may be built,
   * `durable` when these are durable. Where the commit before them fails they are built again. Before `build` is called `known` has all
   * that others appended, and where `hasForgotten` says so all that stands.
   */
  readonly commit: (
    build: (firstSeq: number) => Promise<readonly NewRecord[]>,
    hasForgotten: () => boolean,
  ) => Promise<{ readonly durable: Promise<void> }>;
  /** What of the rules of input a fact does not keep, as `rule@member`. */
  readonly judge: (fact: CloudFact, receivedAt: number) => readonly string[];
  /** The clock of phones whose files name no zone. */
  readonly clock: ZoneClock;
  readonly now: () => Date;
}

/** Answers stand under `digestKey(digest)`. They hold what is folded; what was just committed may be missing. */
export interface LiveKnown {
  /** Persons by digest of a number or id, the one who has held it longest first. */
  peopleBy(digests: readonly Uint8Array[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** Who was merged into whom. */
  merges(): Promise<ReadonlyMap<number, number>>;
  /** Whether somebody parted these two, who had been taken for one. */
  wereParted(one: number, other: number): Promise<boolean>;
  /** Whether any of these people has a business-scoped id in this portfolio. */
  hasBsuid(people: readonly number[], portfolio: string): Promise<boolean>;
  channelsBy(digests: readonly Uint8Array[]): Promise<ReadonlyMap<string, LiveChannel>>;
  /** 1:1 conversations with this person that no channel leads to. */
  chatsWithoutChannel(person: number): Promise<readonly number[]>;
  /** The first entry that carries each message. */
  wamidsBy(digests: readonly Uint8Array[]): Promise<ReadonlyMap<string, number>>;
  /** The record that holds each piece. */
  piecesBy(digests: readonly Uint8Array[]): Promise<ReadonlyMap<string, number>>;
  /** What these conversations are called now, and since when (seconds since 1970) where the platform told it. */
  titles(chats: readonly number[]): Promise<ReadonlyMap<number, { readonly title: string; readonly since?: number }>>;
  /** The entries of a 1:1 conversation in which files brought something, by wall time, with their versions; otherwise none. */
  filed(window: {
    readonly chat: number;
    readonly from: number;
    readonly to: number;
  }): AsyncIterable<readonly FiledEntry[]>;
  /** Since when a channel leads to the conversation: the seq of its record. */
  channelledSince(chat: number): Promise<number | undefined>;
  /** The next seq that the tables lack. */
  folded(): Promise<number>;
  /** The entry of a seq; of one that is on its way when it stands. */
  entry(seq: number): Promise<EntryRecord | undefined>;
}

/** An entry as it is held, and whether our own side said it. */
export interface FiledEntry extends HeldEntry {
  readonly isOurs: boolean;
}

export interface LiveChannel {
  /** Seq of the channel record. */
  readonly id: number;
  readonly chat: number;
}

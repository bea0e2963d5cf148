// What intake may ask about what is already held. An interface only: the views answer it, and `main.ts` joins the two,
// so that the river keeps its one direction.

import type { FieldOrder } from '@acta/formats';
import type { EntryRecord } from '../records/conversation.ts';

export interface KnownImport {
  readonly id: number;
  readonly chat: number;
  readonly state: 'open' | 'done';
  /** How its dates were read, if in one order throughout. */
  readonly dateOrder?: FieldOrder;
}

export interface KnownChat {
  readonly id: number;
  /** The person on the other side; 0 for a group. */
  readonly peer: number;
}

/** One held entry, or one version of it, as alignment and capture need it. */
export interface HeldEntry {
  readonly seq: number;
  /** Wall time on the clock of what brought it: a change that came through a channel counts when what it changes was said. */
  readonly at: number;
  /** The entry it is a version of; its own seq otherwise. */
  readonly entry: number;
  readonly person: number;
  /** The import that brought it. */
  readonly import: number;
  readonly record: EntryRecord;
}

export interface Known {
  /** The import of a file with this digest that is not withdrawn. */
  importOf(file: Uint8Array): Promise<KnownImport | undefined>;
  /** Whether a file with this digest stands in quarantine. */
  isQuarantined(file: Uint8Array): Promise<boolean>;
  /** Chats whose folded title has this digest. */
  chatsTitled(title: Uint8Array): Promise<readonly KnownChat[]>;
  /** 1:1 chats with this person on the other side. */
  chatsWith(person: number): Promise<readonly KnownChat[]>;
  chat(id: number): Promise<KnownChat | undefined>;
  /** A chat's title as it came to be known. */
  titleOf(chat: number): Promise<string | undefined>;
  /** The person known by this digest of a name or number, who stands for all who were taken for one. */
  personBy(digest: Uint8Array): Promise<number | undefined>;
  /** Since when a channel of the platform leads to the chat: the seq of its record; undefined if none does. */
  channelOf(chat: number): Promise<number | undefined>;
  /** Our own side in a 1:1 chat, if it wrote there; the same person whatever it is called in files and by the platform. */
  ownSideIn(chat: KnownChat): Promise<number | undefined>;
  /** Whether anybody of these has an entry in the chat. */
  haveEntries(chat: number, people: readonly number[]): Promise<boolean>;
  /** First and last wall time of the chat's shown entries, in seconds; undefined if there are none. */
  timesOf(chat: number): Promise<{ readonly first: number; readonly last: number } | undefined>;
  /** Entries of a chat that stand (not withdrawn, not erased), with their versions, by time; an open import's count too. */
  heldEntries(chat: number, from: number, to: number): AsyncIterable<readonly HeldEntry[]>;
}

// What alignment knows of a message, and what it answers: the small facts that say whether an entry of a newly read
// export is a message the chat already holds. It never carries a message's record, only what is compared.

/** One message as it is compared. Facts of a held message's several versions share its `ref` (see `align`). */
export interface MessageFact {
  /** Held: the message's seq. Incoming: the entry's number in the file, 0, 1, 2, … */
  readonly ref: number;
  /** Wall-clock seconds since 1970 as if the wall clock were UTC. */
  readonly at: number;
  /** Whether `at` has seconds; otherwise it is exact to the minute. */
  readonly seconds: boolean;
  /** From `normaliseAuthor`; '' for none. */
  readonly author: string;
  readonly kind: 'message' | 'system' | 'call' | 'deleted';
  readonly media: '' | 'present' | 'omitted' | 'missing';
  readonly edited: boolean;
  /** From `normaliseText`; '' for pure media and for what was deleted. */
  readonly text: string;
  /** What names the bytes alike on both sides: the content hash where both are known, else the file's name; '' if none. */
  readonly mediaName: string;
  /** What a system line or call says, where known, independent of its language ('encryption', 'missed-voice', …). */
  readonly system?: string;
}

/** Facts in batches. */
export type FactBatches = AsyncIterable<readonly MessageFact[]> | Iterable<readonly MessageFact[]>;

/**
 * Why an entry adds a version to a held message. `deleted`, `edited`: it shows the later state. `before-deletion`,
 * `before-edit`: it shows what stood there earlier. `media`: it has the file. `other-media`: it has a file of another
 * name; the same bytes make it a duplicate. `caption`: it has the text beside the media.
 */
export type VersionReason =
  | 'deleted'
  | 'edited'
  | 'before-deletion'
  | 'before-edit'
  | 'media'
  | 'other-media'
  | 'caption';

/** What an incoming entry is. `exact`: same time, same name, no offset. */
export type Decision =
  | { readonly step: 'duplicate'; readonly of: number; readonly exact: boolean }
  | { readonly step: 'new-version'; readonly of: number; readonly why: VersionReason }
  | { readonly step: 'new' };

/** Incoming entries by the step that decided them; they sum to the file's entries. */
export interface AlignmentCounts {
  /** Duplicates at the same time under the same name. */
  readonly exact: number;
  /** Duplicates a minute apart, or in the same minute at another second. */
  readonly withinMinute: number;
  /** Duplicates through a time offset or another name of the author. */
  readonly crossed: number;
  readonly newVersions: number;
  readonly added: number;
}

/** A time offset of a run of entries: held time = entry's time + `minutes`. */
export interface TimeStretch {
  readonly minutes: number;
  readonly firstEntry: number;
  readonly lastEntry: number;
  readonly witnesses: number;
}

/** An author of the file under the name the chat holds. `witnesses` may be 0 where the name followed by elimination. */
export interface AuthorMatch {
  readonly incoming: string;
  readonly held: string;
  readonly witnesses: number;
}

/** How the file's clock and names relate to the chat's. */
export interface Crossing {
  /** Texts of 12 characters or more, unique on each side, that agree with a stretch. */
  readonly witnesses: number;
  readonly stretches: readonly TimeStretch[];
  /** Every author of the file whose name in the chat is another one. */
  readonly authors: readonly AuthorMatch[];
}

/** What each side lacks; "overlap" is the time both cover, in the chat's clock. */
export interface Lacks {
  /** Entries the chat did not hold. */
  readonly held: number;
  /** Of these, within the overlap. */
  readonly heldInOverlap: number;
  /** Held messages within the overlap that the file does not show. */
  readonly incoming: number;
}

/** Zones differ by 26 hours at most: read held messages this far beyond the file's first and last time under `sameAs`. */
export const FARTHEST_OFFSET_SECONDS: number = 26 * 3600;

/**
 * What one place in a chat export says: a header line with the lines that follow it, or the lines before the first
 * header. Facts only: no chat, no identity, no time zone. Shapes and units follow docs on export text, all optional
 * fields are absent (not undefined) when unknown.
 */

/** What a message carries. `media` is a placeholder whose kind the platform did not write. */
export type ContentType =
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | 'voice'
  | 'document'
  | 'sticker'
  | 'gif'
  | 'location'
  | 'contact'
  | 'poll'
  | 'view-once'
  | 'media'
  | 'unknown';

/** Whether the file of a message stands beside the text, was left out by the export, or is named but not there. */
export type MediaState = 'present' | 'omitted' | 'missing';

export interface EntryMedia {
  readonly state: MediaState;
  /** The file's name exactly as written (for `omitted` only where the placeholder names it). */
  readonly name?: string;
}

/** What a system line reports, where a phrase or shape says so. */
export type SystemTopic =
  | 'encryption'
  | 'group-created'
  | 'added'
  | 'removed'
  | 'left'
  | 'joined'
  | 'subject'
  | 'icon'
  | 'description'
  | 'settings'
  | 'admin'
  | 'number-changed'
  | 'security-code'
  | 'timer'
  | 'business'
  | 'blocked'
  | 'contact'
  | 'pinned'
  | 'community'
  | 'waiting'
  | 'event'
  | 'other';

export interface CallFact {
  readonly medium: 'voice' | 'video' | 'unknown';
  readonly outcome: 'missed' | 'other';
  /** Duration exactly as written (`2 min`, `15 sec`), where the line has one. */
  readonly duration?: string;
}

export interface PollFact {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly votes: number }[];
}

/** Coordinates are the decimal strings of the link. */
export interface LocationFact {
  readonly latitude?: string;
  readonly longitude?: string;
  readonly name?: string;
  readonly url?: string;
  readonly live?: true;
}

/** Where an entry lies in the file and what its bytes are. Offsets of all entries tile the file. */
export interface EntryPlace {
  /** First physical line, from 1. */
  readonly line: number;
  /** Physical lines it spans. */
  readonly lines: number;
  readonly offset: number;
  readonly sizeBytes: number;
  /** Exact text with its line ends; holds U+FFFD where `rawBytes` is given; only the start where `oversize`. */
  readonly raw: string;
  /** The bytes themselves, when they are not well-formed UTF-8. */
  readonly rawBytes?: Uint8Array;
  /** Longer than 1 MiB: `raw` and `text` hold the start only; read `offset`..`offset + sizeBytes` again for all. */
  readonly oversize?: true;
}

/** Lines before the first header (all lines, when the file is no chat). */
export interface PreambleEntry extends EntryPlace {
  readonly kind: 'preamble';
  readonly text: string;
}

/** What starts with a header. */
export interface TimedEntry extends EntryPlace {
  readonly kind: 'message' | 'system' | 'call' | 'deleted';
  readonly type: ContentType;
  /** Local wall time, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`; its length is its precision. */
  readonly at: string;
  /** That wall time read as if it were UTC, in whole seconds since 1970. */
  readonly atSeconds: number;
  /** As written, without invisible marks; absent when the line names nobody. */
  readonly author?: string;
  /** `+` and ASCII digits, when the author is a phone number. */
  readonly authorPhone?: string;
  /** What was said: LF line ends, no edited mark; the caption of media; empty for a placeholder. */
  readonly text: string;
  readonly edited?: true;
  readonly media?: EntryMedia;
  readonly system?: SystemTopic;
  readonly call?: CallFact;
  readonly poll?: PollFact;
  readonly location?: LocationFact;
}

export type ExportEntry = PreambleEntry | TimedEntry;

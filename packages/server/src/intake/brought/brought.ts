// What is told of files that people bring over the network to be taken in: how far each is, what is in it, what only a person can say.
// Interfaces only.

import type { ExportWarning, FieldOrder } from '@acta/formats';

/**
 * `uploading`, `inspecting`, then `question` where a person must answer or `ready`; `queued`, `running`, `stopping`; at its end `done`,
 * `stopped`, `refused` (no chat export, nothing kept) or `failed`.
 */
export const BROUGHT_STATES = [
  'uploading',
  'inspecting',
  'question',
  'ready',
  'queued',
  'running',
  'stopping',
  'done',
  'stopped',
  'refused',
  'failed',
] as const;

export type BroughtState = (typeof BROUGHT_STATES)[number];

export interface BroughtProgress {
  readonly unit: 'bytes' | 'messages';
  readonly done: number;
  readonly total: number;
  readonly perSecond: number;
  readonly leftSeconds?: number;
}

/** What a person said of one chat text. */
export interface BroughtAnswers {
  readonly dateOrder?: FieldOrder;
  /** The author who is our own side. */
  readonly me?: string;
  /** Title or id of the conversation that it belongs to. */
  readonly title?: string;
}

/** What taking it in would come to. */
export interface BroughtCounts {
  readonly added: number;
  readonly same: number;
  readonly newVersions: number;
}

/** One way to read the dates of a file. */
export interface BroughtReading {
  readonly order: FieldOrder;
  readonly first: string;
  readonly last: string;
  /** Dates that occur. */
  readonly days: number;
  readonly examples: readonly { readonly raw: string; readonly at: string }[];
  readonly counts?: BroughtCounts;
  /** Its dates lie much closer together than those of the other one. */
  readonly isLikely: boolean;
}

export type BroughtQuestion =
  | { readonly kind: 'dates'; readonly readings: readonly BroughtReading[] }
  | { readonly kind: 'me'; readonly names: readonly string[] }
  /** So many conversations may be meant. */
  | { readonly kind: 'conversation'; readonly count: number };

/** What is in one chat text. */
export interface BroughtChat {
  readonly title: string;
  readonly conversation?: number;
  readonly isGroup: boolean;
  readonly platform: 'android' | 'ios' | 'old';
  readonly messages: number;
  readonly days: number;
  readonly first?: string;
  readonly last?: string;
  readonly authors: readonly string[];
  readonly isSame: boolean;
  readonly isTruncated: boolean;
  readonly counts?: BroughtCounts;
  /** Those that are held already, by how they were found again. */
  readonly sameBy?: { readonly exact: number; readonly withinMinute: number; readonly crossed: number };
  readonly media: { readonly present: number; readonly omitted: number; readonly missing: number };
  readonly missingNames: readonly string[];
  readonly deleted: number;
  readonly edited: number;
  readonly warnings: readonly ExportWarning[];
  readonly newPeople: readonly string[];
  /** People of it who were erased and stay away. */
  readonly stayingAway: number;
  readonly me?: string;
  readonly question?: BroughtQuestion;
  readonly answers: BroughtAnswers;
}

/** What came of it. */
export interface BroughtOutcome {
  readonly added: number;
  readonly same: number;
  readonly newVersions: number;
  readonly quarantined: number;
  readonly suppressed: number;
  readonly imports: readonly { readonly id: number; readonly conversation: number }[];
}

/** One file. */
export interface BroughtFile {
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly state: BroughtState;
  readonly addedAt: string;
  readonly chats: readonly BroughtChat[];
  /** Files of a zip that cannot be read, with the code of why. */
  readonly refusedParts: readonly { readonly file: string; readonly code: string }[];
  readonly progress?: BroughtProgress;
  /** Code of what went wrong. */
  readonly error?: string;
  readonly outcome?: BroughtOutcome;
}

export type BeginOutcome =
  | { readonly outcome: 'begun'; readonly key: string; readonly receivedBytes: number }
  | { readonly outcome: 'no-room'; readonly freeBytes: number }
  | { readonly outcome: 'full' | 'too-large' };

export type TakeOutcome =
  | { readonly outcome: 'taken' | 'elsewhere'; readonly receivedBytes: number; readonly state: BroughtState }
  | { readonly outcome: 'missing' };

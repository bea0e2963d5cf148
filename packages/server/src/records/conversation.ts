// Records of what was said: conversations, people, imports and the entries they brought. Plain facts with a `kind`
// and a `v`; keys stand in the order of RFC 8785 so that they serialise without sorting. Ids are seqs of records.

import { wallSeconds } from './wall-time.ts';

/** A conversation came to be known. In a 1:1 conversation `peer` is the person on the other side. */
export interface ConversationRecord {
  readonly kind: 'conversation';
  readonly peer?: number;
  readonly title: string;
  readonly v: 1;
}

/**
 * A person came to be known: by a name inside one conversation (`chat`), by a phone number anywhere, by an id of the
 * platform inside one business portfolio.
 */
export interface PersonRecord {
  /** Business-scoped user id; counts inside `portfolio`. */
  readonly bsuid?: string;
  readonly chat?: number;
  readonly kind: 'person';
  readonly me?: true;
  readonly name: string;
  readonly parentBsuid?: string;
  readonly phone?: string;
  readonly portfolio?: string;
  /** A label, never an identity. */
  readonly username?: string;
  readonly v: 1;
  /** As the platform writes the number. */
  readonly waId?: string;
}

/** A person is known by another name, number or id too. */
export interface AliasRecord {
  readonly bsuid?: string;
  readonly chat?: number;
  readonly kind: 'alias';
  readonly name?: string;
  readonly parentBsuid?: string;
  readonly person: number;
  readonly phone?: string;
  readonly portfolio?: string;
  readonly username?: string;
  readonly v: 1;
  readonly waId?: string;
}

/** An export file is being taken in. Until its `imported` record stands, its entries are not shown. */
export interface ImportRecord {
  readonly chat: number;
  readonly dateOrder: string;
  readonly dateOrderBasis: string;
  readonly entries: number;
  readonly file: string;
  readonly kind: 'import';
  readonly lines: number;
  readonly me?: string;
  readonly platform: string;
  readonly recordedAt: string;
  readonly sameAs?: true;
  /** SHA-256 of the chat text, hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly v: 1;
  readonly zone?: string;
}

/**
 * What the capture holds beside the records of its own import: stretches written with the very same bytes by entries of
 * other imports. All pieces in the order of their lines hash to what arrived.
 */
export interface CaptureRecord {
  readonly import: number;
  readonly kind: 'capture';
  readonly part: number;
  /** Flat quadruples: a line of this file, an import, the line there, how many lines on from both. */
  readonly runs: readonly number[];
  readonly v: 1;
  /** Entries that an earlier import had brought, as pairs of (first seq, count). */
  readonly vouched: readonly number[];
}

/** The import is complete. */
export interface ImportedRecord {
  readonly added: number;
  readonly duplicates: number;
  readonly import: number;
  readonly kind: 'imported';
  readonly newVersions: number;
  readonly parts: number;
  readonly recordedAt: string;
  readonly suppressed: number;
  readonly v: 1;
}

/** A sealed object outside the pages: its name (SHA-256 of the sealed bytes), its key, and its content's hash and size. */
export interface ObjectRef {
  /** Base64 of 32 bytes. */
  readonly key: string;
  readonly object: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface MediaFact {
  readonly content?: ObjectRef;
  readonly name?: string;
  readonly state: 'present' | 'omitted' | 'missing';
}

/** A place, as written. */
export interface LocationSaid {
  readonly latitude?: string;
  readonly live?: true;
  readonly longitude?: string;
  readonly name?: string;
  readonly url?: string;
}

export type EntryKind = 'message' | 'system' | 'call' | 'deleted';

/** Delivered as it was said; told of by the business's own app; told of afterwards; copied while an agent answered; written here. */
export type EntryOrigin = 'live' | 'echo' | 'history' | 'standby' | 'sent';

/** What was to be sent, and who meant it. */
export interface IntentSaid {
  readonly actor: string;
  /** Goes with the message and comes back with its statuses. */
  readonly callback: string;
  /** Of a template, where it was named. */
  readonly category?: 'marketing' | 'utility' | 'authentication';
  /** The channel it goes through. */
  readonly channel: number;
  /** The caller's own key, by which the same request is known again. */
  readonly idempotency?: string;
  /** Media type of the file that goes with it. */
  readonly mime?: string;
  /** Where the person's agreement to marketing is held, as the caller says. */
  readonly optIn?: string;
  /** Why it goes out although its text holds what it should not. */
  readonly overridden?: string;
  /** The body of the request to the platform, JSON. */
  readonly request: string;
  /** The rule of policy that let it go. */
  readonly rule: string;
}

/** One entry of an export as it reads, beside the raw lines it came from. With `of` it is a new version of that entry. */
export interface EntryRecord {
  /** Local wall time, `YYYY-MM-DDTHH:MM[:SS]`; no zone unless `zone` is given. */
  readonly at: string;
  readonly author?: string;
  readonly authorPhone?: string;
  readonly call?: { readonly duration?: string; readonly medium: string; readonly outcome: string };
  readonly chat: number;
  readonly edited?: true;
  /** Person id. */
  readonly from?: number;
  /** The import that brought it, or the channel it came through. */
  readonly import: number;
  /** What was to be sent, where it was written here. */
  readonly intent?: IntentSaid;
  readonly kind: EntryKind;
  readonly line: number;
  readonly location?: LocationSaid;
  readonly media?: MediaFact;
  readonly of?: number;
  /** How it came, where it was no file. */
  readonly origin?: EntryOrigin;
  /** The whole text where it is too long for a record; `text` and `raw` then hold its start. */
  readonly oversize?: ObjectRef;
  readonly poll?: {
    readonly options: readonly { readonly text: string; readonly votes: number }[];
    readonly question: string;
  };
  readonly raw?: string;
  /** Base64, where the bytes are not well-formed UTF-8. */
  readonly raw64?: string;
  /** The message that this answers, by the platform's id; it may be unknown here. */
  readonly replyTo?: string;
  /** Minutes from the clock of the file to that of the conversation, where another phone told it. */
  readonly shift?: number;
  readonly system?: string;
  /** The message whose words this changes or takes back, by the platform's id. */
  readonly target?: string;
  readonly text: string;
  readonly type: string;
  readonly v: 1;
  /** The platform's id of the message. */
  readonly wamid?: string;
  readonly zone?: string;
}

/** Raw lines that are no entry of their own: a preamble, or another writing of an entry already held (`of`). */
export interface PieceRecord {
  readonly import: number;
  readonly kind: 'piece';
  readonly line: number;
  readonly of?: number;
  readonly oversize?: ObjectRef;
  readonly raw?: string;
  readonly raw64?: string;
  readonly v: 1;
}

/** A file that lay beside the chat text and that no entry names. */
export interface AttachmentRecord {
  readonly chat: number;
  readonly content: ObjectRef;
  readonly import: number;
  readonly kind: 'attachment';
  readonly name: string;
  readonly v: 1;
}

export type ConversationDomainRecord =
  | ConversationRecord
  | PersonRecord
  | AliasRecord
  | ImportRecord
  | CaptureRecord
  | ImportedRecord
  | EntryRecord
  | PieceRecord
  | AttachmentRecord;

/** When an entry was said, on the conversation's clock: wall seconds as if UTC. */
export function saidAt(record: Pick<EntryRecord, 'at' | 'shift'>): number {
  return wallSeconds(record.at) + (record.shift ?? 0) * 60;
}

/** Whether the record is an entry of a conversation. */
export function isEntry(record: { readonly kind: string }): record is EntryRecord {
  return ENTRY_KINDS.has(record.kind);
}

const ENTRY_KINDS: ReadonlySet<string> = new Set(['message', 'system', 'call', 'deleted']);

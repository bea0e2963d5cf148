// Records of what the WhatsApp Business Platform delivered and was asked to send: deliveries and what each piece of them
// says, media that was fetched, what went out and what became of it. Ids are seqs of records; wamids are the platform's own.

import type { IntentSaid, ObjectRef } from './conversation.ts';

/**
 * One signed request to the webhook. Its pieces (what is about somebody) are records of their own, sealed under that person's key; here stand the
 * bytes between them. Joined again they hash to `sha256` and carry `signature`.
 */
export interface DeliveryRecord {
  /** The body without its pieces, where it is well-formed UTF-8 and short. */
  readonly body?: string;
  /** The whole body where it could not be read or what is between the pieces is too long for a record. */
  readonly content?: ObjectRef;
  /** UTF-16 units of `body` before each piece, counted from the piece before. */
  readonly gaps: readonly number[];
  readonly kind: 'delivery';
  /** The delivery that could not be read when it came, and was understood later: this is the same, with its pieces. */
  readonly of?: number;
  /** The records that hold the pieces, in order, as pairs of (first seq, count). A piece that had been delivered before stands where it stood. */
  readonly parts: readonly number[];
  readonly receivedAt: string;
  /** Which of the configured secrets signed it: 0 the first. */
  readonly secret: number;
  /** SHA-256 of the body, hex. */
  readonly sha256: string;
  /** The signature as it arrived, hex. */
  readonly signature: string;
  readonly sizeBytes: number;
  readonly v: 1;
}

/** A business number and one other side came together: its messages stand in this conversation from now on. */
export interface ChannelRecord {
  readonly chat: number;
  readonly display?: string;
  readonly group?: string;
  readonly kind: 'channel';
  /** The business's phone_number_id. */
  readonly number: string;
  /** Person on the other side; absent in a group. */
  readonly peer?: number;
  /** The business account (WABA). */
  readonly portfolio: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/** What a conversation is called since a moment: the name that the person shows, the subject of the group. What it was called before stays. */
export interface TitleRecord {
  /** UTC wall time `YYYY-MM-DDTHH:MM:SS`. */
  readonly at: string;
  readonly chat: number;
  readonly kind: 'title';
  /** The record that told it. */
  readonly of: number;
  readonly title: string;
  readonly v: 1;
}

/** The piece of a delivery, as it arrived. `oversize` holds the whole where it is too long for a record. */
interface Piece {
  readonly oversize?: ObjectRef;
  readonly raw: string;
}

/** How far a message got. Every event stays; the projection never goes back. */
export interface StatusRecord extends Piece {
  /** UTC wall time `YYYY-MM-DDTHH:MM:SS`. */
  readonly at: string;
  /** The sender's own mark of the message (`biz_opaque_callback_data`). */
  readonly callback?: string;
  readonly chat?: number;
  /** The first error's code. */
  readonly code?: number;
  readonly kind: 'status';
  /** sent, delivered, read, played, failed; another verbatim. */
  readonly state: string;
  /** Person. */
  readonly to?: number;
  readonly v: 1;
  readonly wamid: string;
}

/** An emoji set on a message, or taken away (no emoji). */
export interface ReactionRecord extends Piece {
  readonly at: string;
  readonly chat: number;
  readonly emoji?: string;
  readonly from?: number;
  /** Where it was set here: `raw` and `wamid` are empty then. */
  readonly intent?: IntentSaid;
  readonly kind: 'reaction';
  /** wamid of the message it stands on. */
  readonly target: string;
  readonly v: 1;
  readonly wamid: string;
}

/** What was said of a person beside a message. */
export interface ContactRecord extends Piece {
  readonly kind: 'contact';
  readonly person: number;
  readonly v: 1;
}

/** A person's wish about a category of messages: `marketing_messages` as the platform tells it, `all` said in a message's own words. */
export interface PreferenceRecord extends Piece {
  readonly at: string;
  readonly category: string;
  readonly kind: 'preference';
  /** The entry that said it; `raw` is empty then. */
  readonly of?: number;
  readonly person: number;
  readonly v: 1;
  readonly value: string;
}

/** Anything else the platform reported: templates, account, quality, groups, payments, unknown fields. */
export interface EventRecord extends Piece {
  readonly at: string;
  /** Of a call that the person made: the phone_number_id that they rang. */
  readonly called?: string;
  readonly field: string;
  readonly kind: 'event';
  readonly known: boolean;
  readonly name: string;
  readonly person?: number;
  readonly portfolio: string;
  readonly v: 1;
}

/** Two persons are one: a change of number or id said so, or somebody entitled did. */
export interface MergeRecord {
  readonly actor: string;
  /** The record that is the evidence; 0 where a person decided. */
  readonly evidence: number;
  readonly into: number;
  readonly kind: 'merge';
  readonly person: number;
  /** Why, where a person decided. */
  readonly reason?: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/** A merge was wrong: they are two again. */
export interface SplitRecord {
  readonly actor: string;
  readonly kind: 'split';
  readonly of: number;
  readonly reason: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/**
 * Why a message's media is not here. The first two are tried again by themselves: nobody answered, or not as was hoped. The rest is the
 * last word until somebody asks again.
 */
export type MediaMissing =
  | 'unreachable'
  | 'refused'
  | 'given-up'
  | 'expired'
  | 'gone'
  | 'too-large'
  | 'differs'
  | 'host-refused'
  | 'unreadable';

/** Whether media that is missing for this reason is fetched again without anybody asking. */
export function isTriedAgain(reason: MediaMissing | undefined): boolean {
  return reason === 'unreachable' || reason === 'refused';
}

/** What became of a message's media: fetched, or why not. */
export interface MediaRecord {
  readonly content?: ObjectRef;
  readonly durationMs?: number;
  readonly kind: 'media';
  /** As the bytes say. */
  readonly mime?: string;
  /** Entry. */
  readonly of: number;
  /** Why it is missing. */
  readonly reason?: MediaMissing;
  readonly recordedAt: string;
  readonly state: 'present' | 'missing';
  readonly thumbnail?: ObjectRef;
  readonly tries: number;
  readonly v: 1;
}

/** Rules of input that a record does not keep. It is kept all the same. */
export interface FlagRecord {
  /** Rule and member, as `rule@member`. */
  readonly flags: readonly string[];
  readonly kind: 'flag';
  readonly of: number;
  readonly recordedAt: string;
  readonly source: 'webhook' | 'export' | 'api' | 'console';
  readonly v: 1;
}

/** The call that sends an intended message is about to be made. After this it is never made again. */
export interface AttemptRecord {
  readonly kind: 'attempt';
  /** Entry that is intended. */
  readonly of: number;
  readonly recordedAt: string;
  readonly v: 1;
}

/** What came of an intended message. `unknown`: the answer was lost, and it may have been sent. */
export interface OutcomeRecord {
  readonly code?: number;
  readonly kind: 'outcome';
  readonly of: number;
  /** Why, from the rule's own list; or the meaning of the platform's code. */
  readonly reason?: string;
  readonly recordedAt: string;
  /** The rule of policy that decided it. */
  readonly rule?: string;
  readonly state: 'accepted' | 'refused' | 'failed' | 'unknown' | 'waiting';
  /** With `waiting`: calls made so far. */
  readonly tries?: number;
  /** With `waiting`: not before. */
  readonly until?: string;
  readonly v: 1;
  /** The number that the platform reached, as it says. */
  readonly waId?: string;
  readonly wamid?: string;
}

/** The platform stopped a number, or an account with all its numbers, or marketing of one: nothing of it goes out until somebody lifts this. */
export interface HaltRecord {
  readonly act: 'stop-all' | 'pause-campaign';
  /** The platform's error. */
  readonly code: number;
  readonly kind: 'halt';
  /** phone_number_id of the number that was refused. */
  readonly number: string;
  readonly recordedAt: string;
  readonly scope: 'number' | 'account';
  readonly v: 1;
}

/** Somebody dealt with the cause: what was stopped goes on. */
export interface HaltLiftedRecord {
  readonly actor: string;
  readonly halt: number;
  readonly kind: 'halt-lifted';
  readonly reason: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/** Somebody's program may act within these scopes. The secret itself stands nowhere. */
export interface ApiKeyRecord {
  readonly actor: string;
  /** SHA-256 of the key, hex. */
  readonly digest: string;
  readonly expiresAt?: string;
  readonly kind: 'api-key';
  readonly name: string;
  readonly recordedAt: string;
  readonly scopes: readonly string[];
  readonly v: 1;
}

export interface ApiKeyRevokedRecord {
  readonly actor: string;
  readonly key: number;
  readonly kind: 'api-key-revoked';
  readonly recordedAt: string;
  readonly v: 1;
}

/** An address that is told of events. */
export interface HookRecord {
  readonly actor: string;
  /** Events go there with what was said. */
  readonly content?: true;
  /** Kinds of events; all where there are none. */
  readonly events: readonly string[];
  readonly kind: 'hook';
  readonly name: string;
  readonly recordedAt: string;
  /** Base64, 32 bytes: signs what is sent there. */
  readonly secret: string;
  readonly url: string;
  readonly v: 1;
}

export interface HookRemovedRecord {
  readonly actor: string;
  readonly hook: number;
  readonly kind: 'hook-removed';
  readonly recordedAt: string;
  readonly v: 1;
}

/** All events up to `upTo` reached the address, or were given up on after their time. */
export interface HookProgressRecord {
  readonly hook: number;
  readonly kind: 'hook-progress';
  readonly missed: number;
  readonly recordedAt: string;
  readonly upTo: number;
  readonly v: 1;
}

export type PlatformRecord =
  | DeliveryRecord
  | ChannelRecord
  | TitleRecord
  | StatusRecord
  | ReactionRecord
  | ContactRecord
  | PreferenceRecord
  | EventRecord
  | MergeRecord
  | SplitRecord
  | MediaRecord
  | FlagRecord
  | AttemptRecord
  | OutcomeRecord
  | HaltRecord
  | HaltLiftedRecord
  | ApiKeyRecord
  | ApiKeyRevokedRecord
  | HookRecord
  | HookRemovedRecord
  | HookProgressRecord;

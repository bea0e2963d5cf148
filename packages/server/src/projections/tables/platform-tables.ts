// The tables of what the platform delivers and is asked to send. Like every table: references, numbers, times and keyed digests,
// never content.

/** A business number and one other side, and the conversation in which they meet. */
export interface ChannelTable {
  /** Seq of the channel record. */
  readonly seq: number;
  readonly chat: number;
  /** Keyed digest of the number and the other side. */
  readonly digest: Uint8Array;
}

/** What conversations came to be called. */
export interface TitleTable {
  readonly seq: number;
  readonly chat: number;
  /** Seconds since 1970 from which it holds; of two at once the younger record. */
  readonly at: number;
  /** Keyed digest of the folded title. */
  readonly title: Uint8Array;
}

/** The entries that carry a message of the platform; more than one where what it says was contested. */
export interface WamidTable {
  readonly digest: Uint8Array;
  readonly seq: number;
  readonly chat: number;
}

/** Pieces of deliveries, so that the same bytes are not recorded again. */
export interface PieceTable {
  readonly digest: Uint8Array;
  readonly seq: number;
}

/** What refers to another message by the platform's id: edits and revokes (entries), reactions. */
export interface LinkTable {
  readonly seq: number;
  readonly target: Uint8Array;
  readonly chat: number;
  /** 1 an edit or a revoke, 2 a reaction. */
  readonly what: number;
  /** Person who did it; 0 for unknown. */
  readonly person: number;
  readonly at: number;
}

/** How far messages got: every event. */
export interface StatusTable {
  readonly seq: number;
  /** Keyed digest of the wamid. */
  readonly wamid: Uint8Array;
  /** Keyed digest of the sender's own mark; empty where there is none. */
  readonly callback: Uint8Array;
  readonly person: number;
  /** Place in STATUS_STATES; 0 for one that is not known here. */
  readonly state: number;
  /** Seconds since 1970. */
  readonly at: number;
  readonly code: number;
}

/** What became of an entry's media; and, under the entry's own seq, that it is still to be fetched. */
export interface MediaTable {
  readonly seq: number;
  readonly of: number;
  /** Place in MEDIA_STATES. */
  readonly present: number;
  /** Keyed digest of the content's hash; empty where there is none. */
  readonly content: Uint8Array;
}

/** Rules of input that a record does not keep. */
export interface FlagTable {
  readonly seq: number;
  readonly of: number;
  readonly rule: string;
  readonly field: string;
  readonly source: string;
  /** Weeks since 1970-01-05, a Monday. */
  readonly week: number;
}

/** Messages that were to be sent, and how far that got. */
export interface IntentTable {
  readonly seq: number;
  readonly chat: number;
  /** Place in INTENT_STATES. */
  readonly state: number;
  readonly callback: Uint8Array;
  /** Keyed digest of the caller's key; empty where there is none. */
  readonly idempotency: Uint8Array;
  /** Seconds since 1970 before which nothing is tried; 0 for at once. */
  readonly until: number;
  /** Seq of the newest attempt or outcome; 0 before the first. */
  readonly by: number;
}

/** Two persons who are one. */
export interface MergeTable {
  readonly seq: number;
  readonly person: number;
  readonly into: number;
  /** Seq of the record that split them again; 0 while they are one. */
  readonly split: number;
}

/** A person's wish about a category of messages. */
export interface PreferenceTable {
  readonly seq: number;
  readonly person: number;
  readonly category: string;
  /** 1 stop, 0 resume. */
  readonly stop: number;
  readonly at: number;
}

/** What the platform stopped. */
export interface HaltTable {
  readonly seq: number;
  /** Seq of the record that lifted it; 0 while it holds. */
  readonly lifted: number;
}

export interface ApiKeyTable {
  readonly seq: number;
  /** SHA-256 of the key. */
  readonly digest: Uint8Array;
  /** Seconds since 1970; 0 for never. */
  readonly expires: number;
  /** Seq of the record that revoked it; 0 while it holds. */
  readonly revoked: number;
}

export interface HookTable {
  readonly seq: number;
  readonly removed: number;
  /** Every event up to this seq was delivered or given up. */
  readonly up_to: number;
  readonly missed: number;
}

/** What an event of the platform is about; its words stand in the record. */
export interface EventTable {
  readonly seq: number;
  readonly field: string;
  readonly name: string;
  /** 1 where nobody here knows the field or its shape. */
  readonly strange: number;
  /** Person who rang the business; 0 for every other event. */
  readonly caller: number;
  /** Seconds since 1970. */
  readonly at: number;
}

/** States of a message on its way, by their number in the tables; a later one outranks an earlier one. */
export const STATUS_STATES = ['', 'sent', 'failed', 'delivered', 'read', 'played', 'deleted'] as const;

/** States of a message that was to be sent, by their number in the tables. */
export const INTENT_STATES = ['intended', 'waiting', 'attempted', 'accepted', 'refused', 'failed', 'unknown'] as const;

/** What a row of media says, by its number in the table. */
const MEDIA_STATES = ['missing', 'present', 'wanted'] as const;
export const MEDIA_WANTED: number = MEDIA_STATES.indexOf('wanted');

export const LINK_VERSION = 1;
export const LINK_REACTION = 2;

export interface PlatformTables {
  readonly channel: ChannelTable;
  readonly title: TitleTable;
  readonly wamid: WamidTable;
  readonly piece: PieceTable;
  readonly link: LinkTable;
  readonly status: StatusTable;
  readonly media: MediaTable;
  readonly flag: FlagTable;
  readonly intent: IntentTable;
  readonly merge: MergeTable;
  readonly preference: PreferenceTable;
  readonly halt: HaltTable;
  readonly api_key: ApiKeyTable;
  readonly hook: HookTable;
  readonly event: EventTable;
}

/** The columns that order each table. */
export const PLATFORM_TABLE_ORDER: Readonly<Record<keyof PlatformTables, string>> = {
  channel: 'seq',
  title: 'seq',
  wamid: 'digest, seq',
  piece: 'digest, seq',
  link: 'seq',
  status: 'seq',
  media: 'seq',
  flag: 'seq, rule, field',
  intent: 'seq',
  merge: 'seq',
  preference: 'seq',
  halt: 'seq',
  api_key: 'seq',
  hook: 'seq',
  event: 'seq',
};

export const PLATFORM_MIGRATION: string = `
  create table channel (seq integer primary key, chat integer not null, digest blob not null) strict;
  create index channel_digest on channel (digest);
  create index channel_chat on channel (chat);
  create table title (seq integer primary key, chat integer not null, at integer not null, title blob not null) strict;
  create index title_chat on title (chat);
  create index title_title on title (title);
  create table wamid (digest blob not null, seq integer not null, chat integer not null,
    primary key (digest, seq)) strict, without rowid;
  create index wamid_seq on wamid (seq);
  create table piece (digest blob not null, seq integer not null, primary key (digest, seq)) strict, without rowid;
  create index piece_seq on piece (seq);
  create table link (seq integer primary key, target blob not null, chat integer not null, what integer not null,
    person integer not null, at integer not null) strict;
  create index link_target on link (target);
  create table status (seq integer primary key, wamid blob not null, callback blob not null, person integer not null,
    state integer not null, at integer not null, code integer not null) strict;
  create index status_wamid on status (wamid);
  create index status_stopped on status (person, at) where code = 131050;
  create index status_callback on status (callback) where length(callback) > 0;
  create table media (seq integer primary key, of integer not null, present integer not null,
    content blob not null) strict;
  create index media_wanted on media (of) where present = 2;
  create index media_content on media (content) where length(content) > 0;
  create index media_of on media (of);
  create table flag (seq integer not null, of integer not null, rule text not null, field text not null,
    source text not null, week integer not null, primary key (seq, rule, field)) strict, without rowid;
  create index flag_of on flag (of);
  create table intent (seq integer primary key, chat integer not null, state integer not null, callback blob not null,
    idempotency blob not null, until integer not null, by integer not null) strict;
  create index intent_open on intent (state) where state < 3;
  create index intent_callback on intent (callback);
  create index intent_idempotency on intent (idempotency) where length(idempotency) > 0;
  create table merge (seq integer primary key, person integer not null, "into" integer not null,
    split integer not null) strict;
  create index merge_person on merge (person);
  create table preference (seq integer primary key, person integer not null, category text not null,
    stop integer not null, at integer not null) strict;
  create index preference_person on preference (person);
  create table halt (seq integer primary key, lifted integer not null) strict;
  create table api_key (seq integer primary key, digest blob not null, expires integer not null,
    revoked integer not null) strict;
  create index api_key_digest on api_key (digest);
  create table hook (seq integer primary key, removed integer not null, up_to integer not null,
    missed integer not null) strict;
  create table event (seq integer primary key, field text not null, name text not null, strange integer not null,
    caller integer not null, at integer not null) strict;
  create index event_field on event (field, seq);
  create index event_caller on event (caller, at) where caller > 0;
  `;

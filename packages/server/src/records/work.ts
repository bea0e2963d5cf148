// Records of the work at conversations: who has it, its labels, when it rests, what colleagues write beside it, how far each has
// read; and the business's own words for it, labels and canned replies. What is about a customer stands under the conversation's
// key, so that an erasure takes it along.

interface Done {
  readonly actor: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/** Who has the conversation; neither: nobody. */
interface Assigned {
  readonly act: 'assign';
  /** Account id. */
  readonly assignee?: string;
  /** A team's name. */
  readonly team?: string;
}

/** A label is put on, or taken off. */
interface Labelled {
  readonly act: 'label' | 'unlabel';
  readonly label: number;
}

/** It comes back by itself then, or when the other side writes. */
interface Snoozed {
  readonly act: 'snooze';
  readonly until: string;
}

/** Wake ends a snooze; a closed one also opens when the other side writes. */
interface Turned {
  readonly act: 'wake' | 'close' | 'reopen';
}

/** The actor has read up to this entry; unread: as if they had read only that far. */
interface Read {
  readonly act: 'read' | 'unread';
  readonly upTo: number;
}

export type WorkSaid = Assigned | Labelled | Snoozed | Turned | Read;

/** Something was done with a conversation. */
export type WorkRecord = Done &
  WorkSaid & {
    readonly chat: number;
    readonly kind: 'work';
    /** One of many that one act changed: the audit record of the act stands for all of them. */
    readonly together?: true;
  };

/** What a colleague writes beside a conversation; the other side never sees it. */
export interface NoteRecord extends Done {
  readonly chat: number;
  readonly kind: 'note';
  /** Account ids of who is called. */
  readonly mentions: readonly string[];
  readonly text: string;
}

/** A label that the owner defines; with `of` it is that one, changed, or taken out of use. */
export interface LabelRecord extends Done {
  /** 1 to 6. */
  readonly colour: number;
  readonly kind: 'label';
  readonly name: string;
  readonly of?: number;
  readonly removed?: true;
}

/** A reply that is kept to be used again; `{name}` and `{agent}` stand for names. */
export interface CannedReplyRecord extends Done {
  readonly kind: 'canned-reply';
  readonly name: string;
  readonly of?: number;
  readonly removed?: true;
  readonly text: string;
}

/** As the platform bills: replies, and templates by their category. */
export type PricedCategory = 'service' | 'utility' | 'marketing' | 'authentication';

/** What a message costs, as the owner says. */
export interface MessagePrice {
  /** Decimal. */
  readonly amount: string;
  readonly category: PricedCategory;
  /** ISO 4217. */
  readonly currency: string;
  /** Digits with which numbers begin that it is for; empty: all others. */
  readonly prefix: string;
}

/** How the inbox behaves for everybody. */
export interface InboxSettingsRecord extends Done {
  readonly kind: 'inbox-settings';
  readonly prices?: readonly MessagePrice[];
  /** Whether the other side is told that its messages were read. */
  readonly readReceipts: boolean;
}

export type WorkDomainRecord = WorkRecord | NoteRecord | LabelRecord | CannedReplyRecord | InboxSettingsRecord;

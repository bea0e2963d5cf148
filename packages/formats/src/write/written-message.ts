// What the writers are given: one message, system line or call as it shall be shown, in the order it shall stand.
// Who may see what was decided before; a writer writes all it is given.

/** A file of a message. `name` is the original one; `href` a relative path beside the HTML, `/` between segments. */
export interface WrittenMedia {
  readonly state: 'present' | 'omitted' | 'missing';
  readonly name?: string;
  readonly href?: string;
  readonly mime?: string;
  /** Why it is missing, where that is known. */
  readonly reason?: string;
}

/** What a message said before. `at` as in `WrittenMessage`. */
export interface WrittenVersion {
  readonly text: string;
  readonly at?: string;
}

/** Latitude and longitude are decimal strings as they arrived; `url` the address that came with them. */
export interface WrittenLocation {
  readonly latitude?: string;
  readonly longitude?: string;
  readonly name?: string;
  readonly address?: string;
  readonly url?: string;
}

export interface WrittenPoll {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly votes: number }[];
}

/** A mark that somebody set on a message. */
export interface WrittenReaction {
  readonly emoji: string;
  readonly by?: string;
}

/** The message that another answers. */
export interface WrittenReply {
  readonly seq?: number;
  readonly author?: string;
  readonly text: string;
}

/** How far a message got, where it is known; the writers have words for these. */
export type WrittenState = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/**
 * One line of a conversation. `at` is a wall time, `YYYY-MM-DDTHH:MM[:SS]`, of no named zone. `type` names the content
 * (`text`, `image`, `video`, `audio`, `voice`, `document`, `sticker`, `gif`, `location`, `contact`, `poll`, …). `seq` is the
 * number of the entry in the ledger.
 */
export interface WrittenMessage {
  readonly at: string;
  readonly author?: string;
  readonly text: string;
  readonly kind: 'message' | 'system' | 'call' | 'deleted';
  readonly type: string;
  readonly edited?: boolean;
  readonly media?: WrittenMedia;
  readonly versions?: readonly WrittenVersion[];
  readonly location?: WrittenLocation;
  readonly poll?: WrittenPoll;
  readonly seq?: number;
  /** The instant that `at` is, where it is known: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly instant?: string;
  readonly state?: WrittenState;
  readonly reactions?: readonly WrittenReaction[];
  readonly reply?: WrittenReply;
  /** Rules of input that the message does not keep. */
  readonly flags?: readonly string[];
}

/** Messages one by one or in batches; batches spare a wait for each. */
export type WrittenMessages = AsyncIterable<WrittenMessage | readonly WrittenMessage[]>;

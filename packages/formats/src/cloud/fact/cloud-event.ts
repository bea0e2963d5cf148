// Everything that is neither a message nor said of one person: template, account, quality, group, call and flow events, the
// progress of a history, changes to the app's address book, errors out of band, and whatever nobody here knows.
import type { CloudChannel } from './channel.ts';
import type { CloudError } from './cloud-error.ts';
import type { PersonMarks } from './person-marks.ts';

export interface CloudEvent {
  readonly fact: 'event';
  readonly channel: CloudChannel;
  /** The webhook field, verbatim; empty for what stands outside of any. */
  readonly field: string;
  /** What happened, where the field says so (`event`, `type`, `decision`, `action`, …); otherwise empty. */
  readonly name: string;
  /** Seconds since 1970 where it says so. */
  readonly at?: number;
  /** Whom it is about, where exactly one person is named. */
  readonly person?: PersonMarks;
  readonly group?: string;
  /** What a group is called from now on. */
  readonly subject?: string;
  /** Of a call: a person rang the business. Absent where the business rang, and for what a call came to. */
  readonly isIncomingCall?: true;
  readonly errors?: readonly CloudError[];
  /** How far the history of a number has come: phase 0 to 2, the chunk's place in it, and percent of all. */
  readonly progress?: { readonly phase?: number; readonly chunkOrder?: number; readonly percent?: number };
  /** False where nobody here knows the field or its shape: kept and shown as such. */
  readonly isKnown: boolean;
}

// The kinds of events and what one says: what happened, by numbers. The words of a message are added by whoever may show them.

/** Every kind of event, with what it says. */
export const EVENT_TYPES = {
  message: 'Something was said in a conversation, or is to be sent.',
  'message.edited': 'A message was changed; `message` is the one it belongs to.',
  'message.deleted': 'A message was taken back by its sender. What it said stays on record.',
  'message.status': 'How far a message got: `state`, and `code` where it failed.',
  'message.reaction': 'An emoji was set on a message; without `emoji` it was taken away.',
  'message.media': 'The file of a message was fetched, or could not be: `state`, `reason`.',
  'message.flagged': 'A message does not keep rules of input: `rules`.',
  'message.sending': 'What came of a message that was to be sent: `state`, `reason`, `code`.',
  'conversation.opened': 'A number of the business and another side came together in a conversation.',
  'conversation.work':
    'Somebody worked at a conversation: `state` says what (assign, label, unlabel, snooze, wake, close, reopen, read, unread, note).',
  'person.preference': 'A person wishes (`value` resume) or does not wish (stop) messages of a `category`.',
  'person.merged': '`person` and `into` are one.',
  'person.split': 'A merge (`of`) was wrong: they are two again.',
  'person.changed': 'A field that the business keeps of a `person` was changed: `field`.',
  'platform.event': 'The platform told of a template, an account, its quality or something else: `field`, `name`.',
  'import.completed': 'An export was taken in: `import`, `count` entries.',
  'import.withdrawn': 'An import was taken back and is not shown any more.',
  erased: 'Records were erased for good: those of `erased` must be forgotten by whoever copied them.',
} as const;

export type EventType = keyof typeof EVENT_TYPES;

export interface LedgerEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: string;
  readonly conversation?: number;
  readonly person?: number;
  readonly message?: number;
  readonly state?: string;
  readonly code?: number;
  readonly reason?: string;
  readonly emoji?: string;
  readonly rules?: readonly string[];
  readonly into?: number;
  readonly of?: number;
  readonly category?: string;
  readonly value?: string;
  readonly field?: string;
  readonly name?: string;
  readonly import?: number;
  readonly count?: number;
  /** Runs of records. */
  readonly erased?: readonly { readonly first: number; readonly count: number }[];
  /** Who or what was erased as a whole. */
  readonly scope?: string;
  readonly ids?: readonly number[];
}

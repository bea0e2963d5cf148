// What it means that an entry shows a message the chat holds: nothing new, or which new version. The table is the
// rule; whatever it does not list is a different message.

import { type Columns, MEDIA_STATES, NOTICE_STATES, STATE } from './columns.ts';
import type { VersionReason } from './message-fact.ts';

/** How the entry's text relates to the held one. `gained` and `lost`: one of them is empty. As bits, to name sets. */
const WORDS = { same: 1, gained: 2, lost: 4, other: 8 } as const;
const ANY_WORDS = 15;

/** The edited mark: `now` on the entry, `first` on the entry but not on the held version, `before` on the held one only. */
type Mark = 'now' | 'first' | 'before';

interface Transition {
  readonly held: number;
  readonly incoming: number;
  readonly words: number;
  readonly mark?: Mark;
  /** Both sides have a media name and they differ. */
  readonly otherName?: true;
  readonly outcome: 'duplicate' | VersionReason;
}

const CONTENT = STATE.text | MEDIA_STATES;
const { text, present, omitted, deleted } = STATE;

/**
 * The first line that fits decides. The poorer entry (media omitted, caption missing, mark missing) adds nothing; an
 * entry that shows a later or an earlier state adds a version. An edited mark on an unchanged text is itself new: it says that there was an
 * edit, whose other text nobody holds.
 */
const TRANSITIONS: readonly Transition[] = [
  { held: omitted, incoming: present, words: WORDS.same | WORDS.gained | WORDS.lost, outcome: 'media' },
  { held: omitted, incoming: present, words: WORDS.other, mark: 'now', outcome: 'media' },
  { held: omitted, incoming: present, words: WORDS.other, mark: 'before', outcome: 'media' },
  {
    held: present,
    incoming: present,
    words: WORDS.same | WORDS.gained | WORDS.lost,
    otherName: true,
    outcome: 'other-media',
  },
  { held: MEDIA_STATES, incoming: MEDIA_STATES, words: WORDS.same | WORDS.gained, mark: 'first', outcome: 'edited' },
  { held: MEDIA_STATES, incoming: MEDIA_STATES, words: WORDS.gained, outcome: 'caption' },
  { held: MEDIA_STATES, incoming: MEDIA_STATES, words: WORDS.same | WORDS.lost, outcome: 'duplicate' },
  { held: MEDIA_STATES, incoming: MEDIA_STATES, words: WORDS.other, mark: 'now', outcome: 'edited' },
  { held: MEDIA_STATES, incoming: MEDIA_STATES, words: WORDS.other, mark: 'before', outcome: 'before-edit' },
  { held: text, incoming: text, words: WORDS.same, mark: 'first', outcome: 'edited' },
  { held: text, incoming: text, words: WORDS.same, outcome: 'duplicate' },
  { held: text, incoming: text, words: WORDS.other, mark: 'now', outcome: 'edited' },
  { held: text, incoming: text, words: WORDS.other, mark: 'before', outcome: 'before-edit' },
  { held: CONTENT, incoming: deleted, words: ANY_WORDS, outcome: 'deleted' },
  { held: deleted, incoming: CONTENT, words: ANY_WORDS, outcome: 'before-deletion' },
  { held: deleted, incoming: deleted, words: ANY_WORDS, outcome: 'duplicate' },
  { held: NOTICE_STATES, incoming: NOTICE_STATES, words: ANY_WORDS, outcome: 'duplicate' },
];

/** A row on each side. */
export interface RowPair {
  readonly held: Columns;
  readonly heldRow: number;
  readonly incoming: Columns;
  readonly incomingRow: number;
}

/** What the entry adds to the held version if both are the same message; 'different' if they cannot be. */
export function judge(pair: RowPair): 'duplicate' | 'different' | VersionReason {
  const held = pair.held.state(pair.heldRow);
  const incoming = pair.incoming.state(pair.incomingRow);
  const words = relateWords(pair);
  const wasEdited = pair.held.isEdited(pair.heldRow);
  const isEdited = pair.incoming.isEdited(pair.incomingRow);
  for (const rule of TRANSITIONS) {
    if ((rule.held & held) === 0 || (rule.incoming & incoming) === 0 || (rule.words & words) === 0) continue;
    if (rule.mark === 'now' && !isEdited) continue;
    if (rule.mark === 'first' && (!isEdited || wasEdited)) continue;
    if (rule.mark === 'before' && (isEdited || !wasEdited)) continue;
    if (rule.otherName && !hasOtherName(pair)) continue;
    return rule.outcome;
  }
  return 'different';
}

function relateWords({ held, heldRow, incoming, incomingRow }: RowPair): number {
  const [before, now] = [held.text[heldRow], incoming.text[incomingRow]];
  if (before === now) return WORDS.same;
  if (before === 0) return WORDS.gained;
  return now === 0 ? WORDS.lost : WORDS.other;
}

function hasOtherName({ held, heldRow, incoming, incomingRow }: RowPair): boolean {
  const [before, now] = [held.name[heldRow], incoming.name[incomingRow]];
  return before !== now && before !== 0 && now !== 0;
}

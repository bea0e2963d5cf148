// The rows of a feed: messages with a rule above each day and above what is new, notes between them, and which messages belong to one
// run of one speaker. Pure: the same messages make the same rows.

import type { Message } from '@acta/server/client';
import { dayOf, momentOf, utcMoment } from './moment.ts';

/** What a colleague wrote beside the conversation. */
export interface FeedNote {
  readonly id: number;
  readonly text: string;
  readonly name?: string | undefined;
  readonly at: string;
}

export type FeedRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: Date }
  | { readonly kind: 'new'; readonly key: string; readonly count: number }
  | { readonly kind: 'system'; readonly key: string; readonly message: Message; readonly at: Date }
  | { readonly kind: 'note'; readonly key: string; readonly note: FeedNote; readonly at: Date }
  | { readonly kind: 'erased'; readonly key: string; readonly erased: ErasedHere; readonly at: Date }
  | ({ readonly kind: 'message' } & MessageRow);

/** Entries that were erased where they stood. */
export type ErasedHere = NonNullable<Message['erased']>[number];

export interface MessageRow {
  readonly key: string;
  readonly message: Message;
  readonly at: Date;
  /** Whether it begins, and ends, what one speaker said in a run. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface Fed {
  readonly messages: readonly Message[];
  readonly notes?: readonly FeedNote[];
  /** What stood before all of them and was erased. */
  readonly erasedFirst?: readonly ErasedHere[] | undefined;
  /** The first message that is new here, and how many are. */
  readonly fresh?: { readonly from: number; readonly count: number } | undefined;
}

/** A run breaks when nothing was said for this long. */
const RUN_MS = 15 * 60_000;

type Piece = Exclude<FeedRow, { readonly kind: 'day' | 'new' }>;

/** The rows, oldest first. */
export function feedRows({ erasedFirst = [], fresh, messages, notes = [] }: Fed): readonly FeedRow[] {
  const pieces = withNotes(withErased(messages, erasedFirst), notes);
  const rows: FeedRow[] = [];
  let day = '';
  for (const [index, piece] of pieces.entries()) {
    const today = dayOf(piece.at);
    if (today !== day) rows.push({ kind: 'day', key: `day-${today}`, at: piece.at });
    const isFresh = fresh !== undefined && piece.kind === 'message' && piece.message.id === fresh.from;
    if (isFresh) rows.push({ kind: 'new', key: 'new', count: fresh.count });
    const goesOn = (other: Piece | undefined): boolean => other !== undefined && isRun(other, piece);
    rows.push(
      piece.kind === 'message'
        ? {
            ...piece,
            isFirst: isFresh || today !== day || !goesOn(pieces[index - 1]),
            isLast: !goesOn(pieces[index + 1]) || isFreshPiece(pieces[index + 1], fresh),
          }
        : piece,
    );
    day = today;
  }
  return rows;
}

function isFreshPiece(piece: Piece | undefined, fresh: Fed['fresh']): boolean {
  return piece?.kind === 'message' && piece.message.id === fresh?.from;
}

/** Each message, and behind it a line for each order that erased what stood there. */
function withErased(messages: readonly Message[], erasedFirst: readonly ErasedHere[]): readonly Piece[] {
  const [oldest] = messages;
  const line = (erased: ErasedHere, beside: Message): Piece => ({
    kind: 'erased',
    key: `erased-${beside.id}-${erased.order}`,
    erased,
    at: momentOf(beside),
  });
  return [
    ...(oldest === undefined ? [] : erasedFirst.map((one) => ({ ...line(one, oldest), key: `erased-0-${one.order}` }))),
    ...messages.flatMap((message) => [
      pieceOf(message),
      ...(message.erased ?? []).map((erased) => line(erased, message)),
    ]),
  ];
}

function pieceOf(message: Message): Piece {
  const at = momentOf(message);
  const key = `message-${message.id}`;
  if (message.kind === 'system' || message.direction === 'none') return { kind: 'system', key, message, at };
  return { kind: 'message', key, message, at, isFirst: true, isLast: true };
}

/** Notes where their time puts them; those before the first message that is held here wait until it is there. */
function withNotes(pieces: readonly Piece[], notes: readonly FeedNote[]): readonly Piece[] {
  const waiting = notes
    .map((note): Piece => ({ kind: 'note', key: `note-${note.id}`, note, at: utcMoment(note.at) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const found: Piece[] = [];
  let next = 0;
  const first = pieces[0];
  if (first !== undefined) while ((waiting[next]?.at ?? first.at) < first.at) next++;
  for (const piece of pieces) {
    for (let note = waiting[next]; note !== undefined && note.at < piece.at; note = waiting[++next]) found.push(note);
    found.push(piece);
  }
  return [...found, ...waiting.slice(next)];
}

function isRun(one: Piece, other: Piece): boolean {
  if (one.kind !== 'message' || other.kind !== 'message') return false;
  if (one.message.direction !== other.message.direction) return false;
  if (one.message.person !== other.message.person || one.message.author !== other.message.author) return false;
  return dayOf(one.at) === dayOf(other.at) && Math.abs(one.at.getTime() - other.at.getTime()) < RUN_MS;
}

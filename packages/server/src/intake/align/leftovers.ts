// Pairs what no equal text could pair: in one minute, by one author, in file order, and only where one side is media,
// omitted, deleted or edited (the rounds below). Under another clock and language also system lines and calls by what they say.

import { type Columns, MEDIA_STATES, NOTICE_STATES, STATE } from './columns.ts';
import type { Sayings } from './nearby.ts';
import { coverage } from './nearby.ts';
import { BY_MINUTE, type Pairing, type Precision, SAME_MINUTE, SAME_TIME } from './pairing.ts';

/** Rows of these states; with or without text; with the edited mark where `edited` is set. */
interface Sort {
  readonly states: number;
  readonly words?: 'some' | 'none';
  readonly edited?: true;
}

interface Round {
  readonly held: Sort;
  readonly incoming: Sort;
  /** Only media of one name. */
  readonly byName?: true;
}

const CONTENT = STATE.text | MEDIA_STATES;
const { present, omitted } = STATE;
const CAPTIONED: Sort = { states: MEDIA_STATES, words: 'some' };

/** Media of which one side shows no caption. */
function captionRounds(held: number, incoming: number, byName?: true): Round[] {
  const named = byName ? { byName } : {};
  return [
    { held: { states: held, words: 'none' }, incoming: { states: incoming, words: 'some' }, ...named },
    { held: { states: held }, incoming: { states: incoming, words: 'none' }, ...named },
  ];
}

/** What may pair with what, the surest first: every held row of a round's sort can be every entry of its. */
const ROUNDS: readonly Round[] = [
  ...captionRounds(present, present, true),
  ...captionRounds(omitted, MEDIA_STATES),
  ...captionRounds(present, omitted),
  { held: CAPTIONED, incoming: { ...CAPTIONED, edited: true } },
  { held: { ...CAPTIONED, edited: true }, incoming: CAPTIONED },
  { held: { states: STATE.text }, incoming: { states: STATE.text, edited: true } },
  { held: { states: STATE.text, edited: true }, incoming: { states: STATE.text } },
  { held: { states: CONTENT }, incoming: { states: STATE.deleted } },
  { held: { states: STATE.deleted }, incoming: { states: CONTENT } },
];

/** Another phone names its files otherwise. */
export const CROSSING_ROUNDS: readonly Round[] = [...captionRounds(present, present), ...ROUNDS];

/** The version of a fact that one sort takes. */
export function isOfSort(side: Columns, row: number, sort: Sort): boolean {
  if ((side.state(row) & sort.states) === 0 || (sort.edited && !side.isEdited(row))) return false;
  if (sort.words === undefined) return true;
  return (side.text[row] !== 0) === (sort.words === 'some');
}

/** Pairs changed messages of one time. `crossing`: the file is another phone's. */
export function pairChanged(pairing: Pairing, crossing: boolean): void {
  const rounds = crossing ? CROSSING_ROUNDS : ROUNDS;
  for (const round of rounds) pairRound(pairing, round, { precisions: SAME_TIME });
}

/** Pairs changed messages whose clocks differ: other seconds, then a minute apart, where the file covers the held one. */
export function pairMoved(pairing: Pairing, sayings: Sayings): void {
  const covers = coverage(pairing, sayings);
  for (const round of CROSSING_ROUNDS) pairRound(pairing, round, { precisions: SAME_MINUTE, covers });
  for (const minutesLater of [-1, 1]) {
    for (const round of CROSSING_ROUNDS) pairRound(pairing, round, { precisions: BY_MINUTE, covers, minutesLater });
  }
}

interface Reach {
  readonly precisions: readonly Precision[];
  readonly covers?: (minute: number) => boolean;
  readonly minutesLater?: number;
}

function pairRound(pairing: Pairing, round: Round, { precisions, covers, minutesLater = 0 }: Reach): void {
  const { held, incoming } = pairing;
  for (const precision of precisions) {
    pairing.run({
      heldKey: (row) =>
        isOfSort(held, row, round.held) && (covers?.(held.minute(row)) ?? true) ? (held.author[row] ?? 0) : -1,
      incomingKey: (row) => (isOfSort(incoming, row, round.incoming) ? (incoming.author[row] ?? 0) : -1),
      byName: round.byName ?? false,
      precision,
      minutesLater,
    });
  }
}

/** Pairs system lines and calls of another platform or language, whoever they name: first by wording, then by what they say. */
export function pairNotices(pairing: Pairing): void {
  const { held, incoming } = pairing;
  const wording = (side: Columns, row: number): number =>
    isNotice(side, row) && side.text[row] !== 0 ? (side.text[row] ?? 0) * 64 + side.state(row) : -1;
  const meaning = (side: Columns, row: number): number =>
    isNotice(side, row) && side.name[row] !== 0 ? (side.name[row] ?? 0) * 64 + side.state(row) : -1;
  for (const minutesLater of [0, -1, 1]) {
    for (const key of [wording, meaning]) {
      for (const precision of BY_MINUTE) {
        pairing.run({
          heldKey: (row) => key(held, row),
          incomingKey: (row) => key(incoming, row),
          precision,
          minutesLater,
        });
      }
    }
  }
}

function isNotice(side: Columns, row: number): boolean {
  return (side.state(row) & NOTICE_STATES) !== 0;
}

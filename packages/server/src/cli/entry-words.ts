// What an entry says, on one line, with what stands beside it: how far it got, what it answers, reactions, media, rules that it
// does not keep. Words for people; programs read `entry-json.ts`.

import { detailsOf, graphErrorRule } from '@acta/formats';
import type { EntryRecord } from '../records/conversation.ts';
import type { EntryMarks } from '../views/entry-marks.ts';
import type { Quote } from '../views/quotes.ts';
import { oneLine, printable } from './command.ts';
import { isSentence, type SentenceKey, type Sentences } from './sentences/index.ts';

/** What stands beside an entry. */
export interface Beside {
  readonly marks?: EntryMarks;
  readonly quote?: Quote;
}

/** What an entry says, on one line, with its marks. */
export function spoken(say: Sentences, record: EntryRecord, beside: Beside = {}): string {
  const { marks, quote } = beside;
  const before: string[] = [];
  if (record.replyTo !== undefined) before.push(quoted(say, quote));
  if (record.kind === 'deleted') before.push(say('show.deleted'));
  if (record.media !== undefined) before.push(mediaWords(say, record, marks));
  if (record.edited === true) before.push(say('show.edited'));
  const what = record.text === '' ? unworded(say, record) : oneLine(record.text);
  return [...before, what, ...(marks === undefined ? [] : markWords(say, marks))].filter((one) => one !== '').join(' ');
}

const QUOTED_LENGTH = 60;

function quoted(say: Sentences, quote: Quote | undefined): string {
  if (quote === undefined) return say('show.replyUnknown');
  const text = oneLine(quote.text === '' ? `[${quote.type}]` : quote.text);
  const start = text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH).toWellFormed()}…` : text;
  return say('show.reply', { seq: quote.seq, text: start });
}

function mediaWords(say: Sentences, { media, type }: EntryRecord, marks: EntryMarks | undefined): string {
  const told = marks?.media;
  const state = told?.state ?? media?.state ?? '';
  const shown = { type, name: printable(media?.name ?? told?.mime ?? ''), state };
  if (told?.reason === undefined || told.state === 'present') return say('show.media', shown);
  return say('show.mediaMissing', { ...shown, reason: worded(say, `media.${told.reason}`, told.reason) });
}

/** What has no words of its own. */
function unworded(say: Sentences, record: EntryRecord): string {
  if (record.origin === undefined || record.kind !== 'message' || record.media !== undefined) return '';
  if (record.type === 'unsupported' || record.type === 'unknown') {
    const what = record.raw === undefined ? undefined : detailsOf(record.raw).unsupported;
    return say('show.unsupported', { type: printable(what ?? record.type) });
  }
  if (record.location !== undefined) {
    const { latitude = '', longitude = '' } = record.location;
    return `[${record.type}: ${printable(`${latitude}, ${longitude}`)}]`;
  }
  return record.type === 'text' ? '' : worded(say, `type.${record.type}`, `[${printable(record.type)}]`);
}

function markWords(say: Sentences, { flags, intent, outcome, reactions, state }: EntryMarks): string[] {
  const words: string[] = [];
  if (state !== undefined) words.push(stateWords(say, state));
  else if (intent !== undefined && intent !== 'accepted') {
    words.push(worded(say, `intent.${intent}`, intent));
    const why = reasonWords(say, outcome?.code, outcome?.reason);
    if (why !== '') words.push(why);
  }
  if (reactions.length > 0) words.push(reactionWords(reactions));
  if (flags.length > 0) words.push(say('show.flags', { flags: flags.map((flag) => flagWords(say, flag)).join(', ') }));
  return words;
}

/** The rule that is not kept, in words; of one that is not known here its name. */
function flagWords(say: Sentences, flag: string): string {
  const [rule = ''] = flag.split('@', 1);
  return worded(say, `quality.${rule}`, printable(flag));
}

function stateWords(say: Sentences, { code, state }: NonNullable<EntryMarks['state']>): string {
  const words = worded(say, `state.${state}`, printable(state));
  if (state !== 'failed') return words;
  const why = reasonWords(say, code, undefined);
  return why === '' ? words : `${words}: ${why}`;
}

/** Why, in words: the meaning of the platform's code, or the rule that decided. */
function reasonWords(say: Sentences, code: number | undefined, reason: string | undefined): string {
  if (code === undefined) return reason === undefined ? '' : `(${worded(say, `send.${reason}`, printable(reason))})`;
  const { act, meaning } = graphErrorRule(code);
  return say('failure.code', { code: String(code), reason: worded(say, `failure.${act}`, meaning) });
}

function reactionWords(reactions: EntryMarks['reactions']): string {
  const counts = new Map<string, number>();
  for (const { emoji } of reactions) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  return [...counts]
    .map(([emoji, count]) => (count === 1 ? printable(emoji) : `${printable(emoji)}×${count}`))
    .join(' ');
}

/** The sentence of a key that may be none; then the word itself. */
function worded(say: Sentences, key: string, otherwise: string): string {
  return isSentence(key) ? say(key satisfies SentenceKey) : otherwise;
}

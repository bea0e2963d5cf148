// What is in a chat text that somebody brought: counted, compared with what is held, and the one question that stands in the way. It
// reads; nothing is recorded.

import type { TimedEntry } from '@acta/formats';
import { nameDigest } from '../../records/identity.ts';
import { wallSeconds } from '../../records/wall-time.ts';
import type { ZoneClock } from '../../records/zone-clock.ts';
import { ServerError } from '../../server-error.ts';
import type { ImportDesk } from '../import-order.ts';
import { type ChatPreview, type ImportChoices, PathImporter } from '../import-paths.ts';
import { entriesOf, type InspectedChat } from '../inspect.ts';
import type { ChatSource } from '../sources.ts';
import type { BroughtAnswers, BroughtChat, BroughtCounts, BroughtQuestion, BroughtReading } from './brought.ts';

export interface ReportDesk {
  readonly desk: ImportDesk;
  readonly clock?: ZoneClock;
  /** Bytes of the text read so far, and in all. */
  readonly reading: (bytes: number, total: number) => void;
}

const NAMES_LISTED = 200;
const EXTENSION = /\.(txt|zip)$/i;

/** The report of one chat text under what was said of it so far. Throws where it cannot be taken in at all. */
export async function reportOf(at: ReportDesk, chat: ChatSource, answers: BroughtAnswers): Promise<BroughtChat> {
  let previewed: ChatPreview;
  try {
    previewed = await preview(at, chat, answers);
  } catch (error) {
    if (!(error instanceof ServerError) || (error.code !== 'chat-unclear' && error.code !== 'chat-ambiguous'))
      throw error;
    const question = { kind: 'conversation', count: Number(error.detail['count'] ?? 2) } as const;
    return described(chat, { previewed: await preview(at, chat, answers, false), answers, question });
  }
  if (!previewed.isUnclear) return described(chat, { previewed, answers, ...meAsked(previewed, answers) });
  const readings = await readingsOf(at, chat, { previewed, answers });
  const [one] = readings;
  const shown = one?.previewed ?? previewed;
  const question = { kind: 'dates', readings: withLikely(readings.map(({ reading }) => reading)) } as const;
  return described(chat, { previewed: shown, answers, question });
}

/** What the importer is told of a chat text. Our own side is found where it is known by its name. */
export async function choicesFor(
  { clock, desk }: Pick<ReportDesk, 'clock' | 'desk'>,
  {
    answers,
    actor,
    authors,
  }: { readonly answers: BroughtAnswers; readonly actor: string; readonly authors: readonly string[] },
): Promise<ImportChoices> {
  const me = answers.me ?? (await ownNameAmong(desk, authors));
  return {
    readmit: false,
    actor,
    ...(clock === undefined ? {} : { clock }),
    ...(answers.dateOrder === undefined ? {} : { dateOrder: answers.dateOrder }),
    ...(answers.title === undefined ? {} : { chat: answers.title }),
    ...(me === undefined || me === '' ? {} : { me }),
  };
}

async function ownNameAmong({ blind, known }: ImportDesk, authors: readonly string[]): Promise<string | undefined> {
  const own: string[] = [];
  for (const author of authors) {
    if ((await known.personBy(nameDigest(blind, 0, author))) !== undefined) own.push(author);
  }
  return own.length === 1 ? own[0] : undefined;
}

const NOBODY = { dateOrder: async () => undefined, title: async () => undefined };

/** What the text would come to; `isPlaced`: in the conversation that it belongs to. */
async function preview(
  at: ReportDesk,
  chat: ChatSource,
  answers: BroughtAnswers,
  isPlaced = true,
): Promise<ChatPreview> {
  const events = {
    reading: (_path: string, bytes: number, total: number) => at.reading(bytes, total),
    importing: () => undefined,
    done: () => undefined,
  };
  const previewedFor = async (authors: readonly string[], known?: InspectedChat): Promise<ChatPreview> => {
    const choices = await choicesFor(at, { answers, actor: '', authors });
    return new PathImporter(at.desk, choices, NOBODY, events).preview(chat, isPlaced, known);
  };
  const first = await previewedFor([]);
  if (first.placement === undefined || answers.me !== undefined) return first;
  const { authors } = first.inspected.inspection.report;
  return (await ownNameAmong(at.desk, authors)) === undefined ? first : previewedFor(authors, first.inspected);
}

/** In a conversation of two that has no place yet somebody must say who of them is here, unless its title tells. */
function meAsked({ inspected, placement }: ChatPreview, { me }: BroughtAnswers): { question?: BroughtQuestion } {
  if (placement === undefined || placement.chat !== undefined || placement.peer !== undefined || me !== undefined)
    return {};
  const { group, report } = inspected.inspection;
  const isAsked = group.lines === 0 && report.authors.length > 0 && report.authors.length <= 2;
  return isAsked ? { question: { kind: 'me', names: report.authors } } : {};
}

interface Read {
  readonly reading: Omit<BroughtReading, 'isLikely'>;
  readonly previewed: ChatPreview;
}

async function readingsOf(
  at: ReportDesk,
  chat: ChatSource,
  { answers, previewed }: { readonly previewed: ChatPreview; readonly answers: BroughtAnswers },
): Promise<Read[]> {
  const read: Read[] = [];
  for (const { order, first, last } of previewed.inspected.inspection.report.readings) {
    if (order === 'MIXED') continue;
    const said = { ...answers, dateOrder: order };
    const under = await preview(at, chat, said).catch(() => preview(at, chat, said, false));
    const { days, examples } = await survey(under);
    const counts = countsOf(under);
    const reading = { order, first, last, days, examples };
    read.push({ reading: { ...reading, ...(counts === undefined ? {} : { counts }) }, previewed: under });
  }
  return read;
}

const MUCH = 2;

function withLikely(readings: readonly Omit<BroughtReading, 'isLikely'>[]): BroughtReading[] {
  const spans = readings.map(({ first, last }) => Math.abs(wallSeconds(last) - wallSeconds(first)));
  const shortest = Math.min(...spans);
  const others = spans.filter((span) => span !== shortest);
  const isClear = others.length === spans.length - 1 && others.every((span) => span > shortest * MUCH);
  return readings.map((reading, index) => ({ ...reading, isLikely: isClear && spans[index] === shortest }));
}

interface Described {
  readonly previewed: ChatPreview;
  readonly answers: BroughtAnswers;
  readonly question?: BroughtQuestion;
}

async function described(chat: ChatSource, { answers, previewed, question }: Described): Promise<BroughtChat> {
  const { alignment, inspected, isSame, placement } = previewed;
  const { group, report } = inspected.inspection;
  const { days, missingNames } = await survey(previewed);
  const counts = countsOf(previewed);
  const people = placement?.authors.filter(({ isSuppressed }) => isSuppressed !== true) ?? [];
  const me = placement?.authors.find(({ isMe }) => isMe)?.author;
  const isOpen = question?.kind === 'conversation';
  return {
    title: isOpen || placement === undefined ? titleIn(chat) : placement.title,
    ...(placement?.chat === undefined ? {} : { conversation: placement.chat.id }),
    isGroup: group.lines > 0 || report.authors.length > 2,
    platform: report.platform,
    messages: report.entries,
    days,
    ...(report.first === null ? {} : { first: report.first }),
    ...(report.last === null ? {} : { last: report.last }),
    authors: placement === undefined ? report.authors : people.map(({ author }) => author),
    isSame,
    isTruncated: report.possiblyTruncated,
    ...(counts === undefined || isOpen ? {} : { counts }),
    ...(alignment === undefined ? {} : { sameBy: sameBy(alignment.counts) }),
    media: report.media,
    missingNames,
    deleted: report.deleted,
    edited: report.edited,
    warnings: report.warnings,
    newPeople: people.filter(({ isMe, person }) => person === undefined && !isMe).map(({ author }) => author),
    stayingAway: placement?.authors.filter(({ isSuppressed }) => isSuppressed === true).length ?? 0,
    ...(me === undefined ? {} : { me }),
    ...(question === undefined ? {} : { question }),
    answers,
  };
}

function sameBy({ crossed, exact, withinMinute }: { crossed: number; exact: number; withinMinute: number }) {
  return { exact, withinMinute, crossed };
}

function countsOf({ alignment, inspected, isUnclear, placement }: ChatPreview): BroughtCounts | undefined {
  if (isUnclear || placement === undefined) return undefined;
  if (alignment === undefined) return { added: inspected.inspection.report.entries, same: 0, newVersions: 0 };
  const { added, crossed, exact, newVersions, withinMinute } = alignment.counts;
  return { added, same: exact + withinMinute + crossed, newVersions };
}

function titleIn(chat: ChatSource): string {
  return chat.title ?? chat.file.replace(EXTENSION, '');
}

const HEADER = /^[\u200e\u200f\ufeff]*\[?([^\]\n]{6,40}?)(?:\]| - )/;

/** One pass over the entries: which dates occur, what is named and not there, how its first and last dates are written. */
async function survey({ inspected }: ChatPreview) {
  const days = new Set<string>();
  const missingNames: string[] = [];
  const ends: { first?: TimedEntry; last?: TimedEntry } = {};
  for await (const batch of entriesOf(inspected)) {
    for (const entry of batch) {
      if (entry.kind === 'preamble') continue;
      days.add(entry.at.slice(0, 10));
      ends.first ??= entry;
      ends.last = entry;
      const { name, state } = entry.media ?? {};
      if (state === 'missing' && name !== undefined && missingNames.length < NAMES_LISTED) missingNames.push(name);
    }
  }
  const shown = ends.first === ends.last ? [ends.first] : [ends.first, ends.last];
  const examples = shown.flatMap((entry) => {
    const raw = HEADER.exec(entry?.raw ?? '')?.[1];
    return raw === undefined || entry === undefined ? [] : [{ raw, at: entry.at }];
  });
  return { days: days.size, missingNames, examples };
}

// Which cell a chat text goes to: the one that holds its conversation already, or the same file; otherwise the one that the rule
// gives for its number or title. It reads what is known and writes nothing.

import type { CellDecision, ConversationMark } from '@acta/policy';
import type { BlindIndex } from '../records/blind-index.ts';
import { foldedTitle, phoneDigest, phoneOfName } from '../records/identity.ts';
import { ServerError } from '../server-error.ts';
import { type InspectedChat, inspectChat } from './inspect.ts';
import type { Known } from './known.ts';
import type { Source } from './sources.ts';

/** What a cell can say of what it holds. */
export interface CellHoldings {
  readonly known: Known;
  readonly blind: BlindIndex;
}

export interface ChoosingCells {
  readonly names: readonly string[];
  /** What a cell holds; undefined where none was made yet. */
  readonly holdings: <T>(name: string, ask: (held: CellHoldings) => Promise<T>) => Promise<T | undefined>;
  readonly place: (mark: ConversationMark) => CellDecision;
  readonly now: () => Date;
  /** `--chat` and `--me`. */
  readonly chat?: string;
  readonly me?: string;
}

/** Where a text goes, and why. */
export type CellChoice =
  | { readonly cell: string; readonly rule: 'held' }
  | Pick<CellDecision, 'cell' | 'rule' | 'prefix'>;

interface Marked extends ConversationMark {
  readonly title: string;
  readonly sha256?: string;
}

const EXTENSION = /\.(txt|zip)$/i;

/** Chooses. Throws `cell-unclear` where several cells hold the conversation, and what a cell throws that cannot be asked. */
export async function chooseCell(source: Source, cells: ChoosingCells): Promise<CellChoice> {
  const mark = await markOf(source, cells);
  const holding: string[] = [];
  for (const name of cells.names) {
    if ((await cells.holdings(name, (held) => holds(held, mark))) === true) holding.push(name);
  }
  const [only, other] = holding;
  if (other !== undefined) throw new ServerError('cell-unclear', { cells: holding.join(', ') });
  return only === undefined ? cells.place(mark) : { cell: only, rule: 'held' };
}

async function markOf(source: Source, cells: ChoosingCells): Promise<Marked> {
  if ('refused' in source) return marked(source.refused.file, []);
  const { chat } = source;
  const title = cells.chat ?? chat.title ?? chat.file.replace(EXTENSION, '');
  const inspected = await inspectChat(chat, { now: cells.now() }).catch(() => undefined);
  if (inspected === undefined) return marked(title, []);
  return { ...marked(title, othersIn(inspected, cells.me)), sha256: inspected.sha256 };
}

function marked(title: string, numbers: readonly string[]): Marked {
  const own = phoneOfName(title);
  const all = own === undefined ? numbers : [own, ...numbers];
  return { title, numbers: all, name: all[0] ?? foldedTitle(title) };
}

/** The other side's number, where an export of two writes it as its name. */
function othersIn({ inspection }: InspectedChat, me: string | undefined): string[] {
  const { authors } = inspection.report;
  if (inspection.group.lines > 0 || authors.length > 2) return [];
  const others = authors.filter((author) => author !== me);
  const phones = others.flatMap((author) => phoneOfName(author) ?? []);
  return phones.length === 1 ? phones : [];
}

async function holds({ blind, known }: CellHoldings, { numbers, sha256, title }: Marked): Promise<boolean> {
  if ((await known.chatsTitled(blind('title', foldedTitle(title)))).length > 0) return true;
  if (sha256 !== undefined && (await known.importOf(blind('file', sha256))) !== undefined) return true;
  for (const number of numbers) {
    const person = await known.personBy(phoneDigest(blind, number));
    if (person !== undefined && (await known.chatsWith(person)).length > 0) return true;
  }
  return false;
}

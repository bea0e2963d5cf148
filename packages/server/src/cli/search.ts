// `acta search`: entries that match, newest first or best first. The words searched for are on record only as a keyed
// digest.

import { parseQuery } from '../search/index.ts';
import type { FoundEntry } from '../views/found-entry.ts';
import { type Found, searchEntries } from '../views/search.ts';
import { wholeNumber } from './arguments.ts';
import { askCells, type CellAnswer, cellIn, idIn } from './cells.ts';
import { type Command, type CommandContext, oneLine, printable, printJson } from './command.ts';

const USUAL_LIMIT = 50;

export const search: Command = {
  shape: { words: [1, Number.MAX_SAFE_INTEGER], options: { limit: 'value', best: 'flag' }, dashWords: true },
  synopsis: 'search QUERY [--limit N] [--best]',
  examples: [
    'acta search factura',
    `acta search '"entrega el viernes" -cancelado from:Ana after:2024-03'`,
    'acta search "发票 has:document" --best --limit 10',
  ],
  cells: 'all',
  run: runSearch,
};

async function runSearch(context: CommandContext): Promise<number> {
  const { args, say, terminal } = context;
  const query = args.words.join(' ');
  parseQuery(query);
  const limit = args.value('limit') === undefined ? USUAL_LIMIT : wholeNumber('search', args.value('limit') ?? '', 1);
  const order = args.flag('best') ? 'best' : 'newest';
  const { answers, code } = await askCells(context, async (vaults) => {
    const vault = await vaults.look({ command: 'search', asked: query });
    try {
      return await searchEntries({ ...vault.views, index: await vault.index() }, { query, limit, order });
    } finally {
      await vault.close();
    }
  });
  const hits = mergedHits(answers, order);
  for (const { cell, hit } of hits.slice(0, limit)) await printHit(context, cell, hit);
  if (context.json) return code;
  if (hits.length === 0) terminal.say(say('search.none'));
  const words = new Set(hits.length > 0 ? [] : answers.flatMap(({ answer }) => answer.suggestions.map(({ to }) => to)));
  if (words.size > 0) terminal.say(say('search.suggest', { words: [...words].map(printable).join(', ') }));
  if (hits.length > limit || answers.some(({ answer }) => answer.more)) terminal.say(say('search.more'));
  return code;
}

interface CellHit {
  readonly cell: string | undefined;
  readonly hit: FoundEntry;
}

/** Hits of all cells: newest first by message time, or the best of each in turn, because only one cell's are ranked together. */
function mergedHits(answers: readonly CellAnswer<Found>[], order: 'newest' | 'best'): CellHit[] {
  const ranked = answers.flatMap(({ answer, cell }) => answer.hits.map((hit, rank) => ({ cell, hit, rank })));
  if (answers.length < 2) return ranked;
  if (order === 'best') return ranked.sort((one, other) => one.rank - other.rank);
  return ranked.sort((one, other) => (one.hit.at < other.hit.at ? 1 : one.hit.at > other.hit.at ? -1 : 0));
}

async function printHit(context: CommandContext, cell: string | undefined, found: FoundEntry): Promise<void> {
  const {
    deleted: _deleted,
    direct: _direct,
    name: _name,
    person: _person,
    ranges,
    title: _title,
    version: _version,
    zone: _zone,
    ...hit
  } = found;
  const seq = idIn(cell, hit.seq);
  if (context.json)
    return printJson(context, { author: null, ...hit, seq, chat: idIn(cell, hit.chat), ...cellIn(cell) });
  const { author, media, type } = hit;
  const file = { type, name: printable(media?.name ?? ''), state: media?.state ?? '' };
  const text = oneLine(around(hit.text, ranges[0]?.start ?? 0));
  const said = media === undefined ? text : `${context.say('show.media', file)} ${text}`.trimEnd();
  await context.terminal.print(`${seq}\t${hit.at}\t${printable(author ?? '·')}\t${said}`);
}

const CONTEXT_BEFORE = 60;
const CONTEXT_ALL = 240;

/** The stretch of a long text in which the first match lies. */
function around(text: string, match: number): string {
  if (text.length <= CONTEXT_ALL) return text;
  const start = Math.max(0, match - CONTEXT_BEFORE);
  const end = Math.min(text.length, start + CONTEXT_ALL);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`.toWellFormed();
}

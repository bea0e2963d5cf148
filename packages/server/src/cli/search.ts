// `acta search`: entries that match, newest first or best first. The words searched for are on record only as a keyed
// digest.

import { parseQuery } from '../search/index.ts';
import { type FoundEntry, searchEntries } from '../views/search.ts';
import { wholeNumber } from './arguments.ts';
import { type Command, type CommandContext, EXIT, oneLine, printable, printJson } from './command.ts';

const USUAL_LIMIT = 50;

export const search: Command = {
  shape: { words: [1, Number.MAX_SAFE_INTEGER], options: { limit: 'value', best: 'flag' }, dashWords: true },
  synopsis: 'search QUERY [--limit N] [--best]',
  examples: [
    'acta search factura',
    `acta search '"entrega el viernes" -cancelado from:Ana after:2024-03'`,
    'acta search "发票 has:document" --best --limit 10',
  ],
  run: runSearch,
};

async function runSearch(context: CommandContext): Promise<number> {
  const { args, say, terminal } = context;
  const query = args.words.join(' ');
  parseQuery(query);
  const limit = args.value('limit') === undefined ? USUAL_LIMIT : wholeNumber('search', args.value('limit') ?? '', 1);
  const vault = await context.vaults.look({ command: 'search', asked: query });
  try {
    const index = await vault.index();
    const order = args.flag('best') ? 'best' : 'newest';
    const { hits, more, suggestions } = await searchEntries({ ...vault.views, index }, { query, limit, order });
    for (const hit of hits) await printHit(context, hit);
    if (context.json) return EXIT.done;
    if (hits.length === 0) terminal.say(say('search.none'));
    if (suggestions.length > 0)
      terminal.say(say('search.suggest', { words: suggestions.map(({ to }) => printable(to)).join(', ') }));
    if (more) terminal.say(say('search.more'));
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

async function printHit(context: CommandContext, { ranges, ...hit }: FoundEntry): Promise<void> {
  if (context.json) return printJson(context, { author: null, ...hit });
  const { author, media, type } = hit;
  const file = { type, name: printable(media?.name ?? ''), state: media?.state ?? '' };
  const text = oneLine(around(hit.text, ranges[0]?.start ?? 0));
  const said = media === undefined ? text : `${context.say('show.media', file)} ${text}`.trimEnd();
  await context.terminal.print(`${hit.seq}\t${hit.at}\t${printable(author ?? '·')}\t${said}`);
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

// Acts as a file: lines of JSON, or a table. A cell that a spreadsheet would take for a formula is marked as text.

import { type ActAsked, actPage } from '../../views/acts.ts';
import { actsShown, type ShownAct } from './audit-names.ts';
import type { Caller } from './caller.ts';
import type { ApiParts } from './parts.ts';

const IN_ONE_READ = 500;
const COLUMNS = [
  'entry',
  'at',
  'actor',
  'name',
  'did',
  'outcome',
  'rule',
  'reason',
  'from',
  'count',
  'conversations',
  'people',
  'entries',
] as const;

/** The lines of the file, in pieces. */
export async function* actExport(
  parts: ApiParts,
  caller: Caller,
  { asked, format }: { readonly asked: ActAsked; readonly format: 'csv' | 'json' },
): AsyncGenerator<string> {
  if (format === 'csv') yield line(COLUMNS);
  for (let before: number | undefined, isFirst = true; isFirst || before !== undefined; isFirst = false) {
    const page = await actPage(parts.views, {
      ...asked,
      limit: IN_ONE_READ,
      ...(before === undefined ? {} : { before }),
    });
    const rows = await actsShown(parts, caller, page.acts);
    const lines = format === 'csv' ? rows.map(rowOf) : rows.map((row) => `${JSON.stringify(row)}\n`);
    yield lines.join('');
    before = page.next;
  }
}

function rowOf(row: ShownAct): string {
  const { actor, at, conversations, count, did, entries, entry, from, outcome, people, reason, rule } = row;
  const ids = (some: readonly { readonly id: number }[]): string => some.map(({ id }) => id).join(' ');
  return line([
    entry,
    at,
    actor.id,
    actor.name ?? '',
    did,
    outcome,
    rule ?? '',
    reason ?? '',
    from ?? '',
    count ?? '',
    ids(conversations),
    ids(people),
    entries.join(' '),
  ]);
}

const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

function line(cells: readonly (string | number)[]): string {
  const written = cells.map((cell) => {
    const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
    return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(',')}\r\n`;
}

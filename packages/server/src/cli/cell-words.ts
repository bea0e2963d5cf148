// Which cell a command is for: the one of `--cell`, or the one before the colon of an id (`mx:12`). It opens nothing and guesses
// nothing.

import { ServerError } from '../server-error.ts';
import type { Arguments } from './arguments.ts';
import { namesOf, noVault } from './cells.ts';
import type { Command, CommandContext } from './command.ts';
import type { Cell, Cells } from './vault.ts';

/** The context of a command in a deployment with cells. Throws `cell-unknown`, and `cell-needed` where ids are of two cells. */
export function contextIn(cells: Cells, command: Command, context: Omit<CommandContext, 'vaults'>): CommandContext {
  const { args, cell } = withoutCell(cells, command, context.args);
  const use = typeof command.cells === 'function' ? command.cells(args) : (command.cells ?? 'one');
  if (use === 'all') {
    const chosen = cell === undefined ? cells.all : [cell];
    return { ...context, args, vaults: noVault(cells), cells: { all: chosen, place: (mark) => cells.place(mark) } };
  }
  return { ...context, args, vaults: cell?.vaults ?? noVault(cells) };
}

/** The words with plain ids, and the cell that they name. */
function withoutCell(cells: Cells, command: Command, args: Arguments): { args: Arguments; cell?: Cell } {
  const named = new Set<string>();
  const chosen = args.value('cell');
  if (chosen !== undefined) named.add(chosen);
  const plain = (typed: string): string =>
    typed
      .split(',')
      .map((one) => {
        const cell = cells.all.find(({ name }) => one.trimStart().startsWith(`${name}:`));
        if (cell === undefined) return one;
        named.add(cell.name);
        return one.trimStart().slice(cell.name.length + 1);
      })
      .join(',');
  const { options = [], words = false } = command.ids ?? {};
  const typed = words ? args.words.map(plain) : args.words;
  const values = new Map(options.map((name) => [name, args.value(name)]));
  for (const [name, value] of values) if (value !== undefined) values.set(name, plain(value));
  const clean = {
    ...args,
    words: typed,
    value: (name: string) => (values.has(name) ? values.get(name) : args.value(name)),
  };
  const [name, other] = named;
  if (name === undefined) return { args: clean };
  const cell = cells.all.find((one) => one.name === name);
  if (other !== undefined) throw new ServerError('cell-needed', { cells: [...named].join(', ') });
  if (cell === undefined) throw new ServerError('cell-unknown', { cell: name, cells: namesOf(cells) });
  return { args: clean, cell };
}

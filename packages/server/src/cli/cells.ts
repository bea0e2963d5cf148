// What commands may ask of a deployment with several cells, and how lists are merged over them. A list that lacks a cell says so and
// ends with an error; nothing is ever written into another cell than the one that was named.

import { ServerError } from '../server-error.ts';
import { type CommandContext, EXIT, printJson } from './command.ts';
import { codeOf, describeError } from './errors.ts';
import { inOurWords } from './refused-by-disk.ts';
import type { Cells, Vaults } from './vault.ts';

/** What one cell answered; without cells, the vault. */
export interface CellAnswer<T> {
  readonly cell?: string;
  readonly answer: T;
}

/** A number of one cell as it is shown and typed: `name:12`. */
export function idIn(cell: string | undefined, id: number): string | number {
  return cell === undefined ? id : `${cell}:${id}`;
}

/** The name of the cell among a row's members. */
export function cellIn(cell: string | undefined): { readonly cell: string } | Record<never, never> {
  return cell === undefined ? {} : { cell };
}

/** Asks every cell that was chosen. Those that do not answer are named at once; `code` is then not 0. */
export async function askCells<T>(
  context: CommandContext,
  ask: (vaults: Vaults) => Promise<T>,
): Promise<{ readonly answers: readonly CellAnswer<T>[]; readonly code: number }> {
  const { cells, vaults } = context;
  if (cells === undefined) return { answers: [{ answer: await ask(vaults) }], code: EXIT.done };
  const answers: CellAnswer<T>[] = [];
  for (const { name, vaults: own } of cells.all) {
    try {
      answers.push({ cell: name, answer: await ask(own) });
    } catch (error) {
      await sayMissing(context, name, inOurWords(error, own.dir));
    }
  }
  return { answers, code: answers.length === cells.all.length ? EXIT.done : EXIT.incomplete };
}

async function sayMissing(context: CommandContext, cell: string, error: unknown): Promise<void> {
  if (!isOfTheWorld(error)) throw error;
  const reason = describeError(context.say, error);
  context.terminal.say(context.say('cells.missing', { cell, reason }));
  if (context.json) await printJson(context, { cell, error: { code: codeOf(error) } });
}

/** What the words were wrong about is wrong in every cell. */
function isOfTheWorld(error: unknown): boolean {
  return !(error instanceof Error && error.name === 'SearchError') && codeOf(error) !== 'usage';
}

/** Runs a command in every cell that was chosen, each line with the cell's name before it. The exit code is the worst. */
export async function inEachCell(
  context: CommandContext,
  run: (context: CommandContext) => Promise<number>,
): Promise<number> {
  const { cells, ...single } = context;
  if (cells === undefined) return run(context);
  let worst = 0;
  for (const { name, vaults } of cells.all) {
    const { print, say } = context.terminal;
    const terminal = {
      ...context.terminal,
      print: (line: string) => print(context.json ? withCell(name, line) : `${name}\t${line}`),
      say: (line: string) => say(`${name}: ${line}`),
    };
    try {
      worst = Math.max(worst, await run({ ...single, terminal, vaults }));
    } catch (error) {
      await sayMissing(context, name, inOurWords(error, vaults.dir));
      worst = Math.max(worst, EXIT.incomplete);
    }
  }
  return worst;
}

function withCell(cell: string, line: string): string {
  const row: unknown = JSON.parse(line);
  return JSON.stringify(typeof row === 'object' && row !== null ? { cell, ...row } : { cell, row });
}

/** In place of a vault where none was chosen: whoever asks it anything learns which there are. */
export function noVault(cells: Cells): Vaults {
  const refuse = async (): Promise<never> => {
    throw new ServerError('cell-needed', { cells: namesOf(cells) });
  };
  return {
    look: refuse,
    peek: refuse,
    write: refuse,
    order: refuse,
    newCode: refuse,
    recover: refuse,
    rotate: refuse,
    move: refuse,
    accounts: refuse,
    expectRecoveryCode: refuse,
    dir: '',
    keysDir: '',
  };
}

/** The names of all cells. */
export function namesOf({ all }: Cells): string {
  return all.map(({ name }) => name).join(', ');
}

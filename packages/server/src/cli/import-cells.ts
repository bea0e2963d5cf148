// `acta import` in a deployment with cells: each chat goes to the cell that holds it, or to the one that the rule gives, and it is said
// which and why. A cell is opened for writing when the first chat goes there; none is asked to keep what belongs to another.

import { type CellChoice, chooseCell } from '../intake/cell-choice.ts';
import type { FileOutcome } from '../intake/file-outcome.ts';
import type { ImportChoices, PathImporter } from '../intake/import-paths.ts';
import { type Source, sourcesOf } from '../intake/sources.ts';
import { ServerError } from '../server-error.ts';
import { knownFrom } from '../views/known.ts';
import { type CommandContext, printable, printJson } from './command.ts';
import { describeError } from './errors.ts';
import { exitCode, importerOn, jsonOf, openOrMake } from './import-files.ts';
import type { Cell, Cells, ReadVault, WriteVault } from './vault.ts';

/** A cell in which something is being taken in. */
interface OpenCell {
  readonly vault: WriteVault;
  readonly importer: PathImporter;
  readonly chats: Set<number>;
  files: number;
  added: number;
}

interface CellOutcome {
  readonly outcome: FileOutcome;
  readonly choice?: CellChoice;
}

/** Takes in what the words name. Returns the exit code. */
export async function importIntoCells(
  context: CommandContext & { readonly cells: Cells },
  choices: Omit<ImportChoices, 'actor'>,
): Promise<number> {
  const began = performance.now();
  const run = new CellImport(context, choices);
  try {
    const outcomes: CellOutcome[] = [];
    for (const path of context.args.words) {
      for await (const source of sourcesOf(path)) outcomes.push(await run.take(source));
    }
    const checkpoints = await run.settle();
    if (context.json) {
      const files = outcomes.map(({ choice, outcome }) => ({ ...jsonOf(outcome), cell: choice ?? null }));
      await printJson(context, { files, checkpoints, elapsedMs: Math.round(performance.now() - began) });
    }
    return exitCode(outcomes.map(({ outcome }) => outcome));
  } finally {
    await run.close();
  }
}

class CellImport {
  private readonly context: CommandContext & { readonly cells: Cells };
  private readonly choices: Omit<ImportChoices, 'actor'>;
  private readonly open = new Map<string, OpenCell>();
  private readonly unmade = new Set<string>();

  constructor(context: CommandContext & { readonly cells: Cells }, choices: Omit<ImportChoices, 'actor'>) {
    this.context = context;
    this.choices = choices;
  }

  /** One source; what goes wrong with it stands in its outcome. */
  async take(source: Source): Promise<CellOutcome> {
    const { say, terminal } = this.context;
    const path = 'refused' in source ? source.refused.path : source.chat.path;
    try {
      const choice = await this.choose(source);
      const cell = await this.cell(choice.cell);
      if (!this.context.json) terminal.say(this.why(path, choice));
      const outcome = await cell.importer.importSource(source);
      cell.files += 1;
      cell.added += outcome.added;
      if (outcome.chat !== undefined) cell.chats.add(outcome.chat);
      return { outcome, choice };
    } catch (error) {
      if (!(error instanceof ServerError) || error.code === 'disk-full') throw error;
      terminal.say(`${printable(path)}: ${describeError(say, error)}`);
      return { outcome: { ...NOTHING, path, error: { code: error.code, detail: error.detail } } };
    }
  }

  private choose(source: Source): Promise<CellChoice> {
    const { cells, now } = this.context;
    const { chat, me } = this.choices;
    return chooseCell(source, {
      names: cells.all.map(({ name }) => name),
      holdings: async (name, ask) => {
        const open = this.open.get(name);
        if (open !== undefined) return ask(open.vault.desk);
        return this.peeking(name, ({ blind, reader, views }) => ask({ blind, known: knownFrom(views.db, reader) }));
      },
      place: (mark) => cells.place(mark),
      now,
      ...(chat === undefined ? {} : { chat }),
      ...(me === undefined ? {} : { me }),
    });
  }

  /** Asks a cell without leaving a record; undefined where none was made yet, which is said once. */
  private async peeking<T>(name: string, ask: (vault: ReadVault) => Promise<T>): Promise<T | undefined> {
    const { vaults } = this.named(name);
    let vault: ReadVault;
    try {
      vault = await vaults.peek();
    } catch (error) {
      if (!(error instanceof ServerError) || error.code !== 'vault-missing') throw error;
      const { say, terminal } = this.context;
      if (!this.unmade.has(name)) terminal.say(say('cells.unmade', { cell: name, dir: printable(vaults.dir) }));
      this.unmade.add(name);
      return undefined;
    }
    return ask(vault).finally(() => vault.close());
  }

  private why(path: string, choice: CellChoice): string {
    const prefix = 'prefix' in choice ? (choice.prefix ?? '') : '';
    const key = choice.rule === 'held' ? 'held' : choice.rule === 'acta/cell/number' ? 'number' : 'home';
    return this.context.say(`import.cell.${key}`, { file: printable(path), cell: choice.cell, prefix });
  }

  private named(name: string): Cell {
    const cell = this.context.cells.all.find((one) => one.name === name);
    if (cell === undefined) throw new ServerError('cell-unknown', { cell: name, cells: '' });
    return cell;
  }

  /** The cell, open for writing. */
  private async cell(name: string): Promise<OpenCell> {
    const known = this.open.get(name);
    if (known !== undefined) return known;
    const context = { ...this.context, vaults: this.named(name).vaults };
    const vault = await openOrMake(context, context.args.words);
    const importer = importerOn(context, vault, { ...this.choices, actor: vault.actor });
    const opened = { vault, importer, chats: new Set<number>(), files: 0, added: 0 };
    this.open.set(name, opened);
    return opened;
  }

  /** Puts the import on record in each cell that has part of it, and signs. */
  async settle(): Promise<Record<string, unknown>> {
    const { json, say, terminal } = this.context;
    const checkpoints: Record<string, unknown> = {};
    for (const [name, { added, chats, files, vault }] of this.open) {
      await vault.audit({ command: 'import', chats: [...chats], count: files });
      const { root, size } = await vault.settle();
      checkpoints[name] = { size, root };
      if (!json) await terminal.print(`${name}\t${say('import.total', { files, added, size, root })}`);
    }
    return checkpoints;
  }

  async close(): Promise<void> {
    for (const { vault } of this.open.values()) await vault.close();
  }
}

const NOTHING = { added: 0, duplicates: 0, newVersions: 0, suppressed: 0, quarantined: 0, steps: {} } as const;

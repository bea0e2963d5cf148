// The command line: finds the command, reads its words, runs it, and turns what went wrong into a sentence and an exit
// code. Never a stack trace, unless ACTA_DEBUG asks for one.

import { join } from 'node:path';
import { ServerError } from '../server-error.ts';
import { apiKey } from './api-key.ts';
import { type Arguments, optionsWithValue, readArguments } from './arguments.ts';
import { runBeside, SERVER_SOCKET, type TypedCommand } from './beside.ts';
import { contextIn } from './cell-words.ts';
import { chats, show } from './chats.ts';
import { type Command, type CommandContext, EXIT } from './command.ts';
import { delivery } from './delivery.ts';
import { codeOf, describeError, exitOf } from './errors.ts';
import { events } from './events.ts';
import { exportCommand } from './export.ts';
import { guarded, shapeOf, withSomebody } from './guard.ts';
import { halts } from './halts.ts';
import { helpFor, helpOf } from './help.ts';
import { key, rebuild, stats } from './house.ts';
import { importCommand } from './import.ts';
import { inspect } from './inspect.ts';
import { erase, undo } from './keeping.ts';
import { media } from './media.ts';
import { merge, split } from './merging.ts';
import { move } from './move.ts';
import { people } from './people.ts';
import { check, exportLogCommand, prove, verify } from './proof.ts';
import { quarantine } from './quarantine.ts';
import { inOurWords } from './refused-by-disk.ts';
import { search } from './search.ts';
import { send } from './send.ts';
import { languageOf, type Sentences } from './sentences/index.ts';
import { serveWith } from './serve.ts';
import { startWith } from './start.ts';
import type { Supplies } from './supplies.ts';
import { OutputClosed, type Terminal } from './terminal.ts';
import type { Cells, Vaults } from './vault.ts';

export interface Surroundings {
  readonly terminal: Terminal;
  readonly say: Sentences;
  readonly vaultsFor: (args: Arguments) => Promise<Vaults>;
  /** The cells of the deployment, where it has several. */
  readonly cellsFor?: (args: Arguments) => Promise<Cells | undefined>;
  readonly now: () => Date;
  readonly readText: (file: string) => Promise<string>;
  readonly version: string;
  readonly supplies: Supplies;
  /** The surroundings that settings are read from. */
  readonly env: NodeJS.ProcessEnv;
  readonly isDebugging: boolean;
}

/** Every command by its name, in the order of help. */
export function commandsWith(supplies: Supplies): Readonly<Record<string, Command>> {
  return {
    start: startWith(supplies),
    serve: serveWith(supplies),
    send,
    halts,
    inspect,
    import: importCommand,
    chats,
    show,
    search,
    people,
    merge,
    split,
    events,
    export: exportCommand,
    media,
    delivery,
    undo,
    erase,
    verify,
    prove,
    check,
    'export-log': exportLogCommand,
    stats,
    rebuild,
    move,
    quarantine,
    key,
    'api-key': apiKey,
  };
}

/** Runs what was typed after `acta`. Returns the exit code. */
export async function run(typed: readonly string[], around: Surroundings): Promise<number> {
  const { terminal } = around;
  try {
    return await dispatch(typed, around);
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.done;
    terminal.say(describeError(around.say, error));
    if (around.isDebugging && error instanceof Error) terminal.say(`${codeOf(error)}: ${error.stack ?? ''}`);
    return exitOf(error);
  }
}

async function dispatch([name, ...rest]: readonly string[], around: Surroundings): Promise<number> {
  const { say, terminal } = around;
  const commands = commandsWith(around.supplies);
  if (name === '--version' || name === '-v') {
    await terminal.print(around.version);
    return EXIT.done;
  }
  if (name === undefined) {
    terminal.say(helpOf(commands, say).join('\n'));
    return EXIT.usage;
  }
  if (name === '--help' || name === '-h' || name === 'help') return printHelp(commands, rest[0], around);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new ServerError('usage', { command: '', reason: 'command', word: name });
  const args = readArguments(
    name,
    shapeOf(command),
    rest.filter((word) => word !== '-h'),
  );
  if (args.flag('help') || rest.includes('-h')) {
    for (const line of helpFor(name, command, say)) await terminal.print(line);
    return EXIT.done;
  }
  const typed = { words: [name, ...rest], language: languageOf(around.env) };
  const context = await contextOf(args, command, around);
  try {
    return await runGuarded(context, command, typed);
  } catch (error) {
    throw inOurWords(error, context.vaults.dir);
  }
}

/** What asks for somebody asks where it is carried out: by a server that runs, or here. */
async function runGuarded(
  context: CommandContext,
  command: Command,
  typed: Pick<TypedCommand, 'language' | 'words'>,
): Promise<number> {
  const scope = command.asks?.(context.args);
  if (scope === undefined) return runIn(context, command, typed);
  const words = withSomebody(typed.words, context);
  const code = context.vaults.isServed === true ? undefined : await runByServer(context, command, { ...typed, words });
  return code ?? guarded(context, scope, () => runIn(context, command, { ...typed, words }));
}

async function printHelp(
  commands: Readonly<Record<string, Command>>,
  name: string | undefined,
  { say, terminal }: Surroundings,
): Promise<number> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  const lines = command === undefined ? helpOf(commands, say) : helpFor(name ?? '', command, say);
  for (const line of lines) await terminal.print(line);
  return EXIT.done;
}

async function runIn(
  context: CommandContext,
  command: Command,
  typed: Pick<TypedCommand, 'language' | 'words'>,
): Promise<number> {
  try {
    return await command.run(context);
  } catch (error) {
    const isBusy = error instanceof ServerError && error.code === 'writer-busy';
    const code = isBusy ? await runByServer(context, command, typed) : undefined;
    if (code !== undefined) return code;
    throw error;
  }
}

/** Another process has the writer's place: if it is a server, it carries the command out. */
async function runByServer(
  { terminal, vaults }: CommandContext,
  command: Command,
  typed: Pick<TypedCommand, 'language' | 'words'>,
): Promise<number | undefined> {
  const { beside } = command;
  if (beside === undefined) return undefined;
  const handed = { ...typed, paths: beside, valued: optionsWithValue(shapeOf(command)) };
  return runBeside(join(vaults.dir, SERVER_SOCKET), handed, terminal);
}

async function contextOf(args: Arguments, command: Command, around: Surroundings): Promise<CommandContext> {
  const { env, now, readText, say, terminal } = around;
  const again: CommandContext['again'] = (typed, at) =>
    run(typed, {
      ...around,
      terminal: at.terminal,
      say: at.say,
      vaultsFor: async () => at.vaults,
      cellsFor: async () => undefined,
    });
  const context = { args, terminal, say, json: args.flag('json'), now, readText, env, again };
  const cells = await around.cellsFor?.(args);
  if (cells !== undefined) return contextIn(cells, command, context);
  if (args.value('cell') !== undefined)
    throw new ServerError('cell-unknown', { cell: args.value('cell') ?? '', cells: '' });
  return { ...context, vaults: await around.vaultsFor(args) };
}

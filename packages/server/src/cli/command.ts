// A command and what it is given. Commands parse words, call one room, and print: lines of JSON, or sentences.

import type { ApiScope } from '../access/scopes.ts';
import type { Arguments, CommandShape } from './arguments.ts';
import type { Sentences } from './sentences/index.ts';
import type { Terminal } from './terminal.ts';
import type { Cells, Vaults } from './vault.ts';

export interface CommandContext {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly say: Sentences;
  readonly vaults: Vaults;
  /** In a deployment with cells: those that the command is for, if it is for all. */
  readonly cells?: Cells;
  readonly json: boolean;
  readonly now: () => Date;
  readonly env: NodeJS.ProcessEnv;
  /** Runs a command that was typed elsewhere, over a vault that is open. */
  readonly again: (typed: readonly string[], at: Elsewhere) => Promise<number>;
  /** The text of a small file, `-` for standard input, without the final line end. */
  readonly readText: (file: string) => Promise<string>;
}

/** Where a command was typed that is carried out here, and the vault that it meets. */
export interface Elsewhere {
  readonly terminal: Terminal;
  readonly say: Sentences;
  readonly vaults: Vaults;
}

/** Exit codes: the contract of the command line. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  answerNeeded: 3,
  quarantined: 4,
  incomplete: 10,
  altered: 11,
  cannotOpen: 12,
} as const;

export interface Command {
  readonly shape: CommandShape;
  /** How it is typed, for help. */
  readonly synopsis: string;
  readonly examples: readonly string[];
  /** In a deployment with cells: whether it is for all of them, or for the one that is named. */
  readonly cells?: 'all' | ((args: Arguments) => 'all' | 'one');
  /** Which words and options name something by its id, before which a cell may be named. */
  readonly ids?: { readonly words?: true; readonly options?: readonly string[] };
  /** It may be carried out by a running server; here stands which of its words and options name files. */
  readonly beside?: { readonly words?: true; readonly options?: readonly string[] };
  /** What whoever types it must be allowed, once the vault has accounts; undefined where it asks for nobody. */
  readonly asks?: (args: Arguments) => ApiScope | undefined;
  readonly run: (context: CommandContext) => Promise<number>;
}

/** One object as a line. */
export function printJson({ terminal }: Pick<CommandContext, 'terminal'>, value: unknown): Promise<void> {
  return terminal.print(JSON.stringify(value));
}

const NOT_TO_BE_OBEYED = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const LINE_ENDS = /[\r\n\u2028\u2029]+/gu;

/** A name or title made safe for a terminal, on one line: control characters and direction overrides are shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(NOT_TO_BE_OBEYED, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What was said, made safe likewise; line ends show as a sign, tabs as spaces. */
export function oneLine(text: string): string {
  return printable(text.replace(LINE_ENDS, ' ⏎ ').replaceAll('\t', ' '));
}

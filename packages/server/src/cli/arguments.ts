// What was typed, read against the table of commands: options known to the command, values where they belong.
// Wrong use is a `usage` error that names the word; nothing is guessed.

import { parseArgs } from 'node:util';
import { ServerError } from '../server-error.ts';

/** An option's value: a switch, or one word. */
export type OptionKind = 'flag' | 'value';

export interface CommandShape {
  /** How many words follow the command: at least, at most. */
  readonly words: readonly [least: number, most: number];
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Words may begin with one dash (`-cancelled` in a search); options are those with two. */
  readonly dashWords?: true;
}

export interface Arguments {
  readonly words: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
}

/** Options that every command takes. */
const EVERYWHERE: Readonly<Record<string, OptionKind>> = {
  vault: 'value',
  cell: 'value',
  json: 'flag',
  help: 'flag',
  'passphrase-file': 'value',
};

/** The options of a command that are followed by a value. */
export function optionsWithValue(shape: CommandShape): ReadonlySet<string> {
  const all = Object.entries({ ...EVERYWHERE, ...shape.options });
  return new Set(all.filter(([, kind]) => kind === 'value').map(([name]) => name));
}

const QUOTED = /'([^']*)'/;
const DIGITS = /^\d+$/;

/** Reads the words after the command. Throws `usage` with the offending word and its reason. */
export function readArguments(command: string, shape: CommandShape, typed: readonly string[]): Arguments {
  const options = { ...EVERYWHERE, ...shape.options };
  const config = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
  );
  const { values, positionals } = parsedOr(command, config, shape.dashWords === true ? shielded(config, typed) : typed);
  const [least, most] = shape.words;
  if (values['help'] !== true) {
    if (positionals.length < least) throw new ServerError('usage', { command, reason: 'words-missing', word: '' });
    if (positionals.length > most) {
      throw new ServerError('usage', { command, reason: 'word-extra', word: positionals[most] ?? '' });
    }
  }
  return {
    words: positionals,
    flag: (name) => values[name] === true,
    value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
  };
}

/** Words with one dash moved behind `--`, where nothing is an option; they keep their order among the words. */
function shielded(config: Readonly<Record<string, { type: string }>>, typed: readonly string[]): string[] {
  const [options, words]: [string[], string[]] = [[], []];
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? '';
    if (word === '--') {
      words.push(...typed.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) words.push(word);
    else {
      options.push(word);
      if (config[word.slice(2)]?.type === 'string' && at + 1 < typed.length) options.push(typed[++at] ?? '');
    }
  }
  return [...options, '--', ...words];
}

function parsedOr(command: string, options: Record<string, { type: 'boolean' | 'string' }>, typed: readonly string[]) {
  try {
    return parseArgs({ args: [...typed], options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const word = QUOTED.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const reason = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'option-unknown' : 'option-value';
    throw new ServerError('usage', { command, reason, word }, error);
  }
}

/** A whole number that was typed, at least `least`. Throws `usage`. */
export function wholeNumber(command: string, typed: string, least: number): number {
  const value = Number(typed);
  if (!DIGITS.test(typed) || !Number.isSafeInteger(value) || value < least) {
    throw new ServerError('usage', { command, reason: 'number', word: typed });
  }
  return value;
}

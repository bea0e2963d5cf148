// What was typed behind `npm run bench --`.

import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly messages: number;
  /** How long a server is loaded. */
  readonly seconds: number;
  /** Names of works; all where empty. */
  readonly only: readonly string[];
  /** Where to write the figures for programs. */
  readonly json?: string;
  /** Where the corpus and the vaults are kept; the bench's own folder where absent. */
  readonly dir?: string;
}

/** What was typed was not understood. */
export class WrongUse extends Error {}

const USUAL_MESSAGES = 1_000_000;
/** Ten minutes: as long as it takes to see whether memory is flat. */
const USUAL_SECONDS = 600;
/** Below it some chat has too few messages to tell its days from its months by. */
export const FEWEST_MESSAGES = 2_000;

/** Reads the arguments. Throws `WrongUse` with a sentence for the person. */
export function optionsFrom(args: readonly string[], works: readonly string[]): BenchOptions {
  const { named, values } = valuesOf(args);
  const { dir, json, messages: typed, only: names, seconds: typedSeconds } = values;
  const messages = typed === undefined ? USUAL_MESSAGES : Number(typed);
  if (!Number.isSafeInteger(messages) || messages < FEWEST_MESSAGES)
    throw new WrongUse(`--messages takes a number from ${FEWEST_MESSAGES} on`);
  const seconds = typedSeconds === undefined ? USUAL_SECONDS : Number(typedSeconds);
  if (!Number.isSafeInteger(seconds) || seconds < 1) throw new WrongUse('--seconds takes a number from 1 on');
  const only = [...named, ...(names === undefined ? [] : names.split(','))];
  const unknown = only.find((name) => !works.includes(name));
  if (unknown !== undefined) throw new WrongUse(`--only does not know ${unknown}; it knows ${works.join(', ')}`);
  return { messages, seconds, only, ...(json === undefined ? {} : { json }), ...(dir === undefined ? {} : { dir }) };
}

function valuesOf(args: readonly string[]) {
  try {
    const value = { type: 'string' } as const;
    const options = { messages: value, seconds: value, json: value, only: value, dir: value };
    const { positionals, values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    return { named: positionals, values };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

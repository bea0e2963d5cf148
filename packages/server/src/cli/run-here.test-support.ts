// A command run in this process, as if piped: for every test that needs an answer and not a process. It decides nothing about the vault.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { VaultHouse } from '../assembly/vault-house.ts';
import { run } from './run.ts';
import { type Language, sentencesIn } from './sentences/index.ts';
import { SILENT } from './terminal.ts';
import type { Vaults } from './vault.ts';

type Run = Parameters<typeof run>[1];

export const SAMPLES: string = fileURLToPath(new URL('../../../../samples', import.meta.url));

/** What a command answered. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a command meets. */
export interface Around extends Pick<Run, 'vaultsFor' | 'cellsFor'> {
  readonly language?: Language;
  /** What a person types when asked, in turn; with it there is a terminal. */
  readonly answers?: string[];
  readonly now?: () => Date;
  readonly env?: NodeJS.ProcessEnv;
}

export async function runHere(
  typed: readonly string[],
  { answers, env = {}, language = 'en', now = () => new Date(), ...vaults }: Around,
): Promise<Said> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(typed, {
    ...vaults,
    terminal: {
      canAsk: answers !== undefined,
      print: async (line) => void out.push(`${line}\n`),
      say: (line) => void err.push(`${line}\n`),
      ask: async (question) => {
        err.push(question);
        return answers?.shift() ?? '';
      },
      progress: () => SILENT,
    },
    say: sentencesIn(language),
    now,
    readText: async (file) => readFileSync(file, 'utf8').trim(),
    version: '0.0.0',
    supplies: { samples: SAMPLES, sandbox: '', console: '' },
    env,
    isDebugging: process.env['ACTA_DEBUG'] === '1',
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** Opens the vault once, as a look that is on record, for many commands that only read. */
export async function lookingOnce<T>(house: VaultHouse, work: (vaults: Vaults) => Promise<T>): Promise<T> {
  const vault = await house.look({ command: 'test' });
  const held = { ...vault, close: async () => undefined };
  try {
    return await work(Object.assign(Object.create(house), { look: async () => held, peek: async () => held }));
  } finally {
    await vault.close();
  }
}

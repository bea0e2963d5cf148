// A command beside a running server: what needs the writer's place is carried out by the server that holds it, over the vault that it
// has open. The other side takes the command as it was typed, with whole paths, and shows what comes back.

import { resolve } from 'node:path';
import { type FarTerminal, type HandedCommand, handCommand } from '../access/command-socket.ts';
import { ServerError } from '../server-error.ts';
import type { Outgoing } from '../workers/send-order.ts';
import type { Command } from './command.ts';
import { OutputClosed, type Progress, type Terminal } from './terminal.ts';
import type { HeldVault, Vaults } from './vault.ts';

/** Lies in the vault's folder while a server runs. */
export const SERVER_SOCKET = 'server.sock';

/** A command as it was typed, and which of its words name files. */
export interface TypedCommand {
  readonly words: readonly string[];
  readonly language: string;
  readonly paths: NonNullable<Command['beside']>;
  /** Options that are followed by a value. */
  readonly valued: ReadonlySet<string>;
}

/** Hands what was typed to the server of this vault. Undefined where none runs, or where it reads from standard input. */
export async function runBeside(socket: string, typed: TypedCommand, terminal: Terminal): Promise<number | undefined> {
  if (typed.words.includes('-')) return undefined;
  let bar: { readonly label: string; readonly progress: Progress } | undefined;
  const endBar = (): void => {
    bar?.progress.end();
    bar = undefined;
  };
  const words = wholePaths(typed);
  return handCommand(
    socket,
    { words, language: typed.language, canAsk: terminal.canAsk },
    {
      print: (line) => {
        endBar();
        return terminal.print(line);
      },
      say: (line) => {
        endBar();
        terminal.say(line);
      },
      ask: (question) => {
        endBar();
        return terminal.ask(question);
      },
      progress: (label, done, total) => {
        if (bar?.label !== label) {
          endBar();
          bar = { label, progress: terminal.progress(label, total) };
        }
        bar.progress.to(done);
      },
    },
  ).finally(endBar);
}

/** The words with every path that they name made whole: the server stands in another folder. */
function wholePaths({ paths, valued, words }: TypedCommand): string[] {
  let before: string | undefined;
  return words.map((word, at) => {
    const option = before;
    const [, name = '', value] = OPTION.exec(word) ?? [];
    before = valued.has(name) && value === undefined ? name : undefined;
    const isPath = (named: string): boolean => paths.options?.includes(named) === true;
    if (option !== undefined) return isPath(option) ? resolve(word) : word;
    if (value !== undefined) return isPath(name) ? `--${name}=${resolve(value)}` : word;
    return paths.words === true && at > 0 && !word.startsWith('-') ? resolve(word) : word;
  });
}

const OPTION = /^--([a-z-]+)(?:=(.*))?$/su;

/** What a handed command meets: the vault that is open already, which it does not close. */
export function openVaults(vaults: Vaults, vault: HeldVault, outgoing: Outgoing): Vaults {
  // That it was made a while ago was said when it was.
  const { made: _, ...standing }: HeldVault & { readonly made?: unknown } = vault;
  const held = { ...standing, outgoing, close: async () => undefined };
  const busy = async (): Promise<never> => {
    throw new ServerError('writer-busy');
  };
  return {
    dir: vaults.dir,
    keysDir: vaults.keysDir,
    look: async (draft) => {
      await vault.audit(draft);
      return held;
    },
    peek: async () => held,
    write: async () => held,
    order: (wish) => vaults.order(wish),
    newCode: busy,
    recover: busy,
    rotate: busy,
    move: busy,
    accounts: () => vault.accounts(),
    expectRecoveryCode: (code) => vaults.expectRecoveryCode(code),
    isServed: true,
  };
}

/** The terminal of a handed command. */
export function farTerminal(far: FarTerminal, { canAsk }: HandedCommand): Terminal {
  return {
    canAsk,
    print: async (line) => {
      if (far.isGone()) throw new OutputClosed();
      await far.print(line);
    },
    say: far.say,
    ask: far.ask,
    progress: (label, total) => throttled(label, total, far),
  };
}

const FRAME_MS = 100;

function throttled(label: string, total: number, far: FarTerminal): Progress {
  let sent = performance.now();
  return {
    to: (done) => {
      if (performance.now() - sent < FRAME_MS) return;
      sent = performance.now();
      far.progress(label, done, total);
    },
    end: () => undefined,
  };
}

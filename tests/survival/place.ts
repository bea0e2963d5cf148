// A vault with its keys in folders of its own, and Acta run on it: as the real program in a process of its own, where the process
// is what suffers, and in this process, where only the answer counts.

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VaultHouse } from '../../packages/server/src/assembly/vault-house.ts';
import { describeError, exitOf } from '../../packages/server/src/cli/errors.ts';
import { inOurWords } from '../../packages/server/src/cli/refused-by-disk.ts';
import { lookingOnce, runHere } from '../../packages/server/src/cli/run-here.test-support.ts';
import { sentencesIn } from '../../packages/server/src/cli/sentences/index.ts';
import type { Vaults } from '../../packages/server/src/cli/vault.ts';

/** What a command answered. A process that a signal ended has the code −1. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Asks an open vault; the answer as JSON lines. Throws `Failed` where it is none. */
export type Ask = (...typed: readonly string[]) => Promise<Fields[]>;

/** How a process is started beyond its words. */
export interface Around {
  readonly env?: NodeJS.ProcessEnv;
  /** In place of ./acta: a command that runs it, for instance under another user. */
  readonly through?: readonly string[];
  /** Kills it after so many milliseconds. */
  readonly killAfterMs?: number;
}

export const PROJECT: string = fileURLToPath(new URL('../..', import.meta.url));
const ACTA = join(PROJECT, 'acta');
const TRANSIENT = /-shm$|\.sock$/;

/** Where the parts of a cell stand that do not lie in its folder. */
export interface Servers {
  readonly databaseUrl?: string;
  readonly keysUrl?: string;
}

export class Place {
  readonly dir: string;
  readonly vault: string;
  readonly keys: string;
  private readonly servers: Servers;

  constructor(dir: string, servers: Servers = {}) {
    this.dir = dir;
    this.servers = servers;
    this.vault = join(dir, 'vault');
    this.keys = join(dir, 'keys');
  }

  /** The environment of a process that works on this vault. */
  get env(): NodeJS.ProcessEnv {
    const { HOME = this.dir, NODE_COMPILE_CACHE, PATH } = process.env;
    const cache = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
    const { databaseUrl, keysUrl } = this.servers;
    const servers = {
      ...(databaseUrl === undefined ? {} : { ACTA_DATABASE_URL: databaseUrl }),
      ...(keysUrl === undefined ? {} : { ACTA_KEYS_URL: keysUrl }),
    };
    return { PATH, HOME, LANG: 'C', ACTA_VAULT: this.vault, ACTA_KEYS: this.keys, ...servers, ...cache };
  }

  start(typed: readonly string[], { env = {}, through = [] }: Around = {}): ChildProcess {
    const [command = ACTA, ...words] = [...through, ACTA, ...typed];
    return spawn(command, words, { cwd: this.dir, env: { ...this.env, ...env }, stdio: 'pipe' });
  }

  /** Runs the real program to its end. */
  async spawn(typed: readonly string[], around: Around = {}): Promise<Answer> {
    const child = this.start(typed, around);
    const timer =
      around.killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), around.killAfterMs);
    const answer = await ended(child);
    clearTimeout(timer);
    return answer;
  }

  /** Runs a command in this process, piped and in English. */
  do(...typed: readonly string[]): Promise<Answer> {
    return this.runWith(this.house(), typed);
  }

  /** Opens the vault once, as a look that is on record, and asks it many commands that only read. */
  looking<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    return lookingOnce(this.house(), (vaults) =>
      work(async (...typed) => succeeded(typed, await this.runWith(vaults, [...typed, '--json']))),
    );
  }

  /** The value of some work in this process, or what the command line would have said in its place. */
  async answering<T>(work: () => Promise<T>): Promise<{ readonly value: T } | { readonly answer: Answer }> {
    try {
      return { value: await work() };
    } catch (error) {
      if (error instanceof Failed) return { answer: { code: 1, out: '', err: error.message } };
      const ours = inOurWords(error, this.vault);
      return { answer: { code: exitOf(ours), out: '', err: describeError(sentencesIn('en'), ours) } };
    }
  }

  /** As the rooms of Acta know it. */
  get address(): { readonly dir: string; readonly keys: { readonly dir: string }; readonly isSeen: false } & Servers {
    return { dir: this.vault, keys: { dir: this.keys }, isSeen: false, ...this.servers };
  }

  private house(): VaultHouse {
    return new VaultHouse(this.address);
  }

  private runWith(vaults: Vaults, typed: readonly string[]): Promise<Answer> {
    return runHere(typed, { vaultsFor: async () => vaults });
  }

  /** Runs a command in this process that must succeed; its lines as JSON. */
  async must(...typed: readonly string[]): Promise<Fields[]> {
    return succeeded(typed, await this.do(...typed, '--json'));
  }

  file(name: string, content: string | Uint8Array): string {
    const folder = join(this.dir, 'files');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }

  /** The same vault and keys elsewhere, as a disk would have them after a crash. */
  copyTo(dir: string): Place {
    const copy = new Place(dir);
    copy.remove();
    for (const part of ['vault', 'keys'] as const) {
      const options = { recursive: true, filter: (file: string) => !TRANSIENT.test(file) };
      if (existsSync(this[part])) cpSync(this[part], copy[part], options);
    }
    mkdirSync(dir, { recursive: true });
    return copy;
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Every file of the vault and its keys, from the place's folder. */
  files(): string[] {
    return ['vault', 'keys'].flatMap((part) =>
      entriesOf(join(this.dir, part))
        .filter((entry) => entry.isFile() && !TRANSIENT.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(this.dir.length + 1))
        .sort(),
    );
  }
}

const entriesOf = (dir: string) => (existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }) : []);

/** Something did not hold. */
export class Failed extends Error {}

function succeeded([name]: readonly string[], answer: Answer): Fields[] {
  if (answer.code !== 0) throw new Failed(`${name} ended with ${answer.code}: ${answer.err.trim()}`);
  return linesOf(answer.out);
}

/** Waits for the end of a process. */
export async function ended(child: ChildProcess): Promise<Answer> {
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => err.push(text));
  child.stdin?.on('error', () => undefined).end();
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail).once('close', (value) => done(value ?? -1));
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** The lines of an output as JSON objects; a last line that was cut off is left out. */
export function linesOf(out: string): Fields[] {
  return out
    .split('\n')
    .slice(0, -1)
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Fields);
}

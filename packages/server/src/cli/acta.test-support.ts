// Acta as a user has it, for tests: a vault and its keys in fresh temporary folders, and commands run either in this
// process (fast) or as a child on the pinned Node, where the process itself is what is tested.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WITH_JOINED } from '../../joined/place.ts';
import { deliver, type Told, webhookBody } from '../assembly/live.test-support.ts';
import { VaultHouse } from '../assembly/vault-house.ts';
import { freshPlace } from '../store/postgres/engine.test-support.ts';
import { lookingOnce, runHere } from './run-here.test-support.ts';
import type { Language } from './sentences/index.ts';

/** What a command answered. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The lines of `out`, read as JSON objects. Throws where one is none. */
  readonly json: readonly Fields[];
  /** The first of them; empty if there is none. */
  readonly first: Fields;
}

export type Fields = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly language?: Language;
  /** What a person types when asked, in turn; with it there is a terminal. */
  readonly typed?: string[];
}

/** Where the tests keep compiled modules; a command keeps its own there too. */
const COMPILED = process.env['NODE_COMPILE_CACHE'];
const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A fresh place for a vault, removed after the test. */
export function freshActa(t: TestContext): TestActa {
  const dir = mkdtempSync(join(tmpdir(), 'acta-cli-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return new TestActa(dir, join(dir, 'vault'), freshPlace(t));
}

export class TestActa {
  readonly dir: string;
  readonly vault: string;
  readonly keys: string;
  /** The day on which exports are read; all of them lie before it. */
  now: Date = new Date('2026-11-22T12:00:00Z');
  /** What commands that run in this process find in their environment. */
  env: NodeJS.ProcessEnv = { ACTA_TIME_ZONE: 'UTC' };

  /** The address of its database, where the tests run on one. */
  readonly at: { readonly databaseUrl?: string; readonly keysUrl?: string };

  constructor(
    dir: string,
    vault: string = join(dir, 'vault'),
    at: { readonly databaseUrl?: string; readonly keysUrl?: string } = {},
  ) {
    this.dir = dir;
    this.at = at;
    this.vault = vault;
    this.keys = join(dir, 'keys');
  }

  /** Writes a file to import. Returns its path. */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.dir, 'files', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** A path below the test's folder where nothing stands yet. */
  place(name: string): string {
    return join(this.dir, name);
  }

  /** Runs a command in this process, as if piped and in English. */
  do(...typed: readonly string[]): Promise<Answer> {
    return this.ask({}, ...typed);
  }

  /** Runs a command in this process. */
  async ask({ language = 'en', typed: answers }: Asked, ...typed: readonly string[]): Promise<Answer> {
    const { code, err, out } = await runHere(typed, {
      vaultsFor: async (args) => this.house(args.value('vault')),
      language,
      now: () => this.now,
      env: this.env,
      ...(answers === undefined ? {} : { answers }),
    });
    return answer(code, out, err);
  }

  /** Takes deliveries of the platform in, one after another; the vault is made if there is none. */
  async deliver(...told: readonly (Told | Buffer)[]): Promise<void> {
    const vault = await this.house().write({ make: true });
    try {
      for (const one of told) await deliver(vault, Buffer.isBuffer(one) ? one : webhookBody(one), this.now);
      await vault.settle();
    } finally {
      await vault.close();
    }
  }

  /** Opens the vault once, as a look that is on record, and runs many commands that only read. */
  looking<T>(work: (ask: (...typed: readonly string[]) => Promise<Answer>) => Promise<T>): Promise<T> {
    return lookingOnce(this.house(), (vaults) =>
      work(async (...typed) => {
        const { code, err, out } = await runHere(typed, {
          vaultsFor: async () => vaults,
          now: () => this.now,
          env: this.env,
        });
        return answer(code, out, err);
      }),
    );
  }

  private house(dir: string = this.vault): VaultHouse {
    const timeZone = this.env['ACTA_TIME_ZONE'];
    const zone = timeZone === undefined ? {} : { timeZone };
    return new VaultHouse({ ...this.at, dir, keys: { dir: this.keys }, isSeen: false, ...zone });
  }

  /** Starts a command as a process of its own, piped. */
  start(typed: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const surroundings = {
      PATH: process.env['PATH'],
      HOME: this.dir,
      LANG: 'en',
      ACTA_VAULT: this.vault,
      ACTA_KEYS: this.keys,
      ...(this.at.databaseUrl === undefined ? {} : { ACTA_DATABASE_URL: this.at.databaseUrl }),
      ...(COMPILED === undefined ? {} : { NODE_COMPILE_CACHE: COMPILED }),
    };
    return spawn(process.execPath, [...WITH_JOINED, MAIN, ...typed], {
      env: { ...surroundings, ...env },
      cwd: this.dir,
      stdio: 'pipe',
    });
  }

  /** Runs a command as a process of its own, piped, to its end. */
  spawn(...typed: readonly string[]): Promise<Answer> {
    return ended(this.start(typed));
  }
}

/** Waits for the end of a process. A signal that ended it counts as code −1. */
export async function ended(child: ChildProcess): Promise<Answer> {
  const [out, err] = [texts(child.stdout), texts(child.stderr)];
  child.stdin?.end();
  const code = await new Promise<number>((done) => child.once('close', (value) => done(value ?? -1)));
  return answer(code, out.join(''), err.join(''));
}

/** What a process that goes on says first, up to what is waited for. Rejects if it ends before. */
export function saidUntil(child: ChildProcess, awaited: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (awaited.test(said)) resolve(said);
    });
    child.once('close', () => reject(new Error(`it ended: ${said}`)));
  });
}

function texts(stream: ChildProcess['stdout']): string[] {
  const chunks: string[] = [];
  stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return chunks;
}

export function answer(code: number, out: string, err: string): Answer {
  const lines = (): Fields[] =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Fields);
  return {
    code,
    out,
    err,
    get json() {
      return lines();
    },
    get first() {
      return lines()[0] ?? {};
    },
  };
}

/** The reports of an import's files. */
export function filesOf(imported: Answer): readonly Fields[] {
  const files = imported.first['files'];
  return Array.isArray(files) ? files : [];
}

/** The only file's report. */
export function fileOf(imported: Answer): Fields {
  return filesOf(imported)[0] ?? {};
}

// The vault that is measured: made by importing the corpus with the command line, opened for reading beside it, copied for what
// changes it. Its keys lie in a folder of the bench's own.

import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VaultHouse } from '../packages/server/src/assembly/vault-house.ts';
import type { Corpus } from './corpus.ts';
import { type MeasuredRun, runMeasured } from './measured-process.ts';

const LAUNCHER = new URL('../acta', import.meta.url);
const MAIN = new URL('../packages/server/src/main.ts', import.meta.url);

/** A vault in the bench's folder. */
export class BenchVault {
  readonly dir: string;
  readonly keys: string;

  constructor(root: string, name: string) {
    this.dir = join(root, name);
    this.keys = join(root, `${name}.keys`);
  }

  get exists(): boolean {
    return existsSync(this.dir);
  }

  /** The vault as the application opens it. */
  get house(): VaultHouse {
    return new VaultHouse({ dir: this.dir, keys: { dir: this.keys }, isSeen: false });
  }

  /** Runs a command of Acta's on this vault, as somebody at a prompt would. */
  run(...args: readonly string[]): Promise<MeasuredRun> {
    return runMeasured({ script: LAUNCHER, args: [...args, '--vault', this.dir], env: { ACTA_KEYS: this.keys } });
  }

  /** Imports the corpus, one file a chat, into a vault made for it; Node itself may be given options in place of the launcher's. */
  async importAnew({ chats }: Corpus, nodeOptions: readonly string[] = []): Promise<MeasuredRun> {
    this.remove();
    mkdirSync(this.keys, { recursive: true });
    const words = ['import', chats.dir, '--json'];
    if (nodeOptions.length === 0) return this.run(...words);
    const [args, env] = [[...words, '--vault', this.dir], { ACTA_KEYS: this.keys }];
    return runMeasured({ script: MAIN, args, env, nodeOptions });
  }

  /** A copy with keys of its own, for what changes a vault. */
  copyAs(root: string, name: string): BenchVault {
    const copy = new BenchVault(root, name);
    copy.remove();
    cpSync(this.dir, copy.dir, { recursive: true });
    cpSync(this.keys, copy.keys, { recursive: true });
    return copy;
  }

  remove(): void {
    for (const folder of [this.dir, this.keys]) rmSync(folder, { recursive: true, force: true });
  }
}

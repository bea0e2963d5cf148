// The library that counts a process's calls on files and strikes at one of them, built from strike.c with the machine's own
// compiler; where there is none, what needs it is not run, and said so.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from '../place.ts';

/** What happens at the call that is struck. */
export type How = 'kill-before' | 'kill-torn' | 'kill-after' | 'eio' | 'enospc';

/** A call that touched a file of the vault or of its keys. */
export interface Call {
  /** From 1 on. */
  readonly number: number;
  readonly name: string;
  /** From the place's folder. */
  readonly path: string;
}

export interface Blow {
  readonly at: number;
  readonly how: How;
  /** Every call from there on fails, not that one alone. */
  readonly fromOn?: boolean;
  /** Reading calls are counted too. */
  readonly reads?: boolean;
}

const SOURCE = fileURLToPath(new URL('strike.c', import.meta.url));

export class Strike {
  private readonly library: string;

  private constructor(library: string) {
    this.library = library;
  }

  /** Builds the library into `dir`; the reason where that cannot be. */
  static build(dir: string): Strike | { readonly reason: string } {
    if (process.platform !== 'linux') return { reason: 'needs Linux (LD_PRELOAD)' };
    const library = join(dir, 'strike.so');
    const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-w', '-o', library, SOURCE, '-ldl']);
    if (made.status === 0) return new Strike(library);
    return { reason: made.error === undefined ? 'cc could not build strike.c' : 'needs a C compiler (cc)' };
  }

  /** The environment that strikes a process working on `place`. */
  env(place: Place, blow: Blow): NodeJS.ProcessEnv {
    return {
      ...this.watching(place),
      STRIKE_AT: String(blow.at),
      STRIKE_HOW: blow.how,
      ...(blow.fromOn === true ? { STRIKE_FROM_ON: '1' } : {}),
      ...(blow.reads === true ? { STRIKE_READS: '1' } : {}),
    };
  }

  private watching(place: Place): NodeJS.ProcessEnv {
    return { LD_PRELOAD: this.library, STRIKE_UNDER: place.dir };
  }

  /** The calls of one command that nothing strikes. */
  async callsOf(place: Place, typed: readonly string[], reads = false): Promise<Call[]> {
    const trace = join(place.dir, 'calls');
    rmSync(trace, { force: true });
    const env = { ...this.watching(place), STRIKE_TRACE: trace, ...(reads ? { STRIKE_READS: '1' } : {}) };
    const answer = await place.spawn(typed, { env });
    if (answer.code !== 0) throw new Error(`${typed[0]}, not struck, ended with ${answer.code}: ${answer.err}`);
    const lines = existsSync(trace) ? readFileSync(trace, 'utf8').split('\n').filter(Boolean) : [];
    return lines.map((line) => {
      const [number = '', name = '', ...path] = line.split(' ');
      return { number: Number(number), name, path: path.join(' ').slice(place.dir.length + 1) };
    });
  }
}

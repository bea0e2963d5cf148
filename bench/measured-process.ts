// Runs a program of the bench in a process of its own, so that its time and memory are its own. It never reads what the program
// prints beyond handing it back.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Usage } from './usage.ts';

export interface MeasuredRun extends Usage {
  /** From start to end, the start of Node included. */
  readonly elapsedMs: number;
  readonly output: string;
}

/** What a program said before it failed. */
export class ProgramFailed extends Error {}

const PRELOAD = new URL('./usage.ts', import.meta.url);
const LONGEST_REASON = 2_000;

/** A program of the bench: a script, its arguments, and what is set for it alone. */
export interface Program {
  /** TypeScript, or a launcher that ends as Node on some: it may choose options of its own. */
  readonly script: URL;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Options for Node itself. */
  readonly nodeOptions?: readonly string[];
}

/** Runs a program with the Node that runs this. Throws `ProgramFailed` where it does not end with 0. */
export async function runMeasured({ args, env = {}, nodeOptions = [], script }: Program): Promise<MeasuredRun> {
  const folder = mkdtempSync(join(tmpdir(), 'acta-bench-'));
  try {
    const usageFile = join(folder, 'usage');
    const began = performance.now();
    const options = [...nodeOptions, '--import', PRELOAD.href];
    const file = fileURLToPath(script);
    const [command, given, inherited] = file.endsWith('.ts')
      ? [process.execPath, [...options, file, ...args], {}]
      : [file, args, { NODE_OPTIONS: options.join(' ') }];
    const child = spawn(command, given, {
      env: { ...plainEnvironment(), ...inherited, ...env, BENCH_USAGE_FILE: usageFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
    const [code, output, complaint] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    const elapsedMs = performance.now() - began;
    if (code !== 0) throw new ProgramFailed(`exit ${code}: ${complaint.slice(-LONGEST_REASON)}`);
    return { elapsedMs, output, ...(JSON.parse(readFileSync(usageFile, 'utf8')) as Usage) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a person has set for their own vault, or for Node, changes no figure. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('ACTA_') && !name.startsWith('NODE_'));
  return { ...Object.fromEntries(kept), LANG: 'C.UTF-8', NO_COLOR: '1' };
}

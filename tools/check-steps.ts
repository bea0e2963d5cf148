// Runs commands, as many at once as asked, and keeps what they print until it is known whether anyone needs to read it.
// Knows nothing of what the commands check.
import { spawn } from 'node:child_process';

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly elapsedMs: number;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
}

export interface StepRun {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly atOnce: number;
}

/** Runs every step, whatever the others do; the results stand in the order of the steps. */
export async function inParallel(steps: readonly Step[], where: StepRun): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const waiting = steps.entries();
  const lane = async (): Promise<void> => {
    for (const [place, step] of waiting) results[place] = await runStep(step, where);
  };
  await Promise.all(Array.from({ length: where.atOnce }, lane));
  return results;
}

function runStep({ name, command }: Step, { cwd, env }: StepRun): Promise<StepResult> {
  const [program = '', ...args] = command;
  const begun = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = (ok: boolean): void => {
      resolve({ name, ok, elapsedMs: performance.now() - begun, output: Buffer.concat(chunks).toString() });
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

// A server of the bench in a process of its own, with what it uses of processor and memory while it is under load.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { LoadFigures } from './figures.ts';
import { untilRecorded } from './recorded.ts';

const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url));
const RSS = /^VmRSS:\s+(\d+) kB$/m;
const TICKS_A_SECOND = 100;
const SAMPLE_MS = 1_000;
const LONGEST_REASON = 2_000;

export interface ServedOptions {
  readonly command: readonly [file: string, ...args: readonly string[]];
  readonly env?: NodeJS.ProcessEnv;
}

/** What a server did under load. */
export interface Served extends LoadFigures {
  /** Of all its threads; 0 where the system does not tell. */
  readonly processorMs: number;
  /** What it held at each second; empty where the system does not tell. */
  readonly memoryBytes: readonly number[];
  /** From the last answer until all of it stood in the ledger. */
  readonly behindMs: number;
}

export interface LoadOrder {
  readonly seconds: number;
  readonly updates: number;
}

/** Starts a server, loads it and stops it. Throws where it does not start or refuses anything. */
export async function servedUnderLoad({ command, env = {} }: ServedOptions, order: LoadOrder): Promise<Served> {
  const [file, ...args] = command;
  const child = spawn(file, args, {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-LONGEST_REASON);
  });
  try {
    const { address } = await nextLine<{ readonly address: string }>(linesOf(child));
    return await loaded(child, Number(new URL(address).port), order);
  } catch (error) {
    throw new Error(`a server of the bench failed: ${complaint}`, { cause: error });
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  }
}

async function loaded(server: ChildProcess, port: number, { seconds, updates }: LoadOrder): Promise<Served> {
  const load = spawn(process.execPath, [LOAD, String(port), String(seconds), String(updates)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = linesOf(load);
  await nextLine(lines);
  const before = processorMs(server.pid);
  const memoryBytes: number[] = [];
  const watching = setInterval(() => memoryBytes.push(...memoryOf(server.pid)), SAMPLE_MS);
  try {
    const figures = await nextLine<LoadFigures>(lines);
    if (figures.refused > 0) throw new Error(`${figures.refused} deliveries were not answered with 200`);
    const behindMs = await untilRecorded(port);
    return { ...figures, processorMs: processorMs(server.pid) - before, memoryBytes, behindMs };
  } finally {
    clearInterval(watching);
  }
}

function linesOf(child: ChildProcess): AsyncIterator<string> {
  if (child.stdout === null) throw new Error('nothing is printed');
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}

async function nextLine<T>(lines: AsyncIterator<string>): Promise<T> {
  const { done, value } = await lines.next();
  if (done === true) throw new Error('a process of the bench ended before it said what was waited for');
  return JSON.parse(value) as T;
}

/** Processor time of all threads of a process so far. */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
}

function memoryOf(pid: number | undefined): number[] {
  try {
    const kilobytes = RSS.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? [] : [Number(kilobytes) * 1024];
  } catch {
    return [];
  }
}

// Runs test files with node:test, in processes of one file or of several, and counts tests: not suites, and not the files that hold
// them. A file in which no test ran has failed, whatever it says: its process may have ended before its tests could report.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventData, run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { withTemporaryFolder } from './memory-folder.ts';
import { TEST_WORDS } from './test-words.ts';

export interface FailedTest {
  readonly name: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly reason: string;
}

export interface TestedFile {
  readonly file: string;
  readonly tests: number;
  readonly elapsedMs: number;
}

/** What a process printed besides its results. */
export interface Printed {
  readonly files: readonly string[];
  readonly output: string;
}

export interface TestResults {
  readonly passed: number;
  readonly skipped: number;
  readonly failed: readonly FailedTest[];
  readonly files: readonly TestedFile[];
  readonly printed: readonly Printed[];
  readonly elapsedMs: number;
}

export interface TestRun {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly atOnce: number;
  /** After this long, what still runs is stopped and has failed. */
  readonly limitMs: number;
}

/** Runs all files (absolute paths), those of one row in one process. Never throws for what a test does; without files nothing passes. */
export async function runTests(
  rows: readonly (readonly string[])[],
  { cwd, env, atOnce, limitMs }: TestRun,
): Promise<TestResults> {
  const begun = performance.now();
  return await withTemporaryFolder(async (folder) => {
    const processes = new Map(rows.map((files, place) => [entryOf(files, join(folder, `${place}.mjs`)), files]));
    const tally = new Tally(processes);
    if (processes.size > 0) {
      const signal = AbortSignal.timeout(limitMs);
      const how = { cwd, env, concurrency: atOnce, isolation: 'process', execArgv: TEST_WORDS, signal } as const;
      const events = run({ files: [...processes.keys()], ...how });
      events.on('test:pass', (data) => tally.addPassed(data));
      events.on('test:fail', (data) => tally.addFailed(data));
      events.on('test:complete', (data) => tally.addLength(data));
      events.on('test:stdout', (data) => tally.addOutput(data));
      events.on('test:stderr', (data) => tally.addOutput(data));
      await once(events.resume(), 'close');
    }
    return tally.results(performance.now() - begun);
  });
}

/** What node:test runs: the file itself, or one that loads several. */
function entryOf(files: readonly string[], path: string): string {
  const [first = '', ...others] = files;
  if (others.length === 0) return first;
  writeFileSync(path, files.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)};\n`).join(''));
  return path;
}

/** What a failure is called that is no test's. */
const ITSELF = { name: 'the file itself', line: 1 } as const;

/** Adds up the events of one run. */
class Tally {
  readonly #processes: ReadonlyMap<string, readonly string[]>;
  readonly #files: ReadonlyMap<string, { tests: number; elapsedMs: number }>;
  readonly #output = new Map<string, string>();
  readonly #failed: FailedTest[] = [];
  #passed = 0;
  #skipped = 0;

  /** By what node:test runs. */
  constructor(processes: ReadonlyMap<string, readonly string[]>) {
    this.#processes = processes;
    this.#files = new Map([...processes.values()].flat().map((file) => [file, { tests: 0, elapsedMs: 0 }]));
  }

  addPassed(data: EventData.TestPass): void {
    if (isFile(data) || data.details.type === 'suite') return;
    this.#count(data);
    if (data.skip === undefined && data.todo === undefined) this.#passed += 1;
    else this.#skipped += 1;
  }

  /** A suite or a file fails with its tests; it counts by itself only when the fault is its own. */
  addFailed(data: EventData.TestFail): void {
    const isTest = data.details.type !== 'suite' && !isFile(data);
    if (isTest) this.#count(data);
    const { cause, failureType } = data.details.error as Error & { readonly failureType?: string };
    if (!isTest && failureType === 'subtestsFailed') return;
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
    const { file = '', line } = data;
    if (!isFile(data)) this.#failed.push({ name: data.name, file, line, reason });
    // Which of those that share a process ended it, only what it printed can tell.
    else for (const one of this.#processes.get(file) ?? [file]) this.#failed.push({ ...ITSELF, file: one, reason });
  }

  /** A file takes as long as its process, or, where others share that, as its tests. */
  addLength(data: EventData.TestComplete): void {
    const file = this.#files.get(data.file ?? '');
    if (file === undefined) return;
    if (isFile(data)) file.elapsedMs = data.details.duration_ms;
    else if (data.nesting === 0) file.elapsedMs += data.details.duration_ms;
  }

  addOutput({ file, message }: EventData.TestStdout | EventData.TestStderr): void {
    this.#output.set(file, (this.#output.get(file) ?? '') + message);
  }

  results(elapsedMs: number): TestResults {
    const files = Array.from(this.#files, ([file, counted]) => ({ file, ...counted }));
    const known = new Set(this.#failed.map(({ file }) => file));
    const silent = files.filter(({ file, tests }) => tests === 0 && !known.has(file));
    const none = silent.map(({ file }) => ({ ...ITSELF, file, reason: 'No test ran in it.' }));
    const failed = [...this.#failed, ...none];
    const printed = Array.from(this.#output, ([of, output]) => ({ files: this.#processes.get(of) ?? [of], output }));
    return { passed: this.#passed, skipped: this.#skipped, failed, files, printed, elapsedMs };
  }

  #count({ file }: EventData.LocationInfo): void {
    const tested = this.#files.get(file ?? '');
    if (tested) tested.tests += 1;
  }
}

/** The runner reports each file as a test that is named by its path. */
function isFile({ name, file }: { readonly name: string } & EventData.LocationInfo): boolean {
  return name === file;
}

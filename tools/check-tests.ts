// Runs test files with node:test, each in a process of its own, and counts tests: not suites, and not the files that hold them.
// A file in which no test ran has failed, whatever it says: it may have ended itself before its tests could report.
import { once } from 'node:events';
import { type EventData, run } from 'node:test';
import { inspect } from 'node:util';
import { WITH_JOINED } from '../packages/server/joined/place.ts';

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
  /** What the file printed besides its results. */
  readonly output: string;
}

export interface TestResults {
  readonly passed: number;
  readonly skipped: number;
  readonly failed: readonly FailedTest[];
  readonly files: readonly TestedFile[];
  readonly elapsedMs: number;
}

export interface TestRun {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly atOnce: number;
  /** After this long, what still runs is stopped and has failed. */
  readonly limitMs: number;
}

/** Runs all files (absolute paths). Never throws for what a test does; without files nothing passes. */
export async function runTests(files: readonly string[], { cwd, env, atOnce, limitMs }: TestRun): Promise<TestResults> {
  const begun = performance.now();
  const tally = new Tally(files);
  if (files.length > 0) {
    const signal = AbortSignal.timeout(limitMs);
    const how = { cwd, env, concurrency: atOnce, isolation: 'process', execArgv: WITH_JOINED, signal } as const;
    const events = run({ files: [...files], ...how });
    events.on('test:pass', (data) => tally.addPassed(data));
    events.on('test:fail', (data) => tally.addFailed(data));
    events.on('test:complete', (data) => tally.addFile(data));
    events.on('test:stdout', (data) => tally.addOutput(data));
    events.on('test:stderr', (data) => tally.addOutput(data));
    await once(events.resume(), 'close');
  }
  return tally.results(performance.now() - begun);
}

/** Adds up the events of one run. */
class Tally {
  readonly #files: ReadonlyMap<string, { tests: number; elapsedMs: number; output: string }>;
  readonly #failed: FailedTest[] = [];
  #passed = 0;
  #skipped = 0;

  constructor(files: readonly string[]) {
    this.#files = new Map(files.map((file) => [file, { tests: 0, elapsedMs: 0, output: '' }]));
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
    const name = isFile(data) ? 'the file itself' : data.name;
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
    this.#failed.push({ name, file: data.file ?? '', line: data.line, reason });
  }

  addFile(data: EventData.TestComplete): void {
    const file = isFile(data) ? this.#files.get(data.name) : undefined;
    if (file) file.elapsedMs = data.details.duration_ms;
  }

  addOutput({ file, message }: EventData.TestStdout | EventData.TestStderr): void {
    const tested = this.#files.get(file);
    if (tested) tested.output += message;
  }

  results(elapsedMs: number): TestResults {
    const files = Array.from(this.#files, ([file, counted]) => ({ file, ...counted }));
    const known = new Set(this.#failed.map(({ file }) => file));
    const silent = files.filter(({ file, tests }) => tests === 0 && !known.has(file));
    const none = silent.map(({ file }) => ({ name: 'the file itself', file, line: 1, reason: 'No test ran in it.' }));
    return { passed: this.#passed, skipped: this.#skipped, failed: [...this.#failed, ...none], files, elapsedMs };
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

// Files that people bring over the network, one job each: brought in pieces, looked into, asked about, taken in one after another,
// whoever watches. What lies on disk meanwhile is sealed under keys of this process, and nothing of a refused file is kept.

import { randomBytes } from 'node:crypto';
import type { IncomingFiles } from '../../store/incoming-files.ts';
import type { BeginOutcome, BroughtAnswers, BroughtFile, BroughtProgress, TakeOutcome } from './brought.ts';
import { ImportJob, type JobParts } from './import-job.ts';
import { Lane } from './lane.ts';

export interface JobsParts extends Omit<JobParts, 'files'> {
  readonly files: IncomingFiles;
  /** The ledger's size when this process began. */
  readonly firstSeq: number;
}

export interface BeginOrder {
  readonly actor: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** By which the same file is known when it is brought again: when it was last changed, in ms. */
  readonly changedMs: number;
}

const MOST_JOBS = 200;
/** A zip may hold so much; a file that is larger is none. */
const MOST_BYTES = 64 * 2 ** 30;
/** Beside the file itself its media are kept, sealed, and the disk is not filled to its end. */
const ROOM = { times: 2, bytes: 256 * 2 ** 20 };
const IDLE_MS = 86_400_000;
const SWEEP_MS = 600_000;

export class ImportJobs {
  private readonly parts: JobsParts;
  private readonly jobs = new Map<string, ImportJob>();
  private readonly inspecting = new Lane();
  private readonly importing = new Lane();
  private readonly timer: NodeJS.Timeout;

  constructor(parts: JobsParts) {
    this.parts = parts;
    this.timer = setInterval(() => void this.forgetIdle(), SWEEP_MS).unref();
  }

  /** An import with a lower seq that is open was interrupted by the end of an earlier process. */
  get firstSeq(): number {
    return this.parts.firstSeq;
  }

  /** Files that were on their way when an earlier process ended; nothing of them is kept. */
  get lost(): number {
    return this.parts.files.left;
  }

  list(): BroughtFile[] {
    return [...this.jobs.values()].map((job) => job.told());
  }

  /** How far each is, in numbers alone. */
  progress(): { readonly key: string; readonly state: BroughtFile['state']; readonly progress?: BroughtProgress }[] {
    return [...this.jobs.values()].map((job) => {
      const { key, progress, state } = job.told();
      return { key, state, ...(progress === undefined ? {} : { progress }) };
    });
  }

  find(key: string): BroughtFile | undefined {
    return this.jobs.get(key)?.told();
  }

  /** Begins a file, or goes on with the same one of the same person. */
  async begin(order: BeginOrder): Promise<BeginOutcome> {
    const same = [...this.jobs.values()].find((job) => job.isOf(order) && job.state === 'uploading');
    if (same !== undefined) return { outcome: 'begun', key: same.key, receivedBytes: same.told().receivedBytes };
    if (order.sizeBytes > MOST_BYTES) return { outcome: 'too-large' };
    if (this.jobs.size >= MOST_JOBS) return { outcome: 'full' };
    const freeBytes = await this.parts.files.freeBytes();
    if (freeBytes < order.sizeBytes * ROOM.times + ROOM.bytes) return { outcome: 'no-room', freeBytes };
    const key = randomBytes(12).toString('hex');
    const job = new ImportJob({ ...this.parts, file: await this.parts.files.begin() }, { ...order, key });
    this.jobs.set(key, job);
    return { outcome: 'begun', key, receivedBytes: 0 };
  }

  /** Takes the next bytes of a file; once all are there they are looked into. Throws `disk-full`, and what the stream throws. */
  async take(key: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<TakeOutcome> {
    const job = this.jobs.get(key);
    if (job === undefined) return { outcome: 'missing' };
    const isTaken = await job.take(offset, bytes);
    const { receivedBytes, state } = job.told();
    if (isTaken && job.isWhole) {
      job.state = 'inspecting';
      void this.inspecting.run(() => job.inspect());
    }
    return { outcome: isTaken ? 'taken' : 'elsewhere', receivedBytes, state: isTaken ? job.state : state };
  }

  /** Says what only a person can; `starts`: it is taken in if nothing more is asked. False where nothing can be answered now. */
  answer(
    key: string,
    said: { readonly chat: number; readonly answers: BroughtAnswers; readonly starts?: string },
  ): boolean {
    const job = this.jobs.get(key);
    if (job === undefined || !job.answer(said.chat, said.answers)) return false;
    const { starts } = said;
    void this.inspecting.run(() => job.inspect()).then(() => starts !== undefined && this.start(key, starts));
    return true;
  }

  /** Takes a file in as soon as those before it are. False where it is not ready. */
  start(key: string, actor: string): boolean {
    const job = this.jobs.get(key);
    if (job?.state !== 'ready') return false;
    job.state = 'queued';
    void this.importing.run(() => job.run(actor));
    return true;
  }

  /** Ends a file: one that runs stops and what it brought is withdrawn; any other is forgotten with all that is kept of it. */
  async end(key: string): Promise<boolean> {
    const job = this.jobs.get(key);
    if (job === undefined) return false;
    if (job.state === 'running' || job.state === 'stopping') {
      job.stop();
      return true;
    }
    this.jobs.delete(key);
    await job.forget();
    return true;
  }

  /** To be waited for before the vault is closed. What runs is left open on record, and goes on when the same file is brought again. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    for (const job of this.jobs.values()) job.interrupt();
    await Promise.all([this.inspecting.atRest(), this.importing.atRest()]);
    for (const job of this.jobs.values()) await job.forget();
    this.jobs.clear();
  }

  /** Who closed the tab a day ago does not come back. */
  private async forgetIdle(): Promise<void> {
    const before = this.parts.now().getTime() - IDLE_MS;
    for (const [key, job] of this.jobs) if (job.state === 'uploading' && job.touchedMs < before) await this.end(key);
  }
}

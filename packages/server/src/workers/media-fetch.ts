// Fetches the media of messages from the platform, where it lies for seven days behind addresses that hold for five minutes. Each
// outcome is a record, so that tries and waits survive a restart; what cannot be had is said with its reason.

import { graphErrorRule, readMediaInfo } from '@acta/formats';
import { checkMedia } from '@acta/policy';
import { auditRecord } from '../records/audit.ts';
import { isTriedAgain, type MediaMissing, type MediaRecord } from '../records/platform.ts';
import { monthOf, type NewRecord } from '../records/record.ts';
import { wallSeconds } from '../records/wall-time.ts';
import type { MediaLook, NeededMedia } from '../views/media-needed.ts';
import type { GraphClient } from './graph-client.ts';
import { type KeptMedia, keepMedia, type MediaShelf } from './media-file.ts';
import { allowedMediaUrl } from './media-host.ts';
import type { RecordQueue } from './record-queue.ts';

export interface MediaFetchParts {
  readonly look: MediaLook;
  readonly graph: GraphClient;
  readonly apiUrl: string;
  readonly queue: RecordQueue;
  readonly shelf: MediaShelf;
  readonly now: () => Date;
  /** What could not be recorded: a code. */
  readonly failed: (code: string) => void;
}

const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 4;
const MOST_QUEUED = 256;
const FETCH_MS = 120_000;
const LIFE_SECONDS = 7 * 86_400;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 12 * 3_600_000;
const MOST_TRIES = 10;
const MEGABYTE = 1024 * 1024;
/** What the platform hands over may be larger than what it takes; 100 MB is the most of anything. */
const MOST_BYTES: Readonly<Record<string, number>> = { sticker: 2 * MEGABYTE, image: 25 * MEGABYTE };
const ANY_BYTES = 100 * MEGABYTE;

type Fetched =
  | { readonly state: 'present'; readonly kept: KeptMedia | MediaRecord }
  | { readonly state: 'missing'; readonly reason: MediaMissing };

const missing = (reason: MediaMissing): Fetched => ({ state: 'missing', reason });

export class MediaFetch {
  private readonly parts: MediaFetchParts;
  private readonly running = new Map<number, Promise<void>>();
  /** When an entry may be tried again, ms since 1970. */
  private readonly notBefore = new Map<number, number>();
  private queued: number[] = [];
  /** The newest entry that was seen, and where the round over those that wait has come to. */
  private newest = 0;
  private again = 0;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private isStopped = false;

  constructor(parts: MediaFetchParts) {
    this.parts = parts;
  }

  /** Begins to look for what is to be fetched. */
  start(): void {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    this.look();
  }

  /** Fetches once more what is missing, now; who asked stands on record. False where there is nothing of the sort. */
  async retry(entry: number, actor: string): Promise<boolean> {
    const { look, now, queue } = this.parts;
    const needed = await look.needed(entry);
    if (needed?.media === undefined || needed.last?.state === 'present') return false;
    const note = {
      actor,
      command: 'media-retry',
      chats: [],
      count: 1,
      outcome: 'done',
      people: [],
      seqs: [entry],
    } as const;
    await queue.put([{ subject: 0, conversation: 0, month: 0, record: auditRecord(note, now()) }]);
    if (!this.running.has(entry) && !this.isStopped) this.begin(entry, true);
    return true;
  }

  /** Resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.looking;
    await Promise.all(this.running.values());
  }

  private look(): void {
    this.looking ??= this.lookForMore()
      .catch((error: unknown) => this.parts.failed(codeOf(error)))
      .finally(() => {
        this.looking = undefined;
      });
  }

  /** What came since the last look goes first; what waits for another try is looked at a stretch at a time. */
  private async lookForMore(): Promise<void> {
    const { wanted } = this.parts.look;
    const fresh = await wanted(this.newest, MOST_QUEUED);
    this.newest = fresh.at(-1) ?? this.newest;
    const waiting = this.queued.length < MOST_QUEUED ? await wanted(this.again, MOST_QUEUED) : [];
    this.again = waiting.length < MOST_QUEUED ? 0 : (waiting.at(-1) ?? 0);
    const nowMs = this.parts.now().getTime();
    const queued = new Set(this.queued);
    for (const entry of [...fresh, ...waiting]) {
      if (queued.has(entry) || this.running.has(entry) || (this.notBefore.get(entry) ?? 0) > nowMs) continue;
      queued.add(entry);
      this.queued.push(entry);
    }
    this.pump();
  }

  private pump(): void {
    while (!this.isStopped && this.running.size < AT_ONCE && this.queued.length > 0) {
      const [entry, ...rest] = this.queued;
      this.queued = rest;
      if (entry !== undefined) this.begin(entry, false);
    }
  }

  private begin(entry: number, isAsked: boolean): void {
    const run = this.fetchOne(entry, isAsked)
      .catch((error: unknown) => {
        this.notBefore.set(entry, this.parts.now().getTime() + FIRST_WAIT_MS);
        this.parts.failed(codeOf(error));
      })
      .finally(() => {
        this.running.delete(entry);
        this.pump();
      });
    this.running.set(entry, run);
  }

  private async fetchOne(entry: number, isAsked: boolean): Promise<void> {
    const needed = await this.parts.look.needed(entry);
    // It was erased meanwhile, or has come.
    if (needed === undefined || needed.last?.state === 'present') return;
    const { last } = needed;
    const againMs = last === undefined ? 0 : Date.parse(last.recordedAt) + waitMs(last.tries);
    if (!isAsked && againMs > this.parts.now().getTime()) {
      this.notBefore.set(entry, againMs);
      return;
    }
    const tries = (isAsked ? 0 : (last?.tries ?? 0)) + 1;
    const fetched = await this.fetched(needed);
    const isLast = fetched.state === 'missing' && isTriedAgain(fetched.reason) && tries >= MOST_TRIES;
    const records = this.recordsOf(entry, needed, { fetched: isLast ? missing('given-up') : fetched, tries });
    if (!(await this.parts.queue.put(records, entry))) await this.letGo(fetched);
    if (fetched.state === 'missing' && !isLast && isTriedAgain(fetched.reason)) {
      this.notBefore.set(entry, this.parts.now().getTime() + waitMs(tries));
    } else this.notBefore.delete(entry);
  }

  /** Its message was erased meanwhile: what was fetched for it goes too, unless it was held before. */
  private async letGo(fetched: Fetched): Promise<void> {
    if (fetched.state === 'missing' || !('first' in fetched.kept)) return;
    const { content, thumbnail } = fetched.kept;
    for (const ref of [content, thumbnail]) if (ref !== undefined) await this.parts.shelf.remove(ref.object);
  }

  private async fetched(needed: NeededMedia): Promise<Fetched> {
    const { entry, media, place } = needed;
    if (media === undefined) return missing('unreadable');
    const held = media.sha256 === undefined ? undefined : await this.parts.look.same(media.sha256, place.chat);
    if (held !== undefined) return { state: 'present', kept: held };
    // A history tells of old messages in a fresh delivery: there the platform must say.
    const ageSeconds = this.parts.now().getTime() / 1000 - wallSeconds(entry.at);
    if (entry.origin !== 'history' && ageSeconds > LIFE_SECONDS) return missing('expired');
    const first = await this.fromPlatform(needed);
    // An address holds for minutes: a new one is asked for once.
    return first === 'new-address' ? settledOf(await this.fromPlatform(needed)) : first;
  }

  private async fromPlatform({ entry, media, place }: NeededMedia): Promise<Fetched | 'new-address'> {
    const { graph } = this.parts;
    const answer = await graph.mediaInfo(place.number, media?.id ?? '');
    if (answer.kind !== 'answer') return missing('unreachable');
    const info = readMediaInfo(answer.bytes);
    if (info.outcome === 'unclear') return missing('unreachable');
    if (info.outcome === 'refused') return missing(reasonOf(info.error.code));
    const url = allowedMediaUrl(info.url, this.parts.apiUrl);
    if (url === undefined) return missing('host-refused');
    const mostBytes = MOST_BYTES[entry.type] ?? ANY_BYTES;
    if ((info.sizeBytes ?? 0) > mostBytes) return missing('too-large');
    const sha256 = media?.sha256 ?? info.sha256;
    return this.download({ number: place.number, url, mostBytes, ...(sha256 === undefined ? {} : { sha256 }) });
  }

  private async download(from: {
    readonly number: string;
    readonly url: URL;
    readonly mostBytes: number;
    readonly sha256?: string;
  }): Promise<Fetched | 'new-address'> {
    const ending = AbortSignal.timeout(FETCH_MS);
    const answer = await this.parts.graph.download(from.number, from.url, ending);
    if (answer === undefined) return missing('unreachable');
    if (answer.status !== 200 || answer.body === null) {
      await answer.body?.cancel().catch(() => undefined);
      return NEW_ADDRESS.has(answer.status) ? 'new-address' : missing('unreachable');
    }
    try {
      const kept = await keepMedia(this.parts.shelf, readable(answer.body), from);
      return typeof kept === 'string' ? missing(kept) : { state: 'present', kept };
    } catch (error) {
      if (error instanceof Interrupted) return missing('unreachable');
      throw error;
    }
  }

  private recordsOf(
    of: number,
    { media, scope }: NeededMedia,
    { fetched, tries }: { readonly fetched: Fetched; readonly tries: number },
  ): NewRecord[] {
    const recordedAt = this.parts.now().toISOString();
    if (fetched.state === 'missing') {
      const { reason } = fetched;
      const record = { kind: 'media', of, reason, recordedAt, state: 'missing', tries, v: 1 } as const;
      return [
        { ...scope, record },
        ...flagged(of, recordedAt, reason === 'differs' ? ['media-hash-differs@media'] : []),
      ];
    }
    const { content, durationMs, mime, thumbnail } = fetched.kept;
    const record: MediaRecord = {
      ...(content === undefined ? {} : { content }),
      ...(durationMs === undefined ? {} : { durationMs }),
      kind: 'media',
      ...(mime === undefined ? {} : { mime }),
      of,
      recordedAt,
      state: 'present',
      ...(thumbnail === undefined ? {} : { thumbnail }),
      tries,
      v: 1,
    };
    const first = 'first' in fetched.kept ? fetched.kept.first : undefined;
    const judged = first === undefined || media?.mime === undefined ? [] : checkMedia(media.mime, first);
    const flags = judged.map(({ field, rule }) => `${rule}@${field}`);
    return [{ ...scope, record }, ...flagged(of, recordedAt, flags)];
  }
}

const NEW_ADDRESS: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** The stream ended before its time. */
class Interrupted extends Error {}

async function* readable(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of body) yield part;
  } catch (error) {
    throw new Interrupted('the stream ended', { cause: error });
  }
}

function settledOf(fetched: Fetched | 'new-address'): Fetched {
  return fetched === 'new-address' ? missing('unreachable') : fetched;
}

/** What the platform's refusal of an object means: it does not exist, or something stands in the way for now. */
function reasonOf(code: number | undefined): MediaMissing {
  if (code === undefined) return 'refused';
  return graphErrorRule(code).act === 'fix' ? 'gone' : 'refused';
}

function flagged(of: number, recordedAt: string, flags: readonly string[]): NewRecord[] {
  if (flags.length === 0) return [];
  const record = { flags, kind: 'flag', of, recordedAt, source: 'webhook', v: 1 } as const;
  return [{ subject: 0, conversation: 0, month: monthOf(recordedAt), record }];
}

function waitMs(tries: number): number {
  return Math.min(FIRST_WAIT_MS * 4 ** Math.max(0, tries - 1), LONGEST_WAIT_MS);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'internal';
}

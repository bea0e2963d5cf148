// One file that somebody brought, from its first byte to what came of it. It lies sealed in the vault's folder until it is taken in,
// refused or forgotten.

import { FormatsError, looksLikeZip } from '@acta/formats';
import type { AuditDraft } from '../../records/audit.ts';
import type { InputFile } from '../../records/input-file.ts';
import type { ZoneClock } from '../../records/zone-clock.ts';
import { ServerError } from '../../server-error.ts';
import type { IncomingFile } from '../../store/incoming-files.ts';
import { fileDigest } from '../file-digest.ts';
import type { FileOutcome } from '../file-outcome.ts';
import type { ImportDesk } from '../import-order.ts';
import { PathImporter, QUESTION_CODES } from '../import-paths.ts';
import { type Source, sourceOf } from '../sources.ts';
import type {
  BroughtAnswers,
  BroughtChat,
  BroughtFile,
  BroughtOutcome,
  BroughtProgress,
  BroughtState,
} from './brought.ts';
import { choicesFor, reportOf } from './chat-report.ts';

export interface JobParts {
  readonly desk: ImportDesk;
  /** The zone of phones whose files name none. */
  readonly clock?: ZoneClock;
  /** Withdraws an import that was not finished. */
  readonly withdraw: (importId: number) => Promise<unknown>;
  /** Everything folded and signed. */
  readonly settle: () => Promise<unknown>;
  /** Puts on record who did it. */
  readonly record: (actor: string, draft: AuditDraft) => Promise<void>;
  readonly now: () => Date;
}

interface JobOrder {
  readonly key: string;
  readonly actor: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly changedMs: number;
}

const WHATSAPP_BEGAN_MS = Date.UTC(2009, 0);
const TELLING_BYTES = 1 << 16;

/** Thrown into an import that somebody stops. */
class Stopped extends Error {}

interface Held {
  /** As the sources of the file name it. */
  readonly path: string;
  answers: BroughtAnswers;
  report: BroughtChat | undefined;
}

const NO_OUTCOME: BroughtOutcome = {
  added: 0,
  same: 0,
  newVersions: 0,
  quarantined: 0,
  suppressed: 0,
  imports: [],
};
const PROGRESS_AFTER_MS = 200;

export class ImportJob {
  readonly key: string;
  state: BroughtState = 'uploading';
  touchedMs: number;
  private readonly parts: JobParts & { readonly file: IncomingFile };
  private readonly order: JobOrder;
  private readonly addedAt: string;
  private readonly chats: Held[] = [];
  private readonly refusedParts: { readonly file: string; readonly code: string }[] = [];
  private meter: { readonly unit: BroughtProgress['unit']; beganMs: number; done: number; total: number };
  /** While a text is read once more before it is taken in, nothing counts as taken in, nor does the time. */
  private readingSinceMs: number | undefined;
  private isTaking = false;
  private ending: 'stop' | 'interrupt' | undefined;
  private error: string | undefined;
  private outcome: BroughtOutcome | undefined;

  constructor(parts: JobParts & { readonly file: IncomingFile }, order: JobOrder) {
    const now = parts.now();
    this.parts = parts;
    this.order = order;
    this.key = order.key;
    this.addedAt = now.toISOString();
    this.touchedMs = now.getTime();
    this.meter = { unit: 'bytes', beganMs: performance.now(), done: 0, total: order.sizeBytes };
  }

  /** What is told of it. */
  told(): BroughtFile {
    const { name, sizeBytes } = this.order;
    const isMoving = ['uploading', 'inspecting', 'running', 'stopping'].includes(this.state);
    return {
      key: this.key,
      name,
      sizeBytes,
      receivedBytes: this.parts.file.sizeBytes,
      state: this.state,
      addedAt: this.addedAt,
      chats: this.chats.flatMap(({ report }) => (report === undefined ? [] : [report])),
      refusedParts: this.refusedParts,
      ...(isMoving ? { progress: this.progress() } : {}),
      ...(this.error === undefined ? {} : { error: this.error }),
      ...(this.outcome === undefined ? {} : { outcome: this.outcome }),
    };
  }

  get isWhole(): boolean {
    return this.state === 'uploading' && this.parts.file.sizeBytes === this.order.sizeBytes;
  }

  /** Whether the same person brings the same file again. */
  isOf({ actor, changedMs, name, sizeBytes }: Omit<JobOrder, 'key'>): boolean {
    const { order } = this;
    return (
      order.actor === actor && order.name === name && order.sizeBytes === sizeBytes && order.changedMs === changedMs
    );
  }

  /** Takes the bytes that follow what is there. False where they do not follow, or others are just coming. */
  async take(offset: number, bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
    const { file } = this.parts;
    if (this.state !== 'uploading' || this.isTaking || offset !== file.sizeBytes) return false;
    this.isTaking = true;
    try {
      for await (const chunk of bytes) {
        if (this.state !== 'uploading') return false;
        await file.write(chunk.subarray(0, this.order.sizeBytes - file.sizeBytes));
        this.touchedMs = this.parts.now().getTime();
      }
      if (offset === 0 && (await isNoChat(file.input(this.order.name)))) await this.refuse('not-a-chat');
      return true;
    } catch (error) {
      if (error instanceof ServerError) await this.fail(error.code);
      throw error;
    } finally {
      this.isTaking = false;
    }
  }

  /** Takes an answer about one of its chats. False where nothing can be answered now. */
  answer(chat: number, answers: BroughtAnswers): boolean {
    const held = this.chats[chat];
    if (held === undefined || (this.state !== 'question' && this.state !== 'ready')) return false;
    held.answers = { ...held.answers, ...answers };
    held.report = undefined;
    this.state = 'inspecting';
    return true;
  }

  /** Looks into every chat text that has no report. */
  async inspect(): Promise<void> {
    if (this.state !== 'inspecting') return;
    try {
      this.refusedParts.length = 0;
      for await (const source of this.sources()) await this.inspectSource(source);
      const [refused] = this.refusedParts;
      if (this.chats.length === 0) return await this.refuse(refused?.code ?? 'not-a-chat');
      this.state = this.chats.some(({ report }) => report?.question !== undefined) ? 'question' : 'ready';
    } catch (error) {
      if (!(error instanceof Stopped)) await this.fail(codeOf(error));
    }
  }

  /** Takes the file in, whoever watches. */
  async run(actor: string): Promise<void> {
    if (this.state !== 'queued') return;
    this.state = 'running';
    const total = this.chats.reduce((sum, { report }) => sum + (report?.messages ?? 0), 0);
    this.meter = { unit: 'messages', beganMs: performance.now(), done: 0, total };
    this.outcome = NO_OUTCOME;
    try {
      let before = 0;
      for await (const source of this.sources()) {
        await this.importSource(source, { actor, before });
        before += this.heldOf(source)?.report?.messages ?? 0;
      }
      await this.finished(actor, 'done');
    } catch (error) {
      await this.ended(actor, error);
    }
  }

  /** Stops what runs; what it brought is withdrawn. */
  stop(): void {
    this.state = 'stopping';
    this.ending = 'stop';
  }

  /** The process ends. */
  interrupt(): void {
    this.ending = 'interrupt';
    if (this.state === 'queued') this.state = 'ready';
  }

  /** Nothing is kept of it. */
  async forget(): Promise<void> {
    if (this.state === 'uploading' || this.state === 'inspecting' || this.state === 'queued') this.state = 'stopped';
    this.ending ??= 'interrupt';
    await this.parts.file.remove();
  }

  private sources(): AsyncGenerator<Source> {
    const { changedMs, name } = this.order;
    // Some programs do not know when a file was changed, and say the beginning of time.
    const madeAt = changedMs < WHATSAPP_BEGAN_MS ? undefined : new Date(changedMs).toISOString().slice(0, 10);
    return sourceOf(name, this.parts.file.input(name, madeAt));
  }

  private heldOf(source: Source): Held | undefined {
    return 'refused' in source ? undefined : this.chats.find(({ path }) => path === source.chat.path);
  }

  private async inspectSource(source: Source): Promise<void> {
    if ('refused' in source) {
      const { code, file } = source.refused;
      this.refusedParts.push({ file, code });
      return;
    }
    const known = this.heldOf(source);
    if (known?.report !== undefined) return;
    const held = known ?? { path: source.chat.path, answers: {}, report: undefined };
    this.meter = { unit: 'bytes', beganMs: performance.now(), done: 0, total: source.chat.sizeBytes };
    const reading = (bytes: number): void => this.moved(bytes);
    try {
      held.report = await reportOf({ ...this.parts, reading }, source.chat, held.answers);
      if (known === undefined) this.chats.push(held);
    } catch (error) {
      if (error instanceof Stopped || !isOfTheFile(error)) throw error;
      this.refusedParts.push({ file: source.chat.file, code: codeOf(error) });
    }
  }

  private async importSource(
    source: Source,
    { actor, before }: { readonly actor: string; readonly before: number },
  ): Promise<void> {
    const held = this.heldOf(source);
    if (!('refused' in source) && held === undefined) return;
    const authors = held?.report?.authors ?? [];
    const choices = await choicesFor(this.parts, { answers: held?.answers ?? {}, actor, authors });
    const nobody = { dateOrder: async () => undefined, title: async () => undefined };
    const importer = new PathImporter(this.parts.desk, choices, nobody, {
      reading: () => {
        this.readingSinceMs ??= performance.now();
        this.moved(before);
      },
      importing: (_path, entries) => {
        this.meter.beganMs += this.readingMs();
        this.readingSinceMs = undefined;
        this.moved(before + entries);
      },
      done: () => undefined,
    });
    this.came(await importer.importSource(source), held);
  }

  /** What came of one text is added to what came of the file. */
  private came(one: FileOutcome, held: Held | undefined): void {
    const { added, imports, newVersions, quarantined, same, suppressed } = this.outcome ?? NO_OUTCOME;
    const { chat, error, import: id } = one;
    if (error !== undefined && held?.report !== undefined && QUESTION_CODES.has(error.code)) {
      const count = Number(error.detail['count'] ?? 1);
      held.report = { ...held.report, question: { kind: 'conversation', count } };
    } else if (error !== undefined) this.error = error.code;
    const isNew = id !== undefined && chat !== undefined && one.added + one.newVersions > 0;
    this.outcome = {
      added: added + one.added,
      same: same + one.duplicates,
      newVersions: newVersions + one.newVersions,
      quarantined: quarantined + one.quarantined,
      suppressed: suppressed + one.suppressed,
      imports: isNew ? [...imports, { id, conversation: chat }] : imports,
    };
  }

  private async finished(actor: string, end: 'done' | 'stopped'): Promise<void> {
    const { imports } = this.outcome ?? NO_OUTCOME;
    const chats = [...new Set(imports.map(({ conversation }) => conversation))];
    const stopped = end === 'stopped' ? ({ outcome: 'failed' } as const) : {};
    await this.parts.record(actor, { command: 'import', chats, count: this.chats.length, ...stopped });
    await this.parts.settle();
    if (end === 'done' && this.chats.some(({ report }) => report?.question !== undefined)) {
      this.state = 'question';
      return;
    }
    this.state = end;
    await this.parts.file.remove();
  }

  private async ended(actor: string, error: unknown): Promise<void> {
    if (!(error instanceof Stopped)) return this.fail(codeOf(error));
    if (this.ending === 'interrupt') return;
    try {
      await this.parts.settle();
      await this.withdrawOpen();
      await this.finished(actor, 'stopped');
    } catch (failure) {
      await this.fail(codeOf(failure));
    }
  }

  private async withdrawOpen(): Promise<void> {
    const { blind, known } = this.parts.desk;
    for await (const source of this.sources()) {
      if ('refused' in source) continue;
      const before = await known.importOf(blind('file', await fileDigest(source.chat.open())));
      if (before?.state === 'open') await this.parts.withdraw(before.id);
    }
  }

  private async refuse(code: string): Promise<void> {
    this.state = 'refused';
    this.error = code;
    await this.parts.file.remove();
  }

  private async fail(code: string): Promise<void> {
    this.state = 'failed';
    this.error = code;
    await this.parts.file.remove();
  }

  private moved(done: number): void {
    if (this.ending !== undefined) throw new Stopped();
    this.meter.done = done;
  }

  private readingMs(): number {
    return this.readingSinceMs === undefined ? 0 : performance.now() - this.readingSinceMs;
  }

  private progress(): BroughtProgress {
    const { beganMs, total, unit } = this.meter;
    const done = Math.min(total, this.state === 'uploading' ? this.parts.file.sizeBytes : this.meter.done);
    const ms = performance.now() - beganMs - this.readingMs();
    const perSecond = ms < PROGRESS_AFTER_MS ? 0 : Math.round((done * 1000) / ms);
    return {
      unit,
      done,
      total,
      perSecond,
      ...(perSecond > 0 ? { leftSeconds: Math.ceil((total - done) / perSecond) } : {}),
    };
  }
}

/** A picture, a film, a table of numbers: told from its first bytes, so that nobody waits for the rest of it. */
async function isNoChat(file: InputFile): Promise<boolean> {
  const first = await file.read(0, TELLING_BYTES);
  const isWide = (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff);
  return first.includes(0) && !isWide && !looksLikeZip(first);
}

/** What is wrong with the file alone, and says nothing of the vault. */
function isOfTheFile(error: unknown): boolean {
  if (error instanceof FormatsError) return true;
  return error instanceof ServerError && (error.code === 'not-a-chat' || error.code.startsWith('file-'));
}

function codeOf(error: unknown): string {
  return error instanceof ServerError || error instanceof FormatsError ? error.code : 'internal';
}

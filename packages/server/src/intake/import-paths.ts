// Taking in whatever paths name, one chat text after another: one bad file never stops the others. What cannot be
// understood is kept whole in quarantine with its reason; what only a person can say is asked, or named as missing.

import { createHash } from 'node:crypto';
import type { ExportReport, FieldOrder } from '@acta/formats';
import type { QuarantineRecord } from '../records/assurance.ts';
import type { InputFile } from '../records/input-file.ts';
import {
  fileSuppression,
  personSuppressions,
  type SuppressedHashes,
  titleSuppression,
} from '../records/suppression.ts';
import { wallSeconds } from '../records/wall-time.ts';
import { ZoneClock } from '../records/zone-clock.ts';
import { type ErrorDetail, ServerError, type ServerErrorCode } from '../server-error.ts';
import type { Alignment } from './align/align.ts';
import type { LiveClock } from './facts.ts';
import { alignmentOf, importChat } from './import-chat.ts';
import type { ImportDesk, ImportOutcome } from './import-order.ts';
import { type InspectedChat, inspectChat } from './inspect.ts';
import type { KnownChat, KnownImport } from './known.ts';
import { type PlacedAuthor, type Placement, type PlacingChoices, placeExport } from './placing.ts';
import { readmit } from './readmission.ts';
import { type ChatSource, type RefusedSource, type Source, sourcesOf } from './sources.ts';

/** What only a person can say. Each answers undefined where nobody can be asked. */
export interface Questions {
  readonly dateOrder: (path: string, report: ExportReport) => Promise<FieldOrder | undefined>;
  readonly title: (path: string, count: number) => Promise<string | undefined>;
}

export interface ImportChoices extends PlacingChoices {
  readonly zone?: string;
  /** The zone of a phone whose file names none. */
  readonly clock?: ZoneClock;
  readonly dateOrder?: FieldOrder;
  /** The chat that the file is of, whatever its clock and names. */
  readonly sameAs?: KnownChat & { readonly title: string };
  readonly readmit: boolean;
  readonly actor: string;
}

export interface ImportEvents {
  readonly reading: (path: string, bytes: number, total: number) => void;
  readonly importing: (path: string, entries: number, total: number) => void;
  readonly done: (outcome: FileOutcome) => void;
}

/** What became of one file. */
export interface FileOutcome {
  readonly path: string;
  readonly sha256?: string;
  readonly report?: ExportReport;
  /** The import's id; absent where nothing was recorded. */
  readonly import?: number;
  readonly chat?: number;
  readonly added: number;
  readonly duplicates: number;
  readonly newVersions: number;
  readonly suppressed: number;
  readonly quarantined: number;
  readonly steps: Readonly<Record<string, number>>;
  /** Under `--same-as`: what each side lacks, and how clocks and names relate. */
  readonly sameAs?: { readonly lacks: Alignment['lacks']; readonly clock: Alignment['crossing']['stretches'] };
  readonly error?: { readonly code: string; readonly detail: ErrorDetail };
}

/** What taking a chat text in would come to. */
export interface ChatPreview {
  readonly inspected: InspectedChat;
  /** Which order of dates is meant, only a person can say: then nothing more is known. */
  readonly isUnclear: boolean;
  /** The very same file was taken in before. */
  readonly isSame: boolean;
  /** Where it belongs and who is in it, if that was asked; somebody erased is marked. */
  readonly placement?: Placement;
  /** Absent where the conversation would be new. */
  readonly alignment?: Alignment;
}

const EXTENSION = /\.(txt|zip)$/i;
const NOTHING = { added: 0, duplicates: 0, newVersions: 0, suppressed: 0, quarantined: 0, steps: {} } as const;

/** What is wrong with the vault is wrong for every file, and is told of the vault. */
const OF_THE_VAULT: ReadonlySet<ServerErrorCode> = new Set(['disk-full', 'projections-behind', 'vault-damaged']);

export class PathImporter {
  private readonly desk: ImportDesk;
  private readonly choices: ImportChoices;
  private readonly ask: Questions;
  private readonly events: ImportEvents;
  private readonly kept = new WeakSet<InputFile>();

  constructor(desk: ImportDesk, choices: ImportChoices, ask: Questions, events: ImportEvents) {
    this.desk = desk;
    this.choices = choices;
    this.ask = ask;
    this.events = events;
  }

  /** Takes in every chat text under the paths. */
  async importPaths(paths: readonly string[]): Promise<FileOutcome[]> {
    const outcomes: FileOutcome[] = [];
    for (const path of paths) {
      for await (const source of sourcesOf(path)) outcomes.push(await this.importSource(source));
    }
    return outcomes;
  }

  /** Takes in one source; what goes wrong with it stands in its outcome. Only a full disk ends everything. */
  async importSource(source: Source): Promise<FileOutcome> {
    const outcome = 'refused' in source ? await this.refuse(source.refused) : await this.attempt(source.chat);
    this.events.done(outcome);
    return outcome;
  }

  /**
   * What taking a text in would come to; nothing is recorded. `isPlaced`: also where it belongs. Throws what taking it in would be
   * refused for. `read`: the text as it was inspected under the same order of dates.
   */
  async preview(chat: ChatSource, isPlaced: boolean, read?: InspectedChat): Promise<ChatPreview> {
    const asked = read ?? (await this.inspect(chat, this.choices.dateOrder));
    if (asked.inspection.report.entries === 0) throw new ServerError('not-a-chat', { file: chat.file });
    const before = await this.desk.known.importOf(this.desk.blind('file', asked.sha256));
    const order = this.choices.dateOrder ?? before?.dateOrder;
    const isSame = before?.state === 'done';
    if (asked.inspection.ambiguous && order === undefined) return { inspected: asked, isUnclear: true, isSame };
    const inspected = asked.inspection.ambiguous ? await this.inspect(chat, order) : asked;
    if (!isPlaced) return { inspected, isUnclear: false, isSame };
    const placed = await this.placementOf(chat, inspected, before?.chat);
    const list = await this.desk.suppression.suppressed();
    const placement = { ...placed, authors: placed.authors.map((author) => this.marked(author, placed.titles, list)) };
    const live = await this.liveClock(placement);
    const known = before === undefined ? {} : { before };
    const alignment = await alignmentOf(this.desk, { chat, inspected, placement, sameAs: false, ...known, ...live });
    return { inspected, isUnclear: false, isSame, placement, ...(alignment === undefined ? {} : { alignment }) };
  }

  private async refuse(refused: RefusedSource): Promise<FileOutcome> {
    const { code, content, path } = refused;
    const quarantined = content === undefined ? 0 : await this.quarantineWhole(content, code);
    return { ...NOTHING, path, quarantined, error: { code, detail: { file: path } } };
  }

  private async attempt(chat: ChatSource): Promise<FileOutcome> {
    const { path } = chat;
    try {
      return await this.take(chat);
    } catch (error) {
      if (error instanceof ServerError) {
        if (OF_THE_VAULT.has(error.code)) throw error;
        return { ...NOTHING, path, error: { code: error.code, detail: { ...error.detail, file: path } } };
      }
      const code = formatCode(error);
      if (code === undefined) throw error;
      const { whole } = chat;
      const quarantined =
        whole === undefined
          ? await this.quarantine(chat.file, () => chat.open(), { reason: code, line: 0 }).catch(() => 0)
          : await this.quarantineWhole(whole, code);
      return { ...NOTHING, path, quarantined, error: { code, detail: { file: path } } };
    }
  }

  private async take(chat: ChatSource): Promise<FileOutcome> {
    let inspected = await this.inspect(chat, this.choices.dateOrder);
    const { report } = inspected.inspection;
    const told = { path: chat.path, sha256: inspected.sha256, report };
    if (report.entries === 0) {
      const line = report.warnings[0]?.line ?? 1;
      const reason = report.warnings[0]?.code ?? 'not-a-chat';
      const quarantined = await this.quarantine(chat.file, () => chat.open(), { reason, line });
      return { ...NOTHING, ...told, quarantined, error: { code: 'not-a-chat', detail: { file: chat.path, line } } };
    }
    const before = await this.desk.known.importOf(this.desk.blind('file', inspected.sha256));
    const isAsked = this.readmits(await this.desk.suppression.suppressed());
    if (before?.state === 'done' && !isAsked && report.media.present === 0) return heldAlready(told, before);
    if (inspected.inspection.ambiguous) inspected = await this.inspectAnswered(chat, inspected, before?.dateOrder);
    return this.place(chat, inspected, before);
  }

  private inspect(chat: ChatSource, dateOrder: FieldOrder | undefined): Promise<InspectedChat> {
    return inspectChat(chat, {
      now: this.desk.now(),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      mapsEntries: true,
      onBytes: (bytes) => this.events.reading(chat.path, bytes, chat.sizeBytes),
    });
  }

  /** `before`: the order in which this very file was read before. */
  private async inspectAnswered(
    chat: ChatSource,
    inspected: InspectedChat,
    before: FieldOrder | undefined,
  ): Promise<InspectedChat> {
    const { report } = inspected.inspection;
    const answer = before ?? (await this.ask.dateOrder(chat.path, report));
    if (answer !== undefined) return this.inspect(chat, answer);
    const [one, other] = report.readings;
    throw new ServerError('date-order-unclear', {
      one: one?.order ?? '',
      oneFirst: one?.first ?? '',
      other: other?.order ?? '',
      otherFirst: other?.first ?? '',
    });
  }

  private async place(
    chat: ChatSource,
    inspected: InspectedChat,
    before: KnownImport | undefined,
  ): Promise<FileOutcome> {
    const { report } = inspected.inspection;
    const told = { path: chat.path, sha256: inspected.sha256, report: inspected.inspection.report };
    const placed = await this.placementOf(chat, inspected, before?.chat);
    const isAsked = this.readmits(await this.desk.suppression.suppressed());
    if (isAsked) await readmit(this.desk, { placement: placed, sha256: inspected.sha256, actor: this.choices.actor });
    const list = await this.desk.suppression.suppressed();
    const marked = placed.authors.map((author) => this.marked(author, placed.titles, list));
    const placement = { ...placed, authors: marked };
    if (this.isSuppressed(placement, inspected.sha256, list)) {
      return { ...NOTHING, ...told, suppressed: report.entries, steps: { suppressed: report.entries } };
    }
    const outcome = await importChat(this.desk, {
      chat,
      inspected,
      placement,
      sameAs: this.choices.sameAs !== undefined,
      ...(this.readmits(list) ? { readmits: { actor: this.choices.actor } } : {}),
      ...(before === undefined ? {} : { before }),
      ...(this.choices.zone === undefined ? {} : { zone: this.choices.zone }),
      ...(await this.liveClock(placement)),
      ...this.meAmong(placement),
      onEntries: (entries) => this.events.importing(chat.path, entries, report.entries),
    });
    if (outcome === undefined) return before === undefined ? { ...NOTHING, ...told } : heldAlready(told, before);
    return { ...NOTHING, ...told, ...outcomeOf(outcome), ...(await this.damageOf(chat, outcome)) };
  }

  private async placementOf(chat: ChatSource, inspected: InspectedChat, known: number | undefined): Promise<Placement> {
    const { report } = inspected.inspection;
    const title = chat.title ?? chat.file.replace(EXTENSION, '');
    const times = report.readings.flatMap(({ first, last }) => [first, last]).map((at) => wallSeconds(at));
    const placed = {
      title,
      authors: report.authors,
      isGroup: inspected.inspection.group.lines > 0,
      first: Math.min(...times),
      last: Math.max(...times),
    };
    const chosen = this.choices.sameAs ?? (known === undefined ? undefined : await this.desk.known.chat(known));
    const choices: PlacingChoices = {
      ...(chosen === undefined ? {} : { known: chosen }),
      ...(this.choices.chat === undefined ? {} : { chat: this.choices.chat }),
      ...(this.choices.me === undefined ? {} : { me: this.choices.me }),
    };
    try {
      return await placeExport(this.desk, placed, choices);
    } catch (error) {
      if (!(error instanceof ServerError) || error.code !== 'chat-unclear') throw error;
      const answer = await this.ask.title(chat.path, Number(error.detail['count'] ?? 1));
      if (answer === undefined) throw error;
      return placeExport(this.desk, placed, { ...choices, chat: answer });
    }
  }

  private async liveClock({ chat }: Placement): Promise<{ live: LiveClock } | Record<never, never>> {
    const since = chat === undefined ? undefined : await this.desk.known.channelOf(chat.id);
    if (since === undefined) return {};
    const { clock = new ZoneClock('UTC'), zone } = this.choices;
    return { live: { since, phone: zone === undefined ? clock : new ZoneClock(zone) } };
  }

  /** `--me`, unless that is somebody who stays away. */
  private meAmong({ authors }: Placement): { me: string } | Record<never, never> {
    const { me } = this.choices;
    const isAway = authors.some(({ author, isMe, isSuppressed }) => isSuppressed === true && (isMe || author === me));
    return me === undefined || isAway ? {} : { me };
  }

  /** Media that could not be read leave the zip they came in whole in quarantine. */
  private async damageOf(chat: ChatSource, { damaged }: ImportOutcome): Promise<Partial<FileOutcome>> {
    const [first] = damaged;
    if (first === undefined) return {};
    const { whole } = chat;
    const quarantined = whole === undefined ? 0 : await this.quarantineWhole(whole, first.code);
    return { quarantined, error: { code: first.code, detail: { file: `${chat.path} (${first.name})` } } };
  }

  /** Whether somebody erased is to be let in again. */
  private readmits(list: SuppressedHashes): boolean {
    return this.choices.readmit && !list.isEmpty;
  }

  private marked(author: PlacedAuthor, titles: readonly string[], list: SuppressedHashes): PlacedAuthor {
    if (list.isEmpty) return author;
    const hashes = titles.flatMap((title) => personSuppressions(this.desk.blind, title, author.author));
    return hashes.some((hash) => list.has(hash)) ? { ...author, isSuppressed: true } : author;
  }

  private isSuppressed(placement: Placement, sha256: string, list: SuppressedHashes): boolean {
    if (list.isEmpty) return false;
    const { blind } = this.desk;
    const { peer, titles } = placement;
    const hashes = [...titles.map((title) => titleSuppression(blind, title)), fileSuppression(blind, sha256)];
    if (peer !== undefined) hashes.push(...titles.flatMap((title) => personSuppressions(blind, title, peer.name)));
    return hashes.some((hash) => list.has(hash));
  }

  /** A file that several sources come from is kept once, and read only once for it. */
  private async quarantineWhole(content: InputFile, reason: string): Promise<number> {
    if (!this.kept.has(content)) await this.quarantine(content.name, () => content.open(), { reason, line: 0 });
    this.kept.add(content);
    return 1;
  }

  /** Keeps a file whole, with its reason. The same bytes are kept once. Returns how many stand in quarantine for it. */
  private async quarantine(
    file: string,
    open: () => AsyncIterable<Uint8Array>,
    why: { readonly reason: string; readonly line: number },
  ): Promise<number> {
    const sha256 = await hashOf(open());
    if (await this.desk.known.isQuarantined(this.desk.blind('file', sha256))) return 1;
    const record: QuarantineRecord = {
      content: await this.desk.keep(open()),
      file: file.toWellFormed(),
      kind: 'quarantine',
      line: why.line,
      reason: why.reason,
      recordedAt: this.desk.now().toISOString(),
      v: 1,
    };
    await this.desk.append([{ subject: 0, conversation: 0, month: 0, record }]);
    return 1;
  }
}

function heldAlready(told: { path: string; sha256: string; report: ExportReport }, before: KnownImport): FileOutcome {
  const { entries } = told.report;
  return {
    ...NOTHING,
    ...told,
    import: before.id,
    chat: before.chat,
    duplicates: entries,
    steps: { sameFile: entries },
  };
}

function outcomeOf({ alignment, chat, import: id, imported }: ImportOutcome) {
  const { added, duplicates, newVersions, suppressed } = imported;
  const counts = alignment?.counts;
  const steps = counts === undefined ? { added, suppressed } : { ...counts, added, suppressed };
  const crossing =
    alignment === undefined ? {} : { sameAs: { lacks: alignment.lacks, clock: alignment.crossing.stretches } };
  return { import: id, chat, added, duplicates, newVersions, suppressed, steps, ...crossing };
}

async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

/** The code of an error of the formats package. */
function formatCode(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'FormatsError' && 'code' in error ? String(error.code) : undefined;
}

/** Codes that ask for a person's answer. */
export const QUESTION_CODES: ReadonlySet<string> = new Set<ServerErrorCode>([
  'date-order-unclear',
  'chat-unclear',
  'chat-ambiguous',
]);

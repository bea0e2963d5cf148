// Taking in whatever paths name, one chat text after another: one bad file never stops the others. What cannot be
// understood is kept whole in quarantine with its reason; what only a person can say is asked, or named as missing.

import type { ExportReport, FieldOrder } from '@acta/formats';
import {
  fileSuppression,
  personSuppressions,
  type SuppressedHashes,
  titleSuppression,
} from '../records/suppression.ts';
import { wallSeconds } from '../records/wall-time.ts';
import { ZoneClock } from '../records/zone-clock.ts';
import { ServerError, type ServerErrorCode } from '../server-error.ts';
import type { Alignment } from './align/align.ts';
import type { LiveClock } from './facts.ts';
import { type FileOutcome, heldAlready, NOTHING, outcomeOf } from './file-outcome.ts';
import { alignmentOf, importChat } from './import-chat.ts';
import type { ImportDesk, ImportOutcome } from './import-order.ts';
import { type InspectedChat, inspectChat } from './inspect.ts';
import type { KnownChat, KnownImport } from './known.ts';
import { type EndingImport, knownMeanwhile } from './known-meanwhile.ts';
import { type PlacedAuthor, type Placement, type PlacingChoices, placeExport } from './placing.ts';
import { Quarantining } from './quarantining.ts';
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

/** A file whose last commit is on its way. */
interface EndingFile {
  readonly ended: Promise<FileOutcome>;
}

interface Begun {
  readonly outcome: Promise<FileOutcome>;
}

const EXTENSION = /\.(txt|zip)$/i;

/** What is wrong with the vault is wrong for every file, and is told of the vault. */
const OF_THE_VAULT: ReadonlySet<ServerErrorCode> = new Set([
  'disk-full',
  'projections-behind',
  'vault-damaged',
  'writer-lost',
]);

export class PathImporter {
  private readonly desk: ImportDesk;
  private readonly choices: ImportChoices;
  private readonly ask: Questions;
  private readonly events: ImportEvents;
  private readonly quarantine: Quarantining;
  private ending: EndingImport | undefined;
  /** What ended everything. */
  private failed: { readonly error: unknown } | undefined;

  constructor(desk: ImportDesk, choices: ImportChoices, ask: Questions, events: ImportEvents) {
    this.desk = { ...desk, known: knownMeanwhile(desk.known, () => this.ending) };
    this.quarantine = new Quarantining(this.desk);
    this.choices = choices;
    this.ask = ask;
    this.events = events;
  }

  /** Takes in every chat text under the paths; the next is read while the end of the one before is on its way. */
  async importPaths(paths: readonly string[]): Promise<FileOutcome[]> {
    const outcomes: FileOutcome[] = [];
    let before: Promise<unknown> = Promise.resolve();
    try {
      for (const path of paths) {
        for await (const source of sourcesOf(path)) {
          const [{ outcome }] = await together(this.begin(source), before);
          before = this.watched(outcome.then((one) => outcomes.push(one)));
        }
      }
      await before;
    } finally {
      await before.catch(() => undefined);
    }
    return outcomes;
  }

  /** Takes in one source; what goes wrong with it stands in its outcome. Only what is wrong with the vault ends everything. */
  async importSource(source: Source): Promise<FileOutcome> {
    return (await this.begin(source)).outcome;
  }

  /** Resolves when the next source may be taken in; the end of this one may still be on its way. */
  private async begin(source: Source): Promise<Begun> {
    const outcome = 'refused' in source ? await this.refuse(source.refused) : await this.attempt(source.chat);
    const done = (one: FileOutcome): FileOutcome => {
      this.events.done(one);
      return one;
    };
    if (!('ended' in outcome)) return { outcome: Promise.resolve(done(outcome)) };
    const ended = outcome.ended.then(done);
    ended.catch(() => undefined);
    return { outcome: ended };
  }

  /** What goes wrong with it ends the source that is being read as well. */
  private watched<T>(ending: Promise<T>): Promise<T> {
    ending.catch((error: unknown) => {
      this.failed ??= { error };
    });
    return ending;
  }

  private expectGoing(): void {
    if (this.failed !== undefined) throw this.failed.error;
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
    const quarantined = content === undefined ? 0 : await this.quarantine.keepWhole(content, code);
    return { ...NOTHING, path, quarantined, error: { code, detail: { file: path } } };
  }

  private async attempt(chat: ChatSource): Promise<FileOutcome | EndingFile> {
    try {
      const taken = await this.take(chat);
      if (!('ended' in taken)) return taken;
      return { ended: taken.ended.catch((error: unknown) => this.failure(chat, error)) };
    } catch (error) {
      return this.failure(chat, error);
    }
  }

  /** The outcome of a text with which something is wrong. Throws what is wrong with the vault. */
  private async failure(chat: ChatSource, error: unknown): Promise<FileOutcome> {
    const { path, whole } = chat;
    if (error instanceof ServerError) {
      if (OF_THE_VAULT.has(error.code)) throw error;
      return { ...NOTHING, path, error: { code: error.code, detail: { ...error.detail, file: path } } };
    }
    const code = formatCode(error);
    if (code === undefined) throw error;
    const quarantined =
      whole === undefined
        ? await this.quarantine.keep(chat.file, () => chat.open(), { reason: code, line: 0 }).catch(() => 0)
        : await this.quarantine.keepWhole(whole, code);
    return { ...NOTHING, path, quarantined, error: { code, detail: { file: path } } };
  }

  private async take(chat: ChatSource): Promise<FileOutcome | EndingFile> {
    let inspected = await this.inspect(chat, this.choices.dateOrder);
    const { report } = inspected.inspection;
    const told = { path: chat.path, sha256: inspected.sha256, report };
    if (report.entries === 0) {
      const line = report.warnings[0]?.line ?? 1;
      const reason = report.warnings[0]?.code ?? 'not-a-chat';
      const quarantined = await this.quarantine.keep(chat.file, () => chat.open(), { reason, line });
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
      onBytes: (bytes) => {
        this.expectGoing();
        this.events.reading(chat.path, bytes, chat.sizeBytes);
      },
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
  ): Promise<FileOutcome | EndingFile> {
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
      onEntries: (entries) => {
        this.expectGoing();
        this.events.importing(chat.path, entries, report.entries);
      },
    });
    if (outcome === undefined) return before === undefined ? { ...NOTHING, ...told } : heldAlready(told, before);
    const { chat: to, ending, import: id, opened } = outcome;
    this.ending = { import: id, chat: to, opened, ...ending };
    const taken = { ...NOTHING, ...told, ...outcomeOf(outcome) };
    if (outcome.damaged.length === 0) return { ended: ending.ended.then(() => taken) };
    await ending.ended;
    return { ...taken, ...(await this.damageOf(chat, outcome)) };
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
    const quarantined = whole === undefined ? 0 : await this.quarantine.keepWhole(whole, first.code);
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
}

/** Resolves to what both come to, and is done when both are. Rejects with what went wrong first. */
async function together<T, U>(one: Promise<T>, other: Promise<U>): Promise<[T, U]> {
  try {
    return await Promise.all([one, other]);
  } finally {
    await Promise.allSettled([one, other]);
  }
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

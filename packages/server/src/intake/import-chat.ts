// Taking one chat text into the archive: placed, de-duplicated, recorded. Importing again is safe: what is held is
// found again, what a crash left open is completed, who was erased stays away.

import { randomBytes } from 'node:crypto';
import type { ExportEntry, TimedEntry } from '@acta/formats';
import { Pace } from '../records/pace.ts';
import type { NewRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';
import { type Alignment, align } from './align/align.ts';
import type { MessageFact } from './align/message-fact.ts';
import { authorKey, heldFact, incomingFact, type LiveClock } from './facts.ts';
import type { BulkDesk, ImportDesk, ImportOrder, ImportOutcome } from './import-order.ts';
import { type DuplicateVerdict, ImportRun, type Verdict } from './import-run.ts';
import { entriesOf } from './inspect.ts';
import type { HeldEntry, Known } from './known.ts';
import { namesIn } from './named-in.ts';
import { type OpenedImport, openImport } from './opening.ts';
import { type RawDigest, rawDigestWith } from './raw-digest.ts';
import { letIn } from './readmission.ts';
import { StayingAway } from './staying-away.ts';

/**
 * Takes the text in. When it returns the last commits may still be on their way; when they have ended everything is durable, and the file
 * is shown. Undefined where the same text was taken in before and nothing of this one is new; then nothing is recorded.
 */
export async function importChat(desk: ImportDesk, order: ImportOrder): Promise<ImportOutcome | undefined> {
  const { before, placement, readmits } = order;
  const open = before?.state === 'open' ? before : undefined;
  const held = new HeldSide(open?.id);
  const chat = placement.chat;
  const alignment = chat === undefined ? undefined : await alignWith(desk, order, held, chat.id);
  if (placement.isByName === true && chat !== undefined) expectSameWords(alignment, chat.id);
  const suppressed = await desk.suppression.suppressed();
  const judged = (): Judge => {
    const { blind } = desk;
    const away = new StayingAway({
      blind,
      suppressed,
      placement,
      readmits: readmits !== undefined,
      live: order.live,
    });
    return new Judge({ alignment, away, held, live: order.live });
  };
  if (before?.state === 'done' && !(await bringsAnything(order, judged()))) return undefined;
  const bulk = desk.bulk();
  const opened = await openImport({ now: desk.now, open: (build) => bulk.open(build) }, order, alignment);
  const run = runOf(desk, bulk, { order, opened });
  const judge = judged();
  await readThrough(order, run, judge);
  await run.unnamedMedia();
  const { readmitted } = judge.away;
  if (readmits !== undefined) {
    const recorded = { ...desk, append: (records: readonly NewRecord[]) => bulk.append(records) };
    await letIn(recorded, { actor: readmits.actor, chat: opened.chat.id, hashes: readmitted });
  }
  const finished = await run.finish(desk.now().toISOString());
  const { chat: to, import: id, known } = opened;
  const outcome = { import: id, chat: to.id, opened: known, ...finished, damaged: run.damaged };
  return alignment === undefined ? outcome : { ...outcome, alignment };
}

/** How the file relates to what its conversation holds already; nothing is recorded. Undefined where it is a new one. Throws `chat-unclear`. */
export async function alignmentOf(desk: ImportDesk, order: ImportOrder): Promise<Alignment | undefined> {
  const { before, placement } = order;
  if (placement.chat === undefined) return undefined;
  const held = new HeldSide(before?.state === 'open' ? before.id : undefined);
  const alignment = await alignWith(desk, order, held, placement.chat.id);
  if (placement.isByName === true) expectSameWords(alignment, placement.chat.id);
  return alignment;
}

/** A name that somebody chose on the platform proves nothing: something that both sides hold must. Throws `chat-unclear`. */
function expectSameWords(alignment: Alignment | undefined, chat: number): void {
  const { added = 0, crossed = 0, exact = 0, newVersions = 0, withinMinute = 0 } = alignment?.counts ?? {};
  const same = exact + withinMinute + crossed + newVersions;
  if (same < Math.min(SAME_ENTRIES, same + added)) throw new ServerError('chat-unclear', { count: 1, chat });
}

const SAME_ENTRIES = 2;

interface Opened {
  readonly order: ImportOrder;
  readonly opened: OpenedImport;
}

function runOf(desk: ImportDesk, bulk: BulkDesk, { opened, order }: Opened): ImportRun {
  return new ImportRun({
    importId: opened.import,
    chat: opened.chat.id,
    peer: opened.chat.peer,
    ...(order.zone === undefined ? {} : { zone: order.zone }),
    source: order.chat,
    entries: order.inspected.inspection.report.entries,
    bulk,
    keep: desk.keep,
    now: desk.now(),
    personOf: (author) => opened.people.get(author),
    namedIn: namesIn(opened.people),
  });
}

/** Whether any entry of the file is neither held nor to stay away. */
async function bringsAnything({ inspected }: ImportOrder, judge: Judge): Promise<boolean> {
  let number = 0;
  for await (const batch of entriesOf(inspected)) {
    for (const entry of batch) {
      if (!isTimed(entry)) continue;
      const { step } = judge.verdict(entry, number++);
      if (step === 'new' || step === 'new-version') return true;
    }
  }
  return false;
}

/** What must be remembered of the held side after alignment: which bytes wrote each entry, and where they stand. */
class HeldSide {
  readonly digest: RawDigest = rawDigestWith(randomBytes(16).toString('hex'));
  private readonly openId: number | undefined;
  /** Row of a seq in the columns below: kept flat, because an import may overlap a million entries. */
  private readonly rows = new Map<number, number>();
  private readonly raws: number[] = [];
  private readonly imports: number[] = [];
  private readonly lines: number[] = [];
  private readonly versions = new Map<number, number[]>();
  private readonly media = new Map<number, string>();

  constructor(openId: number | undefined) {
    this.openId = openId;
  }

  async *facts(known: Known, chat: number, live: LiveClock | undefined): AsyncGenerator<MessageFact[]> {
    for await (const batch of known.heldEntries(chat, -EVER_SECONDS, EVER_SECONDS)) {
      for (const held of batch) this.remember(held);
      yield batch.map((held) => heldFact(held, live));
    }
  }

  private remember({ entry, import: brought, record, seq }: HeldEntry): void {
    this.rows.set(seq, this.raws.length);
    this.raws.push(this.digest(record));
    this.imports.push(brought);
    this.lines.push(record.line);
    if (seq !== entry) this.versions.set(entry, [...(this.versions.get(entry) ?? []), seq]);
    const sha256 = record.media?.content?.sha256;
    if (sha256 !== undefined) this.media.set(entry, sha256);
  }

  /** Hash of the newest media file of an entry. */
  mediaOf(entry: number): string | undefined {
    return this.media.get(entry);
  }

  /** How the entry `of` is known in these bytes: the version with the same raw lines if there is one. */
  duplicate(of: number, entry: TimedEntry): DuplicateVerdict {
    const digest = this.digest(entry);
    for (const seq of [of, ...(this.versions.get(of) ?? [])]) {
      const row = this.rows.get(seq) ?? -1;
      if (this.raws[row] !== digest) continue;
      const place = { import: this.imports[row] ?? 0, line: this.lines[row] ?? 0 };
      return { step: 'duplicate', of, same: { seq, ...place }, isOwn: place.import === this.openId };
    }
    return { step: 'duplicate', of, isOwn: false };
  }
}

const EVER_SECONDS = 1e12;

async function alignWith(desk: ImportDesk, order: ImportOrder, held: HeldSide, chat: number): Promise<Alignment> {
  const people = new Map(order.placement.authors.map((author) => [author.author, author.person]));
  const seed = randomBytes(8);
  return align({
    held: held.facts(desk.known, chat, order.live),
    incoming: incomingFacts(order, people),
    sameAs: order.sameAs || order.live !== undefined,
    strangers: strangersIn(order),
    seed: [seed.readUInt32LE(0), seed.readUInt32LE(4)],
  });
}

/** Our own side, where it has not written in the 1:1 conversation of a channel yet: there the other author is the other side. */
function strangersIn({ live, placement: { authors, chat } }: ImportOrder): string[] {
  if (live === undefined || chat === undefined || chat.peer === 0) return [];
  return authors.flatMap(({ author, isMe, person }) =>
    isMe && person === undefined ? [authorKey(undefined, author)] : [],
  );
}

async function* incomingFacts(
  { inspected, live }: ImportOrder,
  people: ReadonlyMap<string, number | undefined>,
): AsyncGenerator<MessageFact[]> {
  let ref = 0;
  for await (const batch of entriesOf(inspected)) {
    yield batch
      .filter(isTimed)
      .map((entry) => incomingFact(entry, ref++, { person: people.get(entry.author ?? ''), live }));
  }
}

function isTimed(entry: ExportEntry): entry is TimedEntry {
  return entry.kind !== 'preamble';
}

/** Entries are taken in for so long before the event loop gets its turn. */
const STRETCH_MS = 2;

async function readThrough(order: ImportOrder, run: ImportRun, judge: Judge): Promise<void> {
  let number = 0;
  const pace = new Pace(STRETCH_MS);
  for await (const batch of entriesOf(order.inspected)) {
    for (const entry of batch) {
      const wait = isTimed(entry) ? run.entry(entry, judge.verdict(entry, number++)) : run.preamble(entry);
      if (wait !== undefined) await wait;
    }
    order.onEntries?.(number);
    if (pace.isDue) await pace.rest();
  }
}

interface JudgeParts {
  readonly alignment: Alignment | undefined;
  readonly held: HeldSide;
  readonly away: StayingAway;
  readonly live: LiveClock | undefined;
}

/** Says of each entry what becomes of it. */
class Judge {
  private readonly parts: JudgeParts;
  readonly away: StayingAway;

  constructor(parts: JudgeParts) {
    this.parts = parts;
    this.away = parts.away;
  }

  verdict(entry: TimedEntry, number: number): Verdict {
    const { alignment, away, held, live } = this.parts;
    const decision = alignment?.decisionAt(number);
    if (decision?.step === 'duplicate') return held.duplicate(decision.of, entry);
    if (away.holds(entry)) return SUPPRESSED;
    const ahead = live?.phone.offsetAtWall(entry.atSeconds) ?? 0;
    const shift = (alignment?.offsetAt(number) ?? 0) - ahead + 0;
    if (decision === undefined || decision.step === 'new') return { step: 'new', shift };
    const sha256 = decision.why === 'other-media' ? held.mediaOf(decision.of) : undefined;
    return { step: 'new-version', of: decision.of, shift, ...(sha256 === undefined ? {} : { sameBytesAs: sha256 }) };
  }
}

const SUPPRESSED = { step: 'suppressed' } as const;

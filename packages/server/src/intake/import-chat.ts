// Taking one chat text into the archive: placed, de-duplicated, recorded. Importing again is safe: what is held is
// found again, what a crash left open is completed, who was erased stays away.

import { randomBytes } from 'node:crypto';
import { type ExportEntry, readExport, type TimedEntry } from '@acta/formats';
import type { ImportedRecord, ObjectRef } from '../records/conversation.ts';
import type { NewRecord } from '../records/record.ts';
import type { BlindIndex } from '../store/blind-index.ts';
import { type Alignment, align } from './align/align.ts';
import type { MessageFact } from './align/message-fact.ts';
import { normaliseText } from './align/normalise.ts';
import { heldFact, incomingFact } from './facts.ts';
import { ImportRun, type Verdict } from './import-run.ts';
import type { InspectedChat } from './inspect.ts';
import type { Known, KnownImport } from './known.ts';
import { namesIn } from './named-in.ts';
import { type OpenedImport, openImport } from './opening.ts';
import type { Placement } from './placing.ts';
import { type RawDigest, rawDigestWith } from './raw-digest.ts';
import type { ChatSource } from './sources.ts';
import { entrySuppression, personSuppressions, type SuppressionList } from '../records/suppression.ts';

type Append = (records: readonly NewRecord[]) => Promise<number>;

export interface ImportDesk {
  readonly known: Known;
  readonly blind: BlindIndex;
  readonly suppression: SuppressionList;
  readonly append: Append;
  /** Runs steps that depend on the next seq without anybody appending between them. */
  readonly together: <T>(steps: (append: Append, nextSeq: number) => Promise<T>) => Promise<T>;
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<ObjectRef>;
  readonly now: () => Date;
}

export interface ImportOrder {
  readonly chat: ChatSource;
  readonly inspected: InspectedChat;
  readonly placement: Placement;
  /** An import of the same file that a crash left open. */
  readonly open?: KnownImport;
  readonly zone?: string;
  readonly me?: string;
  readonly sameAs: boolean;
  /** Entries taken in so far. */
  readonly onEntries?: (entries: number) => void;
}

export interface ImportOutcome {
  readonly import: number;
  readonly chat: number;
  readonly imported: ImportedRecord;
  readonly alignment?: Alignment;
}

/** Takes the text in. Everything is durable when it returns; the file is shown from then on. */
export async function importChat(desk: ImportDesk, order: ImportOrder): Promise<ImportOutcome> {
  const held = new HeldSide(order.open?.id);
  const chat = order.placement.chat;
  const alignment = chat === undefined ? undefined : await alignWith(desk, order, held, chat.id);
  const opened = await openImport(desk, order, alignment);
  const run = new ImportRun({
    importId: opened.import,
    chat: opened.chat.id,
    peer: opened.chat.peer,
    ...(order.zone === undefined ? {} : { zone: order.zone }),
    source: order.chat,
    append: desk.append,
    keep: desk.keep,
    personOf: (author) => opened.people.get(author),
    namedIn: namesIn(opened.people),
  });
  await readThrough(order, run, new Judge({ desk, order, opened, alignment, held }));
  await run.unnamedMedia();
  const imported = await run.finish(desk.now().toISOString());
  return { import: opened.import, chat: opened.chat.id, imported, ...(alignment === undefined ? {} : { alignment }) };
}

/** What must be remembered of the held side after alignment: which bytes wrote each entry, and whose import. */
class HeldSide {
  readonly digest: RawDigest = rawDigestWith(randomBytes(16).toString('hex'));
  private readonly openId: number | undefined;
  private readonly raws = new Map<number, number>();
  private readonly versions = new Map<number, number[]>();
  private readonly own = new Set<number>();

  constructor(openId: number | undefined) {
    this.openId = openId;
  }

  async *facts(known: Known, chat: number): AsyncGenerator<MessageFact[]> {
    for await (const batch of known.heldEntries(chat, -EVER_SECONDS, EVER_SECONDS)) {
      for (const held of batch) {
        this.raws.set(held.seq, this.digest(held.record));
        if (held.import === this.openId) this.own.add(held.seq);
        if (held.seq !== held.entry) this.versions.set(held.entry, [...(this.versions.get(held.entry) ?? []), held.seq]);
      }
      yield batch.map(heldFact);
    }
  }

  /** How the entry `of` is known in these bytes: the version with the same raw lines if there is one. */
  duplicate(of: number, entry: TimedEntry): Extract<Verdict, { step: 'duplicate' }> {
    const digest = this.digest(entry);
    const same = [of, ...(this.versions.get(of) ?? [])].find((seq) => this.raws.get(seq) === digest);
    const isOwn = this.own.has(same ?? of);
    return { step: 'duplicate', of, written: same, isOwn };
  }
}

const EVER_SECONDS = 1e12;

async function alignWith(desk: ImportDesk, order: ImportOrder, held: HeldSide, chat: number): Promise<Alignment> {
  const people = new Map(order.placement.authors.map((author) => [author.author, author.person]));
  const seed = randomBytes(8);
  return align({
    held: held.facts(desk.known, chat),
    incoming: incomingFacts(order, people),
    sameAs: order.sameAs,
    seed: [seed.readUInt32LE(0), seed.readUInt32LE(4)],
  });
}

async function* incomingFacts(
  { inspected }: ImportOrder,
  people: ReadonlyMap<string, number | undefined>,
): AsyncGenerator<MessageFact[]> {
  let ref = 0;
  for await (const batch of readExport(inspected.source, inspected.inspection.reading)) {
    yield batch.filter(isTimed).map((entry) => incomingFact(entry, ref++, people.get(entry.author ?? '')));
  }
}

function isTimed(entry: ExportEntry): entry is TimedEntry {
  return entry.kind !== 'preamble';
}

async function readThrough(order: ImportOrder, run: ImportRun, judge: Judge): Promise<void> {
  let number = 0;
  for await (const batch of readExport(order.inspected.source, order.inspected.inspection.reading)) {
    for (const entry of batch) {
      if (isTimed(entry)) await run.entry(entry, judge.verdict(entry, number++));
      else await run.preamble(entry);
    }
    order.onEntries?.(number);
  }
}

interface JudgeParts {
  readonly desk: ImportDesk;
  readonly order: ImportOrder;
  readonly opened: OpenedImport;
  readonly alignment: Alignment | undefined;
  readonly held: HeldSide;
}

/** Says of each entry what becomes of it. */
class Judge {
  private readonly parts: JudgeParts;
  private readonly suppressedAuthors: ReadonlySet<string>;
  private readonly looksAtEntries: boolean;

  constructor(parts: JudgeParts) {
    this.parts = parts;
    const { blind, suppression } = parts.desk;
    const { authors, title } = parts.order.placement;
    this.looksAtEntries = suppression.hasSuppressions();
    const stays = ({ author }: { readonly author: string }): boolean =>
      personSuppressions(blind, title, author).some((hash) => suppression.suppressedBy(hash) !== undefined);
    this.suppressedAuthors = new Set(this.looksAtEntries ? authors.filter(stays).map(({ author }) => author) : []);
  }

  verdict(entry: TimedEntry, number: number): Verdict {
    if (this.isSuppressed(entry)) return SUPPRESSED;
    const decision = this.parts.alignment?.decisionAt(number) ?? NEW;
    if (decision.step === 'duplicate') return this.parts.held.duplicate(decision.of, entry);
    return decision.step === 'new' ? NEW : { step: 'new-version', of: decision.of };
  }

  private isSuppressed(entry: TimedEntry): boolean {
    if (!this.looksAtEntries) return false;
    if (entry.author !== undefined && this.suppressedAuthors.has(entry.author)) return true;
    const { blind, suppression } = this.parts.desk;
    const { title } = this.parts.order.placement;
    const text = normaliseText(entry.text, entry.media?.name ?? '');
    const hash = entrySuppression(blind, { title, at: entry.at, author: entry.author, text });
    return suppression.suppressedBy(hash) !== undefined;
  }
}

const NEW = { step: 'new' } as const;
const SUPPRESSED = { step: 'suppressed' } as const;

// One batch of deliveries on its way to becoming records of one commit: what is not held is placed and put under its key, what is
// held is referred to, what could not be read goes whole into quarantine. It appends nothing.

import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { CloudFact } from '@acta/formats';
import type { BlindIndex } from '../../records/blind-index.ts';
import { type EntryRecord, isEntry, type ObjectRef } from '../../records/conversation.ts';
import { type KeyScope, scopeName } from '../../records/key-scope.ts';
import { oneChunk } from '../../records/one-chunk.ts';
import { LONGEST_RAW } from '../../records/piece-digest.ts';
import type { DeliveryRecord } from '../../records/platform.ts';
import { type LedgerRecord, monthOf, type NewRecord } from '../../records/record.ts';
import { runsOf } from '../../records/runs.ts';
import { wallSeconds } from '../../records/wall-time.ts';
import { type ReadDelivery, type ReadPiece, skeletonOf } from './delivery.ts';
import { erasedAmong } from './erased-pieces.ts';
import { LiveChats } from './live-chats.ts';
import type { LiveChannel, LiveDesk } from './live-desk.ts';
import { LivePeople } from './live-people.ts';
import { LiveTitles, namesToldIn, type TitleStanding } from './live-titles.ts';
import { Opening } from './opening.ts';
import { type FactPlace, type PieceBytes, type PieceDraft, pieceDraft } from './piece-record.ts';
import { type ArrivedPiece, isSaid, PIECES_A_TURN, placePieces } from './placed-pieces.ts';
import type { Recent } from './recent.ts';
import { isPlaceholder, Sameness, saysSame } from './sameness.ts';
import { toldByFile } from './told-by-file.ts';
import { wishRecord } from './wish-record.ts';

/** What batches remember from one to the next. */
export interface LiveMemory {
  /** Digests of people, their names and channels; they are asked for with every message. */
  readonly blind: BlindIndex;
  readonly people: Recent<number>;
  readonly channels: Recent<LiveChannel>;
  readonly joined: Recent<true>;
  readonly titles: Recent<TitleStanding>;
  readonly pieces: Recent<number>;
  /** Entries of files that a history told again lately, by their seqs: the tables may not say so yet. */
  readonly retold: Recent<true>;
  readonly messages: Recent<number>;
}

const RAW_SHOWN = 1_024;
/** Room for the lists of one delivery, in numbers. */
const LISTED = 4_000;

/** What becomes of a piece: the record that holds it, or none where its person was erased. */
interface Settled {
  seq?: number;
}

/** A piece that is to be recorded. */
interface Drafted {
  readonly settled: Settled;
  readonly raw: string;
  readonly draft: PieceDraft;
  readonly flags: readonly string[];
  /** The entry that it tells again. */
  of?: () => number | undefined;
}

/** A message that stands already, in this batch or before it. */
interface HeldMessage {
  readonly settled: Settled;
  readonly record: EntryRecord;
  /** Where it stands in this batch. */
  readonly drafted?: Drafted;
}

/** Something that refers to records of the same commit, made when they have their seqs. */
interface Closing {
  readonly scope: KeyScope;
  readonly record: () => LedgerRecord;
  readonly settled?: Settled;
}

const VAULT_WIDE: KeyScope = { subject: 0, conversation: 0, month: 0 };

export class LiveBatch {
  private readonly desk: LiveDesk;
  private readonly deliveries: readonly ReadDelivery[];
  private readonly memory: LiveMemory;
  private readonly opening: Opening;
  private readonly people: LivePeople;
  private readonly chats: LiveChats;
  private readonly titles: LiveTitles;
  private readonly sameness: Sameness;
  private readonly settled = new Map<ReadPiece, Settled>();
  /** What is told of people, whether it is held already or not. */
  private readonly told: CloudFact[] = [];
  private drafted: Drafted[] = [];
  /** Messages that are held in other bytes. */
  private readonly otherWritings: { readonly settled: Settled; readonly raw: string }[] = [];
  private readonly closings: Closing[] = [];
  /** Entries of files that messages of this batch tell again. */
  private readonly retold = new Set<number>();

  constructor(desk: LiveDesk, memory: LiveMemory, deliveries: readonly ReadDelivery[], firstSeq: number) {
    const { known } = desk;
    const { blind } = memory;
    this.desk = desk;
    this.memory = memory;
    this.deliveries = deliveries;
    this.opening = new Opening(firstSeq);
    this.people = new LivePeople({ known, blind, recent: memory.people }, this.opening);
    this.chats = new LiveChats({ known, blind, recent: memory.channels, joined: memory.joined }, this.opening);
    const isMadeHere = (seq: number): boolean => this.opening.isMadeHere(seq);
    this.titles = new LiveTitles({ known, recent: memory.titles, isMadeHere });
    this.sameness = new Sameness({ known, blind: desk.blind, pieces: memory.pieces, messages: memory.messages });
  }

  /** The records, in the order in which they are to be appended. */
  async build(): Promise<readonly NewRecord[]> {
    const fresh = await this.newPieces();
    const places = await placePieces({ people: this.people, chats: this.chats }, fresh, this.told);
    await this.draftAll(fresh, places);
    await this.findRetold();
    this.drafted = [...Map.groupBy(this.drafted, ({ draft }) => scopeName(draft.scope)).values()].flat();
    const firstPiece = this.opening.next;
    for (const [at, { settled }] of this.drafted.entries()) settled.seq = firstPiece + at;
    this.closeMerges(fresh);
    this.closeWishes(fresh, places);
    await this.closeTitles(fresh, places);
    this.closeFlags();
    for (const read of this.deliveries) await this.closeDelivery(read);
    const firstClosing = firstPiece + this.drafted.length;
    for (const [at, { settled }] of this.closings.entries()) if (settled !== undefined) settled.seq = firstClosing + at;
    return [
      ...this.opening.records,
      ...this.drafted.map(({ draft: { record, scope }, of, raw }) => ({
        ...scope,
        record: versionOf(record, of?.()),
        foundBy: this.sameness.foundBy(raw, record),
      })),
      ...this.closings.map(({ record, scope }) => ({ ...scope, record: record() })),
    ];
  }

  /** After all of it is durable: what it taught for the batches after it. */
  learned(): void {
    this.people.learned();
    this.chats.learned();
    this.titles.learned();
    for (const entry of this.retold) this.memory.retold.set(String(entry), true);
    for (const { draft, raw, settled } of this.drafted) this.sameness.learn(settled.seq ?? 0, raw, draft.record);
    for (const { raw, settled } of this.otherWritings) this.sameness.learnPiece(settled.seq ?? 0, raw);
  }

  /** The pieces whose bytes are not held, each once. */
  private async newPieces(): Promise<ArrivedPiece[]> {
    const all = this.deliveries.flatMap(({ delivery, pieces }) =>
      pieces.map((piece) => ({ piece, receivedAt: Math.floor(delivery.receivedAt.getTime() / 1000) })),
    );
    const wamids = all.flatMap(({ piece: { fact } }) => (isSaid(fact) && fact.wamid !== undefined ? [fact.wamid] : []));
    await this.sameness.meet(
      all.map(({ piece }) => piece.raw),
      wamids,
    );
    const suppressed = await this.desk.suppression.suppressed();
    const away = new Set(this.deliveries.flatMap(({ pieces }) => erasedAmong(pieces, this.desk.blind, suppressed)));
    for (const { piece } of all) if (piece.fact.fact === 'contact' && !away.has(piece)) this.told.push(piece.fact);
    const byBytes = new Map<string, Settled>();
    return all.filter(({ piece }) => {
      const here = byBytes.get(piece.raw);
      const seq = here === undefined ? this.sameness.piece(piece.raw) : undefined;
      const settled = here ?? (seq === undefined ? {} : { seq });
      this.settled.set(piece, settled);
      byBytes.set(piece.raw, settled);
      return here === undefined && seq === undefined && !away.has(piece);
    });
  }

  private async draftAll(fresh: readonly ArrivedPiece[], places: readonly FactPlace[]): Promise<void> {
    const here = new Map<string, HeldMessage>();
    for (const [at, { piece, receivedAt }] of fresh.entries()) {
      if (at % PIECES_A_TURN === PIECES_A_TURN - 1) await setImmediate();
      const place = places[at] ?? { person: 0, receivedAt };
      const bytes = await this.bytesOf(piece.raw);
      const draft = pieceDraft(piece.fact, place, bytes);
      const settled = this.settled.get(piece) ?? {};
      const flags = this.desk.judge(piece.fact, receivedAt);
      await this.draftOne({ settled, raw: piece.raw, draft, flags }, bytes, here);
    }
  }

  /** A message that is held in other bytes is another writing of it; one that says something else is kept and flagged. */
  private async draftOne(drafted: Drafted, bytes: PieceBytes, here: Map<string, HeldMessage>): Promise<void> {
    const { draft, flags, settled } = drafted;
    const { record } = draft;
    if (!isEntry(record) || record.wamid === undefined) {
      this.drafted.push(drafted);
      return;
    }
    const held = here.get(record.wamid) ?? (await this.heldMessage(record.wamid));
    if (held === undefined) {
      here.set(record.wamid, { settled, record, drafted });
      this.drafted.push(drafted);
    } else if (saysSame(held.record, record) || isPlaceholder(record)) {
      this.closeOtherWriting(drafted, bytes, { of: held.settled, through: record.import });
    } else if (isPlaceholder(held.record)) {
      drafted.of = () => held.drafted?.of?.() ?? held.record.of ?? held.settled.seq;
      this.drafted.push(drafted);
    } else {
      this.drafted.push({ ...drafted, flags: [...flags, 'message-differs@wamid'] });
    }
  }

  private closeOtherWriting(
    { draft: { scope }, raw, settled }: Drafted,
    bytes: PieceBytes,
    { of, through }: { readonly of: Settled; readonly through: number },
  ): void {
    const other = (): LedgerRecord => ({ import: through, kind: 'piece', line: 0, of: of.seq ?? 0, ...bytes, v: 1 });
    this.closings.push({ scope, record: other, settled });
    this.otherWritings.push({ settled, raw });
  }

  /** What a file told before is no message of its own but another telling of that entry. */
  private async findRetold(): Promise<void> {
    const { clock, known } = this.desk;
    const told = this.drafted.flatMap((drafted) => {
      const { record } = drafted.draft;
      const isTold = isEntry(record) && record.kind === 'message' && record.origin === 'history';
      if (!isTold || drafted.of !== undefined || this.opening.isMadeHere(record.chat)) return [];
      const isOurs = record.from !== undefined && record.from !== drafted.draft.scope.subject;
      return [{ drafted, record, isOurs, atSeconds: wallSeconds(record.at) }];
    });
    const isFound = (entry: number): boolean => this.memory.retold.get(String(entry)) !== undefined;
    for (const [chat, ofChat] of Map.groupBy(told, ({ record }) => record.chat)) {
      for (const [at, of] of (await toldByFile({ known, clock, isFound }, chat, ofChat)).entries()) {
        const drafted = ofChat[at]?.drafted;
        if (of === undefined || drafted === undefined) continue;
        drafted.of = () => of;
        this.retold.add(of);
      }
    }
  }

  private async heldMessage(wamid: string): Promise<HeldMessage | undefined> {
    const held = await this.sameness.message(wamid);
    return held === undefined ? undefined : { settled: { seq: held.seq }, record: held.record };
  }

  private async bytesOf(raw: string): Promise<PieceBytes> {
    if (raw.length <= LONGEST_RAW) return { raw };
    return { oversize: await this.keep(raw), raw: raw.slice(0, RAW_SHOWN).toWellFormed() };
  }

  private closeMerges(fresh: readonly ArrivedPiece[]): void {
    const recordedAt = this.desk.now().toISOString();
    for (const { by, into, person } of this.people.merged) {
      const piece = fresh[by]?.piece;
      const evidence = (piece === undefined ? undefined : this.settled.get(piece)?.seq) ?? 0;
      const record = { actor: PLATFORM, evidence, into, kind: 'merge', person, recordedAt, v: 1 } as const;
      this.closings.push({ scope: { subject: person, conversation: 0, month: 0 }, record: () => record });
    }
  }

  /** A message that is held already has told its wish before. */
  private closeWishes(fresh: readonly ArrivedPiece[], places: readonly FactPlace[]): void {
    const drafts = new Map(this.drafted.map(({ draft, settled }) => [settled, draft]));
    for (const [at, { piece }] of fresh.entries()) {
      const settled = this.settled.get(piece) ?? {};
      const record = drafts.get(settled)?.record;
      const person = places[at]?.person ?? 0;
      if (record === undefined || !isEntry(record)) continue;
      const wish = wishRecord(piece.fact, { at: record.at, person });
      if (wish === undefined) continue;
      const scope = { subject: person, conversation: 0, month: monthOf(record.at) };
      this.closings.push({ scope, record: () => wish(settled.seq ?? 0) });
    }
  }

  private async closeTitles(fresh: readonly ArrivedPiece[], places: readonly FactPlace[]): Promise<void> {
    const names = new Map(this.deliveries.flatMap(({ pieces }) => [...namesToldIn(pieces)]));
    const said = fresh.map(({ piece }, at) => ({ fact: piece.fact, place: places[at], name: names.get(piece) }));
    for (const { by, record, scope } of await this.titles.changes(said)) {
      const piece = fresh[by]?.piece;
      const told = piece === undefined ? undefined : this.settled.get(piece);
      this.closings.push({ scope, record: () => ({ ...record, of: told?.seq ?? 0 }) });
    }
  }

  private closeFlags(): void {
    const recordedAt = this.desk.now().toISOString();
    for (const { flags, settled } of this.drafted) {
      if (flags.length === 0) continue;
      const record = { flags, kind: 'flag', of: settled.seq ?? 0, recordedAt, source: 'webhook', v: 1 } as const;
      this.closings.push({ scope: { ...VAULT_WIDE, month: monthOf(recordedAt) }, record: () => record });
    }
  }

  private async closeDelivery(read: ReadDelivery): Promise<void> {
    const { delivery, pieces, refused } = read;
    const recordedAt = delivery.receivedAt.toISOString();
    const scope = { ...VAULT_WIDE, month: monthOf(recordedAt) };
    const quarantined: Settled = {};
    if (refused !== undefined) {
      const content = await this.desk.keep(oneChunk(delivery.body));
      const record = {
        content,
        file: 'webhook',
        kind: 'quarantine',
        line: 0,
        reason: refused.code,
        recordedAt,
        v: 1,
      } as const;
      this.closings.push({ scope: VAULT_WIDE, record: () => record, settled: quarantined });
    }
    const between = refused === undefined ? skeletonOf(read) : { body: '', gaps: [] };
    const isLong = between.body.length > LONGEST_RAW || pieces.length > LISTED;
    const content = isLong ? await this.keep(JSON.stringify(between)) : undefined;
    const parts = (): number[] =>
      runsOf(refused === undefined ? pieces.map((piece) => this.settled.get(piece)?.seq ?? 0) : [quarantined.seq ?? 0]);
    const record = (): DeliveryRecord => ({
      ...(content === undefined ? between : { content, gaps: [] }),
      kind: 'delivery',
      ...(delivery.of === undefined ? {} : { of: delivery.of }),
      parts: parts(),
      receivedAt: recordedAt,
      secret: delivery.secret,
      sha256: hash('sha256', delivery.body, 'hex'),
      signature: delivery.signature,
      sizeBytes: delivery.body.length,
      v: 1,
    });
    this.closings.push({ scope, record });
  }

  private keep(text: string): Promise<ObjectRef> {
    return this.desk.keep(oneChunk(Buffer.from(text, 'utf8')));
  }
}

function versionOf(record: LedgerRecord, of: number | undefined): LedgerRecord {
  return of === undefined || !isEntry(record) ? record : { ...record, of };
}

/** Who merges when the platform itself says that two are one. */
const PLATFORM = 'platform';

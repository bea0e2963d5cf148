// Records on their way into one commit. Each is written as its canonical bytes and gathered for the followers when it is added,
// and nobody keeps it after that: what lives until the commit stands is bytes and columns of numbers. It seals and appends nothing.

import { batchOf, type KeyId, type RecordBatch, RecordBuffer } from '@acta/ledger';
import { CanonicalWriter } from '../records/canonical-record.ts';
import { isSameScope, type KeyScope } from '../records/key-scope.ts';
import type { NewRecord } from '../records/record.ts';
import type { Follower, Gathering, Telling } from './following.ts';

/**
 * `as-added`, or `by-key`: records that share a key stand together, in the order in which they came, groups in the order of
 * their first record, so that they share strips (a strip costs as much as its records).
 */
export type DraftOrder = 'as-added' | 'by-key';

/** What sealing them needs beside the records. */
export interface DraftKeys {
  readonly cellId: Uint8Array;
  readonly firstSeq: number;
  /** The key of each of `scopes`. */
  readonly ids: readonly KeyId[];
  readonly keyOf: (id: KeyId) => Uint8Array | undefined;
}

const FIRST_RECORDS = 64;

export class Drafts {
  private readonly records: RecordBuffer;
  private readonly writer: CanonicalWriter;
  private readonly order: DraftOrder;
  private readonly gatherings: readonly Gathering[];
  /** Each scope once. */
  readonly scopes: KeyScope[] = [];
  /** Places of the scopes of each subject. */
  private readonly scopesAbout = new Map<number, readonly number[]>();
  private groupOf: Uint32Array<ArrayBuffer> = new Uint32Array(FIRST_RECORDS);
  /** For each group the place of its scope. */
  private readonly scopeOf: number[] = [];
  private readonly groups = new Map<number, number>();
  private last: KeyScope | undefined;
  private group = 0;
  private added = 0;

  /** `records` is empty; it may be one that other drafts have wiped. */
  constructor(order: DraftOrder, followers: readonly Follower[], records: RecordBuffer = new RecordBuffer()) {
    this.order = order;
    this.records = records;
    this.writer = new CanonicalWriter(records);
    this.gatherings = followers.map((follower) => follower.gather());
  }

  get count(): number {
    return this.added;
  }

  /** Bytes of the records so far. */
  get sizeBytes(): number {
    return this.records.sizeBytes;
  }

  /** Adds a record. Throws as `canonicalise` does, and then adds nothing. */
  add(record: NewRecord): void {
    const at = this.added;
    this.writer.add(record.record);
    this.added++;
    if (this.last === undefined || !isSameScope(record, this.last)) this.group = this.groupFor(record);
    this.last = record;
    if (at === this.groupOf.length) this.groupOf = widened(this.groupOf);
    this.groupOf[at] = this.group;
    for (const gathering of this.gatherings) gathering.add(record.record);
  }

  /** What is added from here on stands behind all that was added before. */
  fence(): void {
    this.groups.clear();
    this.last = undefined;
  }

  private groupFor(scope: KeyScope): number {
    const place = this.scopePlace(scope);
    const known = this.groups.get(place);
    if (known !== undefined) return known;
    const group = this.scopeOf.push(place) - 1;
    this.groups.set(place, group);
    return group;
  }

  /** Of a group's commit every other record is of another scope: no name is made of it. */
  private scopePlace(scope: KeyScope): number {
    const places = this.scopesAbout.get(scope.subject) ?? [];
    for (const place of places) {
      const known = this.scopes[place];
      if (known !== undefined && isSameScope(known, scope)) return place;
    }
    const { conversation, month, subject } = scope;
    const place = this.scopes.push({ conversation, month, subject }) - 1;
    this.scopesAbout.set(subject, [...places, place]);
    return place;
  }

  /** For each record, in the order in which they were added, its place in the commit; a later fence changes none of them. */
  places(): Uint32Array<ArrayBuffer> {
    const places = new Uint32Array(this.added);
    if (this.order === 'as-added') return places.map((_, at) => at);
    const next = new Uint32Array(this.scopeOf.length + 1);
    for (let at = 0; at < places.length; at++) {
      const behind = (this.groupOf[at] ?? 0) + 1;
      next[behind] = (next[behind] ?? 0) + 1;
    }
    for (let group = 1; group < next.length; group++) next[group] = (next[group] ?? 0) + (next[group - 1] ?? 0);
    for (let at = 0; at < places.length; at++) {
      const group = this.groupOf[at] ?? 0;
      places[at] = next[group] ?? 0;
      next[group] = (next[group] ?? 0) + 1;
    }
    return places;
  }

  /** The records in their places, with their keys. It refers to bytes that `wipe` overwrites. Throws `key-missing`. */
  batch({ ids, ...of }: DraftKeys): RecordBatch {
    const { bytes, ends } = this.records;
    const inPlace = { starts: new Float64Array(ends.length), ends: new Float64Array(ends.length) };
    const keyOfRecord = new Uint32Array(ends.length);
    const places = this.places();
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      inPlace.starts[place] = ends[at - 1] ?? 0;
      inPlace.ends[place] = ends[at] ?? 0;
      keyOfRecord[place] = this.scopeOf[this.groupOf[at] ?? 0] ?? 0;
    }
    return batchOf({ ...of, ...inPlace, bytes, keyIds: Float64Array.from(ids), keyOfRecord });
  }

  /** What the followers need of the records, which stand from `firstSeq` on. */
  placed(firstSeq: number): readonly Telling[] {
    const placing = { firstSeq, places: this.places() };
    return this.gatherings.map((gathering) => gathering.placed(placing));
  }

  /** Overwrites the records, and gives their buffer back. Only where they are placed may be asked of the drafts after it. */
  wipe(): RecordBuffer {
    this.writer.wipe();
    return this.records;
  }
}

function widened(groups: Uint32Array): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(groups.length * 2);
  wide.set(groups);
  return wide;
}

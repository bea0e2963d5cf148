// Deliveries between their acceptance and the ledger: sealed, durable, and gone again once the ledger holds them. What waits while one
// frame is on its way to the disk goes together into the next. Frames stand in rows, each under a key of its own; a row ends after a while, or when
// something is to be erased, and its key is destroyed when all of it is settled. It reads no delivery.

import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type KeyId, openCapture, sealCapture } from '@acta/ledger';
import type { CaptureStore } from '../../store/capture-store.ts';
import type { KeyStore } from '../../store/key-store.ts';
import { type CaptureText, captureBytes, captureText } from './capture-text.ts';
import type { SignedDelivery } from './delivery.ts';

export interface CaptureParts {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly store: CaptureStore;
  readonly keys: Pick<KeyStore, 'destroy' | 'keysOfUse' | 'mintFor' | 'open'>;
}

/** A delivery that is durable here. */
export interface Captured {
  /** The ledger holds it. */
  readonly settle: () => void;
}

/** What an earlier process accepted and did not settle: a delivery, or the sealed bytes of a frame that does not open. */
export type LeftCapture = SignedDelivery | { readonly damaged: Uint8Array };

interface Coming {
  readonly delivery: SignedDelivery;
  readonly resolve: (captured: Captured) => void;
  readonly reject: (error: unknown) => void;
}

const BYTES_A_FRAME = 4 << 20;
const BYTES_A_ROW = 32 << 20;
/** No copy of what the ledger holds lives longer than this. */
const LONGEST_MS = 600_000;
/** After so long without anything to settle it is said on the disk how far the ledger has come. */
const QUIET_MS = 250;
/** Whose order destroys a row's key: nobody's. */
const NO_ORDER = 0;

/** Frames under one key. */
class Row {
  readonly id: KeyId;
  readonly key: KeyObject;
  bytes = 0;
  /** Every frame before this is settled. */
  settled = 0;
  /** What the row says of itself on the disk. */
  saidSettled = 0;
  /** Of each frame, how many deliveries are not settled; one more while it is on its way. */
  private readonly open: number[] = [];
  private hasEnded = false;
  private readonly over = Promise.withResolvers<void>();

  constructor(id: KeyId, key: Uint8Array) {
    this.id = id;
    this.key = createSecretKey(key);
  }

  /** Resolves when it has ended and all of it is settled. */
  get isOver(): Promise<void> {
    return this.over.promise;
  }

  /** Returns the index of a frame that is on its way. */
  begin(deliveries: number): number {
    return this.open.push(deliveries + 1) - 1;
  }

  settle(frame: number, count = 1): void {
    this.open[frame] = (this.open[frame] ?? 0) - count;
    while (this.open[this.settled] === 0) this.settled++;
    this.look();
  }

  end(): void {
    this.hasEnded = true;
    this.look();
  }

  get isDone(): boolean {
    return this.hasEnded && this.settled === this.open.length;
  }

  private look(): void {
    if (this.isDone) this.over.resolve();
  }
}

export class Captures {
  private readonly parts: CaptureParts;
  private readonly coming: Coming[] = [];
  private working: Promise<void> | undefined;
  /** The row that grows. */
  private row: Row | undefined;
  /** Rows that have ended, until they are gone. */
  private readonly ended = new Set<Row>();
  /** What is removed, one after the other. */
  private removing: Promise<unknown> = Promise.resolve();
  private quiet: NodeJS.Timeout | undefined;
  /** Ends the row that grows when it is old. */
  private aging: NodeJS.Timeout | undefined;

  constructor(parts: CaptureParts) {
    this.parts = parts;
  }

  /** Keeps a delivery. Durable when it resolves. Rejects with what the disk or the database says. */
  keep(delivery: SignedDelivery): Promise<Captured> {
    return new Promise((resolve, reject) => {
      this.coming.push({ delivery, resolve, reject });
      this.working ??= this.work();
    });
  }

  private async work(): Promise<void> {
    // Who comes in the same turn goes into the same frame.
    await Promise.resolve();
    while (this.coming.length > 0) await this.write(this.take());
    // In the same turn in which nothing was found waiting: who comes after it begins anew.
    this.working = undefined;
  }

  private take(): Coming[] {
    let [count, bytes] = [0, 0];
    for (const { delivery } of this.coming) {
      if (count > 0 && bytes + delivery.body.length > BYTES_A_FRAME) break;
      count++;
      bytes += delivery.body.length;
    }
    return this.coming.splice(0, count);
  }

  private async write(some: readonly Coming[]): Promise<void> {
    try {
      if ((this.row?.bytes ?? 0) > BYTES_A_ROW) this.end();
      this.row ??= await this.begun();
      // In the same turn: a row that has ended takes no frame any more.
      const { row } = this;
      const frame = await this.add(
        row,
        some.map(({ delivery }) => delivery),
      );
      for (const { resolve } of some) resolve({ settle: () => this.settle(row, frame) });
    } catch (error) {
      // Whether the frame stands is not known: nothing more is added behind it.
      this.end();
      for (const { reject } of some) reject(error);
    }
  }

  private async begun(): Promise<Row> {
    const { id, key } = await this.parts.keys.mintFor('captures');
    this.aging = setTimeout(() => this.end(), LONGEST_MS).unref();
    return new Row(id, key);
  }

  /** Returns the frame's index. */
  private async add(row: Row, deliveries: readonly SignedDelivery[]): Promise<number> {
    const { cellId, store } = this.parts;
    const { id: keyId, key, settled } = row;
    const index = row.begin(deliveries.length);
    const plain = captureBytes({ settled, deliveries });
    const frame = sealCapture({ cellId, keyId, index, key, plain, randomBytes });
    row.bytes += frame.length;
    row.saidSettled = settled;
    try {
      await store.append(keyId, index, frame);
    } catch (error) {
      row.settle(index, deliveries.length + 1);
      throw error;
    }
    row.settle(index);
    return index;
  }

  private settle(row: Row, frame: number): void {
    row.settle(frame);
    if (row !== this.row) return;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.say(row), QUIET_MS).unref();
  }

  /** Says how far the ledger has come, so that a process that is killed now leaves nothing to be read twice. */
  private async say(row: Row): Promise<void> {
    if (row !== this.row || this.working !== undefined || row.saidSettled === row.settled) return;
    this.working = this.write([]).finally(() => {
      this.working = this.coming.length > 0 ? this.work() : undefined;
    });
    await this.working;
  }

  /** Lets nothing more be added to the row that grows. */
  private end(): void {
    const { row } = this;
    if (row === undefined) return;
    this.row = undefined;
    clearTimeout(this.quiet);
    clearTimeout(this.aging);
    this.ended.add(row);
    row.end();
    // What fails here is done with the next turn, or when the vault is opened again.
    void row.isOver.then(() => this.remove(row)).catch(() => undefined);
  }

  /** First the key: frames without one tell nothing. */
  private remove(row: Row): Promise<void> {
    const removed = this.removing.then(async () => {
      if (!this.ended.has(row)) return;
      await this.parts.keys.destroy([row.id], NO_ORDER);
      await this.parts.store.drop(row.id);
      this.ended.delete(row);
    });
    this.removing = removed.catch(() => undefined);
    return removed;
  }

  /**
   * Resolves when nothing that was kept before can be read any more: all of it is settled, and the keys are destroyed. Rejects as
   * `KeyStore.destroy`.
   */
  async turn(): Promise<void> {
    await this.working;
    this.end();
    await Promise.all([...this.ended].map((row) => row.isOver.then(() => this.remove(row))));
  }

  /** What an earlier process left, in the order in which it came. A row whose key is destroyed was settled. */
  async *left(): AsyncIterable<LeftCapture> {
    for (const id of await this.parts.store.keys()) {
      const settled = await this.settledIn(id);
      for await (const { index, sealed, text } of this.texts(id)) {
        if (index < settled) continue;
        if (text === undefined) yield { damaged: sealed };
        else yield* text.deliveries;
      }
    }
  }

  private async settledIn(id: KeyId): Promise<number> {
    let settled = 0;
    for await (const { text } of this.texts(id)) settled = Math.max(settled, text?.settled ?? 0);
    return settled;
  }

  private async *texts(id: KeyId): AsyncIterable<{
    readonly index: number;
    readonly sealed: Uint8Array;
    readonly text: CaptureText | undefined;
  }> {
    const { cellId, keys, store } = this.parts;
    const key = (await keys.open([id])).get(id);
    if (key === undefined) return;
    let index = 0;
    for await (const sealed of store.frames(id)) {
      const plain = openCapture({ cellId, keyId: id, index, key, sealed });
      yield { index, sealed, text: plain === undefined ? undefined : captureText(plain) };
      index++;
    }
  }

  /** Removes what an earlier process left: all of it is settled by now. */
  async forgetLeft(): Promise<void> {
    const { keys, store } = this.parts;
    const stand = await store.keys();
    const live = await keys.keysOfUse('captures');
    if (live.length > 0) await keys.destroy(live, NO_ORDER);
    for (const id of stand) await store.drop(id);
  }

  /** Ends what grows, and waits until what is settled is gone. What is not stays for whoever opens the vault next. */
  async close(): Promise<void> {
    await this.working;
    this.end();
    const done = [...this.ended].filter(({ isDone }) => isDone);
    await Promise.allSettled(done.map((row) => this.remove(row)));
    await this.parts.store.close();
  }
}

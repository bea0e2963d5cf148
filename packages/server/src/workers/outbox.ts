// Sends what is to be sent, each message at most once. At its start every call that was made and never answered becomes `unknown`:
// nobody knows, and it is not made again; a status that comes back with the message's mark settles it.

import type { AfterError } from '@acta/policy';
import type { HaltRecord, OutcomeRecord } from '../records/platform.ts';
import type { HaltView } from '../views/halts.ts';
import type { SendPlace } from '../views/send-place.ts';
import { sentRecord } from './intending.ts';
import { scopeOfSent } from './intent-record.ts';
import { NumberState } from './number-state.ts';
import { OutboxLine, type Pending, type Turn } from './outbox-line.ts';
import type { LiftOrder } from './send-order.ts';
import { type StepParts, sendStep } from './send-step.ts';

export interface OutboxParts extends Omit<StepParts, 'attempting' | 'halted' | 'reached' | 'stateOf' | 'unknown'> {
  /** Messages a second that a number may send. */
  readonly limitOf: (number: string) => number;
  /** Somebody must act: codes and numbers of the business only. */
  readonly alert: (what: OutboxAlert) => void;
}

export type OutboxAlert =
  /** The platform refuses everything of this number. */
  | { readonly what: 'halted'; readonly number: string; readonly code: number }
  /** What was done could not be recorded. */
  | { readonly what: 'unrecorded'; readonly code: string };

/** Calls of one number at a time. */
const AT_ONCE = 32;
const MOST_OPEN = 50_000;
const MOST_UNKNOWN = 1_000;
const UNKNOWN_EVERY_MS = 2_000;
const UNRECORDED_MS = 10_000;

export class Outbox {
  private readonly parts: OutboxParts;
  private readonly step: StepParts;
  private readonly lines = new Map<string, OutboxLine>();
  private readonly states = new Map<string, NumberState>();
  /** What the platform stopped, as it stands on record. */
  private halts: readonly HaltView[] = [];
  private readonly unknown = new Set<number>();
  /** Calls that are being made. */
  private readonly attempting = new Set<number>();
  private timer: NodeJS.Timeout | undefined;
  private settling: Promise<void> | undefined;

  constructor(parts: OutboxParts) {
    this.parts = parts;
    this.step = {
      ...parts,
      stateOf: (number) => this.stateOf(number),
      reached: (after, about) => this.reached(after, about),
      halted: () => this.heldTo(),
      attempting: (seq) => this.attempting.add(seq),
      unknown: (seq) => this.unknown.add(seq),
    };
  }

  /** Takes up what was left when the process before this one ended. */
  async start(): Promise<void> {
    const { look } = this.parts;
    await this.heldTo();
    const open = await look.openIntents();
    for (const seq of await look.unknownIntents(MOST_UNKNOWN)) this.unknown.add(seq);
    for (const { by, seq, state, untilMs } of open) {
      const record = sentRecord(await look.record(seq));
      const place = record === undefined ? undefined : await look.channelAt(record.intent.channel);
      if (record === undefined || place === undefined) continue;
      if (state === 'attempted') {
        const said = { reason: 'interrupted', state: 'unknown' } as const;
        await this.record(seq, said);
        this.unknown.add(seq);
        continue;
      }
      const told = by === 0 ? undefined : await look.record(by);
      const tries = told?.kind === 'outcome' ? (told.tries ?? 0) : 0;
      this.lineOf(place.number).add({ seq, chat: place.chat, tries, notBeforeMs: untilMs });
    }
    this.timer = setInterval(() => void this.settleUnknown(), UNKNOWN_EVERY_MS).unref();
    await this.settleUnknown();
  }

  /** A message was intended and is durable. */
  add(seq: number, { chat, number }: SendPlace): void {
    this.lineOf(number).add({ seq, chat, tries: 0, notBeforeMs: 0 });
  }

  /** Whether so much waits that nothing more is taken. */
  get isFull(): boolean {
    return this.open >= MOST_OPEN;
  }

  /** Messages that wait or are on their way. */
  get open(): number {
    return [...this.lines.values()].reduce((sum, { size }) => sum + size, 0);
  }

  stateOf(number: string): NumberState {
    const known = this.states.get(number);
    if (known !== undefined) return known;
    const made = new NumberState(this.parts.limitOf(number));
    this.states.set(number, made);
    this.hold(number, made);
    return made;
  }

  /** Puts on record that somebody dealt with the cause of a halt: what it stopped goes on. False where there is no such halt. */
  async lift({ actor, halt, reason }: LiftOrder): Promise<boolean> {
    if (!(await this.parts.look.halts()).some(({ id }) => id === halt)) return false;
    const recordedAt = this.parts.now().toISOString();
    const record = { actor, halt, kind: 'halt-lifted', reason, recordedAt, v: 1 } as const;
    await this.parts.queue.put([{ subject: 0, conversation: 0, month: 0, record }]);
    for (const state of this.states.values()) {
      state.halt = undefined;
      state.isCampaignPaused = false;
      state.pausedTemplates.clear();
    }
    await this.heldTo();
    for (const line of this.lines.values()) line.wake();
    return true;
  }

  /** Holds every number to what stands on record. */
  private async heldTo(): Promise<void> {
    this.halts = await this.parts.look.halts();
    for (const [number, state] of this.states) this.hold(number, state);
  }

  private hold(number: string, state: NumberState): void {
    for (const { record } of this.halts) {
      if (record.scope === 'number' && record.number !== number) continue;
      if (record.act === 'pause-campaign') state.isCampaignPaused = true;
      else state.halt ??= { code: record.code, sinceMs: Date.parse(record.recordedAt) };
    }
  }

  /** Begins no call any more. Resolves when those on their way have their outcome on record. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.lines.values()].map((line) => line.stop()));
    await this.settling;
  }

  private lineOf(number: string): OutboxLine {
    const known = this.lines.get(number);
    if (known !== undefined) return known;
    const made = new OutboxLine({
      state: this.stateOf(number),
      step: (pending) => this.turn(pending),
      nowMs: () => this.parts.now().getTime(),
      mostAtOnce: AT_ONCE,
    });
    this.lines.set(number, made);
    return made;
  }

  /** What could not be recorded before the call is tried later; after it, the next start finds the attempt without an outcome. */
  private async turn(pending: Pending): Promise<Turn> {
    try {
      return await sendStep(this.step, pending);
    } catch (error) {
      this.parts.alert({ what: 'unrecorded', code: codeOf(error) });
      if (this.attempting.has(pending.seq)) return 'settled';
      return { tries: pending.tries, notBeforeMs: this.parts.now().getTime() + UNRECORDED_MS };
    } finally {
      this.attempting.delete(pending.seq);
    }
  }

  private reached(
    after: AfterError,
    about: { readonly number: string; readonly code: number; readonly template?: string },
  ): readonly HaltRecord[] {
    const state = this.stateOf(about.number);
    const halts = this.stoppedBy(after, about, state);
    if (after.scope === 'template' && about.template !== undefined) state.pausedTemplates.add(about.template);
    const isWide = after.scope === 'account' || after.scope === 'number';
    if (isWide && after.untilMs !== undefined) {
      const all = after.scope === 'account' ? [...this.states.values()] : [state];
      for (const one of all) one.waitUntilMs = Math.max(one.waitUntilMs, after.untilMs);
    }
    return halts;
  }

  /** Stops what the error stops, at once; what is new is to be put on record. */
  private stoppedBy(
    { act, scope: wide }: AfterError,
    { code, number }: { readonly number: string; readonly code: number },
    state: NumberState,
  ): HaltRecord[] {
    const now = this.parts.now();
    const scope = wide === 'account' ? 'account' : 'number';
    const base = { code, kind: 'halt', number, recordedAt: now.toISOString(), scope, v: 1 } as const;
    if (act === 'pause-campaign') {
      const isKnown = state.isCampaignPaused;
      state.isCampaignPaused = true;
      return isKnown ? [] : [{ ...base, act }];
    }
    if (act !== 'stop-all') return [];
    const isKnown = state.halt !== undefined;
    const all = scope === 'account' ? [...this.states.values()] : [state];
    for (const one of all) one.halt ??= { code, sinceMs: now.getTime() };
    if (isKnown) return [];
    this.parts.alert({ what: 'halted', number, code });
    return [{ ...base, act }];
  }

  /** Statuses tell of calls whose answer was lost. */
  private settleUnknown(): Promise<void> {
    if (this.unknown.size === 0) return Promise.resolve();
    this.settling ??= this.settleSome()
      .catch((error: unknown) => this.parts.alert({ what: 'unrecorded', code: codeOf(error) }))
      .finally(() => {
        this.settling = undefined;
      });
    return this.settling;
  }

  private async settleSome(): Promise<void> {
    for (const { seq, status } of await this.parts.look.toldByStatus([...this.unknown])) {
      const record = await this.parts.look.record(status);
      if (record?.kind !== 'status') continue;
      await this.record(seq, { reason: 'told-by-status', state: 'accepted', wamid: record.wamid });
      this.unknown.delete(seq);
    }
  }

  private async record(seq: number, said: Pick<OutcomeRecord, 'reason' | 'state' | 'wamid'>): Promise<void> {
    const record = sentRecord(await this.parts.look.record(seq));
    const place = record === undefined ? undefined : await this.parts.look.channelAt(record.intent.channel);
    if (record === undefined || place === undefined) return;
    const recordedAt = this.parts.now().toISOString();
    const outcome = { kind: 'outcome', of: seq, recordedAt, v: 1, ...said } as const;
    await this.parts.queue.put([{ ...scopeOfSent(record, place), record: outcome }], seq);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'internal';
}

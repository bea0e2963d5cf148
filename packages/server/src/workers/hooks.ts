// Tells the addresses that were named for it of what happens: batches of events in order, each signed, the next only when the one
// before was taken. What is not taken is tried again, ever more seldom, for 36 hours; then it is given up and counted. How far each
// address was told is a record, at most one a minute while all is well; after a crash a batch may come twice, never none.

import { setTimeout as pause } from 'node:timers/promises';
import type { HookProgressRecord } from '../records/platform.ts';
import type { NewRecord } from '../records/record.ts';
import type { EventBatch, EventsAsked } from '../views/events.ts';
import type { HookView } from '../views/hooks.ts';
import { callHook, type Reach } from './hook-call.ts';

const EVENTS_A_BATCH = 100;
const RECORD_EVERY_MS = 60_000;
const GIVE_UP_MS = 36 * 3_600_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 3_600_000;
const IDLE_MS = 1_000;

export interface HookAlert {
  readonly hook: number;
  readonly missed: number;
}

export interface HookParts {
  readonly list: () => Promise<readonly HookView[]>;
  readonly events: (asked: EventsAsked) => Promise<EventBatch>;
  /** The event as it is sent, with its content where the address is to have it. */
  readonly shown: (events: EventBatch['events'], hook: HookView) => Promise<readonly unknown[]>;
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  readonly reach: Reach;
  readonly alert: (alert: HookAlert) => void;
  readonly now: () => Date;
}

/** How far one address was told, as far as this process knows. */
interface Standing {
  upTo: number;
  missed: number;
  /** Something was taken or given up that no record tells of. */
  isUnrecorded: boolean;
  recordedAtMs: number;
  /** Of the batch that is not taken: since when, how often, and not before. */
  sinceMs: number | undefined;
  tries: number;
  notBeforeMs: number;
}

export class HookWorker {
  private readonly parts: HookParts;
  private readonly standing = new Map<number, Standing>();
  private readonly stopping = new AbortController();
  private readonly calls = new Map<number, Promise<void>>();
  private running: Promise<void> | undefined;

  constructor(parts: HookParts) {
    this.parts = parts;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Ends calls that are under way, and records how far each address was told. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all(this.calls.values());
    for (const [hook, standing] of this.standing) await this.record(hook, standing, true);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      // What cannot be read or recorded now is tried at the next turn.
      await this.turn().catch(() => undefined);
      await pause(IDLE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Tells an address again of what came behind a seq. False where there is no such address. */
  async replay(hook: number, after: number): Promise<boolean> {
    const known = (await this.parts.list()).find(({ id }) => id === hook);
    if (known === undefined) return false;
    const standing = freshStanding(after, this.standing.get(hook)?.missed ?? known.missed);
    standing.isUnrecorded = true;
    // Whoever is just telling it holds the standing that was, and ends.
    this.standing.set(hook, standing);
    await this.record(hook, standing, true);
    return true;
  }

  private async turn(): Promise<void> {
    const hooks = await this.parts.list();
    for (const hook of hooks) {
      if (!this.standing.has(hook.id)) this.standing.set(hook.id, freshStanding(hook.upTo, hook.missed));
      if (this.calls.has(hook.id)) continue;
      const told = this.tell(hook)
        .catch(() => undefined)
        .finally(() => this.calls.delete(hook.id));
      this.calls.set(hook.id, told);
    }
    const ids = new Set(hooks.map(({ id }) => id));
    for (const id of this.standing.keys()) if (!ids.has(id)) this.standing.delete(id);
  }

  /** Tells an address all there is, batch by batch, until one is not taken. */
  private async tell(hook: HookView): Promise<void> {
    const standing = this.standing.get(hook.id);
    if (standing === undefined) return;
    const isCurrent = (): boolean => !this.stopping.signal.aborted && this.standing.get(hook.id) === standing;
    const types = hook.record.events.length === 0 ? {} : { types: hook.record.events };
    while (isCurrent() && this.nowMs() >= standing.notBeforeMs) {
      const { events, next } = await this.parts.events({ after: standing.upTo, limit: EVENTS_A_BATCH, ...types });
      if (next <= standing.upTo) break;
      if (events.length > 0 && !(await this.deliver(hook, standing, events))) break;
      standing.upTo = next;
      if (isCurrent()) await this.record(hook.id, standing, false);
    }
    if (isCurrent()) await this.record(hook.id, standing, false);
  }

  /** True when the batch is done with: taken, or given up. */
  private async deliver(hook: HookView, standing: Standing, events: EventBatch['events']): Promise<boolean> {
    const { alert, reach, shown } = this.parts;
    const body = JSON.stringify({ hook: hook.id, events: await shown(events, hook) });
    const { secret, url } = hook.record;
    const call = { url, secret: Buffer.from(secret, 'base64'), body, nowMs: this.nowMs() };
    const { isTaken } = await callHook(call, reach, this.stopping.signal);
    if (this.stopping.signal.aborted && !isTaken) return false;
    const nowMs = this.nowMs();
    if (!isTaken) {
      standing.sinceMs ??= nowMs;
      standing.notBeforeMs = nowMs + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** standing.tries++);
      if (nowMs - standing.sinceMs < GIVE_UP_MS) return false;
      standing.missed += events.length;
      alert({ hook: hook.id, missed: standing.missed });
    }
    Object.assign(standing, { isUnrecorded: true, sinceMs: undefined, tries: 0, notBeforeMs: 0 });
    return true;
  }

  private async record(hook: number, standing: Standing, isNow: boolean): Promise<void> {
    const nowMs = this.nowMs();
    const { isUnrecorded, missed, recordedAtMs, upTo } = standing;
    if (!isUnrecorded || (!isNow && nowMs - recordedAtMs < RECORD_EVERY_MS)) return;
    const recordedAt = new Date(nowMs).toISOString();
    const record: HookProgressRecord = { hook, kind: 'hook-progress', missed, recordedAt, upTo, v: 1 };
    Object.assign(standing, { isUnrecorded: false, recordedAtMs: nowMs });
    await this.parts.append([{ subject: 0, conversation: 0, month: 0, record }]);
  }

  private nowMs(): number {
    return this.parts.now().getTime();
  }
}

function freshStanding(upTo: number, missed: number): Standing {
  return {
    upTo,
    missed,
    isUnrecorded: false,
    recordedAtMs: Number.NEGATIVE_INFINITY,
    sinceMs: undefined,
    tries: 0,
    notBeforeMs: 0,
  };
}

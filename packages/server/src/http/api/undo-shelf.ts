// The way back from acts at many conversations, for a while and in memory alone: the records say what was done, and whoever comes later
// does the opposite by hand.

import type { ManySaid } from '../../views/many-work.ts';

/** What was done to a conversation, and what undoes it. */
export interface Undo {
  readonly chat: number;
  readonly did: ManySaid;
  readonly back: ManySaid;
}

interface Kept {
  readonly actor: string;
  readonly atMs: number;
  readonly undos: readonly Undo[];
}

const KEPT_MS = 15 * 60_000;
const MOST = 50;

export class UndoShelf {
  private readonly kept = new Map<number, Kept>();

  /** Keeps the way back from an act under the seq of its first record. */
  put(key: number, kept: Kept): void {
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
  }

  /** Takes it, once; only whoever acted gets it. */
  take(key: number, actor: string, nowMs: number): readonly Undo[] | undefined {
    const kept = this.kept.get(key);
    if (kept === undefined || kept.actor !== actor) return undefined;
    this.kept.delete(key);
    return nowMs - kept.atMs > KEPT_MS ? undefined : kept.undos;
  }
}

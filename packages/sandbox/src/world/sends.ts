// What the platform accepted, counted by the business's own callback data: the witness of whether anything was sent twice.

export interface Send {
  readonly wamid: string;
  readonly number: string;
  readonly person: string | undefined;
  readonly type: string;
  readonly atMs: number;
  readonly callback: string | undefined;
}

export interface SendCount {
  readonly callback: string;
  readonly count: number;
  readonly wamids: readonly string[];
}

const keptSends = 10_000;

/** The accepted sends of a sandbox. It keeps every callback's count for its whole life, and the last sends in full. */
export class Sends {
  readonly #byCallback = new Map<string, string[]>();
  readonly #last: Send[] = [];
  #accepted = 0;
  readonly #refused = new Map<number, number>();

  accept(send: Send): void {
    this.#accepted += 1;
    this.#last.push(send);
    if (this.#last.length > 2 * keptSends) this.#last.splice(0, this.#last.length - keptSends);
    if (send.callback === undefined) return;
    const wamids = this.#byCallback.get(send.callback);
    if (wamids) wamids.push(send.wamid);
    else this.#byCallback.set(send.callback, [send.wamid]);
  }

  refuse(code: number): void {
    this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1);
  }

  /** How often something was accepted with this callback data. */
  countOf(callback: string): number {
    return this.#byCallback.get(callback)?.length ?? 0;
  }

  get accepted(): number {
    return this.#accepted;
  }

  last(count: number = keptSends): readonly Send[] {
    return this.#last.slice(-count);
  }

  /** Refusals by code, in the answer or by status. */
  refused(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#refused].map(([code, count]) => [String(code), count]));
  }

  /** Every callback with its count, the most often accepted first. */
  byCallback(): readonly SendCount[] {
    return Array.from(this.#byCallback, ([callback, wamids]) => ({ callback, count: wamids.length, wamids })).sort(
      (one, other) => other.count - one.count,
    );
  }
}

// Histories of two conversations with four imports, as records, and beside them what must stand in the end, kept in plain
// maps: the model that the tables are held against.

import fc from 'fast-check';
import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import { runsOf } from '../records/runs.ts';
import {
  chatRecord,
  importedRecord,
  importRecord,
  messageRecord,
  orderRecord,
  placed,
  START,
} from './fold.test-support.ts';

export interface ModelEntry {
  readonly seq: number;
  readonly chat: number;
  readonly person: number;
  readonly at: number;
  readonly import: number;
  readonly line: number;
  of: number;
}

export interface History {
  readonly records: readonly PlacedRecord[];
  /** Seqs that an order named. */
  readonly erased: ReadonlySet<number>;
  readonly entries: ReadonlyMap<number, ModelEntry>;
  /** Who vouches for each entry. */
  readonly vouches: ReadonlyMap<number, ReadonlySet<number>>;
  /** 0 open, 1 complete, 2 withdrawn. */
  readonly states: ReadonlyMap<number, number>;
}

type Step =
  | { readonly do: 'say'; readonly by: number; readonly person: number; readonly second: number; readonly of?: number }
  | { readonly do: 'vouch'; readonly by: number; readonly which: readonly number[] }
  | { readonly do: 'complete' | 'withdraw'; readonly by: number }
  | { readonly do: 'erase'; readonly which: readonly number[] };

const say = fc.record(
  {
    do: fc.constant('say' as const),
    by: fc.nat(3),
    person: fc.nat(3),
    second: fc.oneof(fc.nat(5), fc.nat(100_000)),
    of: fc.nat(60),
  },
  { requiredKeys: ['do', 'by', 'person', 'second'] },
);
const some = fc.array(fc.nat(200), { minLength: 1, maxLength: 12 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: say },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('vouch' as const), by: fc.nat(3), which: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('complete' as const, 'withdraw' as const), by: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('erase' as const), which: some }) },
);

export const history: fc.Arbitrary<History> = fc
  .array(step, { minLength: 1, maxLength: 250 })
  .map((steps) => told(steps));

const IMPORTS = [2, 3, 4, 5];

/** The chat that an import is of. */
const chatOf = (id: number): number => (id % 2 === 0 ? 100 : 101);

class Teller {
  readonly records: LedgerRecord[] = [];
  readonly entries = new Map<number, ModelEntry>();
  readonly vouches = new Map<number, Set<number>>();
  readonly states = new Map<number, number>(IMPORTS.map((id) => [id, 0]));
  readonly erased = new Set<number>();

  /** The entry that a number means, of a chat or of any. */
  private pick(which: number, chat?: number): ModelEntry | undefined {
    const all = [...this.entries.values()].filter((entry) => chat === undefined || entry.chat === chat);
    return all[which % Math.max(1, all.length)];
  }

  take(one: Step): void {
    if (one.do === 'say') this.say(one);
    else if (one.do === 'vouch') this.vouch(IMPORTS[one.by] ?? 2, one.which);
    else if (one.do === 'erase') this.erase(one.which);
    else this.settle(IMPORTS[one.by] ?? 2, one.do);
  }

  private say({ by, of, person, second }: Extract<Step, { do: 'say' }>): void {
    const brought = IMPORTS[by] ?? 2;
    const seq = this.records.length;
    const root = of === undefined ? undefined : this.pick(of, chatOf(brought));
    const version = root === undefined ? 0 : root.of === 0 ? root.seq : root.of;
    const line = this.records.length + 1;
    const said = { chat: chatOf(brought), import: brought, line, ...(version === 0 ? {} : { of: version }) };
    this.records.push(messageRecord({ ...said, second, ...(person === 0 ? {} : { from: person }) }));
    this.entries.set(seq, { ...said, seq, person, at: START + second, of: version });
  }

  private vouch(id: number, which: readonly number[]): void {
    const seqs = new Set<number>();
    for (const one of which) {
      const entry = this.pick(one, chatOf(id));
      if (entry !== undefined) seqs.add(entry.seq);
    }
    for (const seq of seqs) this.vouches.set(seq, (this.vouches.get(seq) ?? new Set()).add(id));
    const vouched = runsOf([...seqs].sort((a, b) => a - b));
    this.records.push({ import: id, kind: 'capture', part: 0, runs: [], v: 1, vouched });
  }

  private settle(id: number, how: 'complete' | 'withdraw'): void {
    if (how === 'complete') {
      if (this.states.get(id) === 0) this.states.set(id, 1);
      this.records.push(importedRecord(id));
      return;
    }
    this.states.set(id, 2);
    const times = { eraseFrom: '2026-02-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z' };
    this.records.push({ actor: 'test', import: id, kind: 'withdrawal', rule: 'test', v: 1, ...times });
  }

  private erase(which: readonly number[]): void {
    const goes = new Set(which.flatMap((one) => this.pick(one)?.seq ?? []));
    const heirs = new Map<number, number>();
    for (const { of, seq } of this.entries.values()) {
      if (goes.has(of) && !goes.has(seq) && !heirs.has(of)) heirs.set(of, seq);
    }
    for (const seq of goes) {
      this.entries.delete(seq);
      this.vouches.delete(seq);
      this.erased.add(seq);
    }
    for (const entry of this.entries.values()) {
      const heir = heirs.get(entry.of);
      if (heir !== undefined) entry.of = entry.seq === heir ? 0 : heir;
    }
    this.records.push(orderRecord(runsOf([...goes].sort((a, b) => a - b)), [...heirs].flat()));
  }
}

function told(steps: readonly Step[]): History {
  const teller = new Teller();
  teller.records.push(chatRecord('unused'), chatRecord('unused'));
  for (const id of IMPORTS) teller.records.push(importRecord(chatOf(id), `${id}`));
  while (teller.records.length < 100) teller.records.push(importedRecord(0));
  teller.records.push(chatRecord('one'), chatRecord('other'));
  for (const one of steps) teller.take(one);
  return { ...teller, records: placed(teller.records) };
}

/** Whether an entry stands: complete imports show, those that are not withdrawn hold. */
export function stands({ states, vouches }: History, entry: ModelEntry, standard: 'shown' | 'held'): boolean {
  return [entry.import, ...(vouches.get(entry.seq) ?? [])].some((id) => {
    const state = states.get(id) ?? 2;
    return standard === 'shown' ? state === 1 : state !== 2;
  });
}

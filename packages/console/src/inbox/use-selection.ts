// Choosing several conversations of the list: begun by a key, by Shift and a click, by a long press or by the button for it; over when
// it is left or the list shows something else.

import { useState } from 'react';
import type { InboxAsked } from './inbox-queries.ts';
import { NONE, reached, type Selection, toggled } from './selection.ts';

export interface Choosing {
  /** Whether rows are chosen rather than opened. */
  readonly isOn: boolean;
  readonly selection: Selection;
  readonly begin: () => void;
  readonly end: () => void;
  readonly toggle: (id: number) => void;
  /** From the last one to this one; from `start` where none was chosen. */
  readonly reach: (id: number, start: number | undefined) => void;
  readonly all: () => void;
}

interface Kept {
  readonly of: string;
  readonly selection: Selection | undefined;
}

export function useSelection(asked: InboxAsked, order: readonly number[]): Choosing {
  const of = [asked.tab, asked.state, asked.label, asked.find].join(' ');
  const [kept, setKept] = useState<Kept>({ of, selection: undefined });
  const current = kept.of === of ? kept.selection : undefined;
  const change = (next: (selection: Selection) => Selection): void =>
    setKept((old) => ({ of, selection: next((old.of === of ? old.selection : undefined) ?? NONE) }));
  return {
    isOn: current !== undefined,
    selection: current ?? NONE,
    begin: () => change((selection) => selection),
    end: () => setKept({ of, selection: undefined }),
    toggle: (id) => change((selection) => toggled(selection, id)),
    reach: (id, start) =>
      change((selection) => reached({ ...selection, anchor: selection.anchor ?? start ?? id }, id, order)),
    all: () => change(() => ({ ...NONE, isAll: true })),
  };
}

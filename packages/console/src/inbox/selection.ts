// Which conversations of the list are chosen for one act: those that were picked, or all that match but those taken out. Pure; a
// change of what the list shows begins anew.

import type { InboxAsked } from './inbox-queries.ts';

export interface Selection {
  /** All that match; `ids` are then those taken out. */
  readonly isAll: boolean;
  readonly ids: ReadonlySet<number>;
  /** Where a range begins. */
  readonly anchor: number | undefined;
}

export const NONE: Selection = { isAll: false, ids: new Set(), anchor: undefined };

export function isChosen({ ids, isAll }: Selection, id: number): boolean {
  return ids.has(id) !== isAll;
}

/** Whether anything is. */
export function isAny({ ids, isAll }: Selection): boolean {
  return isAll || ids.size > 0;
}

export function toggled(selection: Selection, id: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ...selection, ids, anchor: id };
}

/** From where the last one was picked to this one, as the list has them. */
export function reached(selection: Selection, id: number, order: readonly number[]): Selection {
  const [from, to] = [order.indexOf(selection.anchor ?? id), order.indexOf(id)].toSorted((one, other) => one - other);
  if (from === undefined || to === undefined || from === -1) return toggled(selection, id);
  const ids = new Set(selection.ids);
  for (const one of order.slice(from, to + 1))
    if (selection.isAll) ids.delete(one);
    else ids.add(one);
  return { ...selection, ids };
}

/** What the server is asked to act on. */
export type Target =
  | { readonly conversations: number[] }
  | {
      readonly matching: Pick<InboxAsked, 'tab' | 'state' | 'label' | 'find'>;
      readonly but?: number[];
    };

export function targetOf({ ids, isAll }: Selection, { find, label, state, tab }: InboxAsked): Target {
  if (!isAll) return { conversations: [...ids] };
  const matching = {
    tab,
    state,
    ...(label === undefined ? {} : { label }),
    ...(find === undefined ? {} : { find }),
  };
  return { matching, ...(ids.size === 0 ? {} : { but: [...ids] }) };
}

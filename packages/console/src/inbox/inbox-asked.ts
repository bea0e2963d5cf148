// Which conversations an address asks for. Pure.

import type { InboxAsked, InboxCounts } from './inbox-queries.ts';

export interface InboxSearch {
  readonly tab?: string;
  readonly state?: string;
  readonly sort?: string;
  readonly label?: string;
  /** Part of a title. */
  readonly named?: string;
}

export const TABS = ['mine', 'unassigned', 'team', 'all'] as const;
export const STATES = ['open', 'snoozed', 'closed'] as const;
const SORTS = ['last', 'waiting'] as const;

const LABEL = /^\d{1,15}$/;

/** What is asked for; what an address says wrongly, it does not say. */
export function askedBy({ label, named, sort, state, tab }: InboxSearch, usual: InboxAsked['tab']): InboxAsked {
  const words = named?.trim() ?? '';
  return {
    tab: TABS.find((one) => one === tab) ?? usual,
    state: STATES.find((one) => one === state) ?? 'open',
    sort: SORTS.find((one) => one === sort) ?? 'last',
    ...(label !== undefined && LABEL.test(label) ? { label: Number(label) } : {}),
    ...(words === '' ? {} : { find: words }),
  };
}

type Changed = { readonly [Name in keyof InboxSearch]?: string | undefined };

/** What an address says of the list, changed; what it says of a conversation stays behind. */
export function listSearch({ label, named, sort, state, tab }: InboxSearch, change: Changed = {}): InboxSearch {
  const all = Object.entries({ tab, state, sort, label, named, ...change });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** The tab that shows something: one's own, then what nobody has, then all. */
export function usualTab(counts: InboxCounts): InboxAsked['tab'] {
  return (['mine', 'unassigned', 'team'] as const).find((tab) => counts[tab].open > 0) ?? 'all';
}

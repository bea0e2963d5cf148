// Where reading begins in a conversation, as the address says it. Pure.

export interface ShownSearch {
  readonly entry?: string | undefined;
  readonly at?: string | undefined;
  readonly proof?: string | undefined;
  readonly find?: string | undefined;
}

/** Where reading begins. */
export type Anchor =
  | { readonly kind: 'end' }
  | { readonly kind: 'entry'; readonly entry: number }
  | { readonly kind: 'day'; readonly day: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const END: Anchor = { kind: 'end' };

/** At a message, on a day, otherwise at the end. */
export function anchorOf({ at, entry }: ShownSearch): Anchor {
  if (entry !== undefined && Number.isSafeInteger(Number(entry))) return { kind: 'entry', entry: Number(entry) };
  return at !== undefined && DAY.test(at) ? { kind: 'day', day: at } : END;
}

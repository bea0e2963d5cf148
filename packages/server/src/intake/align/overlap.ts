// Whether a file whose title names a chat is plausibly of that chat, judged by who wrote and when. It decides nothing:
// a doubtful file is put to a person.

/** What is known of a chat, or of a file, without its messages. Times as in MessageFact. */
export interface ChatSummary {
  readonly first: number;
  readonly last: number;
  /** From `normaliseAuthor`. */
  readonly authors: ReadonlySet<string>;
}

/** `apart`: the authors fit but the times lie further apart than exports of one chat do. */
export type Plausibility =
  | { readonly verdict: 'plausible' }
  | { readonly verdict: 'doubtful'; readonly why: 'no-common-author' | 'apart' };

/** A phone that changed its zone shows other times; two exports a month apart may well not meet. */
const MONTH_SECONDS = 31 * 24 * 3600;

/** Plausible: an author in common and times that overlap or lie at most a month apart. A side without authors fits any. */
export function plausibleOverlap(held: ChatSummary, incoming: ChatSummary): Plausibility {
  const anyAuthor = held.authors.size === 0 || incoming.authors.size === 0;
  if (!anyAuthor && held.authors.isDisjointFrom(incoming.authors))
    return { verdict: 'doubtful', why: 'no-common-author' };
  const apart = Math.max(held.first - incoming.last, incoming.first - held.last);
  return apart <= MONTH_SECONDS ? { verdict: 'plausible' } : { verdict: 'doubtful', why: 'apart' };
}

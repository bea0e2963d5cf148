// What a text may hold because it is known to be something else: telephone numbers, ids of the platform, the business's own
// accounts. Also a number behind a plus, which says itself that it is a telephone's.

import type { WrittenGroup } from './written-groups.ts';

const NOT_COMPACT = /[^\p{L}\p{N}&]/gu;
const DIGITS = /^\d+$/;
const PHONE = { least: 7, most: 15, enough: 10, shortest: 8 };

export interface KnownNumbers {
  /** Compact, in upper case; of telephones also their ends, as they are written inside a country. */
  readonly compact: ReadonlySet<string>;
  readonly longest: number;
  /** Whether this unit of the text belongs to a known string as it was given. */
  readonly covers: (at: number) => boolean;
}

/** Finds what is known in a text. The work is that of reading the text once for each known string. */
export function knownNumbers(known: readonly string[], text: string): KnownNumbers {
  const compact = new Set<string>();
  for (const each of known) {
    const bare = each.replace(NOT_COMPACT, '').toUpperCase();
    if (bare === '') continue;
    compact.add(bare);
    if (!DIGITS.test(bare) || bare.length > PHONE.most) continue;
    for (let from = 1; bare.length - from >= PHONE.shortest; from++) compact.add(bare.slice(from));
  }
  const stretches = known.filter((each) => !DIGITS.test(each)).flatMap((each) => stretchesOf(each, text));
  const longest = Math.max(0, ...Array.from(compact, (each) => each.length));
  if (stretches.length === 0) return { compact, longest, covers: () => false };
  const covered = new Uint8Array(text.length);
  for (const { end, start } of stretches) covered.fill(1, start, end);
  return { compact, longest, covers: (at) => covered[at] === 1 };
}

function stretchesOf(known: string, text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (known === '') return found;
  for (let start = text.indexOf(known); start >= 0; start = text.indexOf(known, start + known.length))
    found.push({ start, end: start + known.length });
  return found;
}

/** By index of a group, whether it belongs to something known. */
export function takenGroups(groups: readonly WrittenGroup[], known: KnownNumbers): readonly boolean[] {
  const taken: boolean[] = Array<boolean>(groups.length).fill(false);
  for (let from = 0; from < groups.length; ) {
    const to = Math.max(knownUpTo(groups, from, known), groups[from]?.hasPlus ? phoneUpTo(groups, from) : from);
    taken.fill(true, from, to);
    from = Math.max(to, from + 1);
  }
  return taken;
}

/** Where the longest known number ends that begins with this group; `from` where there is none. */
function knownUpTo(groups: readonly WrittenGroup[], from: number, { compact, longest }: KnownNumbers): number {
  let [text, upTo] = ['', from];
  for (let at = from; at < groups.length; at++) {
    const group = groups[at];
    if (group === undefined || (at > from && !group.isJoined) || text.length + group.text.length > longest) break;
    text += group.text;
    if (compact.has(text)) upTo = at + 1;
  }
  return upTo;
}

/** A plus makes a telephone number of as many groups as are enough for one, so that what follows it is not hidden by it. */
function phoneUpTo(groups: readonly WrittenGroup[], from: number): number {
  let digits = 0;
  for (let at = from; at < groups.length && digits < PHONE.enough; at++) {
    const group = groups[at];
    if (group === undefined || (at > from && !group.isJoined)) return digits >= PHONE.least ? at : from;
    digits += group.text.length;
    if (digits > PHONE.most) return from;
    if (digits >= PHONE.enough) return at + 1;
  }
  return digits >= PHONE.least ? groups.length : from;
}

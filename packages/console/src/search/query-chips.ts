// The query of a search as it is typed: filters that stand whole become chips, the rest stays text. Pure; the text of chips and rest
// together is what the address holds and, made fit, what the server is asked.

export const FILTERS = ['from', 'in', 'before', 'after', 'has'] as const;

export type Filter = (typeof FILTERS)[number];

/** What `has:` can ask for. */
export const HAS_VALUES = [
  'document',
  'image',
  'video',
  'audio',
  'voice',
  'location',
  'contact',
  'link',
  'poll',
  'sticker',
  'gif',
] as const;

export interface FilterChip {
  readonly filter: Filter;
  readonly value: string;
  /** With a minus before it: everything else. */
  readonly without: boolean;
}

export interface TypedQuery {
  readonly chips: readonly FilterChip[];
  readonly text: string;
}

/** A filter with its value, quoted or bare, and what closes it. */
const WHOLE = /(^|\s)([-\u2212]?)(from|in|before|after|has)[:\uff1a](?:"([^"]+)"|([^\s"]+))(?=\s|$)/giu;
const OPEN = /(?:^|\s)[-\u2212]?(?:from|in|before|after|has)[:\uff1a](?:"[^"]*)?$/iu;
const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

const SPACE = /\s/u;
const SPACES = /\s+/gu;
const PARTED = /(\s+)/u;
const LONE_MINUS = /(?:^|\s)[-\u2212]$/u;
const ACCENTS = /\p{M}/gu;
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u;

/** The chips and the text of a query. */
export function queryParts(query: string): TypedQuery {
  const { chips, text } = taken(query, () => true);
  return { chips, text: text.trim() };
}

/** The same while somebody types: a filter at the very end may still be growing, and becomes a chip with the space behind it. */
export function typedParts(text: string): TypedQuery {
  const { chips, text: rest } = taken(text, (end, isQuoted) => isQuoted || end < text.length);
  return chips.length === 0 ? { chips, text } : { chips, text: rest };
}

function taken(query: string, isWhole: (end: number, isQuoted: boolean) => boolean): TypedQuery {
  const chips: FilterChip[] = [];
  let text = '';
  let from = 0;
  for (const found of query.matchAll(WHOLE)) {
    const [all, space = '', minus = '', name = '', quoted, bare = ''] = found;
    const end = found.index + all.length;
    const chip = chipOf(name, quoted ?? bare, minus !== '');
    if (chip === undefined || !isWhole(end, quoted !== undefined)) continue;
    chips.push(chip);
    text += query.slice(from, found.index) + space;
    from = end;
  }
  text += query.slice(from);
  return { chips, text: text.replace(SPACES, ' ').trimStart() };
}

function chipOf(name: string, value: string, without: boolean): FilterChip | undefined {
  const filter = FILTERS.find((one) => one === name.toLowerCase());
  if (filter === undefined) return undefined;
  if (filter === 'has' && !HAS_VALUES.some((one) => one === value.toLowerCase())) return undefined;
  if ((filter === 'before' || filter === 'after') && !DAY.test(value)) return undefined;
  return { filter, value: filter === 'has' ? value.toLowerCase() : value, without };
}

/** A chip as it is typed. */
export function chipText({ filter, value, without }: FilterChip): string {
  const clean = value.replaceAll('"', '');
  return `${without ? '-' : ''}${filter}:${SPACE.test(clean) ? `"${clean}"` : clean}`;
}

/** The whole query, as the address holds it. */
export function queryText({ chips, text }: TypedQuery): string {
  return [text.trim(), ...chips.map(chipText)].filter((part) => part !== '').join(' ');
}

/** Letters of scripts that part their words by spaces, at the end of what is typed. */
const GROWING_WORD = /(?:^|\s)[\p{L}\p{M}]{2,}$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/**
 * What the server is asked: a filter that has no value yet is left out, an open quotation is closed, and the word that is being typed
 * also finds those that begin so. Empty where nothing is asked.
 */
export function askedQuery({ chips, text }: TypedQuery, { isGrowing = true } = {}): string {
  const whole = text.replace(OPEN, '').replace(LONE_MINUS, '');
  const isOpen = (whole.split('"').length - 1) % 2 === 1;
  const closed = isOpen ? `${whole}"` : whole;
  const grows = isGrowing && whole === text && !isOpen && GROWING_WORD.test(closed) && !UNSPACED.test(closed);
  const asked = queryText({ chips, text: grows ? `${closed}*` : closed });
  return SAYS_SOMETHING.test(asked) ? asked : '';
}

/** The text with one word in place of another, as the server spells both: folded, without case and accents. */
export function withWord(text: string, from: string, to: string): string {
  const words = text.split(PARTED);
  return words.map((word) => (folded(word) === folded(from) ? to : word)).join('');
}

function folded(word: string): string {
  return word.normalize('NFD').replace(ACCENTS, '').toLowerCase();
}

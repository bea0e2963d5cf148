// Patterns that an owner may write, and that cannot hang. A pattern covers the whole value and is a row of items, or several rows
// with `|` between: a character, `.` (any), `\d` (digit 0–9), `\l` (letter or mark of any script), `\s` (space), `\` before a
// sign that means something else, or `[a-z0-9-]`; behind each may stand `?`, `*`, `+`, `{3}` or `{2,5}`. No groups, no looking around.
// All rows are followed at once, place by place (a non-deterministic automaton without stepping back): the work is the
// length of the value times that of the pattern, and both are bounded.

const MOST_PLACES = 256;
const MOST_UNITS = 4_096;

type Accepts = (character: string) => boolean;

/** One place of a row: `isOptional` may be passed over, `repeats` may be stayed at. */
interface Place {
  readonly accepts: Accepts;
  readonly isOptional: boolean;
  readonly repeats: boolean;
}

export interface SafePattern {
  readonly rows: readonly (readonly Place[])[];
}

const LETTER = /^[\p{L}\p{M}]$/u;
const SPACE = /^\s$/u;
const REPEAT = /^\{(\d{1,3})(?:,(\d{1,3}))?\}/;
const SPECIAL = '.|\\[]{}?*+()^$';

/** Reads a pattern; undefined where it is not one, or has more than 256 places. */
export function safePattern(source: string): SafePattern | undefined {
  if (source.length > MOST_UNITS) return undefined;
  const reader = new PatternReader(Array.from(source));
  const rows = reader.rows();
  const places = rows?.reduce((sum, row) => sum + row.length, 0) ?? 0;
  return rows === undefined || places > MOST_PLACES ? undefined : { rows };
}

/** @returns whether the whole value keeps the pattern; one of more than 4,096 UTF-16 units does not */
export function keepsPattern({ rows }: SafePattern, value: string): boolean {
  if (value.length > MOST_UNITS) return false;
  const characters = Array.from(value);
  return rows.some((row) => keepsRow(row, characters));
}

function keepsRow(row: readonly Place[], characters: readonly string[]): boolean {
  let reached = new Uint8Array(row.length + 1);
  reached[0] = 1;
  passOver(row, reached);
  for (const character of characters) {
    const next = new Uint8Array(row.length + 1);
    for (const [at, place] of row.entries()) {
      if (reached[at] !== 1 || !place.accepts(character)) continue;
      next[at + 1] = 1;
      if (place.repeats) next[at] = 1;
    }
    passOver(row, next);
    reached = next;
  }
  return reached[row.length] === 1;
}

function passOver(row: readonly Place[], reached: Uint8Array): void {
  for (const [at, { isOptional }] of row.entries()) if (reached[at] === 1 && isOptional) reached[at + 1] = 1;
}

/** Reads a pattern from left to right; what is no pattern gives undefined. */
class PatternReader {
  private readonly characters: readonly string[];
  private at = 0;

  constructor(characters: readonly string[]) {
    this.characters = characters;
  }

  rows(): Place[][] | undefined {
    const rows: Place[][] = [[]];
    while (this.at < this.characters.length) {
      if (this.characters[this.at] === '|') {
        rows.push([]);
        this.at++;
        continue;
      }
      const accepts = this.item();
      const places = accepts === undefined ? undefined : this.repeated(accepts);
      if (places === undefined) return undefined;
      rows.at(-1)?.push(...places);
    }
    return rows;
  }

  private item(): Accepts | undefined {
    const character = this.characters[this.at++] ?? '';
    if (character === '.') return () => true;
    if (character === '\\') return escaped(this.characters[this.at++]);
    if (character === '[') return this.set();
    return SPECIAL.includes(character) ? undefined : (other) => other === character;
  }

  /** `[a-z0-9-]`: characters and stretches of them; a minus stands last. */
  private set(): Accepts | undefined {
    const end = this.characters.indexOf(']', this.at);
    const members = this.characters.slice(this.at, end);
    if (end < 0 || members.length === 0 || members.some((member) => '[\\^'.includes(member))) return undefined;
    this.at = end + 1;
    const ranges: (readonly [string, string])[] = [];
    for (let at = 0; at < members.length; at++) {
      const [from = '', dash, to] = members.slice(at, at + 3);
      const isRange = dash === '-' && to !== undefined;
      ranges.push([from, isRange ? to : from]);
      if (isRange) at += 2;
    }
    return (character) =>
      ranges.some(([from, to]) => codeOf(character) >= codeOf(from) && codeOf(character) <= codeOf(to));
  }

  private repeated(accepts: Accepts): Place[] | undefined {
    const sign = this.characters[this.at] ?? '';
    if ('?*+'.includes(sign) && sign !== '') {
      this.at++;
      return [{ accepts, isOptional: sign !== '+', repeats: sign !== '?' }];
    }
    if (sign !== '{') return [{ accepts, isOptional: false, repeats: false }];
    const [all, least, most = least] = REPEAT.exec(this.characters.slice(this.at, this.at + 9).join('')) ?? [];
    if (all === undefined || Number(most) < Number(least) || Number(most) > MOST_PLACES) return undefined;
    this.at += all.length;
    return Array.from({ length: Number(most) }, (_, place) => ({
      accepts,
      isOptional: place >= Number(least),
      repeats: false,
    }));
  }
}

function escaped(character: string | undefined): Accepts | undefined {
  if (character === 'd') return (other) => other >= '0' && other <= '9' && other.length === 1;
  if (character === 'l') return (other) => LETTER.test(other);
  if (character === 's') return (other) => SPACE.test(other);
  return character !== undefined && SPECIAL.includes(character) ? (other) => other === character : undefined;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? -1;
}

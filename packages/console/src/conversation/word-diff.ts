// What changed between two versions of a text, word by word: the longest common run of words stays, the rest was taken out or put in.
// Texts too long to be compared this way are told as one change.

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const WORDS = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+|\s+|[^\s]/gu;
/** Pairs of words that are compared; a table of this size is built in a few milliseconds. */
const MOST_CELLS = 4_000_000;

/** The parts of both versions, in order; joined without the added ones they are the first, without the removed ones the second. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const start = sameFromStart(one, other);
  const end = sameFromEnd(one, other, start);
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const middle =
    a.length * b.length > MOST_CELLS ? [part('removed', a.join('')), part('added', b.join(''))] : compared(a, b);
  return joined([
    part('same', one.slice(0, start).join('')),
    ...middle,
    part('same', one.slice(one.length - end).join('')),
  ]);
}

const part = (kind: DiffPart['kind'], text: string): DiffPart => ({ kind, text });

function wordsOf(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

function sameFromStart(one: readonly string[], other: readonly string[]): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at;
}

function sameFromEnd(one: readonly string[], other: readonly string[], start: number): number {
  let count = 0;
  const most = Math.min(one.length, other.length) - start;
  while (count < most && one.at(-(1 + count)) === other.at(-(1 + count))) count++;
  return count;
}

/** By the table of longest common runs, from the end. */
function compared(a: readonly string[], b: readonly string[]): DiffPart[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const cell = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push(part('same', a[i] ?? ''));
      i++;
      j++;
    } else if (j === b.length || (i < a.length && cell(i + 1, j) >= cell(i, j + 1)))
      parts.push(part('removed', a[i++] ?? ''));
    else parts.push(part('added', b[j++] ?? ''));
  }
  return parts;
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const found: { kind: DiffPart['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = found.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}

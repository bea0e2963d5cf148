// What an outgoing text must not hold: full numbers of cards, accounts and identities. Telephones and ids that are known are taken
// out first, then a check decides, then words beside the number. Only whole groups are looked at: a number inside a longer run of
// digits is not found. The work grows with the length of the text alone, whatever it says.

import { isNear } from './context-words.ts';
import { knownNumbers, takenGroups } from './known-numbers.ts';
import { type Confidence, digitRules, mixedRules, type NumberRule } from './number-rules.ts';
import { type WrittenGroup, writtenGroups } from './written-groups.ts';

/** A number that was found, by its place: the number itself stands in no finding. */
export interface LintFinding {
  readonly rule: string;
  /** UTF-16 units of the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** `high` refuses the text; `low` is shown and sent. */
  readonly confidence: Confidence;
}

/** More say nothing new about a text. */
const MOST_FINDINGS = 100;
const NONE: readonly LintFinding[] = [];

/**
 * The numbers in a text, in its order, at most a hundred and none over another. `known` holds what they may be instead:
 * telephone numbers, wa_ids and message ids of the conversation, the business's own accounts, in any writing.
 */
export function lintOutgoing(text: string, known: readonly string[] = []): readonly LintFinding[] {
  const all = knownNumbers(known, text);
  const findings: LintFinding[] = [];
  for (const [rules, hasLetters] of [[digitRules, false] as const, [mixedRules, true] as const]) {
    const groups = writtenGroups(text, hasLetters, all.covers);
    const taken = takenGroups(groups, all);
    const longest = Math.max(...rules.flatMap((rule) => [...rule.lengths]));
    for (let from = 0; from < groups.length && findings.length < MOST_FINDINGS * 2; from++)
      findings.push(...findingsFrom({ text, groups, taken, from, rules, longest }));
  }
  return withoutOverlaps(findings).slice(0, MOST_FINDINGS);
}

/** Whether a text with these findings is not to be sent. */
export function isLintRefused(findings: readonly LintFinding[]): boolean {
  return findings.some(({ confidence }) => confidence === 'high');
}

interface Search {
  readonly text: string;
  readonly groups: readonly WrittenGroup[];
  readonly taken: readonly boolean[];
  readonly from: number;
  readonly rules: readonly NumberRule[];
  readonly longest: number;
}

/** The numbers that begin with one group. */
function findingsFrom({ from, groups, longest, rules, taken, text }: Search): LintFinding[] {
  const findings: LintFinding[] = [];
  const first = groups[from];
  let [compact, shape] = ['', ''];
  for (let at = from; at < groups.length; at++) {
    const group = groups[at];
    if (first === undefined || group === undefined || taken[at] || (at > from && !group.isJoined)) break;
    compact += group.text;
    if (compact.length > longest) break;
    shape += `${at > from ? '-' : ''}${group.text.length}`;
    const stretch = { start: first.start, end: group.end };
    const written = { compact, shape, touchesLetter: first.touchesLetter || group.touchesLetter };
    findings.push(...rules.flatMap((rule) => findingOf(rule, written, { text, ...stretch })));
  }
  return findings;
}

interface Written {
  readonly compact: string;
  /** Lengths of its groups: `4-4-4-4`. */
  readonly shape: string;
  readonly touchesLetter: boolean;
}

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function findingOf(rule: NumberRule, written: Written, { end, start, text }: Stretch): readonly LintFinding[] {
  if (!rule.lengths.has(written.compact.length) || !rule.isValid(written.compact)) return NONE;
  const confidence = isNear(rule.words, text, { start, end }) ? 'high' : plainly(rule, written);
  return confidence === undefined ? NONE : [{ rule: rule.id, start, end, confidence }];
}

/** How sure a number is by how it is written; one that letters touch is part of something else. */
function plainly(rule: NumberRule, { shape, touchesLetter }: Written): Confidence | undefined {
  if (touchesLetter) return rule.odd;
  if (!shape.includes('-')) return rule.bare;
  return rule.forms?.includes(shape) ? 'high' : rule.odd;
}

/** Keeps the surer of two that overlap, and of equally sure ones the longer. */
function withoutOverlaps(findings: readonly LintFinding[]): LintFinding[] {
  const kept: LintFinding[] = [];
  for (const finding of findings.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (last === undefined || finding.start >= last.end) kept.push(finding);
    else if (finding.confidence === 'high' && last.confidence === 'low') kept[kept.length - 1] = finding;
  }
  return kept;
}

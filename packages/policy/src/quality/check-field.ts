// One rule on one value: what a form, a program or an import asks, and what the rules that an owner sets are asked by. It never
// throws over a value: a rule that cannot be read flags everything, so that a mistake in it shows.

import { holds } from './characters.ts';
import type { InputRule, QualityFlag, RuleCheck } from './input-rule.ts';
import { keepsPattern, type SafePattern, safePattern } from './safe-pattern.ts';
import { hasForm } from './templates.ts';

const LETTER = /\p{L}/u;
const NONE: readonly QualityFlag[] = [];

/** The flag of a rule that the value does not keep, or none. A rule about times or media bytes has nothing to say here. */
export function checkField(
  rule: InputRule,
  value: string,
  field: string = rule.fields[0] ?? '',
): readonly QualityFlag[] {
  return breaksWritten(rule.check, value) ? [{ rule: rule.id, field }] : NONE;
}

/** Whether something written breaks the check. */
export function breaksWritten(check: RuleCheck, value: string): boolean {
  switch (check.kind) {
    case 'length':
      return breaksLength(value, check.least ?? 0, check.most ?? Number.POSITIVE_INFINITY);
    case 'characters':
      return holds(value, check.not);
    case 'template':
      return value !== '' && !hasForm(check.template, value);
    case 'pattern':
      return breaksPattern(check.pattern, value);
    case 'has-letter':
      return value !== '' && !LETTER.test(value);
    default:
      return false;
  }
}

/** Code points are at least half as many as UTF-16 units and never more: most values need no counting. */
function breaksLength(value: string, least: number, most: number): boolean {
  if (value.length < least || value.length > 2 * most) return true;
  if (value.length <= most && value.length >= 2 * least) return false;
  let count = 0;
  for (const _ of value) count++;
  return count < least || count > most;
}

const patterns = new Map<string, SafePattern | undefined>();
const MOST_PATTERNS = 1_000;

function breaksPattern(source: string, value: string): boolean {
  if (!patterns.has(source)) {
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(source, safePattern(source));
  }
  const pattern = patterns.get(source);
  return pattern === undefined || !keepsPattern(pattern, value);
}

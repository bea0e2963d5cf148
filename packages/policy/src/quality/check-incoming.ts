// The rules of input on a message that came in. Every message of a webhook and every entry of an import passes here: what is plain
// costs one look at each field.

import { isSuspect } from './characters.ts';
import { breaksWritten } from './check-field.ts';
import type { InputRule, InputSource, QualityFlag } from './input-rule.ts';
import { inputRules } from './input-rules.ts';

/** What of a message the rules look at; each absent where it says nothing. */
export interface IncomingFields {
  readonly source: InputSource;
  /** When it was said, ms since 1970; of an export its wall time read as UTC. */
  readonly atMs?: number;
  /** When it arrived; absent where it is told as history. */
  readonly receivedAtMs?: number;
  readonly text?: string;
  readonly caption?: string;
  /** What its author is called. */
  readonly name?: string;
  readonly filename?: string;
  readonly phone?: string;
  readonly email?: string;
  /** The declared type of its media. */
  readonly mime?: string;
}

const WRITTEN = ['text', 'caption', 'name', 'filename', 'phone', 'email', 'mime'] as const;

/** Rules of one field and source; `plain` without those about characters, which few texts need. */
interface FieldRules {
  readonly all: readonly InputRule[];
  readonly plain: readonly InputRule[];
}

const NONE: readonly QualityFlag[] = [];
const sources: readonly InputSource[] = ['webhook', 'export', 'api', 'console'];
const written: ReadonlyMap<InputSource, readonly FieldRules[]> = new Map(
  sources.map((source) => [source, WRITTEN.map((field) => fieldRules(source, field))]),
);
const timed: ReadonlyMap<InputSource, readonly InputRule[]> = new Map(
  sources.map((source) => [source, [...rulesOf(source, 'at'), ...rulesOf(source, 'receivedAt')]]),
);

function rulesOf(source: InputSource, field: string): InputRule[] {
  return inputRules.filter((rule) => rule.fields.includes(field) && (rule.sources?.includes(source) ?? true));
}

function fieldRules(source: InputSource, field: string): FieldRules {
  const all = rulesOf(source, field);
  return { all, plain: all.filter(({ check }) => check.kind !== 'characters') };
}

/** The rules that a message does not keep, with the field of each; an empty list for most. */
export function checkIncoming(fields: IncomingFields, nowMs: number): readonly QualityFlag[] {
  let flags = NONE;
  const byField = written.get(fields.source) ?? [];
  for (let at = 0; at < WRITTEN.length; at++) {
    const field = WRITTEN[at] ?? 'text';
    const value = fields[field];
    const rules = byField[at];
    if (value === undefined || rules === undefined) continue;
    for (const { check, id } of isSuspect(value) ? rules.all : rules.plain)
      if (breaksWritten(check, value)) flags = [...flags, { rule: id, field }];
  }
  for (const rule of timed.get(fields.source) ?? []) {
    const field = breaksTime(rule, fields, nowMs);
    if (field !== undefined) flags = [...flags, { rule: rule.id, field }];
  }
  return flags;
}

/** The field whose time breaks the rule. */
function breaksTime({ check }: InputRule, { atMs, receivedAtMs }: IncomingFields, nowMs: number): string | undefined {
  if (atMs === undefined) return undefined;
  if (check.kind === 'not-before') return atMs < check.earliestMs ? 'at' : undefined;
  if (check.kind === 'not-ahead') return atMs - nowMs > check.mostMs ? 'at' : undefined;
  if (check.kind !== 'not-late' || receivedAtMs === undefined) return undefined;
  return receivedAtMs - atMs > check.mostMs ? 'receivedAt' : undefined;
}

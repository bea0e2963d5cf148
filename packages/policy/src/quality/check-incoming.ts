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

type Written = 'text' | 'caption' | 'name' | 'filename' | 'phone' | 'email' | 'mime';

/** Rules of one field and source; `plain` without those about characters, which few texts need. */
interface FieldRules {
  readonly field: Written;
  readonly all: readonly InputRule[];
  readonly plain: readonly InputRule[];
}

interface SourceRules extends Readonly<Record<Written, FieldRules>> {
  readonly times: readonly InputRule[];
}

const NONE: readonly QualityFlag[] = [];
const rulesFrom: Readonly<Record<InputSource, SourceRules>> = {
  webhook: sourceRules('webhook'),
  export: sourceRules('export'),
  api: sourceRules('api'),
  console: sourceRules('console'),
};

function sourceRules(source: InputSource): SourceRules {
  return {
    text: fieldRules(source, 'text'),
    caption: fieldRules(source, 'caption'),
    name: fieldRules(source, 'name'),
    filename: fieldRules(source, 'filename'),
    phone: fieldRules(source, 'phone'),
    email: fieldRules(source, 'email'),
    mime: fieldRules(source, 'mime'),
    times: [...rulesOf(source, 'at'), ...rulesOf(source, 'receivedAt')],
  };
}

function fieldRules(source: InputSource, field: Written): FieldRules {
  const all = rulesOf(source, field);
  return { field, all, plain: all.filter(({ check }) => check.kind !== 'characters') };
}

function rulesOf(source: InputSource, field: string): InputRule[] {
  return inputRules.filter((rule) => rule.fields.includes(field) && (rule.sources?.includes(source) ?? true));
}

/** The rules that a message does not keep, with the field of each; an empty list for most. */
export function checkIncoming(fields: IncomingFields, nowMs: number): readonly QualityFlag[] {
  const rules = rulesFrom[fields.source];
  // Field by field: names that are asked for one after another in a loop are looked up anew for each of millions.
  let flags = withBroken(NONE, rules.text, fields.text);
  flags = withBroken(flags, rules.caption, fields.caption);
  flags = withBroken(flags, rules.name, fields.name);
  flags = withBroken(flags, rules.filename, fields.filename);
  flags = withBroken(flags, rules.phone, fields.phone);
  flags = withBroken(flags, rules.email, fields.email);
  flags = withBroken(flags, rules.mime, fields.mime);
  for (const rule of rules.times) {
    const field = breaksTime(rule, fields, nowMs);
    if (field !== undefined) flags = [...flags, { rule: rule.id, field }];
  }
  return flags;
}

function withBroken(
  flags: readonly QualityFlag[],
  { all, field, plain }: FieldRules,
  value: string | undefined,
): readonly QualityFlag[] {
  if (value === undefined) return flags;
  let more = flags;
  for (const { check, id } of isSuspect(value) ? all : plain)
    if (breaksWritten(check, value)) more = [...more, { rule: id, field }];
  return more;
}

/** The field whose time breaks the rule. */
function breaksTime({ check }: InputRule, { atMs, receivedAtMs }: IncomingFields, nowMs: number): string | undefined {
  if (atMs === undefined) return undefined;
  if (check.kind === 'not-before') return atMs < check.earliestMs ? 'at' : undefined;
  if (check.kind === 'not-ahead') return atMs - nowMs > check.mostMs ? 'at' : undefined;
  if (check.kind !== 'not-late' || receivedAtMs === undefined) return undefined;
  return receivedAtMs - atMs > check.mostMs ? 'receivedAt' : undefined;
}

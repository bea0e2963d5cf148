// A decision and the rule that made it. Whoever acts on a decision keeps the rule beside the act.

export interface Allowed {
  readonly verdict: 'allow';
  readonly rule: string;
}

export interface Refused<Reason extends string = string> {
  readonly verdict: 'refuse';
  readonly rule: string;
  readonly reason: Reason;
}

/** Not now: the question may be asked again at `untilMs` (ms since 1970). */
export interface Waits<Reason extends string = string> {
  readonly verdict: 'wait';
  readonly rule: string;
  readonly reason: Reason;
  readonly untilMs: number;
}

export type Decision = Allowed | Refused;

/** Allowed, by this rule. */
export function allow(rule: string): Allowed {
  return { verdict: 'allow', rule };
}

/** Refused, by this rule, for a reason from a closed list of the rule's own. */
export function refuse<Reason extends string>(rule: string, reason: Reason): Refused<Reason> {
  return { verdict: 'refuse', rule, reason };
}

/** To be asked again at `untilMs`, by this rule, for a reason from a closed list of the rule's own. */
export function wait<Reason extends string>(rule: string, reason: Reason, untilMs: number): Waits<Reason> {
  return { verdict: 'wait', rule, reason, untilMs };
}

// A decision and the rule that made it. Whoever acts on a decision keeps the rule beside the act.

export type Decision =
  | { readonly verdict: 'allow'; readonly rule: string }
  | { readonly verdict: 'refuse'; readonly rule: string; readonly reason: string };

/** Allowed, by this rule. */
export function allow(rule: string): Decision {
  return { verdict: 'allow', rule };
}

/** Refused, by this rule, for a reason from a closed list of the rule's own. */
export function refuse(rule: string, reason: string): Decision {
  return { verdict: 'refuse', rule, reason };
}

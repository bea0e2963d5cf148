// Whether a message may be sent now. The rules stand in `send-rules.ts`; here they are asked in their order. It looks nothing up and
// is asked twice: when somebody wants to send, and right before the call.

import { type Allowed, allow, type Refused, type Waits } from '../decision.ts';
import type { SendFacts } from './send-facts.ts';
import { isWindowOpen, rulesFor, type SendDelay, type SendRefusal } from './send-rules.ts';

export type SendDecision = Allowed | Refused<SendRefusal> | Waits<SendDelay>;

/**
 * Decides: the first rule that refuses or makes wait is the one shown. Who waits asks again at `untilMs`, when another rule may
 * decide. What no rule stops is allowed by the window it stands in.
 */
export function decideSend(facts: SendFacts): SendDecision {
  for (const { decide, id } of rulesFor(facts.message.kind)) {
    const verdict = decide(facts, id);
    if (verdict !== undefined) return verdict;
  }
  return allow(allowingRule(facts));
}

function allowingRule(facts: SendFacts): string {
  if (facts.message.kind === 'read') return 'acta/send/receipt';
  if (isWindowOpen(facts)) return 'acta/send/window-24h';
  const isFree = facts.freeEntryUntilMs !== undefined && facts.nowMs < facts.freeEntryUntilMs;
  return isFree ? 'acta/send/free-entry' : 'acta/send/template';
}

// The rules a message must pass before it is sent, in their order: first what stops everything, then the person's own wishes, then
// what the platform never accepts, last what only takes time. A rule that has nothing to say leaves it to the next; the first that
// decides is the one shown. Source: Meta's rules of the Cloud API, and Acta's own where a rule says so.

import { type Refused, refuse, type Waits, wait } from '../decision.ts';
import { pairFreeFrom } from './pair-rate.ts';
import type { SendFacts, TemplateState } from './send-facts.ts';

export type SendRefusal =
  | 'stopped-by-error'
  | 'no-recipient'
  | 'asked-to-stop'
  | 'stopped-marketing'
  | 'no-consent'
  | 'marketing-paused-in-country'
  | 'needs-phone-number'
  | 'campaign-paused'
  | `template-${Exclude<TemplateState, 'approved' | 'unknown'>}`
  | 'window-closed';

export type SendDelay = 'asked-to-wait' | 'pair-rate' | 'number-rate' | 'portfolio-limit';

type Verdict = Refused<SendRefusal> | Waits<SendDelay>;

interface SendRule {
  readonly id: string;
  readonly decide: (facts: SendFacts, id: string) => Verdict | undefined;
}

const WINDOW_MS = 24 * 60 * 60_000;
const SECOND_MS = 1_000;
const HOUR_MS = 60 * 60_000;
const NORTH_AMERICAN = /^\+?1\d{10}$/;

/** Whether the person wrote or called within the last 24 hours. */
export function isWindowOpen({ lastInboundMs, nowMs }: Pick<SendFacts, 'lastInboundMs' | 'nowMs'>): boolean {
  return lastInboundMs !== undefined && nowMs - lastInboundMs < WINDOW_MS;
}

/** A template whose category nobody knows counts as marketing, which is held to the most. */
function isMarketing({ message }: SendFacts): boolean {
  return message.kind === 'template' && (message.category ?? 'marketing') === 'marketing';
}

/**
 * After a person asked to stop, only answers: inside a window that they opened later than that, and no marketing. The very message that
 * asks to stop opens no window for this. A read receipt is no message.
 */
function isAnswerAfterStop(facts: SendFacts, optedOutMs: number): boolean {
  if (facts.message.kind === 'read') return true;
  return isWindowOpen(facts) && (facts.lastInboundMs ?? 0) > optedOutMs && !isMarketing(facts);
}

/**
 * The country of a business-scoped id says where its owner's number is from; where none is known, any number of +1 counts, though
 * some are Canadian or Caribbean: area codes move between countries, and a message too few is the smaller fault.
 */
function isOfPausedCountry({ bsuid, waId }: SendFacts['recipient']): boolean {
  return bsuid === undefined ? waId !== undefined && NORTH_AMERICAN.test(waId) : bsuid.startsWith('US.');
}

const refuseIf = (isRefused: boolean, id: string, reason: SendRefusal): Verdict | undefined =>
  isRefused ? refuse(id, reason) : undefined;

const waitUntil = (
  facts: SendFacts,
  id: string,
  reason: SendDelay,
  untilMs: number | undefined,
): Verdict | undefined => (untilMs !== undefined && untilMs > facts.nowMs ? wait(id, reason, untilMs) : undefined);

function templateVerdict({ message }: SendFacts, id: string): Verdict | undefined {
  const state = message.templateState ?? 'unknown';
  if (message.kind !== 'template' || state === 'approved' || state === 'unknown') return undefined;
  return refuse(id, `template-${state}`);
}

function portfolioVerdict(facts: SendFacts, id: string): Verdict | undefined {
  const { isCounted, limit, nextFreeMs, unique24h } = facts.portfolio;
  if (limit === 'unlimited' || isCounted || isWindowOpen(facts) || unique24h < limit) return undefined;
  const later = facts.nowMs + HOUR_MS;
  return wait(id, 'portfolio-limit', nextFreeMs !== undefined && nextFreeMs > facts.nowMs ? nextFreeMs : later);
}

/** What stops everything, a read receipt too. */
const stops: readonly SendRule[] = [
  {
    id: 'acta/send/halted',
    decide: ({ number }, id) => refuseIf(number.halted !== undefined, id, 'stopped-by-error'),
  },
  {
    id: 'acta/send/recipient',
    decide: ({ recipient: { bsuid, group, waId } }, id) => refuseIf(!(waId || bsuid || group), id, 'no-recipient'),
  },
];

/** An earlier error asked to wait: a read receipt waits too. */
const askedToWait: SendRule = {
  id: 'acta/send/asked-to-wait',
  decide: (facts, id) => waitUntil(facts, id, 'asked-to-wait', facts.number.waitUntilMs),
};

const refusals: readonly SendRule[] = [
  {
    id: 'acta/send/opt-out',
    decide: (facts, id) => {
      const { optedOutMs } = facts;
      return refuseIf(optedOutMs !== undefined && !isAnswerAfterStop(facts, optedOutMs), id, 'asked-to-stop');
    },
  },
  {
    id: 'acta/send/marketing-stopped',
    decide: (facts, id) => refuseIf(isMarketing(facts) && facts.hasStoppedMarketing, id, 'stopped-marketing'),
  },
  {
    id: 'acta/send/marketing-consent',
    decide: (facts, id) => refuseIf(isMarketing(facts) && !facts.hasMarketingConsent, id, 'no-consent'),
  },
  {
    id: 'acta/send/marketing-us',
    decide: (facts, id) =>
      refuseIf(isMarketing(facts) && isOfPausedCountry(facts.recipient), id, 'marketing-paused-in-country'),
  },
  {
    id: 'acta/send/authentication-bsuid',
    decide: ({ message, recipient }, id) =>
      refuseIf(
        message.kind === 'template' && message.category === 'authentication' && !recipient.waId && !recipient.group,
        id,
        'needs-phone-number',
      ),
  },
  {
    id: 'acta/send/campaign',
    decide: ({ message }, id) => refuseIf(message.isCampaignPaused === true, id, 'campaign-paused'),
  },
  { id: 'acta/send/template-state', decide: templateVerdict },
  {
    id: 'acta/send/window-24h',
    decide: (facts, id) => refuseIf(facts.message.kind !== 'template' && !isWindowOpen(facts), id, 'window-closed'),
  },
];

const delays: readonly SendRule[] = [
  {
    id: 'acta/send/pair-rate',
    decide: (facts, id) => waitUntil(facts, id, 'pair-rate', pairFreeFrom(facts.sentToPairMs)),
  },
  {
    id: 'acta/send/number-rate',
    decide: ({ nowMs, number }, id) =>
      number.perSecond >= number.limitPerSecond ? wait(id, 'number-rate', nowMs + SECOND_MS) : undefined,
  },
  { id: 'acta/send/portfolio-limit', decide: portfolioVerdict },
];

/** The rules for what is sent, in their order. */
export function rulesFor(kind: SendFacts['message']['kind']): readonly SendRule[] {
  return kind === 'read' ? [...stops, askedToWait] : [...stops, ...refusals, askedToWait, ...delays];
}

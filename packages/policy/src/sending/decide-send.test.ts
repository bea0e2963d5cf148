import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideSend, type SendDecision } from './decide-send.ts';
import type { SendFacts } from './send-facts.ts';

const HOUR = 60 * 60_000;
const NOW = Date.UTC(2026, 10, 22, 12);

const quiet: SendFacts = {
  nowMs: NOW,
  message: { kind: 'free' },
  recipient: { waId: '5215512345678' },
  lastInboundMs: NOW - HOUR,
  hasStoppedMarketing: false,
  hasMarketingConsent: true,
  sentToPairMs: [],
  number: { perSecond: 0, limitPerSecond: 80 },
  portfolio: { unique24h: 0, limit: 250, isCounted: false },
};
const { lastInboundMs: _, ...silent } = quiet;
const marketing = { kind: 'template', category: 'marketing', templateState: 'approved' } as const;
const utility = { ...marketing, category: 'utility' } as const;
const authentication = { ...marketing, category: 'authentication' } as const;

/** The reason, or `allow`, with the last part of the rule. */
const shown = (facts: SendFacts): string => {
  const decision: SendDecision = decideSend(facts);
  const what = decision.verdict === 'allow' ? 'allow' : `${decision.verdict} ${decision.reason}`;
  return `${what} by ${decision.rule.replace('acta/send/', '')}`;
};

test('an answer within 24 hours is allowed by the window, and a moment later refused by it', () => {
  assert.equal(shown(quiet), 'allow by window-24h');
  assert.equal(shown({ ...quiet, lastInboundMs: NOW - 24 * HOUR + 1 }), 'allow by window-24h');
  assert.equal(shown({ ...quiet, lastInboundMs: NOW - 24 * HOUR }), 'refuse window-closed by window-24h');
  assert.equal(shown(silent), 'refuse window-closed by window-24h');
  assert.equal(shown({ ...silent, message: { kind: 'reaction' } }), 'refuse window-closed by window-24h');
});

test('a template needs no window; free entry makes it free but opens none', () => {
  assert.equal(shown({ ...silent, message: utility }), 'allow by template');
  const entry = { ...silent, freeEntryUntilMs: NOW + HOUR };
  assert.equal(shown({ ...entry, message: utility }), 'allow by free-entry');
  assert.equal(shown(entry), 'refuse window-closed by window-24h');
});

test('who asked to stop gets answers in a window opened afterwards, and never marketing', () => {
  const stopped = { ...quiet, optedOutMs: NOW - HOUR };
  assert.equal(shown(stopped), 'refuse asked-to-stop by opt-out');
  assert.equal(shown({ ...stopped, message: utility }), 'refuse asked-to-stop by opt-out');
  const asks = { ...stopped, lastInboundMs: NOW - HOUR + 1 };
  assert.equal(shown(asks), 'allow by window-24h');
  assert.equal(shown({ ...asks, message: utility }), 'allow by window-24h');
  assert.equal(shown({ ...asks, message: marketing }), 'refuse asked-to-stop by opt-out');
  assert.equal(shown({ ...asks, nowMs: NOW + 24 * HOUR }), 'refuse asked-to-stop by opt-out');
  assert.equal(shown({ ...stopped, message: { kind: 'read' } }), 'allow by receipt');
});

test('marketing needs an agreement that still holds, and a template of unknown category counts as marketing', () => {
  const asked = { ...silent, message: marketing };
  assert.equal(shown(asked), 'allow by template');
  assert.equal(shown({ ...asked, hasMarketingConsent: false }), 'refuse no-consent by marketing-consent');
  assert.equal(shown({ ...asked, hasStoppedMarketing: true }), 'refuse stopped-marketing by marketing-stopped');
  const unknown = { ...silent, hasMarketingConsent: false, message: { kind: 'template' } } as const;
  assert.equal(shown(unknown), 'refuse no-consent by marketing-consent');
  const neither = { hasMarketingConsent: false, hasStoppedMarketing: true };
  assert.equal(shown({ ...silent, ...neither, message: utility }), 'allow by template');
});

test('marketing to the United States is refused by id or by number, and the id knows better', () => {
  const refused = 'refuse marketing-paused-in-country by marketing-us';
  const to = (recipient: SendFacts['recipient']) => shown({ ...silent, message: marketing, recipient });
  assert.equal(to({ waId: '12125550123' }), refused);
  assert.equal(to({ waId: '+12125550123' }), refused);
  assert.equal(to({ bsuid: 'US.13491208655302741918' }), refused);
  assert.equal(to({ bsuid: 'US.ENT.13491208655302741918', waId: '5215512345678' }), refused);
  assert.equal(to({ bsuid: 'CA.13491208655302741918', waId: '14165550123' }), 'allow by template');
  assert.equal(to({ waId: '17' }), 'allow by template');
  assert.equal(shown({ ...silent, message: utility, recipient: { waId: '12125550123' } }), 'allow by template');
});

test('a code by template goes to a number, never to an id alone', () => {
  const coded = { ...silent, message: authentication };
  assert.equal(shown({ ...coded, recipient: { bsuid: 'MX.1' } }), 'refuse needs-phone-number by authentication-bsuid');
  assert.equal(shown({ ...coded, recipient: { bsuid: 'MX.1', waId: '5215512345678' } }), 'allow by template');
});

test('a template that is not approved is refused by its state; of an unknown one the platform decides', () => {
  for (const templateState of ['paused', 'disabled', 'rejected', 'pending'] as const) {
    const facts = { ...silent, message: { ...utility, templateState } };
    assert.equal(shown(facts), `refuse template-${templateState} by template-state`);
  }
  assert.equal(shown({ ...silent, message: { ...utility, templateState: 'unknown' } }), 'allow by template');
});

test('what stops the number stops read receipts too, and is shown before everything else', () => {
  const number = { ...quiet.number, halted: { code: 190, sinceMs: NOW - HOUR } };
  assert.equal(shown({ ...silent, number, recipient: {} }), 'refuse stopped-by-error by halted');
  assert.equal(shown({ ...quiet, number, message: { kind: 'read' } }), 'refuse stopped-by-error by halted');
  assert.equal(shown({ ...quiet, recipient: {} }), 'refuse no-recipient by recipient');
});

test('limits make wait until they are free, and say until when', () => {
  const waiting = decideSend({ ...quiet, number: { ...quiet.number, waitUntilMs: NOW + 5 } });
  assert.deepEqual(waiting, {
    verdict: 'wait',
    rule: 'acta/send/asked-to-wait',
    reason: 'asked-to-wait',
    untilMs: NOW + 5,
  });
  assert.equal(shown({ ...quiet, number: { ...quiet.number, waitUntilMs: NOW } }), 'allow by window-24h');
  assert.equal(shown({ ...quiet, number: { ...quiet.number, perSecond: 80 } }), 'wait number-rate by number-rate');
  const burst = { ...quiet, sentToPairMs: Array<number>(45).fill(NOW) };
  assert.deepEqual(decideSend(burst), {
    verdict: 'wait',
    rule: 'acta/send/pair-rate',
    reason: 'pair-rate',
    untilMs: NOW + 6_000,
  });
});

test('the limit of the portfolio counts new people outside their windows alone', () => {
  const portfolio = { unique24h: 250, limit: 250, isCounted: false, nextFreeMs: NOW + HOUR / 2 };
  const full = { ...silent, message: utility, portfolio };
  const decision = decideSend(full);
  assert.ok(decision.verdict === 'wait' && decision.untilMs === NOW + HOUR / 2);
  assert.equal(shown({ ...full, portfolio: { ...portfolio, isCounted: true } }), 'allow by template');
  assert.equal(shown({ ...full, portfolio: { ...portfolio, limit: 'unlimited' } }), 'allow by template');
  assert.equal(shown({ ...full, lastInboundMs: NOW - 1 }), 'allow by window-24h');
});

test('a paused campaign sends nothing, and a refusal that time does not heal is shown before a wait', () => {
  const message = { ...marketing, isCampaignPaused: true };
  const number = { perSecond: 99, limitPerSecond: 80 };
  assert.equal(shown({ ...silent, message, number }), 'refuse campaign-paused by campaign');
});

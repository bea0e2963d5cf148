// Joins what tables and pages say of the other side with what this process knows of the number, into the facts of one decision.

import type { SendFacts, TemplateState } from '@acta/policy';
import type { IntentSaid } from '../records/conversation.ts';
import type { Recipient } from '../views/recipient.ts';
import type { SendPlace } from '../views/send-place.ts';
import type { SendingLook } from '../views/sending-look.ts';
import type { NumberState } from './number-state.ts';
import type { PortfolioCount } from './portfolio-count.ts';

/** A message as far as policy looks at it. */
export interface AskedMessage {
  readonly kind: SendFacts['message']['kind'];
  readonly category?: IntentSaid['category'];
  readonly optIn?: string;
  /** Of a template, as `name/language`. */
  readonly template?: string;
}

export interface FactsAsked {
  readonly place: SendPlace;
  readonly recipient: Recipient;
  readonly message: AskedMessage;
  readonly nowMs: number;
}

export interface FactsRooms {
  readonly look: Pick<SendingLook, 'freeEntryUntil' | 'personFacts' | 'templateState'>;
  readonly stateOf: (number: string) => NumberState;
  readonly portfolio: PortfolioCount;
}

/** The facts of one decision. */
export async function sendFactsOf(rooms: FactsRooms, asked: FactsAsked): Promise<SendFacts> {
  const { message, nowMs, place, recipient } = asked;
  const state = rooms.stateOf(place.number);
  const person = await rooms.look.personFacts(place, nowMs);
  const freeEntryUntilMs = message.kind === 'template' ? await rooms.look.freeEntryUntil(place, nowMs) : undefined;
  const templateState = await templateStateOf(rooms, state, message.template);
  return {
    nowMs,
    message: {
      kind: message.kind,
      ...(message.category === undefined ? {} : { category: message.category }),
      ...(templateState === undefined ? {} : { templateState }),
      isCampaignPaused: state.isCampaignPaused && (message.category ?? 'marketing') === 'marketing',
    },
    recipient,
    ...person,
    ...(freeEntryUntilMs === undefined ? {} : { freeEntryUntilMs }),
    hasMarketingConsent: person.hasMarketingConsent || message.optIn !== undefined,
    number: {
      perSecond: state.lastSecond(nowMs),
      limitPerSecond: state.limitPerSecond,
      ...(state.waitUntilMs > nowMs ? { waitUntilMs: state.waitUntilMs } : {}),
      ...(state.halt === undefined ? {} : { halted: state.halt }),
    },
    portfolio: rooms.portfolio.facts(place.chat, nowMs),
  };
}

/** What the platform answered lately counts before what its events told earlier. */
async function templateStateOf(
  { look }: FactsRooms,
  { pausedTemplates }: NumberState,
  template: string | undefined,
): Promise<TemplateState | undefined> {
  if (template === undefined) return undefined;
  return pausedTemplates.has(template) ? 'paused' : look.templateState(template);
}

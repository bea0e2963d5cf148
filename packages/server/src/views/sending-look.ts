// What the workers that send may ask of tables and pages, bound to one vault.

import type { TemplateState } from '@acta/policy';
import type { BlindIndex } from '../records/blind-index.ts';
import type { LedgerRecord } from '../records/record.ts';
import type { ViewParts } from './conversation.ts';
import { freeEntryUntil } from './free-entry.ts';
import { type HaltView, listHalts } from './halts.ts';
import { intentUnder, type OpenIntent, openedSince, openIntents, toldByStatus, unknownIntents } from './outbox.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import { channelAt, channelOf, isConversation, ourSide, type SendPlace } from './send-place.ts';
import { type PersonFacts, personFacts } from './sending-facts.ts';
import { templateState } from './template-state.ts';

export interface SendingLook {
  readonly isConversation: (chat: number) => Promise<boolean>;
  readonly channelOf: (chat: number, number?: string) => Promise<SendPlace | undefined>;
  readonly channelAt: (channel: number) => Promise<SendPlace | undefined>;
  readonly recipientOf: (place: SendPlace) => Promise<Recipient>;
  readonly personFacts: (place: SendPlace, nowMs: number) => Promise<PersonFacts>;
  readonly freeEntryUntil: (place: SendPlace, nowMs: number) => Promise<number | undefined>;
  readonly ourSide: (place: SendPlace) => ReturnType<typeof ourSide>;
  /** Of a template, as `name/language`. */
  readonly templateState: (template: string) => Promise<TemplateState>;
  /** What went out outside its window since then (ms since 1970), the oldest first. */
  readonly openedSince: (sinceMs: number) => ReturnType<typeof openedSince>;
  readonly intentUnder: (actor: string, key: string) => Promise<number | undefined>;
  readonly openIntents: () => Promise<readonly OpenIntent[]>;
  readonly unknownIntents: (limit: number) => Promise<readonly number[]>;
  readonly toldByStatus: (seqs: readonly number[]) => ReturnType<typeof toldByStatus>;
  /** What the platform stopped and nobody has lifted. */
  readonly halts: () => Promise<readonly HaltView[]>;
  readonly record: (seq: number) => Promise<LedgerRecord | undefined>;
}

/** The questions, over one vault's tables and pages. */
export function sendingLook(parts: ViewParts, blind: BlindIndex): SendingLook {
  return {
    isConversation: (chat) => isConversation(parts, chat),
    channelOf: (chat, number) => channelOf(parts, chat, number),
    channelAt: (channel) => channelAt(parts, channel),
    recipientOf: (place) => recipientOf(parts, place),
    personFacts: (place, nowMs) => personFacts(parts, place, nowMs),
    freeEntryUntil: (place, nowMs) => freeEntryUntil(parts, place, nowMs),
    ourSide: (place) => ourSide(parts, blind, place),
    templateState: (template) => templateState(parts, template),
    openedSince: (sinceMs) => openedSince(parts, sinceMs),
    intentUnder: (actor, key) => intentUnder(parts, blind, { actor, key }),
    openIntents: () => openIntents(parts),
    unknownIntents: (limit) => unknownIntents(parts, limit),
    toldByStatus: (seqs) => toldByStatus(parts, seqs),
    halts: () => listHalts(parts),
    record: (seq) => parts.reader.record(seq),
  };
}

// For tests: a chat kept in memory that takes exports in as an intake would, and chats to export. Nothing else imports it.

import { type Alignment, align } from './align.ts';
import type { MessageFact } from './message-fact.ts';

export const SEED: readonly [number, number] = [0x1234567, 0x89abcde];

/** A plain text message at a minute of the chat's first day; `parts` overrides anything. */
export function fact(minute: number, author: string, text: string, parts: Partial<MessageFact> = {}): MessageFact {
  return {
    ref: 0,
    at: minute * 60,
    seconds: false,
    author,
    kind: 'message',
    media: '',
    edited: false,
    text,
    mediaName: '',
    ...parts,
  };
}

function* inBatches(facts: readonly MessageFact[]): Generator<readonly MessageFact[]> {
  for (let start = 0; start < facts.length; start += 1000) yield facts.slice(start, start + 1000);
}

/** Messages by seq with all their versions. */
export class ArchiveModel {
  readonly messages: MessageFact[][] = [];

  /** Takes an export in; its facts are numbered here. */
  async take(facts: readonly MessageFact[], sameAs = false): Promise<Alignment> {
    const incoming = facts.map((entry, ref) => ({ ...entry, ref }));
    const alignment = await align({ held: inBatches(this.facts()), incoming: inBatches(incoming), sameAs, seed: SEED });
    for (const entry of incoming) {
      const decision = alignment.decisionAt(entry.ref);
      if (decision.step === 'duplicate') continue;
      const seq = decision.step === 'new' ? this.messages.push([]) - 1 : decision.of;
      const at = entry.at + alignment.offsetAt(entry.ref) * 60;
      this.messages[seq]?.push({ ...entry, at, author: alignment.heldAuthor(entry.author), ref: seq });
    }
    return alignment;
  }

  /** As `align` wants them: messages by time and seq, each with its versions. */
  facts(): MessageFact[] {
    const sorted = [...this.messages].sort(([a], [b]) => (a?.at ?? 0) - (b?.at ?? 0) || (a?.ref ?? 0) - (b?.ref ?? 0));
    return sorted.flat();
  }

  /** The messages and their versions without order and seq, to compare archives. */
  contents(): string[] {
    const line = ({ at, author, kind, media, edited, text }: MessageFact): string =>
      `${Math.floor(at / 60)} ${author} ${kind} ${media} ${edited} ${text}`;
    return this.messages.map((versions) => versions.map(line).sort().join(' | ')).sort();
  }
}

/** Pseudo-random numbers below a bound, the same for the same seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 0x1000000) * below);
  };
}

const SHORT = ['ok', 'jaja', '👍', 'sí', 'no', 'ok ok'];

export interface ChatShape {
  readonly size: number;
  /** Of ten messages, so many have a text of their own. */
  readonly uniqueInTen: number;
  readonly authors: readonly string[];
}

/** A chat full of repetition, in bursts, with second precision and photos. */
export function makeChat(roll: (below: number) => number, { size, uniqueInTen, authors }: ChatShape): MessageFact[] {
  const gaps = [0, 1, 3, 10, 25, 40, 70, 300, 4000];
  let at = 1_700_000_000;
  return Array.from({ length: size }, (_, index) => {
    at += gaps[roll(gaps.length)] ?? 0;
    const author = authors[roll(authors.length)] ?? '';
    const text = roll(10) < uniqueInTen ? `este es el mensaje ${index}` : (SHORT[roll(SHORT.length)] ?? '');
    const photo = roll(12) === 0;
    const caption = roll(2) === 0 ? text : '';
    const media = photo ? ({ media: 'present', mediaName: `IMG-${index}.jpg`, text: caption } as const) : {};
    return fact(0, author, text, { at, seconds: true, ...media });
  });
}

/** As an export without media, or without seconds, shows it. */
export function withoutMedia(entry: MessageFact): MessageFact {
  return entry.media === 'present' ? { ...entry, media: 'omitted', mediaName: '' } : entry;
}

export function withoutSeconds(entry: MessageFact): MessageFact {
  return { ...entry, at: entry.at - (entry.at % 60), seconds: false };
}

// What conversations come to be called: the name that the person shows, the subject of a group. What is told late changes nothing. A
// conversation that somebody named otherwise in a phone keeps that name.

import type { CloudFact } from '@acta/formats';
import { phoneOfName } from '../../records/identity.ts';
import type { KeyScope } from '../../records/key-scope.ts';
import type { TitleRecord } from '../../records/platform.ts';
import { wallText } from '../../records/wall-time.ts';
import type { ReadPiece } from './delivery.ts';
import type { LiveKnown } from './live-desk.ts';
import type { FactPlace } from './piece-record.ts';
import type { Recent } from './recent.ts';

/** A title that stands, and since when where the platform told it. */
export interface TitleStanding {
  readonly title: string;
  readonly since?: number;
}

/** A conversation is called so since a moment (seconds since 1970). */
interface TitleTold {
  readonly chat: number;
  readonly title: string;
  readonly since: number;
}

/** A fact, where it belongs, and the name that its delivery gives the person. */
export interface SaidTitle {
  readonly fact: CloudFact;
  readonly place: FactPlace | undefined;
  readonly name: string | undefined;
}

/** The names that a delivery gives the people of its messages. */
export function namesToldIn(pieces: readonly ReadPiece[]): ReadonlyMap<ReadPiece, string> {
  const shown = new Map<string, string>();
  for (const { fact } of pieces) {
    const name = fact.fact === 'contact' ? fact.person.profileName : undefined;
    if (fact.fact !== 'contact' || name === undefined) continue;
    for (const mark of [fact.person.waId, fact.person.bsuid]) if (mark !== undefined) shown.set(mark, name);
  }
  const named = new Map<ReadPiece, string>();
  for (const piece of pieces) {
    if (piece.fact.fact !== 'message') continue;
    const { bsuid = '', profileName, waId = '' } = piece.fact.person ?? {};
    const name = profileName ?? shown.get(bsuid) ?? shown.get(waId);
    if (name !== undefined) named.set(piece, name);
  }
  return named;
}

/** A title that is to be recorded, by its place in the batch. */
export interface NewTitle {
  readonly by: number;
  readonly scope: KeyScope;
  readonly record: Omit<TitleRecord, 'of'>;
}

export interface TitlesParts {
  readonly known: Pick<LiveKnown, 'titles'>;
  readonly recent: Recent<TitleStanding>;
  /** Whether this batch makes the conversation. */
  readonly isMadeHere: (chat: number) => boolean;
}

const BUSINESS_SCOPED = /^[A-Z]{2}\.(?:ENT\.)?[0-9A-Za-z]{1,128}$/;

/** The titles that one batch of deliveries changes. */
export class LiveTitles {
  private readonly parts: TitlesParts;
  private readonly standing = new Map<number, TitleStanding>();

  constructor(parts: TitlesParts) {
    this.parts = parts;
  }

  /** What is to be recorded of these facts, in their order. */
  async changes(said: readonly SaidTitle[]): Promise<NewTitle[]> {
    const told = said.map(titleIn);
    await this.meet(told.flatMap((one) => (one === undefined ? [] : [one.chat])));
    return told.flatMap((one, by) => {
      if (one === undefined || !this.isLatest(one)) return [];
      const { chat, since, title } = one;
      const before = this.standing.get(chat)?.title;
      // Told again it holds from then on, so that what is told late about the time between changes nothing.
      this.standing.set(chat, { title, since });
      if (title === before) return [];
      const { fact, place } = said[by] ?? {};
      const subject = isDirect(fact) ? (place?.person ?? 0) : 0;
      const record = { at: wallText(since), chat, kind: 'title', title, v: 1 } as const;
      return [{ by, scope: { subject, conversation: chat, month: 0 }, record }];
    });
  }

  /** After the batch is durable: what it taught. */
  learned(): void {
    for (const [chat, standing] of this.standing) this.parts.recent.set(String(chat), standing);
  }

  private async meet(chats: readonly number[]): Promise<void> {
    const unknown = new Set<number>();
    for (const chat of chats) {
      const recent = this.parts.recent.get(String(chat));
      if (recent !== undefined) this.standing.set(chat, recent);
      else if (!this.parts.isMadeHere(chat)) unknown.add(chat);
    }
    if (unknown.size === 0) return;
    for (const [chat, standing] of await this.parts.known.titles([...unknown])) this.standing.set(chat, standing);
  }

  private isLatest({ chat, since, title }: TitleTold): boolean {
    const standing = this.standing.get(chat);
    if (standing === undefined) return true;
    if (standing.since === undefined) return title !== standing.title && isMark(standing.title);
    // Of two names at once the greater one stands, whichever came first.
    return since > standing.since || (since === standing.since && title > standing.title);
  }
}

/** A number or an id, by which a conversation is called as long as nobody has told a name. */
function isMark(title: string): boolean {
  return title === '?' || title.startsWith('@') || phoneOfName(title) !== undefined || BUSINESS_SCOPED.test(title);
}

function titleIn({ fact, name, place }: SaidTitle): TitleTold | undefined {
  const chat = place?.channel?.chat;
  if (chat === undefined) return undefined;
  if (fact.fact === 'event') return called(chat, fact.subject, fact.at ?? place?.receivedAt ?? 0);
  if (fact.fact !== 'message' || !isDirect(fact) || fact.origin !== 'live') return undefined;
  return called(chat, name, fact.at);
}

function called(chat: number, name: string | undefined, since: number): TitleTold | undefined {
  const title = name?.trim().toWellFormed() ?? '';
  return title === '' || since <= 0 ? undefined : { chat, title, since: Math.floor(since) };
}

function isDirect(fact: CloudFact | undefined): boolean {
  return fact?.fact === 'message' && fact.group === undefined;
}

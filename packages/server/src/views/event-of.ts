// What a record is to those who follow.

import { isEntry } from '../records/conversation.ts';
import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import { pairsOf } from '../records/runs.ts';
import type { ViewParts } from './conversation.ts';
import type { LedgerEvent } from './event.ts';

/** The entries that a record may be about. */
export interface Roots {
  /** The entry that carries a message of the platform. */
  readonly byWamid: (wamid: string) => number | undefined;
  /** Entries by the version of them. */
  readonly ofVersion: ReadonlyMap<number, number>;
}

/** The event that a record is; undefined for one that is none. */
export async function eventOf(parts: ViewParts, placed: PlacedRecord, roots: Roots): Promise<LedgerEvent | undefined> {
  return messageEvent(placed, roots) ?? otherEvent(parts, placed);
}

/** Of what was said, and what became of it. */
function messageEvent({ record, seq }: PlacedRecord, { byWamid, ofVersion }: Roots): LedgerEvent | undefined {
  if (isEntry(record)) {
    const root = ofVersion.get(seq);
    const type = root === undefined ? 'message' : record.kind === 'deleted' ? 'message.deleted' : 'message.edited';
    const message = root ?? seq;
    return { seq, type, at: record.at, conversation: record.chat, message, ...given({ person: record.from }) };
  }
  switch (record.kind) {
    case 'status': {
      const { at, chat, code, state, to, wamid } = record;
      const about = given({ conversation: chat, person: to, message: byWamid(wamid), code });
      return { seq, type: 'message.status', at, state, ...about };
    }
    case 'reaction': {
      const { at, chat, emoji, from, target } = record;
      const about = given({ person: from, message: byWamid(target), emoji });
      return { seq, type: 'message.reaction', at, conversation: chat, ...about };
    }
    case 'media': {
      const { of, reason, recordedAt, state } = record;
      return {
        seq,
        type: 'message.media',
        at: recordedAt,
        message: ofVersion.get(of) ?? of,
        state,
        ...given({ reason }),
      };
    }
    case 'flag':
      return {
        seq,
        type: 'message.flagged',
        at: record.recordedAt,
        message: ofVersion.get(record.of) ?? record.of,
        rules: record.flags,
      };
    case 'attempt':
      return { seq, type: 'message.sending', at: record.recordedAt, message: record.of, state: 'attempted' };
    case 'outcome': {
      const { code, of, reason, recordedAt, state } = record;
      return { seq, type: 'message.sending', at: recordedAt, message: of, state, ...given({ code, reason }) };
    }
    default:
      return undefined;
  }
}

/** Of people, the platform, imports and erasures. */
async function otherEvent(parts: ViewParts, { record, seq }: PlacedRecord): Promise<LedgerEvent | undefined> {
  switch (record.kind) {
    case 'channel': {
      const { chat, peer, recordedAt } = record;
      return { seq, type: 'conversation.opened', at: recordedAt, conversation: chat, ...given({ person: peer }) };
    }
    case 'work':
    case 'note': {
      const state = record.kind === 'note' ? 'note' : record.act;
      return { seq, type: 'conversation.work', at: record.recordedAt, conversation: record.chat, state };
    }
    case 'preference': {
      const { at, category, person, value } = record;
      return { seq, type: 'person.preference', at, person, category, value };
    }
    case 'merge':
      return { seq, type: 'person.merged', at: record.recordedAt, person: record.person, into: record.into };
    case 'split':
      return { seq, type: 'person.split', at: record.recordedAt, of: record.of };
    case 'person-field': {
      const { field, person, recordedAt } = record;
      return { seq, type: 'person.changed', at: recordedAt, person, field };
    }
    case 'event': {
      const { at, field, name, person } = record;
      return { seq, type: 'platform.event', at, field, name, ...given({ person }) };
    }
    case 'imported':
      return {
        seq,
        type: 'import.completed',
        at: record.recordedAt,
        import: record.import,
        count: record.added,
        ...given({ conversation: await chatOf(parts, record.import) }),
      };
    case 'withdrawal':
      return { seq, type: 'import.withdrawn', at: record.recordedAt, import: record.import };
    case 'erasure-done':
      return tombstone(parts, seq, record);
    default:
      return undefined;
  }
}

async function chatOf({ db }: ViewParts, id: number): Promise<number | undefined> {
  return (await db.selectFrom('import').select('chat').where('id', '=', id).executeTakeFirst())?.chat;
}

async function tombstone(
  { reader }: ViewParts,
  seq: number,
  { order, recordedAt }: Extract<LedgerRecord, { kind: 'erasure-done' }>,
): Promise<LedgerEvent> {
  const ordered = await reader.record(order);
  if (ordered?.kind !== 'erasure-ordered') return { seq, type: 'erased', at: recordedAt };
  const erased = pairsOf(ordered.seqs).map(([first, count]) => ({ first, count }));
  return { seq, type: 'erased', at: recordedAt, scope: ordered.scope, ids: ordered.scopeIds, erased };
}

type Given<T> = { readonly [name in keyof T]?: Exclude<T[name], undefined> };

/** The members that have a value. */
function given<T extends Readonly<Record<string, unknown>>>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}

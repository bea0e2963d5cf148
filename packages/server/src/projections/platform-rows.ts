// Rows of the platform's tables, gathered from records of one stretch and written a table at a time. Numbers, times and
// keyed digests only.

import { type BlindIndex, digestOfKey } from '../records/blind-index.ts';
import type { PieceRecord } from '../records/conversation.ts';
import { channelDigest, contentDigest, foldedTitle } from '../records/identity.ts';
import { heldPieceDigest } from '../records/piece-digest.ts';
import type { ChannelRecord, FlagRecord, MediaRecord } from '../records/platform.ts';
import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import { wallSeconds } from '../records/wall-time.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';
import { intentRow } from './intents.ts';
import { LINK_REACTION, STATUS_STATES } from './tables/platform-tables.ts';
import { IMPORT_DONE, type Tables } from './tables.ts';

const COLUMNS = {
  channel: ['seq', 'chat', 'digest'],
  title: ['seq', 'chat', 'at', 'title'],
  import: ['id', 'chat', 'file', 'state', 'by', 'erase_from'],
  piece: ['digest', 'seq'],
  wamid: ['digest', 'seq', 'chat'],
  status: ['seq', 'wamid', 'callback', 'person', 'state', 'at', 'code'],
  link: ['seq', 'target', 'chat', 'what', 'person', 'at'],
  preference: ['seq', 'person', 'category', 'stop', 'at'],
  event: ['seq', 'field', 'name', 'strange', 'caller', 'at'],
  media: ['seq', 'of', 'present', 'content'],
  intent: ['seq', 'chat', 'state', 'callback', 'idempotency', 'until', 'by'],
  flag: ['seq', 'of', 'rule', 'field', 'source', 'week'],
  merge: ['seq', 'person', 'into', 'split'],
  halt: ['seq', 'lifted'],
  api_key: ['seq', 'digest', 'expires', 'revoked'],
  hook: ['seq', 'removed', 'up_to', 'missed'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

type Written = keyof typeof COLUMNS;

const NO_DIGEST = new Uint8Array(0);
const WEEK_SECONDS = 604_800;
/** The first Monday after the beginning of 1970. */
const FIRST_MONDAY = 345_600;

export class PlatformRows {
  private readonly blind: BlindIndex;
  private readonly rows = new Map<Written, Value[][]>();

  constructor(blind: BlindIndex) {
    this.blind = blind;
  }

  /** Takes a record in if it makes rows of its own; false for any other. */
  add({ foundBy, record, seq }: PlacedRecord): boolean {
    if (foundBy?.piece !== undefined) this.put('piece', [digestOfKey(foundBy.piece), seq]);
    else if (isPiece(record)) this.put('piece', [heldPieceDigest(this.blind, record), seq]);
    switch (record.kind) {
      case 'channel':
        this.channel(seq, record);
        return true;
      case 'title': {
        const { at, chat, title } = record;
        this.put('title', [seq, chat, wallSeconds(at), this.blind('title', foldedTitle(title))]);
        return true;
      }
      case 'status': {
        const { callback, code = 0, state, to = 0, wamid } = record;
        const mark = callback === undefined ? NO_DIGEST : this.blind('callback', callback);
        this.put('status', [seq, this.wamid(wamid), mark, to, stateNumber(state), wallSeconds(record.at), code]);
        return true;
      }
      case 'reaction': {
        const { chat, from = 0, intent, target } = record;
        if (intent !== undefined) this.put('intent', intentRow(this.blind, { seq, chat, intent }));
        this.put('link', [seq, this.wamid(target), chat, LINK_REACTION, from, wallSeconds(record.at)]);
        return true;
      }
      case 'preference': {
        const stop = record.value === 'stop' ? 1 : 0;
        this.put('preference', [seq, record.person, record.category, stop, wallSeconds(record.at)]);
        return true;
      }
      case 'event': {
        const { called, field, known, name, person = 0 } = record;
        const caller = called === undefined ? 0 : person;
        this.put('event', [seq, field, name, known ? 0 : 1, caller, wallSeconds(record.at)]);
        return true;
      }
      case 'media':
        this.put('media', [seq, record.of, record.state === 'present' ? 1 : 0, this.content(record)]);
        return false;
      case 'flag':
        this.flag(seq, record);
        return true;
      case 'merge':
        this.put('merge', [seq, record.person, record.into, 0]);
        return true;
      case 'halt':
        this.put('halt', [seq, 0]);
        return true;
      case 'api-key': {
        const expires = record.expiresAt === undefined ? 0 : Math.ceil(Date.parse(record.expiresAt) / 1000);
        this.put('api_key', [seq, Buffer.from(record.digest, 'hex'), expires, 0]);
        return true;
      }
      case 'hook':
        this.put('hook', [seq, 0, seq, 0]);
        return true;
      case 'contact':
        return true;
      default:
        return false;
    }
  }

  /** What comes through a channel stands as what a complete import brought. */
  private channel(seq: number, { chat, group, number, peer }: ChannelRecord): void {
    const digest = channelDigest(this.blind, number, group ?? peer ?? 0);
    this.put('channel', [seq, chat, digest]);
    this.put('import', [seq, chat, digest, IMPORT_DONE, seq, 0]);
  }

  private flag(seq: number, { flags, of, recordedAt, source }: FlagRecord): void {
    const week = Math.floor((Date.parse(recordedAt) / 1000 - FIRST_MONDAY) / WEEK_SECONDS);
    for (const flag of flags) {
      const [rule = '', field = ''] = flag.split('@');
      this.put('flag', [seq, of, rule, field, source, week]);
    }
  }

  private content({ content }: MediaRecord): Uint8Array {
    return content === undefined ? NO_DIGEST : contentDigest(this.blind, content.sha256);
  }

  private wamid(wamid: string): Uint8Array {
    return this.blind('wamid', wamid);
  }

  private put(table: Written, row: Value[]): void {
    const known = this.rows.get(table);
    if (known === undefined) this.rows.set(table, [row]);
    else known.push(row);
  }

  async write(tx: FoldContext['tx']): Promise<void> {
    for (const [table, rows] of this.rows) await tx.insertMany(table, COLUMNS[table], rows);
  }
}

/** What a delivery may bring again in the very same bytes, beside messages. */
const PIECES: ReadonlySet<string> = new Set(['status', 'reaction', 'contact', 'preference', 'event']);

/** Another writing of a message that came through a channel stands in no line of a file. */
function isPiece(
  record: LedgerRecord,
): record is LedgerRecord & Required<Pick<PieceRecord, 'raw'>> & Pick<PieceRecord, 'oversize'> {
  if (!('raw' in record) || record.raw === undefined || record.raw === '') return false;
  return PIECES.has(record.kind) || (record.kind === 'piece' && record.of !== undefined && record.line === 0);
}

function stateNumber(state: string): number {
  return Math.max(0, STATUS_STATES.indexOf(state as (typeof STATUS_STATES)[number]));
}

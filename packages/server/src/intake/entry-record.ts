// From an entry of an export to the record of it: the reading beside the raw lines, keys in canonical order.
// Pure; what was looked up (person, media, the object of an oversize text) is handed in.

import type { TimedEntry } from '@acta/formats';
import type { EntryRecord, MediaFact, ObjectRef, PieceRecord } from '../records/conversation.ts';

export interface EntryContext {
  readonly chat: number;
  readonly import: number;
  readonly zone?: string;
}

export interface EntryLinks {
  readonly person?: number;
  readonly media?: MediaFact;
  readonly oversize?: ObjectRef;
  /** The entry this is a new version of. */
  readonly of?: number;
  /** Minutes to the conversation's clock. */
  readonly shift?: number;
}

/** The record of one entry. */
export function entryRecord(entry: TimedEntry, context: EntryContext, links: EntryLinks): EntryRecord {
  const { author, authorPhone, call, edited, location, poll, system } = entry;
  const { media, of, oversize, person, shift } = links;
  return {
    at: entry.at,
    ...(author === undefined ? {} : { author: wellFormed(author) }),
    ...(authorPhone === undefined ? {} : { authorPhone }),
    ...(call === undefined ? {} : { call }),
    chat: context.chat,
    ...(edited === undefined ? {} : { edited }),
    ...(person === undefined ? {} : { from: person }),
    import: context.import,
    kind: entry.kind,
    line: entry.line,
    ...(location === undefined ? {} : { location }),
    ...(media === undefined ? {} : { media }),
    ...(of === undefined ? {} : { of }),
    ...(oversize === undefined ? {} : { oversize }),
    ...(poll === undefined ? {} : { poll }),
    ...rawOf(entry),
    ...(shift === undefined || shift === 0 ? {} : { shift }),
    ...(system === undefined ? {} : { system }),
    text: entry.text,
    type: entry.type,
    v: 1,
    ...(context.zone === undefined ? {} : { zone: context.zone }),
  };
}

/** The record of raw lines that are no entry of their own, or another writing of the entry `of`. */
export function pieceRecord(
  entry: { readonly line: number; readonly raw: string; readonly rawBytes?: Uint8Array },
  importId: number,
  links: { readonly of?: number; readonly oversize?: ObjectRef },
): PieceRecord {
  return {
    import: importId,
    kind: 'piece',
    line: entry.line,
    ...(links.of === undefined ? {} : { of: links.of }),
    ...(links.oversize === undefined ? {} : { oversize: links.oversize }),
    ...rawOf(entry),
    v: 1,
  };
}

function rawOf(entry: { readonly raw: string; readonly rawBytes?: Uint8Array }): { raw: string } | { raw64: string } {
  if (entry.rawBytes === undefined) return { raw: entry.raw };
  return { raw64: Buffer.from(entry.rawBytes).toString('base64') };
}

/** Decoded text is well-formed already; a name cut out of it might not be. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

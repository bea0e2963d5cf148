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
  readonly person: number | undefined;
  readonly media: MediaFact | undefined;
  readonly oversize: ObjectRef | undefined;
  /** The entry this is a new version of. */
  readonly of: number | undefined;
  /** Minutes to the conversation's clock. */
  readonly shift: number | undefined;
}

/** The record of one entry. */
export function entryRecord(entry: TimedEntry, context: EntryContext, links: EntryLinks): EntryRecord {
  return isUsual(entry, context, links) ? usualRecord(entry, context, links) : anyRecord(entry, context, links);
}

/** Whether it is somebody's words, or a file left out, of which nothing else is told: most entries. */
function isUsual(entry: TimedEntry, { zone }: EntryContext, { of, oversize, person, shift }: EntryLinks): boolean {
  const { author, authorPhone, call, edited, location, poll, rawBytes, system } = entry;
  const others = authorPhone ?? call ?? edited ?? location ?? poll ?? rawBytes ?? system ?? of ?? oversize ?? zone;
  return others === undefined && author !== undefined && person !== undefined && (shift ?? 0) === 0;
}

/** Made at once, in one of two shapes: members that are added to an object move all that it has, for each of millions. */
function usualRecord(entry: TimedEntry, context: EntryContext, { media, person = 0 }: EntryLinks): EntryRecord {
  const { at, kind, line, raw, text, type } = entry;
  const { chat } = context;
  const author = wellFormed(entry.author ?? '');
  const from = person;
  if (media === undefined) return { at, author, chat, from, import: context.import, kind, line, raw, text, type, v: 1 };
  return { at, author, chat, from, import: context.import, kind, line, media, raw, text, type, v: 1 };
}

type Draft<T> = { -readonly [Name in keyof T]: T[Name] };

/** Members are set one after another, in canonical order. */
function anyRecord(entry: TimedEntry, context: EntryContext, links: EntryLinks): EntryRecord {
  const { author, authorPhone, call, edited, location, poll, system } = entry;
  const { media, of, oversize, person, shift } = links;
  const record: Partial<Draft<EntryRecord>> = { at: entry.at };
  if (author !== undefined) record.author = wellFormed(author);
  if (authorPhone !== undefined) record.authorPhone = authorPhone;
  if (call !== undefined) record.call = call;
  record.chat = context.chat;
  if (edited !== undefined) record.edited = edited;
  if (person !== undefined) record.from = person;
  record.import = context.import;
  record.kind = entry.kind;
  record.line = entry.line;
  if (location !== undefined) record.location = location;
  if (media !== undefined) record.media = media;
  if (of !== undefined) record.of = of;
  if (oversize !== undefined) record.oversize = oversize;
  if (poll !== undefined) record.poll = poll;
  if (entry.rawBytes === undefined) record.raw = entry.raw;
  else record.raw64 = base64(entry.rawBytes);
  if (shift !== undefined && shift !== 0) record.shift = shift;
  if (system !== undefined) record.system = system;
  record.text = entry.text;
  record.type = entry.type;
  record.v = 1;
  if (context.zone !== undefined) record.zone = context.zone;
  return record as EntryRecord;
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
  return { raw64: base64(entry.rawBytes) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Decoded text is well-formed already; a name cut out of it might not be. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

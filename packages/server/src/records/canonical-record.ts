// The canonical text of a record (RFC 8785), as it is sealed and committed to. An entry, of which there are millions, is
// written member by member in the order of its vocabulary; every other record, and an entry with anything unusual about it,
// by the general writer.

import { canonicalise } from '@acta/verifier';
import { type EntryRecord, isEntry, type MediaFact } from './conversation.ts';
import type { LedgerRecord } from './record.ts';

/** The record in its one spelling. Throws as `canonicalise` does. */
export function canonicalRecord(record: LedgerRecord): string {
  return isEntry(record) && isPlain(record) ? entryText(record) : canonicalise(record);
}

const ALWAYS = 8;

/** Whether the entry has only members that `entryText` writes, all of them there. */
function isPlain(entry: EntryRecord): boolean {
  const { author, authorPhone, edited, from, media, of, raw, raw64, shift, system, zone } = entry;
  const strings = one(author) + one(authorPhone) + one(raw) + one(raw64) + one(system) + one(zone);
  const others = one(edited) + one(from) + one(media) + one(of) + one(shift);
  if (Object.keys(entry).length !== ALWAYS + strings + others) return false;
  return media === undefined || (media.content === undefined && Object.keys(media).length === 1 + one(media.name));
}

function one(value: unknown): 0 | 1 {
  return value === undefined ? 0 : 1;
}

function entryText(entry: EntryRecord): string {
  const {
    at,
    author,
    authorPhone,
    chat,
    edited,
    from,
    kind,
    line,
    media,
    of,
    raw,
    raw64,
    shift,
    system,
    text,
    type,
    v,
    zone,
  } = entry;
  const said = quoted(text);
  return `{"at":${recurring(at)}${author === undefined ? '' : `,"author":${quoted(author)}`}${
    authorPhone === undefined ? '' : `,"authorPhone":${quoted(authorPhone)}`
  },"chat":${digits(chat)}${edited === undefined ? '' : ',"edited":true'}${
    from === undefined ? '' : `,"from":${digits(from)}`
  },"import":${digits(entry.import)},"kind":${recurring(kind)},"line":${digits(line)}${
    media === undefined ? '' : `,"media":${mediaText(media)}`
  }${of === undefined ? '' : `,"of":${digits(of)}`}${raw === undefined ? '' : `,"raw":${withTail(raw, text, said)}`}${
    raw64 === undefined ? '' : `,"raw64":${quoted(raw64)}`
  }${shift === undefined ? '' : `,"shift":${digits(shift)}`}${
    system === undefined ? '' : `,"system":${quoted(system)}`
  },"text":${said},"type":${recurring(type)},"v":${v}${zone === undefined ? '' : `,"zone":${quoted(zone)}`}}`;
}

function mediaText({ name, state }: MediaFact): string {
  return name === undefined ? `{"state":${quoted(state)}}` : `{"name":${quoted(name)},"state":${quoted(state)}}`;
}

const REMEMBERED = 4_096;
const quotedBefore = new Map<string, string>();

/** For what comes again and again and names nobody: kinds, types, minutes. */
function recurring(text: string): string {
  const known = quotedBefore.get(text);
  if (known !== undefined) return known;
  if (quotedBefore.size >= REMEMBERED) quotedBefore.clear();
  const made = quoted(text);
  quotedBefore.set(text, made);
  return made;
}

/** A raw line mostly ends in the text, which is quoted already. A surrogate pair must not be cut between the two. */
function withTail(raw: string, text: string, said: string): string {
  const head = raw.length - text.length;
  if (text.length === 0 || head <= 0 || !raw.endsWith(text) || (text.charCodeAt(0) & 0xfc00) === 0xdc00)
    return quoted(raw);
  return quoted(raw.slice(0, head)).slice(0, -1) + said.slice(1);
}

/** The general writer throws for what is not well-formed. */
function quoted(text: string): string {
  return text.isWellFormed() ? JSON.stringify(text) : canonicalise(text);
}

/** The general writer throws for what is no whole number. */
function digits(number: number): string {
  return Number.isSafeInteger(number) && !Object.is(number, -0) ? String(number) : canonicalise(number);
}

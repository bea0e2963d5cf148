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
  return `{"at":${quoted(at)}${author === undefined ? '' : `,"author":${quoted(author)}`}${
    authorPhone === undefined ? '' : `,"authorPhone":${quoted(authorPhone)}`
  },"chat":${digits(chat)}${edited === undefined ? '' : ',"edited":true'}${
    from === undefined ? '' : `,"from":${digits(from)}`
  },"import":${digits(entry.import)},"kind":${quoted(kind)},"line":${digits(line)}${
    media === undefined ? '' : `,"media":${mediaText(media)}`
  }${of === undefined ? '' : `,"of":${digits(of)}`}${raw === undefined ? '' : `,"raw":${quoted(raw)}`}${
    raw64 === undefined ? '' : `,"raw64":${quoted(raw64)}`
  }${shift === undefined ? '' : `,"shift":${digits(shift)}`}${
    system === undefined ? '' : `,"system":${quoted(system)}`
  },"text":${quoted(text)},"type":${quoted(type)},"v":${v}${zone === undefined ? '' : `,"zone":${quoted(zone)}`}}`;
}

function mediaText({ name, state }: MediaFact): string {
  return name === undefined ? `{"state":${quoted(state)}}` : `{"name":${quoted(name)},"state":${quoted(state)}}`;
}

/** The general writer throws for what is not well-formed. */
function quoted(text: string): string {
  return text.isWellFormed() ? JSON.stringify(text) : canonicalise(text);
}

/** The general writer throws for what is no whole number. */
function digits(number: number): string {
  return Number.isSafeInteger(number) && !Object.is(number, -0) ? String(number) : canonicalise(number);
}

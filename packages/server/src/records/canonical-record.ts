// The canonical bytes of a record (RFC 8785), as it is sealed and committed to. An entry, of which there are millions, is
// written member by member in the order of its vocabulary, straight into the buffer; every other record, and an entry with
// anything unusual about it, by the general writer.

import type { RecordBuffer, RecordWriter } from '@acta/ledger';
import { canonicalise } from '@acta/verifier';
import { type EntryRecord, isEntry, type MediaFact } from './conversation.ts';
import { JsonPen, MOST_BYTES_A_UNIT, memberName } from './json-pen.ts';
import type { LedgerRecord } from './record.ts';

/** Adds the record in its one spelling. Throws as `canonicalise` does, and then adds nothing. */
export function addRecord(records: RecordBuffer, record: LedgerRecord): void {
  if (isEntry(record) && isPlain(record)) records.addWritten(record, ENTRY);
  else records.add(canonicalise(record));
}

const ENTRY: RecordWriter<EntryRecord> = {
  mostBytes,
  write: (entry, target, at) => writeEntry(entry, new JsonPen(target, at)),
};

const ALWAYS = 8;

/** Whether the entry has only members that `writeEntry` writes, all of them there. */
function isPlain(entry: EntryRecord): boolean {
  const { author, authorPhone, edited, from, media, of, raw, raw64, shift, system, zone } = entry;
  const { origin, replyTo, target, wamid } = entry;
  const strings = one(author) + one(authorPhone) + one(raw) + one(raw64) + one(system) + one(zone);
  const live = one(origin) + one(replyTo) + one(target) + one(wamid);
  const others = one(edited) + one(from) + one(media) + one(of) + one(shift);
  if (memberCount(entry) !== ALWAYS + strings + live + others) return false;
  return media === undefined || (media.content === undefined && Object.keys(media).length === 1 + one(media.name));
}

/** As `Object.keys` has it, but no list is made for each of millions. */
function memberCount(entry: EntryRecord): number {
  let count = 0;
  for (const name in entry) if (Object.hasOwn(entry, name)) count++;
  return count;
}

function one(value: unknown): 0 | 1 {
  return value === undefined ? 0 : 1;
}

/** Names, braces and numbers of an entry take less. */
const MOST_BYTES_BESIDE_TEXTS = 512;

function mostBytes({
  at,
  author = '',
  authorPhone = '',
  kind,
  media,
  origin,
  raw = '',
  raw64 = '',
  replyTo = '',
  system = '',
  target = '',
  text,
  type,
  wamid = '',
  zone = '',
}: EntryRecord): number {
  const said = raw.length + raw64.length + system.length + text.length;
  const about = at.length + author.length + authorPhone.length + kind.length + type.length + zone.length;
  const file = media === undefined ? 0 : media.state.length + (media.name?.length ?? 0);
  const live = (origin?.length ?? 0) + replyTo.length + target.length + wamid.length;
  return (said + about + file + live) * MOST_BYTES_A_UNIT + MOST_BYTES_BESIDE_TEXTS;
}

const OPENING = Buffer.from('{"at":', 'latin1');
const CLOSING = Buffer.from('}', 'latin1');
const TRUE = Buffer.from('true', 'latin1');
const AUTHOR = memberName('author');
const AUTHOR_PHONE = memberName('authorPhone');
const CHAT = memberName('chat');
const EDITED = memberName('edited');
const FROM = memberName('from');
const IMPORT = memberName('import');
const KIND = memberName('kind');
const LINE = memberName('line');
const MEDIA = memberName('media');
const OF = memberName('of');
const ORIGIN = memberName('origin');
const RAW = memberName('raw');
const RAW64 = memberName('raw64');
const REPLY_TO = memberName('replyTo');
const SHIFT = memberName('shift');
const SYSTEM = memberName('system');
const TARGET = memberName('target');
const TEXT = memberName('text');
const TYPE = memberName('type');
const VERSION = memberName('v');
const WAMID = memberName('wamid');
const ZONE = memberName('zone');

/** Writes the entry; returns the offset behind it. */
function writeEntry(entry: EntryRecord, pen: JsonPen): number {
  const { author, authorPhone, edited, from, media, of, origin, raw, raw64, shift, system, wamid, zone } = entry;
  pen.copy(OPENING).text(entry.at);
  if (author !== undefined) pen.copy(AUTHOR).text(author);
  if (authorPhone !== undefined) pen.copy(AUTHOR_PHONE).text(authorPhone);
  pen.copy(CHAT).integer(entry.chat);
  if (edited !== undefined) pen.copy(EDITED).copy(TRUE);
  if (from !== undefined) pen.copy(FROM).integer(from);
  pen.copy(IMPORT).integer(entry.import).copy(KIND).text(entry.kind).copy(LINE).integer(entry.line);
  if (media !== undefined) writeMedia(media, pen);
  if (of !== undefined) pen.copy(OF).integer(of);
  if (origin !== undefined) pen.copy(ORIGIN).text(origin);
  if (raw !== undefined) pen.copy(RAW).text(raw);
  if (raw64 !== undefined) pen.copy(RAW64).text(raw64);
  if (entry.replyTo !== undefined) pen.copy(REPLY_TO).text(entry.replyTo);
  if (shift !== undefined) pen.copy(SHIFT).integer(shift);
  if (system !== undefined) pen.copy(SYSTEM).text(system);
  if (entry.target !== undefined) pen.copy(TARGET).text(entry.target);
  pen.copy(TEXT).text(entry.text).copy(TYPE).text(entry.type).copy(VERSION).integer(entry.v);
  if (wamid !== undefined) pen.copy(WAMID).text(wamid);
  if (zone !== undefined) pen.copy(ZONE).text(zone);
  return pen.copy(CLOSING).at;
}

const NAME_OPENING = Buffer.from('{"name":', 'latin1');
const STATE_OPENING = Buffer.from('{"state":', 'latin1');
const STATE = memberName('state');

function writeMedia({ name, state }: MediaFact, pen: JsonPen): void {
  pen.copy(MEDIA);
  if (name === undefined) pen.copy(STATE_OPENING);
  else pen.copy(NAME_OPENING).text(name).copy(STATE);
  pen.text(state).copy(CLOSING);
}

// The canonical bytes of a record (RFC 8785), as it is sealed and committed to. An entry, of which there are millions, is
// written member by member in the order of its vocabulary, straight into the buffer; every other record, and an entry with
// anything unusual about it, by the general writer.

import type { RecordBuffer, RecordWriter } from '@acta/ledger';
import { canonicalise } from '@acta/verifier';
import { type EntryRecord, isEntry, type MediaFact } from './conversation.ts';
import { JsonPen, MOST_BYTES_A_UNIT, memberName, wipePen } from './json-pen.ts';
import type { LedgerRecord } from './record.ts';

/** Writes records into a buffer, until that is wiped. */
export class CanonicalWriter {
  readonly #records: RecordBuffer;
  readonly #heads: Heads = new Heads();
  readonly #entries: RecordWriter<EntryRecord> = {
    mostBytes,
    write: (entry, target, at) => writeEntry(entry, new JsonPen(target, at), this.#heads),
  };

  constructor(records: RecordBuffer) {
    this.#records = records;
  }

  /** Adds the record in its one spelling. Throws as `canonicalise` does, and then adds nothing. */
  add(record: LedgerRecord): void {
    if (isEntry(record) && isPlain(record)) this.#records.addWritten(record, this.#entries);
    else this.#records.add(canonicalise(record));
  }

  /** Overwrites all records, and what writing them has left. */
  wipe(): void {
    this.#records.wipe();
    wipePen();
  }
}

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
  // biome-ignore lint/suspicious/useGuardForIn: what is inherited may count, and only makes an entry unusual
  for (const _ in entry) count++;
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
function writeEntry(entry: EntryRecord, pen: JsonPen, heads: Heads): number {
  const { media, of, origin, raw, raw64, shift, system, wamid, zone } = entry;
  pen.copy(OPENING).word(entry.at);
  const known = heads.of(entry);
  const start = pen.at;
  if (known === undefined) writeHead(entry, pen);
  else pen.again(known.start, known.end);
  const end = pen.at;
  pen.integer(entry.line);
  if (media !== undefined) writeMedia(media, pen);
  if (of !== undefined) pen.copy(OF).integer(of);
  if (origin !== undefined) pen.copy(ORIGIN).text(origin);
  if (raw !== undefined) pen.copy(RAW).text(raw);
  if (raw64 !== undefined) pen.copy(RAW64).text(raw64);
  if (entry.replyTo !== undefined) pen.copy(REPLY_TO).text(entry.replyTo);
  if (shift !== undefined) pen.copy(SHIFT).integer(shift);
  if (system !== undefined) pen.copy(SYSTEM).text(system);
  if (entry.target !== undefined) pen.copy(TARGET).text(entry.target);
  pen.copy(TEXT).text(entry.text).copy(TYPE).word(entry.type).copy(VERSION).integer(entry.v);
  if (wamid !== undefined) pen.copy(WAMID).text(wamid);
  if (zone !== undefined) pen.copy(ZONE).text(zone);
  pen.copy(CLOSING);
  // Not before: what is refused on the way is written over.
  if (known === undefined) heads.note({ entry, start, end });
  return pen.at;
}

/** Where the head of an entry stands in the buffer. */
interface Head {
  readonly entry: EntryRecord;
  readonly start: number;
  readonly end: number;
}

/** What stands between the time and the line of an entry: of one author in one file always the same, so that it is copied. */
class Heads {
  readonly #byAuthor = new Map<string | undefined, Head>();

  of(entry: EntryRecord): Head | undefined {
    const known = this.#byAuthor.get(entry.author);
    return known !== undefined && hasSameHead(known.entry, entry) ? known : undefined;
  }

  note(head: Head): void {
    const { author } = head.entry;
    if (this.#byAuthor.size < MOST_HEADS || this.#byAuthor.has(author)) this.#byAuthor.set(author, head);
  }
}

const MOST_HEADS = 256;

function hasSameHead(one: EntryRecord, other: EntryRecord): boolean {
  return (
    one.authorPhone === other.authorPhone &&
    one.chat === other.chat &&
    one.edited === other.edited &&
    one.from === other.from &&
    one.import === other.import &&
    one.kind === other.kind
  );
}

function writeHead(entry: EntryRecord, pen: JsonPen): void {
  const { author, authorPhone, edited, from } = entry;
  if (author !== undefined) pen.copy(AUTHOR).text(author);
  if (authorPhone !== undefined) pen.copy(AUTHOR_PHONE).text(authorPhone);
  pen.copy(CHAT).integer(entry.chat);
  if (edited !== undefined) pen.copy(EDITED).copy(TRUE);
  if (from !== undefined) pen.copy(FROM).integer(from);
  pen.copy(IMPORT).integer(entry.import).copy(KIND).word(entry.kind).copy(LINE);
}

const NAME_OPENING = Buffer.from('{"name":', 'latin1');
const STATE_OPENING = Buffer.from('{"state":', 'latin1');
const STATE = memberName('state');

function writeMedia({ name, state }: MediaFact, pen: JsonPen): void {
  pen.copy(MEDIA);
  if (name === undefined) pen.copy(STATE_OPENING);
  else pen.copy(NAME_OPENING).text(name).copy(STATE);
  pen.word(state).copy(CLOSING);
}

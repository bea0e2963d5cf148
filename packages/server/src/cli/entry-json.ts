// An entry as a program reads it: what it says, how it stands, and everything beside it. Times stand as recorded; `shownAt` is the
// same in the zone of the reader.

import { detailsOf } from '@acta/formats';
import type { EntryRecord } from '../records/conversation.ts';
import { currentState, type ShownEntry } from '../views/conversation.ts';
import type { EntryMarks } from '../views/entry-marks.ts';
import type { Beside } from './entry-words.ts';

/** The members of one entry; its versions whole where they are asked for, counted otherwise. */
export function entryJson(
  entry: ShownEntry,
  beside: Beside & { readonly shownAt: string; readonly withVersions: boolean },
): Record<string, unknown> {
  const now = currentState(entry);
  const { marks, quote, shownAt, withVersions } = beside;
  const at = entry.record.origin === undefined ? {} : { at: entry.record.at, shownAt };
  const said = { seq: entry.seq, ...factsOf(now, marks), ...at, ...besideOf(now, marks, quote) };
  if (!withVersions) return { ...said, versions: entry.versions.length + 1 };
  const all = [{ seq: entry.seq, record: entry.record }, ...entry.versions];
  return { ...said, versions: all.map(({ record, seq }) => ({ seq, ...factsOf(record, undefined) })) };
}

function besideOf(record: EntryRecord, marks: EntryMarks | undefined, quote: Beside['quote']): Record<string, unknown> {
  const { flags = [], intent, outcome, reactions = [], state } = marks ?? {};
  const details = record.origin === undefined || record.raw === undefined ? {} : detailsOf(record.raw);
  const sending =
    intent === undefined
      ? {}
      : { intent: { ...record.intent, state: intent, ...(outcome && { outcome: { ...outcome } }) } };
  return {
    ...(quote === undefined ? {} : { quote }),
    ...(state === undefined ? {} : { state }),
    ...(reactions.length === 0 ? {} : { reactions }),
    ...(flags.length === 0 ? {} : { flags }),
    ...sending,
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}

function factsOf(record: EntryRecord, marks: EntryMarks | undefined): Record<string, unknown> {
  const { at, author, authorPhone, call, chat, edited, from, import: id, kind, line, location, poll } = record;
  const { origin, raw, raw64, replyTo, system, target, text, type, wamid, zone } = record;
  return {
    chat,
    at,
    author,
    authorPhone,
    from,
    kind,
    type,
    text,
    edited,
    media: mediaOf(record, marks),
    system,
    call,
    poll,
    location,
    zone,
    import: id,
    line,
    origin,
    wamid,
    replyTo,
    target,
    raw,
    raw64,
  };
}

function mediaOf({ media }: EntryRecord, marks: EntryMarks | undefined): Record<string, unknown> | undefined {
  if (media === undefined) return undefined;
  const told = marks?.media;
  const content = told?.content ?? media.content;
  return {
    state: told?.state ?? media.state,
    name: media.name,
    sha256: content?.sha256,
    sizeBytes: content?.sizeBytes,
    mime: told?.mime,
    durationMs: told?.durationMs,
    reason: told?.reason,
    tries: told?.tries,
  };
}

// An entry as an export shows it: what it says now and said before, and what stands beside it, as far as files have a place for it.

import type { WrittenMedia, WrittenMessage, WrittenState, WrittenVersion } from '@acta/formats';
import type { MediaFact, ObjectRef } from '../records/conversation.ts';
import { mediaTypeOf } from '../records/media-type.ts';
import type { ZoneClock } from '../records/zone-clock.ts';
import { currentState, type ShownEntry } from '../views/conversation.ts';
import type { Beside } from './entry-words.ts';
import { wallIn } from './time-zone.ts';

/** Our own side: everybody who writes for it, and the one name under which it is shown. */
export interface OwnSide {
  readonly people: ReadonlySet<number>;
  readonly name?: string;
}

export interface ExportedEntry {
  readonly entry: ShownEntry;
  readonly beside: Beside;
  readonly own: OwnSide;
  readonly clock: ZoneClock;
}

/** The message of an entry. `href` names its file beside the export. */
export function writtenEntry({ beside, clock, entry, own }: ExportedEntry, href: string | undefined): WrittenMessage {
  const now = currentState(entry);
  const { edited, from, kind, location, poll, text, type } = now;
  // A change that came through a channel has a time of its own: what it changes was said before.
  const said = entry.record.origin === undefined ? now : entry.record;
  const author = own.people.has(from ?? 0) ? (own.name ?? now.author) : now.author;
  const earlier = [{ record: entry.record }, ...entry.versions].filter(({ record }) => record !== now);
  return {
    at: wallIn(said.at, said.zone, clock),
    ...(author === undefined ? {} : { author }),
    text,
    kind,
    type,
    ...(edited === undefined ? {} : { edited }),
    ...(location === undefined ? {} : { location }),
    ...(poll === undefined ? {} : { poll }),
    ...mediaWritten(entry, beside, href),
    seq: entry.seq,
    ...(said.zone === 'UTC' ? { instant: `${said.at}Z` } : {}),
    ...marksWritten(beside),
    ...(earlier.length === 0
      ? {}
      : {
          versions: earlier.map(
            ({ record }): WrittenVersion => ({ at: wallIn(record.at, record.zone, clock), text: record.text }),
          ),
        }),
  };
}

const STATES: readonly WrittenState[] = ['sent', 'delivered', 'read', 'played', 'failed'];

function marksWritten({ marks, quote }: Beside): Partial<WrittenMessage> {
  const { flags = [], reactions = [], state } = marks ?? {};
  const far = STATES.find((one) => one === state?.state);
  return {
    ...(far === undefined ? {} : { state: far }),
    ...(reactions.length === 0 ? {} : { reactions: reactions.map(({ emoji }) => ({ emoji })) }),
    ...(flags.length === 0 ? {} : { flags }),
    ...(quote === undefined
      ? {}
      : {
          reply: { seq: quote.seq, text: quote.text, ...(quote.author === undefined ? {} : { author: quote.author }) },
        }),
  };
}

function mediaWritten(entry: ShownEntry, { marks }: Beside, href: string | undefined): { media?: WrittenMedia } {
  const media = mediaOf(entry);
  if (media === undefined) return {};
  const told = marks?.media;
  const name = media.name ?? href;
  const mime = told?.mime ?? mediaTypeOf(name ?? '');
  const reason = told?.state === 'missing' ? told.reason : undefined;
  const written = {
    state: told?.state ?? media.state,
    ...(name === undefined ? {} : { name }),
    ...(href === undefined ? {} : { href }),
    ...(mime === undefined ? {} : { mime }),
    ...(reason === undefined ? {} : { reason }),
  };
  return { media: written };
}

/** New words for a picture do not say again that there is one. */
function mediaOf(entry: ShownEntry): MediaFact | undefined {
  const now = currentState(entry);
  return now.kind === 'deleted' ? now.media : (now.media ?? entry.record.media);
}

const LETTERS_OF_HASH = 16;
const EXTENSION = /^[a-z]+\/([a-z0-9]{2,5})(?:$|;)/;

/** The file that is to lie beside the export. */
export function mediaFile({ beside, entry }: ExportedEntry): { name: string; content: ObjectRef } | undefined {
  const media = mediaOf(entry);
  const told = beside.marks?.media;
  const content = media?.content ?? told?.content;
  if (media === undefined || content === undefined) return undefined;
  const extension = EXTENSION.exec(told?.mime ?? '')?.[1];
  const plain = content.sha256.slice(0, LETTERS_OF_HASH) + (extension === undefined ? '' : `.${extension}`);
  return { name: media.name ?? plain, content };
}

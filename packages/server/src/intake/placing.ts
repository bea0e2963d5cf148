// Where an export belongs: which conversation, whether it is 1:1, and who its authors are. What cannot be told for
// sure is a question to the person, never a guess. Pure decisions over what is known; nothing is appended here.

import type { BlindIndex } from '../records/blind-index.ts';
import { foldedTitle, lineOf, nameDigest, phoneDigest, phoneOfName } from '../records/identity.ts';
import { ServerError } from '../server-error.ts';
import { plausibleOverlap } from './align/overlap.ts';
import type { Known, KnownChat } from './known.ts';

/** What placing needs to know of an export. */
export interface PlacedExport {
  readonly title: string;
  /** As written. */
  readonly authors: readonly string[];
  /** A system line says that this is a group. */
  readonly isGroup: boolean;
  /** Wall seconds of the earliest and latest entry. */
  readonly first: number;
  readonly last: number;
}

export interface PlacingChoices {
  /** The conversation is settled: `--same-as`, or the same file begun before. */
  readonly known?: KnownChat;
  /** `--chat`, a title or an id: the person has said where it belongs. */
  readonly chat?: string;
  /** `--me`: the author who is our own side. */
  readonly me?: string;
}

/** An author in their place: known already or to be made. */
export interface PlacedAuthor {
  readonly author: string;
  readonly name: string;
  readonly phone?: string;
  readonly isMe: boolean;
  /** Erased by order: nothing of them is taken in, not even the name. */
  readonly isSuppressed?: true;
  readonly person?: number;
  /** The person is known, but not by this name. */
  readonly isNewName?: true;
}

export interface Placement {
  /** Undefined: a conversation that is to be made. */
  readonly chat?: KnownChat;
  readonly title: string;
  /** Every title under which somebody of it may have been erased: the held one, the chosen one, the file's own. */
  readonly titles: readonly string[];
  readonly authors: readonly PlacedAuthor[];
  /** Only a name that somebody chose on the platform says that it is this conversation. */
  readonly isByName?: true;
  /** In a 1:1 conversation the author on the other side, by folded name; they may have written nothing. */
  readonly peer?: { readonly name: string; readonly phone?: string };
}

/** Decides where an export belongs. Throws `chat-unclear` where only a person can say. */
export async function placeExport(
  held: { readonly known: Known; readonly blind: BlindIndex },
  placed: PlacedExport,
  choices: PlacingChoices,
): Promise<Placement> {
  const found = choices.known === undefined ? await chatFor(held, placed, choices.chat) : { chat: choices.known };
  const { chat } = found;
  const heldTitle = chat === undefined ? undefined : await held.known.titleOf(chat.id);
  const title = heldTitle ?? choices.chat ?? placed.title;
  const peer = (await peerByPerson(held, placed, chat)) ?? peerOf(placed, title, choices.me);
  const own = chat === undefined ? undefined : await liveOwnSide(held.known, chat);
  const authors: PlacedAuthor[] = [];
  for (const author of placed.authors) {
    authors.push(await placeAuthor(held, { author, chat, peer, own, me: choices.me }));
  }
  const titles = [...new Set([title, choices.chat ?? title, placed.title])];
  const sure = found.isByName === true ? { isByName: true as const } : {};
  return { ...(chat && { chat }), title, titles, authors, ...(peer && { peer }), ...sure };
}

interface Held {
  readonly known: Known;
  readonly blind: BlindIndex;
}

/** The conversation that was chosen, has the title, or is led by a channel with one of the numbers that the file names. */
async function chatFor(
  held: Held,
  placed: PlacedExport,
  chosen: string | undefined,
): Promise<{ readonly chat?: KnownChat | undefined; readonly isByName?: boolean }> {
  if (chosen !== undefined) return { chat: await chosenChat(held, chosen) };
  const numbered = await liveChatByNumber(held, placed);
  if (numbered !== undefined) return { chat: numbered };
  const chat = await chatByTitle(held, placed);
  const isByName = chat !== undefined && (await held.known.channelOf(chat.id)) !== undefined;
  return { chat, isByName };
}

/** The only 1:1 conversation of a channel with somebody whose number the file names. */
async function liveChatByNumber({ blind, known }: Held, placed: PlacedExport): Promise<KnownChat | undefined> {
  if (placed.isGroup || placed.authors.length > 2) return undefined;
  const found = new Map<number, KnownChat>();
  for (const name of new Set([placed.title, ...placed.authors])) {
    const phone = phoneOfName(name);
    const person = phone === undefined ? undefined : await known.personBy(phoneDigest(blind, phone));
    if (person === undefined) continue;
    for (const chat of await known.chatsWith(person)) {
      if ((await known.channelOf(chat.id)) !== undefined) found.set(chat.id, chat);
    }
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

/** The author who is known to be the other side of the conversation. */
async function peerByPerson(
  held: Held,
  placed: PlacedExport,
  chat: KnownChat | undefined,
): Promise<Placement['peer'] | undefined> {
  if (chat === undefined || chat.peer === 0 || placed.isGroup || placed.authors.length > 2) return undefined;
  if ((await held.known.channelOf(chat.id)) === undefined) return undefined;
  const peers = (await held.known.chatsWith(chat.peer)).map(({ peer }) => peer);
  // A title that is a number names the other side, who may have written nothing.
  const titled = phoneOfName(placed.title) === undefined ? [] : [placed.title];
  for (const author of [...placed.authors, ...titled]) {
    const person = await personOf(held, chat.id, author);
    if (person !== undefined && peers.includes(person)) return identityOf(author);
  }
  return undefined;
}

/** Our own side in a conversation that a channel leads to: files call it otherwise than the platform does. */
async function liveOwnSide(known: Known, chat: KnownChat): Promise<number | undefined> {
  return (await known.channelOf(chat.id)) === undefined ? undefined : known.ownSideIn(chat);
}

async function chatByTitle(
  { known, blind }: { readonly known: Known; readonly blind: BlindIndex },
  placed: PlacedExport,
): Promise<KnownChat | undefined> {
  const chats = await known.chatsTitled(blind('title', foldedTitle(placed.title)));
  if (chats.length === 0) return undefined;
  const fitting: KnownChat[] = [];
  for (const chat of chats) if (await fits({ known, blind }, chat, placed)) fitting.push(chat);
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) return only;
  throw new ServerError('chat-unclear', { count: chats.length, chat: chats[0]?.id ?? 0 });
}

/** The same conversation has a common author and times that overlap or come near. */
async function fits(
  { known, blind }: { readonly known: Known; readonly blind: BlindIndex },
  chat: KnownChat,
  placed: PlacedExport,
): Promise<boolean> {
  const times = await known.timesOf(chat.id);
  if (times === undefined) return true;
  const here: string[] = [];
  for (const author of placed.authors) {
    const person = await personOf({ known, blind }, chat.id, author);
    if (person !== undefined && (await known.haveEntries(chat.id, [person]))) here.push(author);
  }
  const held = { ...times, authors: new Set(here.length > 0 ? here : UNKNOWN_AUTHORS) };
  return plausibleOverlap(held, { ...placed, authors: new Set(placed.authors) }).verdict === 'plausible';
}

/** Stands for authors of whom the file names none. */
const UNKNOWN_AUTHORS = ['\u0000'];

const DIGITS = /^\d+$/;

/** `--chat` with an id must exist; with a title it is that conversation or a new one. */
async function chosenChat(
  { known, blind }: { readonly known: Known; readonly blind: BlindIndex },
  chosen: string,
): Promise<KnownChat | undefined> {
  const titled = await known.chatsTitled(blind('title', foldedTitle(chosen)));
  if (titled.length > 1) throw new ServerError('chat-ambiguous', { chat: chosen });
  if (titled[0] !== undefined) return titled[0];
  return DIGITS.test(chosen) ? known.chat(Number(chosen)) : undefined;
}

/** The other side of a 1:1 conversation: named by the title, or the one who is not `--me`. */
function peerOf(placed: PlacedExport, title: string, me: string | undefined): Placement['peer'] {
  if (placed.isGroup || placed.authors.length > 2) return undefined;
  const titled = placed.authors.find((author) => isSame(author, title));
  const other = me === undefined ? undefined : placed.authors.find((author) => !isSame(author, me));
  const hasMe = me !== undefined && placed.authors.some((author) => isSame(author, me));
  if (titled !== undefined && (me === undefined || !isSame(titled, me))) return identityOf(titled);
  if (hasMe && other !== undefined) return identityOf(other);
  if (hasMe && other === undefined) return identityOf(title);
  return undefined;
}

function isSame(author: string, name: string): boolean {
  const [one, other] = [phoneOfName(author), phoneOfName(name)];
  const isLine = one !== undefined && other !== undefined && lineOf(one) === lineOf(other);
  return isLine || foldedTitle(author) === foldedTitle(name);
}

function identityOf(author: string): { name: string; phone?: string } {
  const phone = phoneOfName(author);
  return { name: author, ...(phone === undefined ? {} : { phone }) };
}

async function placeAuthor(
  held: { readonly known: Known; readonly blind: BlindIndex },
  said: {
    author: string;
    chat: KnownChat | undefined;
    peer: Placement['peer'];
    own: number | undefined;
    me: string | undefined;
  },
): Promise<PlacedAuthor> {
  const { author, chat, me, own, peer } = said;
  const isPeer = peer !== undefined && isSame(author, peer.name);
  const isMe = me === undefined ? peer !== undefined && !isPeer : isSame(author, me);
  const phone = phoneOfName(author);
  const named = isMe
    ? ((await held.known.personBy(nameDigest(held.blind, 0, author))) ?? (await personOf(held, chat?.id, author)))
    : await personOf(held, chat?.id, author);
  const person = isMe && own !== undefined ? own : named;
  const isNewName = person !== undefined && named === undefined;
  return {
    author,
    name: author,
    isMe,
    ...(isNewName ? { isNewName: true as const } : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(person === undefined ? {} : { person }),
  };
}

/** A number counts anywhere; a name inside its chat; our own side's name anywhere. */
async function personOf(
  { known, blind }: { readonly known: Known; readonly blind: BlindIndex },
  chat: number | undefined,
  author: string,
): Promise<number | undefined> {
  const phone = phoneOfName(author);
  if (phone !== undefined) return known.personBy(phoneDigest(blind, phone));
  const here = chat === undefined ? undefined : await known.personBy(nameDigest(blind, chat, author));
  return here ?? (chat === undefined ? undefined : ownSideIn({ known, blind }, chat, author));
}

/** Our own side writes in many chats under one name; it counts here only if it has written here. */
async function ownSideIn(
  { known, blind }: { readonly known: Known; readonly blind: BlindIndex },
  chat: number,
  author: string,
): Promise<number | undefined> {
  const me = await known.personBy(nameDigest(blind, 0, author));
  return me !== undefined && (await known.haveEntries(chat, [me])) ? me : undefined;
}

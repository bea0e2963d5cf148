// Places the pieces of a batch: who each is about and which conversation it belongs to. What was not known is made in the
// batch's opening.

import { setImmediate } from 'node:timers/promises';
import type { CloudFact, PersonMarks } from '@acta/formats';
import { phoneOfWaId } from '../../records/identity.ts';
import type { ReadPiece } from './delivery.ts';
import type { LiveChats, Meeting } from './live-chats.ts';
import type { LivePeople, NamedPerson } from './live-people.ts';
import type { FactPlace } from './piece-record.ts';

/** Then the event loop gets its turn: others wait for their answers. */
export const PIECES_A_TURN = 128;

/** A piece and when its delivery came, in seconds since 1970. */
export interface ArrivedPiece {
  readonly piece: ReadPiece;
  readonly receivedAt: number;
}

export interface PlacingRooms {
  readonly people: LivePeople;
  readonly chats: LiveChats;
}

/** Places all pieces, in their order. `told` is what their deliveries tell of people, what is held of it already included. */
export async function placePieces(
  rooms: PlacingRooms,
  said: readonly ArrivedPiece[],
  told: readonly CloudFact[],
): Promise<FactPlace[]> {
  const arrived = withContacts(said, told);
  await rooms.people.meet(arrived.flatMap(({ piece }) => namedIn(piece.fact)));
  const about: number[] = [];
  for (const [at, { piece }] of arrived.entries()) {
    if (at % PIECES_A_TURN === PIECES_A_TURN - 1) await setImmediate();
    about.push(await personOf(rooms.people, piece.fact, at));
  }
  await rooms.chats.meet(arrived.flatMap(({ piece }, at) => meetingOf(piece.fact, about[at] ?? 0) ?? []));
  const places: FactPlace[] = [];
  for (const [at, one] of arrived.entries()) {
    if (at % PIECES_A_TURN === PIECES_A_TURN - 1) await setImmediate();
    places.push(await placeOf(rooms, one, about[at] ?? 0));
  }
  await rooms.people.nameAll(
    arrived.flatMap(({ piece }, at) => {
      const marks = marksOf(piece.fact);
      const chat = places[at]?.channel?.chat;
      const person = about[at] ?? 0;
      return marks === undefined || chat === undefined || person === 0 ? [] : [{ chat, marks, person }];
    }),
  );
  return places;
}

/** What `contacts` says of somebody holds for every piece of the same batch that names them by the same mark. */
function withContacts(arrived: readonly ArrivedPiece[], told: readonly CloudFact[]): ArrivedPiece[] {
  const known = new Map<string, PersonMarks>();
  for (const fact of told) {
    if (fact.fact !== 'contact') continue;
    for (const mark of [fact.person.waId, fact.person.bsuid]) {
      if (mark !== undefined) known.set(`${fact.channel.account}/${mark}`, fact.person);
    }
  }
  if (known.size === 0) return [...arrived];
  return arrived.map((one) => {
    const { fact } = one.piece;
    if (fact.fact !== 'message' && fact.fact !== 'edit' && fact.fact !== 'revoke' && fact.fact !== 'reaction')
      return one;
    const { person } = fact;
    const found = [person?.bsuid, person?.waId].map((mark) => known.get(`${fact.channel.account}/${mark ?? ''}`));
    const contact = found.find((marks) => marks !== undefined);
    if (contact === undefined) return one;
    return { ...one, piece: { ...one.piece, fact: { ...fact, person: { ...contact, ...person } } } };
  });
}

async function placeOf(
  { chats, people }: PlacingRooms,
  { piece, receivedAt }: ArrivedPiece,
  person: number,
): Promise<FactPlace> {
  const { fact } = piece;
  const meeting = meetingOf(fact, person);
  if (meeting === undefined) return { person, receivedAt };
  if (!isSaid(fact)) {
    const subject = fact.fact === 'event' && fact.group !== undefined ? fact.subject : undefined;
    const channel =
      subject === undefined
        ? chats.known(meeting)
        : await chats.of(meeting, subject, new Date(receivedAt * 1000).toISOString());
    return { person, receivedAt, ...(channel === undefined ? {} : { channel }) };
  }
  const marks = marksOf(fact);
  const name = marks === undefined ? '' : shownName(marks);
  const title = typeof meeting.other === 'string' ? meeting.other : name;
  const channel = await chats.of(meeting, title, new Date(receivedAt * 1000).toISOString());
  const isOurs = 'direction' in fact && fact.direction === 'out';
  if (!isOurs) return { person, receivedAt, channel, ...(person === 0 ? {} : { author: { person, name } }) };
  const { display, number } = meeting;
  const author = { person: await people.ourSide(number, display), name: display ?? number };
  return { person, receivedAt, channel, author };
}

/** What stands in a conversation, so that there has to be one. */
export function isSaid(fact: CloudFact): fact is Extract<CloudFact, { readonly fact: (typeof SAID)[number] }> {
  return SAID.some((said) => said === fact.fact);
}

const SAID = ['message', 'edit', 'revoke', 'reaction', 'identity'] as const;

async function personOf(people: LivePeople, fact: CloudFact, at: number): Promise<number> {
  if (fact.fact === 'identity') {
    const portfolio = fact.channel.account;
    // Who somebody was is not always said.
    if (!isNaming(fact.was)) return isNaming(fact.is) ? people.of({ marks: fact.is, portfolio }, at) : 0;
    if (!isNaming(fact.is)) return people.of({ marks: fact.was, portfolio }, at);
    return people.same({ was: { marks: fact.was, portfolio }, is: { marks: fact.is, portfolio } }, at);
  }
  const [named] = namedIn(fact);
  return named === undefined ? 0 : people.of(named, at);
}

function namedIn(fact: CloudFact): NamedPerson[] {
  const portfolio = fact.channel.account;
  return marksIn(fact).flatMap((marks) => (isNaming(marks) ? [{ marks, portfolio }] : []));
}

/** Everybody of whom a fact speaks. */
export function marksIn(fact: CloudFact): readonly PersonMarks[] {
  const all = fact.fact === 'identity' ? [fact.was, fact.is] : [marksOf(fact)];
  return all.filter((marks) => marks !== undefined);
}

/** A name alone names nobody. */
function isNaming({ bsuid, parentBsuid, waId }: PersonMarks): boolean {
  return [bsuid, parentBsuid, waId].some((mark) => mark !== undefined && mark !== '');
}

function marksOf(fact: CloudFact): PersonMarks | undefined {
  switch (fact.fact) {
    case 'status':
    case 'payment':
      return fact.recipient;
    case 'identity':
      return fact.is;
    default:
      return fact.person;
  }
}

/** The two that meet; undefined where the fact belongs to no conversation. */
function meetingOf(fact: CloudFact, person: number): Meeting | undefined {
  const { account, display, number } = fact.channel;
  const group = 'group' in fact ? fact.group : undefined;
  if (group === undefined && person === 0 && !isSaid(fact)) return undefined;
  // What nobody is named for stands in a conversation of its own.
  const other = group ?? (person === 0 ? NOBODY : person);
  return { number: number ?? '', portfolio: account, ...(display === undefined ? {} : { display }), other };
}

const NOBODY = '?';

function shownName({ bsuid, profileName, username, waId }: PersonMarks): string {
  const name = profileName?.trim();
  if (name !== undefined && name !== '') return name;
  if (waId !== undefined) return phoneOfWaId(waId) ?? waId;
  return username === undefined ? (bsuid ?? NOBODY) : `@${username}`;
}

// Which conversations a caller may see: an agent their own, their team's, and those that are nobody's yet. One hook asks for every
// route whose address names a conversation, or something said in one; lists leave out what is not theirs.

import type { FastifyRequest } from 'fastify';
import { maySee, type SeenPlace, type Viewer } from '../../access/may-see.ts';
import { chatsOfEntries, seenPlaces } from '../../views/work.ts';
import { callerOf } from './caller.ts';
import type { ApiParts } from './parts.ts';

/** Whose nobody's conversation is. */
const NOBODYS: SeenPlace = { assignee: undefined, team: undefined };

const OF_CONVERSATION = /\/conversations\/:id(?:\/|$)/;
const OF_ENTRY = /\/(?:messages|media)\/:id(?:\/|$)/;

/** The hook that refuses, and puts on record, what is another's. */
export function expectYours(parts: ApiParts): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const caller = callerOf(request);
    const { config, url = '' } = request.routeOptions;
    if (!isRestricted(caller.viewer) || config.scope === undefined) return;
    const chat = await chatNamed(parts, url, request.params);
    if (chat === undefined) return;
    const place = (await seenPlaces(parts.views.db, [chat])).get(chat) ?? NOBODYS;
    await caller.expectMay({ scope: config.scope, place });
  };
}

async function chatNamed({ views }: ApiParts, url: string, params: unknown): Promise<number | undefined> {
  const id = Number((params as { readonly id?: unknown }).id);
  if (OF_CONVERSATION.test(url)) return id;
  return OF_ENTRY.test(url) ? (await chatsOfEntries(views.db, [id])).get(id) : undefined;
}

/** Whether it goes by conversation what this viewer may see; everybody else sees all that their scopes allow. */
export function isRestricted(viewer: Viewer): boolean {
  return viewer.kind === 'person' && viewer.role === 'agent';
}

/** Whether the viewer may see a conversation of this place. */
export function seesPlace(viewer: Viewer, place: SeenPlace): boolean {
  return !isRestricted(viewer) || maySee(viewer, { scope: 'read:conversations', place, nowMs: 0 }).may;
}

/** Of these conversations, those that the viewer may see. */
export async function yoursAmong(
  { views }: ApiParts,
  viewer: Viewer,
  chats: readonly number[],
): Promise<ReadonlySet<number>> {
  if (!isRestricted(viewer)) return new Set(chats);
  const places = await seenPlaces(views.db, chats);
  return new Set(chats.filter((chat) => seesPlace(viewer, places.get(chat) ?? NOBODYS)));
}

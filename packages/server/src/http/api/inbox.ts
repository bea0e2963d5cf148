// The inbox: conversations as whoever works through them needs them, tab by tab, with what waits in each.

import { Type } from '@fastify/type-provider-typebox';
import { scopesOf } from '../../access/roles.ts';
import { wallText } from '../../records/wall-time.ts';
import { titlesOf } from '../../views/conversation-title.ts';
import {
  behind,
  INBOX_SORTS,
  INBOX_STATES,
  INBOX_TABS,
  type InboxPlace,
  type InboxReader,
  type InboxState,
  inboxOf,
  stateOf,
  tabCounts,
  unreadOf,
} from '../../views/inbox.ts';
import type { BoardChat, InboxBoard } from '../../views/inbox-board.ts';
import { titledLike } from '../../views/inbox-titles.ts';
import { type MessageView, messagesAt } from '../../views/message.ts';
import { type Caller, callerOf } from './caller.ts';
import { cursorNumbers, cursorText } from './cursor.ts';
import type { Desk } from './desk.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { shownTo } from './withheld.ts';
import { seesPlace } from './yours.ts';

export interface InboxParts {
  readonly api: ApiParts;
  readonly board: InboxBoard;
  readonly desk: Desk;
}

const USUAL = 50;
const WINDOW_SECONDS = 86_400;
const SNIPPET_UNITS = 200;
const closed = { additionalProperties: false } as const;

const QUERY = Type.Object(
  {
    tab: Type.Optional(Type.Enum([...INBOX_TABS], { description: '`mine` of a program is empty.' })),
    state: Type.Optional(Type.Enum([...INBOX_STATES])),
    sort: Type.Optional(Type.Enum([...INBOX_SORTS], { description: 'Last activity, or who waits longest.' })),
    label: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    team: Type.Optional(Type.String({ maxLength: 60 })),
    find: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Part of a title.' })),
    cursor: Type.Optional(Type.String({ maxLength: 200, description: 'From an earlier answer.' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: USUAL })),
  },
  closed,
);

/** Adds the routes. */
export function inboxRoutes(app: ApiApp, parts: InboxParts): void {
  const { api, board } = parts;
  app.get(
    '/inbox',
    operation(
      {
        id: 'listInbox',
        summary: 'Conversations to be worked through',
        description: 'An agent is shown their own, their team’s, and those that are nobody’s yet.',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('A page, and what each tab counts.', shape('Inbox')) },
      },
      { querystring: QUERY },
    ),
    async (request) => {
      const caller = callerOf(request);
      const { cursor, find, label, limit = USUAL, sort = 'last', state = 'open', tab = 'all', team } = request.query;
      const nowMs = api.now().getTime();
      const reader = readerOf(caller);
      const chats = await board.now();
      const asked = {
        tab,
        state,
        sort,
        nowMs,
        ...(label === undefined ? {} : { label }),
        ...(team === undefined ? {} : { team }),
      };
      const all = inboxOf(chats.values(), reader, asked);
      const named = find === undefined ? all : await titledLike(api.views, all, find);
      const rest = behind(named, sort, placeIn(cursor));
      const page = rest.slice(0, limit);
      const items = await rowsOf(parts, caller, page);
      await caller.looked({ chats: items.map(({ id }) => id), count: items.length });
      const last = page.at(-1);
      const isMore = last !== undefined && rest.length > page.length;
      return {
        items,
        counts: tabCounts(chats.values(), reader, nowMs),
        ...(isMore ? { next: cursorText(last.waitingSince, last.last, last.chat) } : {}),
      };
    },
  );
  app.get(
    '/inbox/counts',
    operation(
      {
        id: 'countInbox',
        summary: 'How many conversations are open in each tab, and how many wait',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('Numbers alone.', shape('InboxCounts')) },
      },
      {},
    ),
    async (request) => tabCounts((await board.now()).values(), readerOf(callerOf(request)), api.now().getTime()),
  );
  colleagues(app, parts);
}

/** Whom conversations may be given to, by name; agents need it and manage nobody. */
function colleagues(app: ApiApp, { api }: InboxParts): void {
  app.get(
    '/inbox/colleagues',
    operation(
      {
        id: 'listColleagues',
        summary: 'Who works here, and the teams',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('Everybody, also who has left.', shape('Colleagues')) },
      },
      {},
    ),
    async () => {
      const accounts = (await api.people?.accounts.accounts()) ?? [];
      const teams = accounts.flatMap(({ left, team }) => (left || team === undefined ? [] : [team]));
      return {
        items: accounts.map(({ hasTextGrant, id, left, name, role, team }) => ({
          id,
          name,
          works: !left && scopesOf(role, hasTextGrant).includes('work'),
          ...(team === undefined ? {} : { team }),
        })),
        teams: [...new Set(teams)].sort(),
      };
    },
  );
}

/** The caller as the inbox sees them. */
export function readerOf({ actor, viewer }: Pick<Caller, 'actor' | 'viewer'>): InboxReader {
  const isPerson = viewer.kind === 'person';
  return {
    actor,
    id: isPerson ? viewer.id : undefined,
    team: isPerson ? viewer.team : undefined,
    maySee: (place) => seesPlace(viewer, place),
  };
}

function placeIn(cursor: string | undefined): InboxPlace | undefined {
  if (cursor === undefined) return undefined;
  const [waitingSince = 0, last = 0, chat = 0] = cursorNumbers('cursor', cursor, 3);
  return { waitingSince, last, chat };
}

async function rowsOf({ api, desk }: InboxParts, caller: Caller, page: readonly BoardChat[]) {
  const titles = await titlesOf(
    api.views,
    page.map(({ chat, peer }) => ({ id: chat, peer })),
  );
  const mayRead = caller.scopes.includes('read:messages');
  const wamidDigest = (wamid: string): Uint8Array => api.blind('wamid', wamid);
  const last = await messagesAt(
    { ...api.views, wamidDigest },
    page.map(({ lastSeq }) => lastSeq),
  );
  const messages = new Map(last.map((message) => [message.id, message]));
  const nowMs = api.now().getTime();
  return page.map((chat) => {
    const message = messages.get(chat.lastSeq);
    const draft = desk.draftOf(caller.actor, chat.chat, nowMs)?.text;
    return {
      ...namedAs(chat, titles.get(chat.chat) ?? ''),
      ...standingOf(chat, nowMs),
      lastAt: chat.isLive ? utc(chat.last) : wallText(chat.last),
      unread: unreadOf(chat, caller.actor),
      ...(message === undefined || !mayRead ? {} : { last: snippetOf(shownTo(caller.viewer, message)) }),
      ...failureOf(message),
      ...(chat.isLive && chat.waitingSince > 0 ? { waitingSince: utc(chat.waitingSince) } : {}),
      ...(chat.isLive && chat.lastInAt > 0 ? { windowClosesAt: utc(chat.lastInAt + WINDOW_SECONDS) } : {}),
      ...(draft === undefined ? {} : { draft: cut(draft) }),
    };
  });
}

function namedAs({ chat, peer }: BoardChat, title: string) {
  return {
    id: chat,
    title,
    kind: peer === 0 ? ('group' as const) : ('direct' as const),
    ...(peer === 0 ? {} : { peer }),
  };
}

export interface Standing {
  readonly state: InboxState;
  readonly labels: readonly number[];
  readonly assignee?: string;
  readonly team?: string;
  readonly snoozedUntil?: string;
}

/** Who has it, its labels, and whether it rests. */
export function standingOf(chat: BoardChat, nowMs: number): Standing {
  const state = stateOf(chat, nowMs);
  return {
    state,
    labels: [...chat.labels],
    ...(chat.assignee === undefined ? {} : { assignee: chat.assignee }),
    ...(chat.team === undefined ? {} : { team: chat.team }),
    ...(state === 'snoozed' ? { snoozedUntil: new Date(chat.snoozedUntil * 1000).toISOString() } : {}),
  };
}

const utc = (seconds: number): string => `${wallText(seconds)}Z`;
const cut = (text: string): string => text.slice(0, SNIPPET_UNITS).toWellFormed();

function snippetOf({ at, author, direction, id, kind, media, sending, state, text, type }: MessageView) {
  return {
    id,
    at,
    kind,
    type,
    direction,
    text: cut(text),
    ...(author === undefined ? {} : { author }),
    ...(media?.name === undefined ? {} : { file: media.name }),
    ...(media?.durationMs === undefined ? {} : { durationMs: media.durationMs }),
    ...(state === undefined ? (sending === undefined ? {} : { state: sending.state }) : { state: state.state }),
  };
}

/** Why the last word did not reach the other side. */
function failureOf(message: MessageView | undefined) {
  if (message?.direction !== 'out') return {};
  const { sending, state } = message;
  if (state?.state === 'failed') return { failure: state.code === undefined ? {} : { code: state.code } };
  if (sending?.state !== 'failed' && sending?.state !== 'refused') return {};
  const { code, reason } = sending;
  return { failure: { ...(reason === undefined ? {} : { reason }), ...(code === undefined ? {} : { code }) } };
}

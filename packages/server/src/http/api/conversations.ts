// Conversations and what was said in them: pages of both, single ones, and a message to be sent.

import { Type } from '@fastify/type-provider-typebox';
import { wallSeconds } from '../../records/wall-time.ts';
import { areShown } from '../../views/conversation.ts';
import { conversationPage, conversationsAt, type ListedConversation } from '../../views/conversation-page.ts';
import type { ErasedHere } from '../../views/erased-places.ts';
import { type EntryPage, type EntryPlace, entryPage } from '../../views/message-page.ts';
import { pageAround } from '../../views/page-around.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { cursorNumbers, cursorText } from './cursor.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { messages, rootOf, type ShownMessage, shownTo } from './withheld.ts';
import { yoursAmong } from './yours.ts';

const LIMIT = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 }));
const CURSOR = Type.Optional(Type.String({ maxLength: 200, description: 'From an earlier answer.' }));
const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
const USUAL = 50;

/** Adds the routes. */
export function conversationRoutes(app: ApiApp, parts: ApiParts): void {
  listConversations(app, parts);
  listMessages(app, parts);
  app.get(
    '/conversations/:id',
    operation(
      {
        id: 'getConversation',
        summary: 'A conversation',
        tag: 'conversations',
        scope: 'read:conversations',
        answers: { 200: json('The conversation.', shape('Conversation')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const { id } = request.params;
      const [found] = await shownAs(parts, await conversationsAt(parts.views, [id]), callerOf(request));
      if (found === undefined) throw new ProblemError('not-found');
      await callerOf(request).looked({ chats: [id], count: 1 });
      return found;
    },
  );
  app.get(
    '/messages/:id',
    operation(
      {
        id: 'getMessage',
        summary: 'A message',
        description: 'A version of a message has the message it belongs to for its answer.',
        tag: 'conversations',
        scope: 'read:messages',
        answers: { 200: json('The message.', shape('Message')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const seq = await rootOf(parts, request.params.id);
      const [isShown] = await areShown(parts.views.db, [seq]);
      const [message] = isShown === true ? await messages(parts, [seq]) : [];
      if (message === undefined) throw new ProblemError('not-found');
      await callerOf(request).looked({ chats: [message.conversation], seqs: [seq], count: 1 });
      const behind = await parts.erased.in(message.conversation);
      return withErased(shownTo(callerOf(request).viewer, message), behind(seq));
    },
  );
}

function listConversations(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/conversations',
    operation(
      {
        id: 'listConversations',
        summary: 'Conversations, newest first',
        description: 'The last message is shown to keys that may read messages.',
        tag: 'conversations',
        scope: 'read:conversations',
        answers: { 200: json('A page.', shape('Conversations')) },
      },
      { querystring: Type.Object({ cursor: CURSOR, limit: LIMIT }, { additionalProperties: false }) },
    ),
    async (request) => {
      const { cursor, limit = USUAL } = request.query;
      const [last = 0, chat = 0] = cursor === undefined ? [] : cursorNumbers('cursor', cursor, 2);
      const after = cursor === undefined ? {} : { after: { last, chat } };
      const among = (chats: readonly number[]): Promise<ReadonlySet<number>> =>
        yoursAmong(parts, callerOf(request).viewer, chats);
      const { conversations, next } = await conversationPage(parts.views, { limit, among, ...after });
      const items = await shownAs(parts, conversations, callerOf(request));
      await callerOf(request).looked({ chats: items.map(({ id }) => id), count: items.length });
      return { items, ...(next === undefined ? {} : { next: cursorText(next.last, next.chat) }) };
    },
  );
}

const WHEN = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?)?$';

function listMessages(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/conversations/:id/messages',
    operation(
      {
        id: 'listMessages',
        summary: 'Messages of a conversation',
        description:
          'In the order of time: the newest; or, with `before` (the `older` of a page), those before it; with `after` (its `newer`) those behind it; with `from` those from a wall time on; with `around` an entry and those beside it.',
        tag: 'conversations',
        scope: 'read:messages',
        answers: { 200: json('A page.', shape('Messages')) },
        problems: ['not-found'],
      },
      {
        params: ONE,
        querystring: Type.Object(
          {
            before: CURSOR,
            after: CURSOR,
            from: Type.Optional(Type.String({ pattern: WHEN, description: 'YYYY-MM-DD[THH:MM[:SS]]' })),
            around: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'Entry' })),
            limit: LIMIT,
          },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const { id } = request.params;
      const { after, around, before, from, limit = USUAL } = request.query;
      if ([after, around, before, from].filter((one) => one !== undefined).length > 1)
        throw new ProblemError('request-invalid', { fields: ['after', 'around', 'before', 'from'] });
      const [known] = await conversationsAt(parts.views, [id]);
      if (known === undefined) throw new ProblemError('not-found');
      const { looked, viewer } = callerOf(request);
      const { seqs, ...cursors } = await pageOf(parts, id, { ...request.query, limit });
      const items = await messages(parts, seqs);
      await looked({ chats: [id], count: items.length, seqs });
      const behind = await parts.erased.in(id);
      const first = cursors.older === undefined ? behind(0) : [];
      return {
        items: items.map((message) => withErased(shownTo(viewer, message), behind(message.id))),
        ...(first.length === 0 ? {} : { erasedFirst: [...first] }),
        ...cursors,
      };
    },
  );
}

/** The message, and what stood behind it and was erased. */
function withErased(message: ShownMessage, erased: readonly ErasedHere[]) {
  return erased.length === 0 ? message : { ...message, erased: [...erased] };
}

interface AskedPage {
  readonly after?: string;
  readonly around?: number;
  readonly before?: string;
  readonly from?: string;
  readonly limit: number;
}

interface CutPage {
  readonly seqs: readonly number[];
  readonly older?: string;
  readonly newer?: string;
}

/** The page that is asked for, with the cursors of those beside it. */
async function pageOf({ views }: ApiParts, chat: number, asked: AskedPage): Promise<CutPage> {
  const { after, around, before, from, limit } = asked;
  if (around !== undefined) {
    const page = await pageAround(views, { chat, entry: around, limit });
    if (page === undefined) throw new ProblemError('not-found');
    return cut(page, page);
  }
  const page = await entryPage(views, {
    chat,
    limit,
    ...(after === undefined ? {} : { after: placeIn('after', after) }),
    ...(before === undefined ? {} : { before: placeIn('before', before) }),
    ...(from === undefined ? {} : { from: wallSeconds(from.padEnd(16, 'T00:00')) }),
  });
  const isForward = after !== undefined || from !== undefined;
  return cut(page, { hasOlder: isForward || page.isMore, hasNewer: !isForward || page.isMore });
}

function cut(
  { first, last, seqs }: Pick<EntryPage, 'first' | 'last' | 'seqs'>,
  { hasNewer, hasOlder }: { readonly hasNewer: boolean; readonly hasOlder: boolean },
): CutPage {
  return {
    seqs,
    ...(first === undefined || !hasOlder ? {} : { older: textOf(first) }),
    ...(last === undefined || !hasNewer ? {} : { newer: textOf(last) }),
  };
}

type Shown = Omit<ListedConversation, 'lastAt' | 'lastEntry'> & { readonly lastMessage?: ShownMessage };

/** With the last message for whoever may read it. */
async function shownAs(
  parts: ApiParts,
  conversations: readonly ListedConversation[],
  { scopes, viewer }: Pick<Caller, 'scopes' | 'viewer'>,
): Promise<Shown[]> {
  const mayRead = scopes.includes('read:messages');
  const last = mayRead
    ? await messages(
        parts,
        conversations.map(({ lastEntry }) => lastEntry),
      )
    : [];
  const byId = new Map(last.map((message) => [message.id, shownTo(viewer, message)]));
  return conversations.map(({ lastAt: _at, lastEntry, ...conversation }) => {
    const lastMessage = byId.get(lastEntry);
    return { ...conversation, ...(lastMessage === undefined ? {} : { lastMessage }) };
  });
}

function textOf({ at, import: brought, line, seq }: EntryPlace): string {
  return cursorText(at, brought, line, seq);
}

function placeIn(field: string, text: string): EntryPlace {
  const [at = 0, brought = 0, line = 0, seq = 0] = cursorNumbers(field, text, 4);
  return { at, import: brought, line, seq };
}

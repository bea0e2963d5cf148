// Working at a conversation: giving it to somebody, labels, letting it rest, closing it, how far somebody has read. Each act is a
// record under the conversation's key, with who did it.

import { Type } from '@fastify/type-provider-typebox';
import { scopesOf } from '../../access/roles.ts';
import { monthOf } from '../../records/record.ts';
import type { WorkSaid } from '../../records/work.ts';
import { unreadOf } from '../../views/inbox.ts';
import type { BoardChat } from '../../views/inbox-board.ts';
import { NO_TAIL } from '../../views/inbox-tail.ts';
import { definedOf } from '../../views/notes.ts';
import { NO_WORK, peerOf } from '../../views/work.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { type InboxParts, standingOf } from './inbox.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const ID = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const ONE = Type.Object({ id: ID });
const closed = { additionalProperties: false } as const;
const AS_IT_IS = { 200: json('As it is now.', shape('ConversationWork')) };

/** Adds the routes. */
export function workRoutes(app: ApiApp, parts: InboxParts): void {
  app.get(
    '/conversations/:id/work',
    operation(
      {
        id: 'getConversationWork',
        summary: 'Who has a conversation, its labels, and whether it rests',
        tag: 'inbox',
        scope: 'read:conversations',
        answers: { 200: json('As it is.', shape('ConversationWork')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    (request) => workNow(parts, callerOf(request), request.params.id),
  );
  assigning(app, parts);
  labelling(app, parts);
  resting(app, parts);
  reading(app, parts);
}

function described(id: string, summary: string) {
  return { id, summary, tag: 'inbox', scope: 'work', answers: AS_IT_IS, problems: ['not-found'] } as const;
}

const ASSIGNED = Type.Object(
  {
    assignee: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()], { description: 'Account id.' }),
    team: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), Type.Null()])),
  },
  closed,
);

function assigning(app: ApiApp, parts: InboxParts): void {
  app.put(
    '/conversations/:id/assignee',
    operation(described('assignConversation', 'Give a conversation to somebody, to a team, or to nobody'), {
      params: ONE,
      body: ASSIGNED,
    }),
    async (request) => {
      const said = await assignmentOf(parts.api, request.body);
      return act(parts, callerOf(request), request.params.id, said);
    },
  );
}

/** Who gets a conversation: an account, a team, both or neither. */
export interface Assigning {
  readonly assignee: string | null;
  readonly team?: string | null;
}

/** Whoever gets it works here; without a team of its own it goes to theirs. */
export async function assignmentOf(
  api: ApiParts,
  { assignee, team }: Assigning,
): Promise<Extract<WorkSaid, { readonly act: 'assign' }>> {
  const accounts = (await api.people?.accounts.accounts()) ?? [];
  const member = accounts.find(({ id }) => id === assignee);
  const works = member !== undefined && !member.left && scopesOf(member.role, member.hasTextGrant).includes('work');
  if (assignee !== null && !works) throw new ProblemError('request-invalid', { fields: ['assignee'] });
  const given = team === undefined ? member?.team : (team ?? undefined);
  return {
    act: 'assign',
    ...(assignee === null ? {} : { assignee }),
    ...(given === undefined ? {} : { team: given.toWellFormed() }),
  };
}

function labelling(app: ApiApp, parts: InboxParts): void {
  const params = Type.Object({ id: ID, label: ID });
  const expectLabel = async (label: number): Promise<void> => {
    const labels = await definedOf(parts.api.views, 'label');
    if (!labels.some(({ id }) => id === label)) throw new ProblemError('not-found');
  };
  app.put(
    '/conversations/:id/labels/:label',
    operation(described('putLabel', 'Put a label on a conversation'), { params }),
    async (request) => {
      const { id, label } = request.params;
      await expectLabel(label);
      return act(parts, callerOf(request), id, { act: 'label', label });
    },
  );
  app.delete(
    '/conversations/:id/labels/:label',
    operation(described('takeLabel', 'Take a label off a conversation'), { params }),
    async (request) => {
      const { id, label } = request.params;
      return act(parts, callerOf(request), id, { act: 'unlabel', label });
    },
  );
}

function resting(app: ApiApp, parts: InboxParts): void {
  app.put(
    '/conversations/:id/snooze',
    operation(described('snoozeConversation', 'Let a conversation rest until a time, or until the other side writes'), {
      params: ONE,
      body: Type.Object({ until: Type.String({ minLength: 20, maxLength: 30 }) }, closed),
    }),
    async (request) => {
      const until = untilOf(request.body.until, parts.api.now());
      return act(parts, callerOf(request), request.params.id, { act: 'snooze', until });
    },
  );
  app.delete(
    '/conversations/:id/snooze',
    operation(described('wakeConversation', 'End a conversation’s rest'), { params: ONE }),
    (request) => act(parts, callerOf(request), request.params.id, { act: 'wake' }),
  );
  app.put(
    '/conversations/:id/closed',
    operation(described('closeConversation', 'Close a conversation until the other side writes'), { params: ONE }),
    (request) => act(parts, callerOf(request), request.params.id, { act: 'close' }),
  );
  app.delete(
    '/conversations/:id/closed',
    operation(described('reopenConversation', 'Open a closed conversation'), { params: ONE }),
    (request) => act(parts, callerOf(request), request.params.id, { act: 'reopen' }),
  );
}

/** A time to come. */
export function untilOf(said: string, now: Date): string {
  const untilMs = Date.parse(said);
  if (Number.isNaN(untilMs) || untilMs <= now.getTime())
    throw new ProblemError('request-invalid', { fields: ['until'] });
  return new Date(untilMs).toISOString();
}

function reading(app: ApiApp, parts: InboxParts): void {
  app.put(
    '/conversations/:id/read',
    operation(
      {
        ...described('markConversationRead', 'Say that one has read a conversation'),
        description: 'The customer is told where the settings say so.',
      },
      { params: ONE },
    ),
    async (request) => {
      const caller = callerOf(request);
      const { id } = request.params;
      const chat = (await parts.board.now()).get(id);
      const isRead = chat === undefined || unreadOf(chat, caller.actor) === 0;
      if (isRead) return workNow(parts, caller, id);
      const now = await act(parts, caller, id, { act: 'read', upTo: lastArrived(chat) });
      await tellRead(parts.api, caller, chat.fresh.at(-1));
      return now;
    },
  );
  app.delete(
    '/conversations/:id/read',
    operation(described('markConversationUnread', 'Keep a conversation as unread for oneself'), { params: ONE }),
    async (request) => {
      const { id } = request.params;
      const chat = (await parts.board.now()).get(id);
      const upTo = Math.max(0, (chat === undefined ? 1 : lastArrived(chat)) - 1);
      return act(parts, callerOf(request), id, { act: 'unread', upTo });
    },
  );
}

/** Messages arrive in any order: the last to arrive need not be the last that was written. */
function lastArrived({ fresh, lastInSeq }: Pick<BoardChat, 'fresh' | 'lastInSeq'>): number {
  return fresh.reduce((most, seq) => Math.max(most, seq), lastInSeq);
}

/** Tells the customer, where the owner wants that; what the platform makes of it stands on record and stops nobody. */
async function tellRead(
  { outgoing, views }: ApiParts,
  { actor, scopes }: Caller,
  entry: number | undefined,
): Promise<void> {
  if (outgoing === undefined || entry === undefined || !scopes.includes('send')) return;
  const settings = (await definedOf(views, 'inbox-settings')).at(-1);
  if (settings?.record.readReceipts === true) void outgoing.markRead({ actor, of: entry }).catch(() => undefined);
}

/** Puts an act on record; resolves to how the conversation stands then. */
async function act(parts: InboxParts, caller: Caller, chat: number, said: WorkSaid) {
  const { append, now, views } = parts.api;
  const peer = await peerOf(views.db, chat);
  if (peer === undefined) throw new ProblemError('not-found');
  const recordedAt = now().toISOString();
  const record = { actor: caller.actor, chat, kind: 'work', recordedAt, v: 1, ...said } as const;
  await append([{ subject: peer, conversation: chat, month: monthOf(recordedAt), record }]);
  return workNow(parts, caller, chat);
}

async function workNow({ api, board }: InboxParts, caller: Caller, id: number) {
  if ((await peerOf(api.views.db, id)) === undefined) throw new ProblemError('not-found');
  const chat = (await board.now()).get(id) ?? { chat: id, peer: 0, isLive: false, ...NO_TAIL, ...NO_WORK };
  return { conversation: id, unread: unreadOf(chat, caller.actor), ...standingOf(chat, api.now().getTime()) };
}

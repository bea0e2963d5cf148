// Working at many conversations in one act: those that are named, or all that an inbox lists. First it can be asked what it would
// change. Each conversation gets its record; who did it stands once, with the count; for a while the act can be undone.

import { type Static, Type } from '@fastify/type-provider-typebox';
import { monthOf, type NewRecord } from '../../records/record.ts';
import { INBOX_STATES, INBOX_TABS, inboxOf } from '../../views/inbox.ts';
import type { BoardChat } from '../../views/inbox-board.ts';
import { titledLike } from '../../views/inbox-titles.ts';
import { backOf, isSo, type ManySaid } from '../../views/many-work.ts';
import { definedOf } from '../../views/notes.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { type InboxParts, readerOf } from './inbox.ts';
import { type ApiApp, json, operation } from './operation.ts';
import { shape } from './schemas.ts';
import { type Undo, UndoShelf } from './undo-shelf.ts';
import { assignmentOf, untilOf } from './work.ts';
import { seesPlace } from './yours.ts';

const closed = { additionalProperties: false } as const;
const ID = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
/** So many conversations one act changes; what is left is said. */
const MOST = 5_000;

const MATCHING = Type.Object(
  {
    tab: Type.Enum([...INBOX_TABS]),
    state: Type.Enum([...INBOX_STATES]),
    label: Type.Optional(ID),
    team: Type.Optional(Type.String({ maxLength: 60 })),
    find: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  { ...closed, description: 'As the inbox is asked.' },
);

const DO = Type.Union([
  Type.Object(
    {
      act: Type.Literal('assign'),
      assignee: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()], { description: 'Account id.' }),
      team: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), Type.Null()])),
    },
    closed,
  ),
  Type.Object({ act: Type.Enum(['label', 'unlabel']), label: ID }, closed),
  Type.Object({ act: Type.Literal('snooze'), until: Type.String({ minLength: 20, maxLength: 30 }) }, closed),
  Type.Object({ act: Type.Enum(['wake', 'close', 'reopen']) }, closed),
]);

const BODY = Type.Object(
  {
    conversations: Type.Optional(Type.Array(ID, { minItems: 1, maxItems: MOST, uniqueItems: true })),
    matching: Type.Optional(MATCHING),
    but: Type.Optional(Type.Array(ID, { maxItems: MOST, description: 'Of those that match, these are left out.' })),
    do: DO,
  },
  { ...closed, description: 'Either `conversations` or `matching`.' },
);

/** Adds the routes. */
export function manyRoutes(app: ApiApp, parts: InboxParts): void {
  const shelf = new UndoShelf();
  const described = { tag: 'inbox', scope: 'work', problems: ['not-found'] } as const;
  app.post(
    '/inbox/acts/preview',
    operation(
      {
        ...described,
        id: 'previewWorkAtMany',
        summary: 'What an act at many conversations would change',
        answers: { 200: json('Counts; nothing is changed.', shape('ManyPlanned')) },
      },
      { body: BODY },
    ),
    async (request) => {
      const plan = await planOf(parts, callerOf(request), request.body);
      return { ...countsOf(plan), ...standingsOf(plan) };
    },
  );
  app.post(
    '/inbox/acts',
    operation(
      {
        ...described,
        id: 'workAtMany',
        summary: 'Give, label, rest or close many conversations',
        description: `At most ${MOST} at once. Conversations that are another’s are left as they are.`,
        answers: { 200: json('What was changed.', shape('ManyDone')) },
      },
      { body: BODY },
    ),
    async (request) => {
      const caller = callerOf(request);
      const plan = await planOf(parts, caller, request.body);
      const nowMs = parts.api.now().getTime();
      const undos = plan.changing.map((chat) => ({
        chat: chat.chat,
        did: plan.said,
        back: backOf(chat, plan.said, nowMs),
      }));
      if (plan.others.length > 0)
        await caller.looked({ outcome: 'refused', rule: 'not-yours', chats: plan.others, count: plan.others.length });
      const undo = await carryOut(parts, caller, plan.changing, () => plan.said);
      if (undo === undefined) return countsOf(plan);
      await told(caller, plan.said.act, plan.changing);
      shelf.put(undo, { actor: caller.actor, atMs: nowMs, undos });
      return { ...countsOf(plan), undo };
    },
  );
  undoing(app, parts, shelf);
}

function undoing(app: ApiApp, parts: InboxParts, shelf: UndoShelf): void {
  app.post(
    '/inbox/acts/undo',
    operation(
      {
        id: 'undoWorkAtMany',
        summary: 'Put back what one’s own act at many conversations changed',
        description: 'For a quarter of an hour, once, and not where somebody has changed it since.',
        tag: 'inbox',
        scope: 'work',
        answers: { 200: json('What was put back.', shape('ManyDone')) },
        problems: ['not-found'],
      },
      { body: Type.Object({ undo: ID }, closed) },
    ),
    async (request) => {
      const caller = callerOf(request);
      const nowMs = parts.api.now().getTime();
      const undos = shelf.take(request.body.undo, caller.actor, nowMs);
      if (undos === undefined) throw new ProblemError('not-found');
      const board = await parts.board.now();
      const asLeft = undos.flatMap((undo): (Undo & { readonly stands: BoardChat })[] => {
        const stands = board.get(undo.chat);
        return stands !== undefined && isSo(stands, undo.did, nowMs) ? [{ ...undo, stands }] : [];
      });
      const back = new Map(asLeft.map((undo) => [undo.chat, undo.back]));
      const changing = asLeft.map(({ stands }) => stands);
      await carryOut(parts, caller, changing, ({ chat }) => back.get(chat));
      await told(caller, 'undo', changing);
      return {
        conversations: undos.length,
        changes: changing.length,
        unchanged: undos.length - changing.length,
        notYours: 0,
        left: 0,
      };
    },
  );
}

interface Plan {
  readonly said: ManySaid;
  readonly asked: number;
  readonly changing: readonly BoardChat[];
  readonly unchanged: number;
  /** Another’s, of those that were named. */
  readonly others: readonly number[];
  readonly left: number;
}

async function planOf(parts: InboxParts, caller: Caller, body: Static<typeof BODY>): Promise<Plan> {
  const { api, board } = parts;
  const said = await saidOf(parts, body.do);
  const nowMs = api.now().getTime();
  const { others, theirs } = await meant(parts, caller, body);
  const changing = theirs.filter((chat) => !isSo(chat, said, nowMs));
  // The board may have moved on while titles were read: what is changed is what stands now.
  const now = await board.now();
  return {
    said,
    asked: theirs.length + others.length,
    changing: changing.slice(0, MOST).flatMap(({ chat }) => now.get(chat) ?? []),
    unchanged: theirs.length - changing.length,
    others,
    left: Math.max(0, changing.length - MOST),
  };
}

async function meant(
  { api, board }: InboxParts,
  caller: Caller,
  { but = [], conversations, matching }: Static<typeof BODY>,
): Promise<{ readonly theirs: readonly BoardChat[]; readonly others: readonly number[] }> {
  if ((conversations === undefined) === (matching === undefined))
    throw new ProblemError('request-invalid', { fields: ['conversations', 'matching'] });
  const chats = await board.now();
  if (matching === undefined) {
    const named = (conversations ?? []).flatMap((id) => chats.get(id) ?? []);
    const [theirs, others] = [[], []] as [BoardChat[], number[]];
    for (const chat of named)
      if (seesPlace(caller.viewer, chat)) theirs.push(chat);
      else others.push(chat.chat);
    return { theirs, others };
  }
  const { find, ...rest } = matching;
  const asked = { ...rest, sort: 'last', nowMs: api.now().getTime() } as const;
  const all = inboxOf(chats.values(), readerOf(caller), asked);
  const named = find === undefined ? all : await titledLike(api.views, all, find);
  const out = new Set(but);
  return { theirs: named.filter(({ chat }) => !out.has(chat)), others: [] };
}

async function saidOf({ api }: InboxParts, said: Static<typeof DO>): Promise<ManySaid> {
  switch (said.act) {
    case 'assign':
      return assignmentOf(api, said);
    case 'snooze':
      return { act: 'snooze', until: untilOf(said.until, api.now()) };
    case 'label':
    case 'unlabel': {
      const labels = await definedOf(api.views, 'label');
      if (!labels.some(({ id }) => id === said.label)) throw new ProblemError('not-found');
      return said;
    }
    default:
      return said;
  }
}

function countsOf({ asked, changing, left, others, unchanged }: Plan) {
  return { conversations: asked, changes: changing.length, unchanged, notYours: others.length, left };
}

/** What somebody should know before they say yes. */
function standingsOf({ changing, said }: Plan) {
  return {
    waiting: changing.filter(({ waitingSince }) => waitingSince > 0).length,
    taken: said.act === 'assign' ? changing.filter(({ assignee }) => assignee !== undefined).length : 0,
  };
}

/** A record for each, in one commit; resolves to the first one’s seq, and to nothing where there is nothing to do. */
async function carryOut(
  { api }: InboxParts,
  { actor }: Caller,
  chats: readonly BoardChat[],
  saidOf: (chat: BoardChat) => ManySaid | undefined,
): Promise<number | undefined> {
  const recordedAt = api.now().toISOString();
  const month = monthOf(recordedAt);
  const records = chats.flatMap((chat): NewRecord[] => {
    const said = saidOf(chat);
    if (said === undefined) return [];
    const record = { actor, chat: chat.chat, kind: 'work', recordedAt, together: true, v: 1, ...said } as const;
    return [{ subject: chat.peer, conversation: chat.chat, month, record }];
  });
  return records.length === 0 ? undefined : api.append(records);
}

/** One line for all of them. */
async function told(caller: Caller, act: string, chats: readonly BoardChat[]): Promise<void> {
  await caller.looked({ act, chats: chats.map(({ chat }) => chat), count: chats.length });
}

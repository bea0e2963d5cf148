// Following what happens: by polling with a cursor, by waiting for the next (long poll), or as a stream of server-sent events. The
// cursor is a seq of the ledger; whoever keeps it misses nothing and is told nothing twice.

import { Type } from '@fastify/type-provider-typebox';
import { EVENT_TYPES, type LedgerEvent } from '../../views/event.ts';
import { type ToldEvent, withContent } from '../../views/event-content.ts';
import { type EventsAsked, eventsAfter, headOf } from '../../views/events.ts';
import { chatsOfEntries } from '../../views/work.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { EventPulse } from './event-pulse.ts';
import { EventStream } from './event-stream.ts';
import { type ApiApp, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { isRestricted, yoursAmong } from './yours.ts';

const USUAL = 100;
const LONGEST_WAIT_SECONDS = 60;
/** Followers at the same time; others are told to come later. */
const MOST_FOLLOWERS = 500;

const KINDS = Object.entries(EVENT_TYPES)
  .map(([type, says]) => `\`${type}\` (${says})`)
  .join(' ');

const QUERY = Type.Object(
  {
    after: Type.Optional(Type.Integer({ minimum: -1, maximum: Number.MAX_SAFE_INTEGER, default: -1 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: USUAL })),
    wait: Type.Optional(Type.Integer({ minimum: 0, maximum: LONGEST_WAIT_SECONDS, default: 0 })),
    types: Type.Optional(Type.String({ maxLength: 500, description: 'Kinds, separated by commas.' })),
    bare: Type.Optional(Type.Boolean({ description: 'By numbers alone, without what was said.' })),
    new: Type.Optional(Type.Boolean({ description: 'Only what comes from now on; `after` is not looked at.' })),
  },
  { additionalProperties: false },
);
const HEADERS = Type.Object({
  'last-event-id': Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
  accept: Type.Optional(Type.String()),
});

/** Adds the route. */
export function eventRoutes(app: ApiApp, parts: ApiParts): void {
  const pulse = new EventPulse(parts.views);
  const stopped = new AbortController();
  let followers = 0;
  app.addHook('preClose', async () => {
    stopped.abort();
    pulse.stop();
  });
  app.get(
    '/events',
    operation(
      {
        id: 'listEvents',
        summary: 'What happened, in order',
        description: `Events behind \`after\`; go on with \`next\`. With \`wait\` the answer comes with the next event, or empty after so many seconds. With \`Accept: text/event-stream\` a stream: \`id\` is the seq, \`Last-Event-ID\` goes on behind it, comments keep it alive. Messages come with their content to keys that may read messages. Kinds: ${KINDS}`,
        tag: 'events',
        scope: 'read:events',
        answers: {
          200: {
            description: 'The events.',
            content: {
              'application/json': shape('Events'),
              'text/event-stream': Type.String({ description: '`id`, `event` (the kind), `data` (an Event as JSON).' }),
            },
          },
        },
        problems: ['too-many-followers'],
      },
      { querystring: QUERY, headers: HEADERS },
    ),
    async (request, reply) => {
      const { after = -1, bare = false, limit = USUAL, new: isNew = false, types, wait = 0 } = request.query;
      const last = request.headers['last-event-id'];
      const begin = isNew ? (await headOf(parts.views)) - 1 : after;
      const asked = { after: last === undefined ? begin : Number(last), limit, bare, ...kindsIn(types) };
      const caller = callerOf(request);
      const isStream = request.headers.accept?.includes('text/event-stream') === true;
      if (!isStream && wait === 0) return batchFor(parts, caller, asked);
      if (followers >= MOST_FOLLOWERS) throw new ProblemError('too-many-followers');
      followers++;
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const signal = AbortSignal.any([gone.signal, stopped.signal]);
      try {
        if (!isStream) return await nextBatch(parts, caller, asked, { pulse, signal, ms: wait * 1000 });
        reply.hijack();
        const stream = new EventStream(reply.raw, signal);
        await stream.follow({
          after: asked.after,
          next: (from) => batchFor(parts, caller, { ...asked, after: from }),
          beyond: (from, ms) => pulse.beyond(from, { ms, signal }),
          isLetIn: caller.isLetIn,
        });
        return reply;
      } finally {
        followers--;
      }
    },
  );
}

/** The kinds that are asked for. Throws `request-invalid` for one that there is not. */
function kindsIn(types: string | undefined): Pick<EventsAsked, 'types'> {
  if (types === undefined) return {};
  const kinds = types.split(',');
  if (!kinds.every((kind) => Object.hasOwn(EVENT_TYPES, kind)))
    throw new ProblemError('request-invalid', { fields: ['types'] });
  return { types: kinds };
}

interface FollowedBatch {
  readonly items: readonly ToldEvent[];
  readonly next: number;
}

type Asked = EventsAsked & { readonly bare: boolean };

/** The next events; what is shown of them is on record. Numbers alone show nothing. */
async function batchFor(parts: ApiParts, caller: Caller, asked: Asked): Promise<FollowedBatch> {
  const { blind, views } = parts;
  const eventParts = { ...views, wamidDigest: (wamid: string): Uint8Array => blind('wamid', wamid) };
  const { events: all, next } = await eventsAfter(eventParts, asked);
  const events = await yoursOf(parts, caller, all);
  if (events.length === 0 || asked.bare) return { items: events, next };
  const items = caller.scopes.includes('read:messages') ? await withContent(eventParts, events) : events;
  await caller.looked({ count: items.length, seqs: items.map(({ seq }) => seq) });
  return { items, next };
}

/** Without what happened in conversations that are not the caller's. */
async function yoursOf(parts: ApiParts, { viewer }: Caller, events: readonly LedgerEvent[]): Promise<LedgerEvent[]> {
  if (!isRestricted(viewer)) return [...events];
  const messages = events.flatMap(({ conversation, message }) =>
    conversation === undefined && message !== undefined ? [message] : [],
  );
  const chats = await chatsOfEntries(parts.views.db, messages);
  const chatOf = ({ conversation, message }: LedgerEvent): number | undefined =>
    conversation ?? (message === undefined ? undefined : chats.get(message));
  const theirs = await yoursAmong(parts, viewer, [...new Set(events.flatMap((event) => chatOf(event) ?? []))]);
  return events.filter((event) => {
    const chat = chatOf(event);
    return chat === undefined || theirs.has(chat);
  });
}

interface Patience {
  readonly pulse: EventPulse;
  readonly signal: AbortSignal;
  readonly ms: number;
}

/** The next events, as soon as there are any; none where the time is over before. */
async function nextBatch(
  parts: ApiParts,
  caller: Caller,
  asked: Asked,
  { ms, pulse, signal }: Patience,
): Promise<FollowedBatch> {
  const untilMs = performance.now() + ms;
  let batch = await batchFor(parts, caller, asked);
  while (batch.items.length === 0 && !signal.aborted && performance.now() < untilMs) {
    await pulse.beyond(batch.next, { ms: untilMs - performance.now(), signal });
    if (!(await caller.isLetIn())) throw new ProblemError('unauthenticated');
    batch = await batchFor(parts, caller, { ...asked, after: batch.next });
  }
  return batch;
}

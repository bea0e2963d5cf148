// What whoever answers a customer asks beside the messages themselves: until when the answer is free, which templates there are, and,
// with a reason that goes on record, what a sender deleted.

import { Type } from '@fastify/type-provider-typebox';
import { areShown } from '../../views/conversation.ts';
import { listHalts } from '../../views/halts.ts';
import { messagesAt } from '../../views/message.ts';
import { definedOf } from '../../views/notes.ts';
import { pricesFor } from '../../views/prices.ts';
import { recipientOf } from '../../views/recipient.ts';
import { isConversation, type SendPlace } from '../../views/send-place.ts';
import { sendingWindow } from '../../views/sending-window.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });

/** Adds the routes. */
export function answeringRoutes(app: ApiApp, parts: ApiParts): void {
  windowRoute(app, parts);
  templatesRoute(app, parts);
  openDeletedRoute(app, parts);
}

function windowRoute(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/conversations/:id/window',
    operation(
      {
        id: 'getSendingWindow',
        summary: 'Whether a conversation may be answered freely, and until when',
        tag: 'conversations',
        scope: 'send',
        answers: { 200: json('What is known.', shape('SendingWindow')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const { id } = request.params;
      if (!(await isConversation(parts.views, id))) throw new ProblemError('not-found');
      const known = await sendingWindow(parts.views, id, parts.now().getTime());
      await callerOf(request).looked({ chats: [id], count: 1 });
      const usual = { conversation: id, stoppedMarketing: false, acceptsMarketing: false, prices: {} };
      if (known === undefined || parts.outgoing === undefined) return { ...usual, state: 'no-channel' };
      const { endsMs, place, state, wishes } = known;
      const halts = await listHalts(parts.views);
      const halt = halts.find(
        ({ record: { act, number, scope } }) => act === 'stop-all' && (scope === 'account' || number === place.number),
      );
      return {
        ...usual,
        channel: place.channel,
        number: place.number,
        state,
        stoppedMarketing: wishes.hasStoppedMarketing,
        acceptsMarketing: wishes.hasMarketingConsent,
        prices: await pricesOf(parts, place),
        ...(place.display === undefined ? {} : { display: place.display }),
        ...(endsMs === undefined ? {} : { endsMs }),
        ...(wishes.optedOutMs === undefined ? {} : { optedOutMs: wishes.optedOutMs }),
        ...(halt === undefined ? {} : { halted: halt.record.code }),
      };
    },
  );
}

/** What messages to the other side cost, as far as the owner has said. */
async function pricesOf({ views }: ApiParts, place: SendPlace) {
  const prices = (await definedOf(views, 'inbox-settings')).at(-1)?.record.prices ?? [];
  if (prices.length === 0) return {};
  const recipient = await recipientOf(views, place);
  return pricesFor(prices, 'waId' in recipient ? recipient.waId : undefined);
}

function templatesRoute(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/channels/:id/templates',
    operation(
      {
        id: 'listTemplates',
        summary: 'The message templates of the account that a channel belongs to',
        description: 'Asked of the platform now; nothing of it is kept.',
        tag: 'conversations',
        scope: 'send',
        answers: { 200: json('All of them.', shape('Templates')) },
        problems: ['not-found', 'not-configured', 'platform-refused'],
      },
      { params: ONE },
    ),
    async (request) => {
      if (parts.outgoing === undefined) throw new ProblemError('not-configured');
      const asked = await parts.outgoing.templates(request.params.id);
      if (asked.outcome === 'unknown-channel') throw new ProblemError('not-found');
      await callerOf(request).looked({ count: asked.outcome === 'found' ? asked.templates.length : 0 });
      if (asked.outcome === 'failed')
        throw new ProblemError('platform-refused', asked.code === undefined ? {} : { code: asked.code });
      return { items: asked.templates };
    },
  );
}

function openDeletedRoute(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/messages/:id/open',
    operation(
      {
        id: 'openDeleted',
        summary: 'Open what a sender deleted',
        description: 'The reason stands on record with who opened it and when.',
        tag: 'conversations',
        scope: 'read:deleted',
        answers: { 200: json('The message, with everything it ever said.', shape('Message')) },
        problems: ['not-found'],
      },
      {
        params: ONE,
        body: Type.Object(
          { reason: Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' }) },
          { additionalProperties: false },
        ),
      },
    ),
    async (request) => {
      const { id } = request.params;
      const [isShown] = await areShown(parts.views.db, [id]);
      const wamidDigest = (wamid: string): Uint8Array => parts.blind('wamid', wamid);
      const [message] = isShown === true ? await messagesAt({ ...parts.views, wamidDigest }, [id]) : [];
      if (message === undefined || message.kind !== 'deleted') throw new ProblemError('not-found');
      const reason = request.body.reason.toWellFormed();
      await callerOf(request).looked({ chats: [message.conversation], seqs: [id], count: 1, reason });
      return message;
    },
  );
}

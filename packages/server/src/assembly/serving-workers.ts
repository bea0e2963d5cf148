// Starts what acts while the server runs, over a vault that is open for writing: the outbox sends, media is fetched, followers are told. Stopped before
// the vault is closed: what was begun has its outcome on record then.

import { randomBytes } from 'node:crypto';
import type { BlindIndex } from '../records/blind-index.ts';
import type { ObjectRef } from '../records/conversation.ts';
import type { InputFile } from '../records/input-file.ts';
import type { NewRecord } from '../records/record.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { ViewParts } from '../views/conversation.ts';
import { mediaLook } from '../views/media-needed.ts';
import { sendingLook } from '../views/sending-look.ts';
import { GraphClient } from '../workers/graph-client.ts';
import { Intending } from '../workers/intending.ts';
import { MediaFetch } from '../workers/media-fetch.ts';
import { checkNumber } from '../workers/number-check.ts';
import { Outbox } from '../workers/outbox.ts';
import { PortfolioCount } from '../workers/portfolio-count.ts';
import { markRead } from '../workers/receipts.ts';
import { RecordQueue, type Together } from '../workers/record-queue.ts';
import { TemplateShelf } from '../workers/template-words.ts';
import { templatesOf } from '../workers/templates.ts';
import { Uploads } from '../workers/uploads.ts';
import type { Workers, WorkSettings } from '../workers/workers.ts';
import { startHooks } from './serving-hooks.ts';

/** What the workers use of a vault. */
export interface WorkedVault {
  readonly views: ViewParts;
  readonly blind: BlindIndex;
  readonly together: Together;
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  readonly openObject: (ref: ObjectRef, name: string) => Promise<InputFile>;
  readonly objects: Pick<ObjectStore, 'keep' | 'remove'>;
  /** Files that no record refers to yet. */
  readonly waiting: Pick<ObjectStore, 'keep' | 'open' | 'remove'>;
  readonly now: () => Date;
}

const PER_SECOND = 80;
const CALLBACK_BYTES = 16;
const DAY_MS = 86_400_000;

/** Starts them. What an earlier process left is taken up before this resolves. */
export async function startWorkers(vault: WorkedVault, settings: WorkSettings): Promise<Workers> {
  const { now, openObject } = vault;
  const look = sendingLook(vault.views, vault.blind);
  const portfolio = new PortfolioCount(settings.portfolioLimit ?? 'unlimited');
  const graph = new GraphClient({ apiUrl: settings.apiUrl, tokenOf: tokensOf(settings) });
  const queue = new RecordQueue({
    together: vault.together,
    stands: async (seq) => (await look.record(seq)) !== undefined,
  });
  const outbox = new Outbox({
    look,
    portfolio,
    graph,
    queue,
    openObject,
    now,
    jitter: Math.random,
    limitOf: () => settings.perSecond ?? PER_SECOND,
    alert: settings.alert,
  });
  const rooms = { look, portfolio, stateOf: (number: string) => outbox.stateOf(number) };
  const templates = templatesFor({ look, graph }, now);
  const intending = new Intending({
    ...rooms,
    wordsOf: templates.wordsOf,
    together: vault.together,
    now,
    newCallback: () => randomBytes(CALLBACK_BYTES).toString('base64url'),
    isFull: () => outbox.isFull,
    intended: (seq, place) => outbox.add(seq, place),
  });
  const uploads = new Uploads({
    shelf: vault.objects,
    waiting: vault.waiting,
    isKnown: async ({ actor, idempotency }) =>
      idempotency !== undefined && (await look.intentUnder(actor, idempotency)) !== undefined,
    send: (order) => intending.send(order),
    now,
  });
  const media = new MediaFetch({
    look: mediaLook(vault.views, vault.blind),
    graph,
    apiUrl: settings.apiUrl,
    queue,
    shelf: vault.objects,
    now,
    failed: (code) => settings.alert({ what: 'unrecorded', code }),
  });
  if (settings.portfolioLimit !== undefined) {
    for (const { atMs, chat } of await look.openedSince(now().getTime() - DAY_MS)) portfolio.opened(chat, atMs);
  }
  await outbox.start();
  if (hasToken(settings)) media.start();
  const hooks = startHooks(vault, settings);
  return {
    send: (order) => uploads.send(order),
    upload: (order) => uploads.take(order),
    markRead: (order) => markRead({ ...rooms, graph, queue, now }, order),
    templates: templates.all,
    retryMedia: (entry, actor) => media.retry(entry, actor),
    checkNumber: (number) => checkNumber(graph, number),
    replayHook: (hook, after) => hooks.replay(hook, after),
    lift: (order) => outbox.lift(order),
    open: () => outbox.open,
    stop: async () => {
      await intending.atRest();
      await Promise.all([outbox.stop(), media.stop(), hooks.stop(), uploads.stop()]);
    },
  };
}

/** The templates of a channel, and the words of one. */
function templatesFor(
  parts: Parameters<typeof templatesOf>[0],
  now: () => Date,
): { readonly all: Workers['templates']; readonly wordsOf: TemplateShelf['wordsOf'] } {
  const all: Workers['templates'] = (channel) => templatesOf(parts, channel);
  const shelf = new TemplateShelf({ templates: all, now });
  return { all, wordsOf: (channel, template) => shelf.wordsOf(channel, template) };
}

function hasToken({ accessToken, numbers }: WorkSettings): boolean {
  return accessToken !== undefined || numbers.length > 0;
}

function tokensOf({ accessToken, numbers }: WorkSettings): (number: string) => string | undefined {
  const own = new Map(numbers.map((one) => [one.id, one.accessToken]));
  return (number) => own.get(number) ?? accessToken;
}

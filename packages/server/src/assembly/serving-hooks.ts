// Starts what tells the addresses that are to be told of events, over a vault that is open for writing.

import { lookup } from 'node:dns/promises';
import type { BlindIndex } from '../records/blind-index.ts';
import type { NewRecord } from '../records/record.ts';
import type { ViewParts } from '../views/conversation.ts';
import { withContent } from '../views/event-content.ts';
import { eventsAfter } from '../views/events.ts';
import { listHooks } from '../views/hooks.ts';
import { HookWorker } from '../workers/hooks.ts';
import type { WorkSettings } from '../workers/workers.ts';

/** What it uses of a vault. */
export interface HookedVault {
  readonly views: ViewParts;
  readonly blind: BlindIndex;
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  readonly now: () => Date;
}

/** Starts it. */
export function startHooks(
  { append, blind, now, views }: HookedVault,
  { allowsPrivateHooks = false, missed }: Pick<WorkSettings, 'allowsPrivateHooks' | 'missed'>,
): HookWorker {
  const parts = { ...views, wamidDigest: (wamid: string): Uint8Array => blind('wamid', wamid) };
  const worker = new HookWorker({
    list: () => listHooks(views),
    events: (asked) => eventsAfter(parts, asked),
    shown: async (events, { record }) => (record.content === true ? withContent(parts, events) : events),
    append,
    reach: { allowsPrivate: allowsPrivateHooks, resolve: (host) => lookup(host, { all: true }) },
    alert: (alert) => missed?.(alert),
    now,
  });
  worker.start();
  return worker;
}

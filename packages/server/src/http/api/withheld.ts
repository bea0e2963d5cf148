// Messages as each viewer is shown them. What a sender deleted is kept, and shown to a person only when they open it with a reason;
// programs are let in by their key alone.

import type { Viewer } from '../../access/may-see.ts';
import { type MessageView, messagesAt } from '../../views/message.ts';
import type { Caller } from './caller.ts';
import type { ApiParts } from './parts.ts';

/** A message, and whether what was deleted of it is held back. */
export type ShownMessage = MessageView & { readonly withheld?: true };

/** The message as this viewer is shown it. */
export function shownTo(viewer: Viewer, message: MessageView): ShownMessage {
  const isHeld = viewer.kind === 'person' && message.kind === 'deleted' && message.versions.length > 0;
  if (!isHeld) return message;
  const { location: _place, media: _media, poll: _poll, ...rest } = message;
  const versions = message.versions.map(({ truncated: _cut, ...said }) => ({ ...said, text: '' }));
  return { ...rest, text: '', versions, withheld: true };
}

/** Messages in their order. */
export function messages({ blind, views }: ApiParts, seqs: readonly number[]): Promise<MessageView[]> {
  return messagesAt({ ...views, wamidDigest: (wamid) => blind('wamid', wamid) }, seqs);
}

/** The message that this is a version of, or itself. */
export async function rootOf({ views }: ApiParts, seq: number): Promise<number> {
  const version = await views.db.selectFrom('version').select('of').where('seq', '=', seq).executeTakeFirst();
  return version?.of ?? seq;
}

/** Refuses a person who may not open what a sender deleted; its file is part of it. */
export async function expectOpen(parts: ApiParts, caller: Caller, id: number): Promise<void> {
  if (caller.viewer.kind !== 'person') return;
  const [message] = await messages(parts, [await rootOf(parts, id)]);
  if (message?.kind === 'deleted') await caller.expectMay({ scope: 'read:deleted' });
}

// What a sender deleted is kept, and shown to a person only when they open it with a reason. Programs are let in by their key alone.

import type { Viewer } from '../../access/may-see.ts';
import type { MessageView } from '../../views/message.ts';

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

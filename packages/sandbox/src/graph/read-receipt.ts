// Read receipts and typing: the business says that it has read a message and those before it, and may show that it is typing, for 25
// seconds or until it answers.
import { type JsonObject, objectOf } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';
import type { World } from '../world/world.ts';
import type { Form } from './check/form.ts';

const typingMs = 25_000;

/** @returns the platform's answer. @throws SandboxError 131009 if the message is none that the number received */
export function markRead(world: World, numberId: string, request: Form): JsonObject {
  request.oneOf('status', ['read']);
  const wamid = request.text('message_id', { max: 512 });
  const typing = request.optionalInner('typing_indicator');
  typing?.oneOf('type', ['text']);
  const found = world.chats.messageOf(numberId, wamid);
  if (found?.message.from !== 'person')
    throw new SandboxError(131009, "Parameter 'message_id' is no message that this number received");
  const nowMs = world.clock.now();
  for (const message of found.chat.messages)
    if (message.from === 'person' && message.atMs <= found.message.atMs) message.states.read ??= nowMs;
  const news = { what: 'chat', person: found.chat.person } as const;
  if (objectOf(typing?.object)) {
    found.chat.typingUntilMs = nowMs + typingMs;
    world.clock.in(typingMs, () => world.tell(news));
  }
  world.tell(news);
  return { success: true };
}

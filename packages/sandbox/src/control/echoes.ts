// What happens in the phone app of a coexistence number: somebody of the business writes there, and the webhook echoes it.
import type { FastifyInstance } from 'fastify';
import { present } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';
import { timestampOf } from '../world/contact.ts';
import { showsPhone } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { bodyOf } from './body.ts';

/** Adds the route that writes from the phone app: `{person, body}`. */
export function addEchoes(app: FastifyInstance, world: World): void {
  app.post<{ readonly Params: { readonly id: string } }>('/numbers/:id/echoes', async (request) => {
    const number = world.number(request.params.id);
    const { person: personId, body } = bodyOf(request);
    if (!number.isCoexistence) throw new SandboxError('not-allowed', 'the number has no phone app');
    if (typeof body !== 'string' || body.trim() === '') throw new SandboxError('bad-request', 'body');
    const person = world.people.get(String(personId));
    const nowMs = world.clock.now();
    const wamid = world.newWamid(person, 'business');
    world.place(world.chats.of(number.id, person.id), {
      wamid,
      from: 'business',
      atMs: nowMs,
      type: 'text',
      content: { body },
      text: body,
      reactions: {},
      isEdited: false,
      isDeleted: false,
      states: { sent: nowMs, delivered: nowMs },
    });
    const echo = present({
      from: number.phone,
      to: showsPhone(person, nowMs) ? person.waId : undefined,
      to_user_id: person.bsuid,
      id: wamid,
      timestamp: timestampOf(nowMs),
      type: 'text',
      text: { body },
    });
    world.post.post({ number: number.id, field: 'smb_message_echoes', value: { message_echoes: [echo] } });
    return { wamid };
  });
}

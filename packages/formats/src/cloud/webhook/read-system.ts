// Reads what WhatsApp itself says in a chat: that a person changed number, business-scoped id or key. Three writings exist: the
// new mark as `wa_id`, as `new_wa_id`, or with the former one as `customer`. The body names both too, but with the person's own
// name among them, so that a person could put another's marks there: no mark is read from it.
import type { CloudFact } from '../fact/cloud-fact.ts';
import type { CloudIdentityChange } from '../fact/cloud-person.ts';
import { type Draft, type Loose, objectOf, textOf } from './loose-json.ts';
import type { MessageHead } from './message-head.ts';
import { systemText } from './message-text.ts';
import { marksOf } from './read-marks.ts';

/** @returns a change of identity; nothing for any other notice, which is a message */
export function readSystem(message: Loose, { channel, wamid, at }: MessageHead): CloudFact | undefined {
  const system = objectOf(message['system']);
  if (system === undefined) return undefined;
  const former = textOf(system['customer']) ?? textOf(message['from']);
  const current = textOf(system['wa_id']) ?? textOf(system['new_wa_id']);
  const keyHash = textOf(system['identity']) ?? textOf(objectOf(message['identity'])?.['hash']);
  const is =
    marksOf(current, system['user_id'], system['parent_user_id']) ??
    (keyHash === undefined ? undefined : marksOf(former));
  if (is === undefined) return undefined;
  const was = marksOf(former, system['previous_user_id'], system['previous_parent_user_id']) ?? {};
  const change: Draft<CloudIdentityChange> = {
    fact: 'identity',
    channel,
    wamid,
    at,
    was,
    is,
    type: textOf(system['type']) ?? '',
    text: systemText(system),
  };
  if (keyHash !== undefined) change.keyHash = keyHash;
  return change;
}

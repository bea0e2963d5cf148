// Which rules of input a message that is to be sent does not keep. It is sent all the same: what the platform refuses was refused before.

import { type OutgoingMessage, textOfOutgoing } from '@acta/formats';
import { checkIncoming, flagText } from '@acta/policy';
import { monthOf, type NewRecord } from '../records/record.ts';

/** The flags of the message that stands at `of`; undefined where there are none. */
export function orderFlags(message: OutgoingMessage, of: number, now: Date): NewRecord | undefined {
  const text = textOfOutgoing(message);
  const said = 'media' in message ? { caption: text } : { text };
  const filename = 'filename' in message && message.filename !== undefined ? { filename: message.filename } : {};
  const flags = checkIncoming({ source: 'api', ...said, ...filename }, now.getTime()).map(flagText);
  if (flags.length === 0) return undefined;
  const recordedAt = now.toISOString();
  const record = { flags, kind: 'flag', of, recordedAt, source: 'api', v: 1 } as const;
  return { subject: 0, conversation: 0, month: monthOf(recordedAt), record };
}

// Who is on the other side of a message, and which way it went. A live message comes from a person and an echo goes to one; a
// history tells both apart only by numbers, and the business's own is written in more than one way.
import type { CloudMessage } from '../fact/cloud-message.ts';
import type { PersonMarks } from '../fact/person-marks.ts';
import { type Loose, textOf } from './loose-json.ts';
import type { PieceContext } from './piece-context.ts';
import { isSamePerson, marksOf } from './read-marks.ts';

const notDigit = /\D/g;

export interface MessageSide {
  readonly direction: CloudMessage['direction'];
  readonly person?: PersonMarks;
}

/** @returns the direction, and the person by the message's own marks, else by its thread's, else by the one contact beside it */
export function sideOf(message: Loose, context: PieceContext): MessageSide {
  const direction = directionOf(message, context);
  const own =
    direction === 'in'
      ? marksOf(message['from'], message['from_user_id'], message['from_parent_user_id'])
      : (marksOf(message['to'], message['to_user_id'], message['to_parent_user_id']) ??
        marksOf(message['recipient_id'], message['recipient_user_id'], message['parent_recipient_user_id']));
  const person = own ?? context.thread ?? context.soleContact;
  return person === undefined ? { direction } : { direction, person };
}

function directionOf(message: Loose, { part, field, thread, channel }: PieceContext): CloudMessage['direction'] {
  if (part === 'message_echoes' || field === 'smb_message_echoes') return 'out';
  if (part !== 'history-message' && field !== 'history' && field !== 'standby') return 'in';
  const from = marksOf(message['from'], message['from_user_id'], message['from_parent_user_id']);
  const isBusiness = (id: unknown): boolean => channel.display !== undefined && isSameNumber(id, channel.display);
  if (isBusiness(message['from'])) return 'out';
  if (from === undefined)
    return marksOf(message['to'], message['to_user_id']) && !isBusiness(message['to']) ? 'out' : 'in';
  if (from.bsuid !== undefined || (thread && isSamePerson(from, thread)) || isBusiness(message['to'])) return 'in';
  return textOf(message['to']) === undefined ? 'in' : 'out';
}

function isSameNumber(id: unknown, display: string): boolean {
  const digits = textOf(id)?.replace(notDigit, '');
  return digits !== undefined && digits !== '' && digits === display.replace(notDigit, '');
}

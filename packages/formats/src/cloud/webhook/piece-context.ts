// What the readers of single pieces are told about the delivery around them.
import type { CloudChannel } from '../fact/channel.ts';
import type { CloudEvent } from '../fact/cloud-event.ts';
import type { CloudMessage } from '../fact/cloud-message.ts';
import type { PersonMarks } from '../fact/person-marks.ts';
import type { Draft } from './loose-json.ts';
import type { Part } from './stretch.ts';

export interface PieceContext {
  readonly channel: CloudChannel;
  /** The webhook field. */
  readonly field: string;
  readonly part: Part;
  /** `entry[].time`, in seconds since 1970. */
  readonly deliveredAt?: number;
  /** The one contact that stands beside the piece; nothing if there are several, or none. */
  readonly soleContact?: PersonMarks;
  /** Whom the thread around the piece is with. */
  readonly thread?: PersonMarks;
}

/** @returns by which way a message came here: what is in a field is of that field, whichever list it stands in */
export function originOf({ field, part }: PieceContext): CloudMessage['origin'] {
  if (field === 'history' || field === 'standby') return field;
  return part === 'message_echoes' || field === 'smb_message_echoes' ? 'echo' : 'live';
}

/** @returns an event that says where something stood that nobody could read */
export function unknownEvent({ channel, field }: PieceContext): Draft<CloudEvent> {
  return { fact: 'event', channel, field, name: '', isKnown: false };
}

// What every message has, whatever it says or does to another.
import type { CloudMessage } from '../fact/cloud-message.ts';

export type MessageHead = Pick<
  CloudMessage,
  'channel' | 'wamid' | 'at' | 'direction' | 'origin' | 'person' | 'group' | 'state'
>;

// Message ids as the platform makes them: base64 over a short frame that holds who it was sent to or by, the direction and a random
// part. Receivers must take them as they are; the frame is imitated so that ids have a real one's length and letters.
import type { Chance } from '../chance.ts';
import type { Side } from './chat.ts';

const hex = '0123456789ABCDEF';
const randomLetters = 20;

/** @returns a new message id */
export function newWamid(chance: Chance, address: string, from: Side): string {
  const name = Buffer.from(address.slice(0, 40));
  const random = Buffer.from(chance.letters(randomLetters, hex));
  const direction = from === 'business' ? 0x11 : 0x12;
  const head = Buffer.from([0x1c, 0x18, name.length]);
  const middle = Buffer.from([0x15, 0x02, 0x00, direction, 0x18, randomLetters]);
  return `wamid.${Buffer.concat([head, name, middle, random, Buffer.from([0])]).toString('base64')}`;
}

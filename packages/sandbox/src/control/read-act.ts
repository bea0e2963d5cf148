// Reads what a person is to do from the controls. Only the members that an act has are taken; bytes come by a route of their own.
import { type JsonObject, listOf, objectOf, present } from '../json.ts';
import type { PhoneAct } from '../phones/phone-act.ts';
import { SandboxError } from '../sandbox-error.ts';

type Members = Readonly<Record<string, 'text' | 'number' | 'flag' | 'items'>>;

const reply = { number: 'text', replyTo: 'text' } as const;
const optional: ReadonlySet<string> = new Set([
  'number',
  'replyTo',
  'forwarded',
  'name',
  'address',
  'headline',
  'text',
  'hideAtOnce',
]);
const acts: Readonly<Record<Exclude<PhoneAct['act'], 'media'>, Members>> = {
  text: { body: 'text', forwarded: 'flag', ...reply },
  location: { latitude: 'number', longitude: 'number', name: 'text', address: 'text', number: 'text' },
  contact: { name: 'text', phone: 'text', number: 'text' },
  reaction: { target: 'text', emoji: 'text', number: 'text' },
  tap: { target: 'text', index: 'number', number: 'text' },
  edit: { target: 'text', body: 'text', number: 'text' },
  delete: { target: 'text', number: 'text' },
  advertisement: { body: 'text', headline: 'text', number: 'text' },
  order: { items: 'items', text: 'text', number: 'text' },
  unsupported: { kind: 'text', number: 'text' },
  block: { number: 'text' },
  unblock: { number: 'text' },
  read: { number: 'text' },
  play: { target: 'text', number: 'text' },
  'stop-marketing': { number: 'text' },
  'resume-marketing': { number: 'text' },
  'change-number': { phone: 'text' },
  username: { username: 'text', hideAtOnce: 'flag' },
  rename: { name: 'text' },
  online: {},
  offline: {},
};
const always: Readonly<Record<string, readonly string[]>> = { contact: ['name'], rename: ['name'] };
const types = { text: 'string', number: 'number', flag: 'boolean' } as const;

/** @throws SandboxError `bad-request`, naming the member that is wrong */
export function readAct(body: JsonObject): PhoneAct {
  const name = body['act'];
  const members = typeof name === 'string' && Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined;
  if (!members) throw new SandboxError('bad-request', `act is one of ${Object.keys(acts).join(', ')}`);
  for (const [member, type] of Object.entries(members)) {
    const value = body[member];
    const isMissing = value === undefined;
    if (isMissing && optional.has(member) && !always[String(name)]?.includes(member)) continue;
    const isRight = type === 'items' ? isItems(value) : typeof value === types[type];
    if (!isRight) throw new SandboxError('bad-request', `${String(name)}: ${member}`);
  }
  const taken = Object.keys(members).map((member) => [member, body[member]]);
  return present({ act: name, ...Object.fromEntries(taken) }) as unknown as PhoneAct;
}

function isItems(value: unknown): boolean {
  const items = listOf(value).map(objectOf);
  const isItem = (item: JsonObject | undefined): boolean =>
    typeof item?.['id'] === 'string' &&
    typeof item['currency'] === 'string' &&
    typeof item['quantity'] === 'number' &&
    typeof item['price'] === 'number';
  return items.length > 0 && items.every(isItem);
}

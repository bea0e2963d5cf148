// Reads the marks of a person. A business-scoped user id is one wherever it stands, also in a place for numbers; a number is never
// checked or rewritten, because what WhatsApp sent is the only thing that a reply can be addressed to.
import type { PersonMarks } from '../fact/person-marks.ts';
import { type Draft, type Loose, objectOf, textOf } from './loose-json.ts';

const businessScoped = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** @returns what kind of id it is: `bsuid`, `parentBsuid`, or `waId` for everything else */
export function kindOfId(id: string): 'waId' | 'bsuid' | 'parentBsuid' {
  const match = id.charCodeAt(2) === 0x2e ? businessScoped.exec(id) : null;
  if (match === null) return 'waId';
  return match[1] === undefined ? 'bsuid' : 'parentBsuid';
}

/** @returns the marks that a number, a BSUID and a parent BSUID make; nothing if none of them is there */
export function marksOf(number: unknown, bsuid?: unknown, parentBsuid?: unknown): Draft<PersonMarks> | undefined {
  const marks: Draft<PersonMarks> = {};
  const id = textOf(number);
  if (id !== undefined) marks[kindOfId(id)] = id;
  const own = textOf(bsuid);
  if (own !== undefined) marks[kindOfId(own) === 'parentBsuid' ? 'parentBsuid' : 'bsuid'] = own;
  const parent = textOf(parentBsuid);
  if (parent !== undefined) marks.parentBsuid = parent;
  return id === undefined && own === undefined && parent === undefined ? undefined : marks;
}

/** @returns the marks of an object with `wa_id`, `user_id`, `parent_user_id`, `username`, as the head of a thread and participants have them */
export function marksIn(object: Loose | undefined): PersonMarks | undefined {
  if (object === undefined) return undefined;
  const marks = marksOf(object['wa_id'], object['user_id'], object['parent_user_id']);
  return withLabels(marks, { username: object['username'] });
}

/** @returns the marks with what they are called; labels alone are marks too, the weakest */
export function withLabels(
  marks: Draft<PersonMarks> | undefined,
  labels: { readonly username?: unknown; readonly profileName?: unknown; readonly savedName?: unknown },
): PersonMarks | undefined {
  const username = textOf(labels.username);
  const profileName = textOf(labels.profileName);
  const savedName = textOf(labels.savedName);
  if (username === undefined && profileName === undefined && savedName === undefined) return marks;
  const named: Draft<PersonMarks> = marks ?? {};
  if (username !== undefined) named.username = username;
  if (profileName !== undefined) named.profileName = profileName;
  if (savedName !== undefined) named.savedName = savedName;
  return named;
}

/** @returns true if one of the identifying marks of both is the same */
export function isSamePerson(one: PersonMarks, other: PersonMarks): boolean {
  return (
    (one.waId !== undefined && one.waId === other.waId) ||
    (one.bsuid !== undefined && one.bsuid === other.bsuid) ||
    (one.parentBsuid !== undefined && one.parentBsuid === other.parentBsuid)
  );
}

/** @returns the marks of a contact as deliveries list them, `profile` included */
export function contactMarks(contact: Loose): PersonMarks | undefined {
  const profile = objectOf(contact['profile']);
  const marks = marksOf(contact['wa_id'], contact['user_id'], contact['parent_user_id']);
  return withLabels(marks, { username: profile?.['username'] ?? contact['username'], profileName: profile?.['name'] });
}

// From the code of what is wrong with a file to a person's sentences.

import type { Key } from '../words/language.ts';
import type { UploadProblem } from './chunks.ts';

export interface Wrong {
  readonly what: Key;
  readonly about?: Key;
}

const DAMAGED: ReadonlySet<string> = new Set([
  'zip-malformed',
  'zip-truncated',
  'zip-crc-mismatch',
  'zip-data-damaged',
  'zip-size-mismatch',
  'zip-header-mismatch',
  'zip-method-unknown',
]);
const UNSAFE: ReadonlySet<string> = new Set([
  'zip-overlap',
  'zip-bomb',
  'zip-too-many-entries',
  'zip-path-traversal',
  'zip-name-invalid',
  'zip-duplicate-name',
  'zip-link',
  'zip-special-file',
]);

/** What is wrong with a file that was refused. */
export function refusedFor(code: string): Wrong {
  return { what: reasonOf(code), about: 'import.refused-about' };
}

/** The sentence of a code alone. */
export function reasonOf(code: string): Key {
  if (DAMAGED.has(code)) return 'import.refused-zip';
  if (UNSAFE.has(code)) return 'import.refused-unsafe';
  return code === 'zip-encrypted' ? 'import.refused-locked' : 'import.refused';
}

/** Why a file did not go up. */
export const NOT_BROUGHT: Readonly<Record<UploadProblem, Wrong>> = {
  'no-room': { what: 'import.no-room', about: 'import.no-room-about' },
  'too-large': { what: 'import.too-large' },
  'too-many': { what: 'import.too-many' },
  gone: { what: 'import.gone' },
  'not-sent': { what: 'import.not-sent' },
};

export const NOTE_CODES = [
  'empty',
  'not-a-chat',
  'binary',
  'utf-16',
  'invalid-utf8',
  'control-characters',
  'preamble',
  'pasted-header',
  'impossible-date',
  'date-before-2009',
  'date-in-future',
  'date-order-ambiguous',
  'date-order-mixed',
  'answer-contradicted',
  'calendar-converted',
  'unknown-day-period',
  'backward-jump',
  'oversize-text',
  'many-authors',
  'possibly-truncated',
] as const;

export type NoteCode = (typeof NOTE_CODES)[number];

/** Whether a remark is one that has words. */
export function isNote(code: string): code is NoteCode {
  return NOTE_CODES.some((known) => known === code);
}

/**
 * Canonical JSON: RFC 8785 (JCS), narrowed so that it has no corners. Numbers are whole, within ±(2^53 - 1), and never
 * -0; strings are well-formed Unicode; nothing nests deeper than 64. One value has one spelling, and only that is read.
 */
import { fromUtf8 } from './bytes.ts';
import { VerifierError } from './error.ts';

/** What canonical JSON can say. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/** Levels of arrays and objects, the outermost included. */
export const MAX_CANONICAL_DEPTH = 64;

/**
 * Writes a value in its one spelling: members ordered by the UTF-16 code units of their names, no white space. Throws
 * `json-number`, `json-surrogate`, `json-depth`, and `json-value` for undefined, a hole, a class instance or the like.
 */
export function canonicalise(value: unknown): string {
  return isOrdered(value, 0) ? JSON.stringify(value) : write(value);
}

/**
 * Reads the one spelling of a value and refuses every other, repeated names included. Throws `not-utf8`,
 * `json-malformed`, `json-not-canonical`, and what `canonicalise` throws.
 */
export function parseCanonical(bytes: Uint8Array): CanonicalValue {
  const text = fromUtf8(bytes, 'JSON');
  const value = parseJson(text);
  if (canonicalise(value) !== text) throw new VerifierError('json-not-canonical', { what: 'JSON' });
  return value;
}

/** Checks all of a value, and tells whether its members already stand in canonical order everywhere. */
function isOrdered(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new VerifierError('json-surrogate', { what: 'JSON' });
      return true;
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0))
        throw new VerifierError('json-number', { what: 'JSON' });
      return true;
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth >= MAX_CANONICAL_DEPTH) throw new VerifierError('json-depth', { what: 'JSON' });
      return Array.isArray(value) ? isOrderedArray(value, depth) : isOrderedObject(value, depth);
    default:
      throw new VerifierError('json-value', { what: 'JSON' });
  }
}

function isOrderedArray(items: readonly unknown[], depth: number): boolean {
  let ordered = true;
  for (const item of items) if (!isOrdered(item, depth + 1)) ordered = false;
  return ordered;
}

function isOrderedObject(value: object, depth: number): boolean {
  if (!isPlain(value)) throw new VerifierError('json-value', { what: 'JSON' });
  let ordered = true;
  let previous = '';
  for (const name of Object.keys(value)) {
    if (!name.isWellFormed()) throw new VerifierError('json-surrogate', { what: 'JSON' });
    if (name < previous) ordered = false;
    previous = name;
    if (!isOrdered(value[name], depth + 1)) ordered = false;
  }
  return ordered;
}

/** An object literal or the like: an instance of a class would be written by rules of its own. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Writes member by member. Sorting into a new object would not do: engines put names like "10" first, whatever the order. */
function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (!isPlain(value)) throw new VerifierError('json-value', { what: 'JSON' });
  let text = '';
  for (const name of Object.keys(value).sort()) {
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${write(value[name])}`;
  }
  return `{${text}}`;
}

/** The engine's message quotes the text, which no error may carry: so it is not kept as the cause. */
function parseJson(text: string): CanonicalValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new VerifierError('json-malformed', { what: 'JSON' });
  }
}

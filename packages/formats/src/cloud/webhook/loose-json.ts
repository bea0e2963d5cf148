// Values out of a JSON text whose shape nobody vouches for: a number where a string is usual, a string where a number is, null,
// an array instead of an object. Each function answers with what it was asked for or with nothing, and never throws.

export type Loose = Readonly<Record<string, unknown>>;
/** A fact while it is put together. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** No list inside a message or an event is longer. */
const maxElements = 1000;
const integer = /^-?\d{1,15}$/;
/** Seconds would reach it in the year 5138; what is larger counts milliseconds. */
const millisecondsFrom = 1e11;

/** @returns the object, if it is one; an array is none */
export function objectOf(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined;
}

/** @returns the elements, as many as any list of the platform has; nothing else has any */
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  return value.length > maxElements ? value.slice(0, maxElements) : value;
}

/** @returns the property of that name, if it is the object's own and no name that every object answers to */
export function ownOf(object: Loose, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** @returns a well-formed string that says something; a number as it is written */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value.toWellFormed();
  return typeof value === 'number' ? String(value) : undefined;
}

/** @returns a whole number */
export function integerOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' && integer.test(value) ? Number(value) : undefined;
}

/** @returns seconds since 1970, also from milliseconds and fractions; nothing before 1970 */
export function secondsOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number > 0 && number < Number.MAX_SAFE_INTEGER)) return undefined;
  return Math.floor(number < millisecondsFrom ? number : number / 1000);
}

/** @returns a truth, also one written as a word */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

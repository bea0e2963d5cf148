// Real samples to start from: the project's vectors, its own exports, its README.

import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../place.ts';

const VECTORS = join(PROJECT, 'vectors');
const EXPORT_BYTES = 6_000;
const CODE = /`([^`]+)`|'([^']+)'/g;

/** A vector file of JSON. */
export function vector<T>(name: string): T {
  return JSON.parse(readFileSync(join(VECTORS, name), 'utf8')) as T;
}

/** Every string in a vector file, and every object in it as JSON. */
export function stringsIn(name: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(vector(name));
  return found;
}

/** The first kilobytes of exports in every language and shape. */
export function exportsIn(): Uint8Array[] {
  const files = globSync(['exports/*.txt', 'samples/exports/**/*.txt'], { cwd: VECTORS }).sort();
  return files
    .map((file) => join(VECTORS, file))
    .filter((file) => statSync(file).size > 0)
    .map((file) => readFileSync(file).subarray(0, EXPORT_BYTES));
}

/** What stands between quotes in a text: queries, names. */
export function textsIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(CODE)].map(([, one, other]) => one ?? other ?? '');
}

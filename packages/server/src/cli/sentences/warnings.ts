// Warnings about an export in words. A code without a sentence of its own stands for itself.

import type { ExportWarning } from '@acta/formats';
import { isSentence, type Sentences } from './index.ts';

/** What a person reads of a warning; of one that came too often to be listed each time, how often it came in all. */
export function describeWarning(say: Sentences, { code, count, line }: ExportWarning): string {
  const key = `warning.${code}`;
  const text = isSentence(key) ? say(key, { line }) : code;
  return count === undefined ? text : say('warning.count', { text, count });
}

/** How many warnings there were, those that are only counted among them. */
export function warningsInAll(warnings: readonly ExportWarning[]): number {
  const listed = new Map<string, number>();
  const inAll = new Map<string, number>();
  for (const { code, count } of warnings) {
    listed.set(code, (listed.get(code) ?? 0) + 1);
    inAll.set(code, count ?? listed.get(code) ?? 0);
  }
  return inAll.values().reduce((sum, count) => sum + count, 0);
}

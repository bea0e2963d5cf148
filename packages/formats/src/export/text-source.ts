/** Sources for tests: text or bytes in memory, in chunks of any size. Not for anyone else. */
import type { ExportEntry, TimedEntry } from './entry.ts';
import type { EntryMap } from './entry-map.ts';
import { type Inspection, inspectExport } from './inspect-export.ts';
import { readExport } from './read-export.ts';
import type { Reading } from './reading.ts';
import type { ExportSource, InspectOptions } from './source.ts';

/** The time at which tests happen. */
export const testNow: Date = new Date('2026-11-22T00:00:00Z');

export function bytesSource(bytes: Uint8Array, chunkBytes: number = bytes.length): ExportSource {
  return {
    open: async function* open(): AsyncGenerator<Uint8Array> {
      const step = Math.max(1, chunkBytes);
      for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
    },
  };
}

/** Little-endian, with the byte order mark that the text itself holds or without one. */
export function inUtf16(written: string): Uint8Array {
  return new Uint8Array(Uint16Array.from({ length: written.length }, (_, at) => written.charCodeAt(at)).buffer);
}

function textSource(text: string, beside: Omit<ExportSource, 'open'> = {}): ExportSource {
  return { ...bytesSource(new TextEncoder().encode(text)), ...beside };
}

export async function entriesOf(source: ExportSource, reading: Reading, map?: EntryMap): Promise<ExportEntry[]> {
  const entries: ExportEntry[] = [];
  for await (const batch of readExport(source, reading, map)) entries.push(...batch);
  return entries;
}

/** Inspects and reads a text at once; preambles are left out of `timed`. */
export async function readText(
  text: string,
  options: Partial<InspectOptions> & Omit<ExportSource, 'open'> = {},
): Promise<{ inspection: Inspection; entries: ExportEntry[]; timed: TimedEntry[] }> {
  const { now = testNow, dateOrder, ...beside } = options;
  const source = textSource(text, beside);
  const inspection = await inspectExport(source, dateOrder === undefined ? { now } : { now, dateOrder });
  const entries = await entriesOf(source, inspection.reading);
  return { inspection, entries, timed: entries.filter((entry) => entry.kind !== 'preamble') };
}

// What became of one file that was taken in, or could not be, as it is told to whoever brought it.

import type { ExportReport } from '@acta/formats';
import type { ErrorDetail } from '../server-error.ts';
import type { Alignment } from './align/align.ts';
import type { ImportOutcome } from './import-order.ts';
import type { KnownImport } from './known.ts';

/** What became of one file. */
export interface FileOutcome {
  readonly path: string;
  readonly sha256?: string;
  readonly report?: ExportReport;
  /** The import's id; absent where nothing was recorded. */
  readonly import?: number;
  readonly chat?: number;
  readonly added: number;
  readonly duplicates: number;
  readonly newVersions: number;
  readonly suppressed: number;
  readonly quarantined: number;
  readonly steps: Readonly<Record<string, number>>;
  /** Under `--same-as`: what each side lacks, and how clocks and names relate. */
  readonly sameAs?: { readonly lacks: Alignment['lacks']; readonly clock: Alignment['crossing']['stretches'] };
  readonly error?: { readonly code: string; readonly detail: ErrorDetail };
}

/** Counts of a file of which nothing was recorded. */
export const NOTHING = { added: 0, duplicates: 0, newVersions: 0, suppressed: 0, quarantined: 0, steps: {} } as const;

/** The very same file was taken in before. */
export function heldAlready(
  told: { path: string; sha256: string; report: ExportReport },
  before: KnownImport,
): FileOutcome {
  const { entries } = told.report;
  return {
    ...NOTHING,
    ...told,
    import: before.id,
    chat: before.chat,
    duplicates: entries,
    steps: { sameFile: entries },
  };
}

/** What an import adds to what is told of its file. */
export function outcomeOf({ alignment, chat, import: id, imported }: ImportOutcome): Partial<FileOutcome> {
  const { added, duplicates, newVersions, suppressed } = imported;
  const counts = alignment?.counts;
  const steps = counts === undefined ? { added, suppressed } : { ...counts, added, suppressed };
  const crossing =
    alignment === undefined ? {} : { sameAs: { lacks: alignment.lacks, clock: alignment.crossing.stretches } };
  return { import: id, chat, added, duplicates, newVersions, suppressed, steps, ...crossing };
}

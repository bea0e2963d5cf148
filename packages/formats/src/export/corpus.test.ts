import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Inspection, inspectExport } from './inspect-export.ts';
import type { ExportReport } from './report.ts';
import { testNow } from './text-source.ts';

const corpus = fileURLToPath(new URL('../../../../vectors/exports/', import.meta.url));
const samples = fileURLToPath(new URL('../../../../vectors/samples/exports/', import.meta.url));

interface Expected {
  readonly entries: number;
  readonly authorless?: number;
  readonly dateOrder?: string;
  readonly first?: string;
  readonly last?: string;
  readonly media?: { readonly omitted?: number; readonly missing?: number };
  readonly authors?: number;
  readonly deleted?: number;
  readonly edited?: number;
  readonly calls?: number;
  readonly polls?: number;
  readonly locations?: number;
  readonly contacts?: number;
  readonly system?: number;
}

interface SampleExpected {
  readonly entries: number;
  readonly authorless: number;
  readonly first: string;
  readonly last: string;
  readonly date_order: string;
  readonly note?: string;
  readonly attachments?: number;
}

function inspectFile(path: string): Promise<Inspection> {
  return inspectExport({ open: () => createReadStream(path) }, { now: testNow });
}

/** Only what is claimed. */
function claimsOf(report: ExportReport, expected: Expected): Record<string, unknown> {
  const all: Record<string, unknown> = {
    ...report,
    authors: report.authors.length,
    media: Object.fromEntries(Object.entries(report.media).filter(([key]) => key in (expected.media ?? {}))),
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key]]));
}

if (existsSync(`${corpus}expected.json`)) {
  const all = JSON.parse(readFileSync(`${corpus}expected.json`, 'utf8')) as Record<
    string,
    Expected & { note?: string }
  >;
  for (const [name, { note: _, ...expected }] of Object.entries(all)) {
    test(`the corpus file ${name} reads as claimed`, async () => {
      const { report } = await inspectFile(corpus + name);
      assert.deepEqual(claimsOf(report, expected), expected);
      assert.equal(report.linesAccounted, report.lines);
    });
  }
}

const sampleFiles = JSON.parse(readFileSync(`${samples}expected.json`, 'utf8')) as Record<string, SampleExpected>;
for (const [name, expected] of Object.entries(sampleFiles)) {
  test(`the sample ${name} gives its numbers`, async () => {
    const { report } = await inspectFile(samples + name);
    const withSeconds = (at: string | null): string | null => (at?.length === 16 ? `${at}:00` : at);
    assert.deepEqual(
      {
        entries: report.entries,
        authorless: report.authorless,
        first: withSeconds(report.first),
        last: withSeconds(report.last),
        lines: report.linesAccounted,
      },
      {
        entries: expected.entries,
        authorless: expected.authorless,
        first: expected.first,
        last: expected.last,
        lines: report.lines,
      },
    );
    // Two dots decide; expected.json allows both answers for those files.
    const dots = expected.date_order === 'AMBIGUOUS' && report.dateOrderBasis.startsWith('dots');
    assert.equal(dots ? 'AMBIGUOUS' : report.dateOrder, expected.date_order);
    if (expected.attachments !== undefined) assert.equal(report.media.missing, expected.attachments);
  });
}

/** Chat export text into entries. */

export { entryLimitBytes } from './assembler.ts';
export type { Confidence, OrderBasis } from './date-order.ts';
export type {
  CallFact,
  ContentType,
  EntryMedia,
  EntryPlace,
  ExportEntry,
  LocationFact,
  MediaState,
  PollFact,
  PreambleEntry,
  SystemTopic,
  TimedEntry,
} from './entry.ts';
export type { EntryMap } from './entry-map.ts';
export { type Inspection, inspectExport } from './inspect-export.ts';
export { readExport } from './read-export.ts';
export type { Reading, Segment, ShapeReading } from './reading.ts';
export type { DateOrder, ExportReport, ReadingRange } from './report.ts';
export type { ExportSource, FieldOrder, InspectOptions } from './source.ts';
export type { ExportWarning, ExportWarningCode } from './warnings.ts';

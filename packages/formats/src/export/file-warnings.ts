/** Warnings that only the whole file can give: its kind, its dates, its shapes. */
import { allows } from './belonging.ts';
import type { FirstLook } from './first-look.ts';
import { OrderTrail } from './order-trail.ts';
import type { Tally } from './report.ts';
import type { Resolution } from './resolve.ts';
import type { FieldOrder } from './source.ts';
import type { Survey } from './survey.ts';
import type { WarningList } from './warnings.ts';

export interface FileFindings {
  readonly look: FirstLook;
  readonly survey: Survey;
  readonly resolution: Resolution | undefined;
  readonly tally: Tally;
  readonly answer: FieldOrder | undefined;
}

/** Adds them to the list. */
export function fileWarnings(warnings: WarningList, found: FileFindings): void {
  const { look, resolution } = found;
  if (look.bytes === 0) warnings.add('empty', 0);
  if (look.utf16) warnings.add('utf-16', 0);
  if (resolution === undefined) {
    if ((look.damagedLines + look.controlLines) * 10 > look.lines) warnings.add('binary', 0);
    warnings.add('not-a-chat', 0);
    return;
  }
  shapeWarnings(warnings, resolution, found.survey);
  dateWarnings(warnings, resolution);
  const main = resolution.main;
  if (resolution.mixed) warnings.add('date-order-mixed', 0);
  else if (!main.decided && !main.sameDates) warnings.add('date-order-ambiguous', 0);
  if (found.answer !== undefined && found.answer !== main.order && !main.sameDates)
    warnings.add('answer-contradicted', 0);
  if (found.tally.possiblyTruncated()) warnings.add('possibly-truncated', 0);
}

function shapeWarnings(warnings: WarningList, resolution: Resolution, survey: Survey): void {
  for (const run of resolution.refused) {
    const impossible = run.shape === resolution.mainShape && !allows(run, 'DMY') && !allows(run, 'MDY');
    warnings.add(impossible ? 'impossible-date' : 'pasted-header', run.firstLine);
  }
  for (const header of survey.impossible) {
    if (header.shape === resolution.mainShape) warnings.add('impossible-date', header.line);
  }
  if (survey.unknownPeriodLine > 0) warnings.add('unknown-day-period', survey.unknownPeriodLine);
  if (survey.foreignLine > 0) warnings.add('calendar-converted', survey.foreignLine);
}

function dateWarnings(warnings: WarningList, resolution: Resolution): void {
  const whole = new OrderTrail();
  for (const { run, order } of resolution.accepted) whole.append(run.trails[order], run.firstLine);
  warnings.addAll('date-before-2009', whole.ancientLines, whole.ancient);
  warnings.addAll('date-in-future', whole.futureLines, whole.future);
  warnings.addAll('backward-jump', whole.backwardLines, whole.backwardJumps);
}

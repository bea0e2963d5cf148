/** The day a header means in one order, within the days a chat can have. */
import { dayOf, noDay, type WrittenDate } from './calendar.ts';
import { firstWhatsApp } from './order-trail.ts';
import type { FieldOrder } from './source.ts';

export interface DayBounds {
  /** The year now: it tells short Buddhist years from others. */
  readonly nowYear: number;
  /** The last day a message can have. */
  readonly lastDay: number;
}

/**
 * Days since 1970, or {@link noDay}. A short year in front has to be a year of WhatsApp: `31/02/22` is not of 2031, it is
 * no date. Other dates may lie in the future; they are warned about.
 */
export function headerDay(date: WrittenDate, order: FieldOrder, bounds: DayBounds): number {
  const day = dayOf(date, order, bounds.nowYear);
  const shortLead = order === 'YMD' && date.firstWidth <= 2 && date.only === undefined;
  return shortLead && (day > bounds.lastDay || day < firstWhatsApp) ? noDay : day;
}

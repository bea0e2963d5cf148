// What a browser's own clock says of a page that loads: first and largest paint, shifts of what stood already, and how long its thread
// was held. The names are those of web vitals (W3C Paint Timing, Largest Contentful Paint, Layout Instability, Long Tasks); the limits
// are what is held to be good of each.

import type { BrowserContext, Page } from 'playwright-core';
import { type Row, shownMs } from '../row.ts';
import { median } from '../statistics.ts';

const LIMITS = { firstPaintMs: 1_800, largestPaintMs: 2_500, shift: 0.1, blockedMs: 200 } as const;

/** Milliseconds since the navigation began; `shift` without a unit; `blockedMs` what tasks took beyond 50 ms each. */
export interface Vitals {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly shift: number;
  readonly blockedMs: number;
}

/** Has every page of a profile note what it will be asked about. */
export async function notingVitals(context: BrowserContext): Promise<void> {
  await context.addInitScript(`(${note})()`);
}

/** Runs in the page, before its own script. */
const note = `() => {
  const noted = { firstPaintMs: 0, largestPaintMs: 0, shift: 0, blockedMs: 0 };
  globalThis.vitals = noted;
  const watch = (type, add) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') noted.firstPaintMs = startTime; });
  watch('largest-contentful-paint', ({ startTime }) => { noted.largestPaintMs = startTime; });
  watch('layout-shift', ({ hadRecentInput, value }) => { if (!hadRecentInput) noted.shift += value; });
  watch('longtask', ({ duration }) => { noted.blockedMs += duration - 50; });
}`;

export function vitalsOf(page: Page): Promise<Vitals> {
  return page.evaluate<Vitals>('globalThis.vitals');
}

/** Medians over the loads of one page. */
export function vitalsRow(name: string, loads: readonly Vitals[]): Row {
  const of = (vital: keyof Vitals): number => median(loads.map((one) => one[vital]));
  const numbers = {
    firstPaintMs: of('firstPaintMs'),
    largestPaintMs: of('largestPaintMs'),
    shift: of('shift'),
    blockedMs: of('blockedMs'),
  };
  const said = (vitals: Vitals): string =>
    `first paint ${shownMs(vitals.firstPaintMs)}, largest ${shownMs(vitals.largestPaintMs)}, shift ${vitals.shift.toFixed(3)}, thread held ${shownMs(vitals.blockedMs)}`;
  return {
    work: `console: ${name}, as the browser tells`,
    figure: said(numbers),
    beside: `good is ${said(LIMITS)}`,
    numbers,
  };
}

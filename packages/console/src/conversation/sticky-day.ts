// The day that is read, at the head of the feed: it stands where its rule would pass the top, and the rule of the next day pushes it
// away.

import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface Dated {
  readonly kind: string;
  readonly at?: Date;
}

/** How far a rule's writing stands below its own top more than the bar's does. */
const RULE_PX = 12;
const BAR_PX = 30;

export interface StickyDay {
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly day: Date | undefined;
}

export function useStickyDay(
  virtual: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Dated[],
  scroller: RefObject<HTMLDivElement | null>,
): StickyDay {
  const bar = useRef<HTMLDivElement>(null);
  const [day, setDay] = useState<Date>();
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const place = (): void => {
      const offset = box.scrollTop - RULE_PX;
      const from = virtual.range?.startIndex ?? 0;
      const startOf = (index: number): number => virtual.measurementsCache[index]?.start ?? Number.POSITIVE_INFINITY;
      let above = Math.min(from + 2, rows.length - 1);
      while (above >= 0 && (rows[above]?.kind !== 'day' || startOf(above) > offset)) above--;
      const next = rows.findIndex((row, index) => index > above && index >= from && row.kind === 'day');
      const room = next === -1 ? BAR_PX : startOf(next) - offset;
      const at = rows[above]?.at;
      setDay((old) => (old?.getTime() === at?.getTime() ? old : at));
      if (bar.current !== null)
        bar.current.style.transform = room < BAR_PX ? `translateY(${Math.round(room - BAR_PX)}px)` : '';
    };
    place();
    box.addEventListener('scroll', place, { passive: true });
    return () => box.removeEventListener('scroll', place);
  });
  return { bar, day };
}

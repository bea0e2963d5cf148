// Whoever reads the end of a conversation goes on reading it when the field below grows, or the screen turns.

import { type RefObject, useEffect } from 'react';

const NEAR_END_PX = 80;

/** Keeps the end of what scrolls in view while its height changes. */
export function useKeptEnd(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    let height = box.clientHeight;
    const observer = new ResizeObserver(() => {
      const wasAtEnd = box.scrollHeight - box.scrollTop - height < NEAR_END_PX;
      height = box.clientHeight;
      if (wasAtEnd) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);
}

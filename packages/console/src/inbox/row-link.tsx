// A row of the list as it is used: it opens its conversation, or is chosen with others where several are.

import { Link } from '@tanstack/react-router';
import { type MouseEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './inbox.module.css';
import { listSearch } from './inbox-asked.ts';
import type { InboxRow, Label } from './inbox-queries.ts';
import { RowFace } from './inbox-row.tsx';
import many from './many.module.css';
import { isChosen } from './selection.ts';
import type { Choosing } from './use-selection.ts';

const LONG_PRESS_MS = 500;
/** A finger that moves further scrolls. */
const STILL_PX = 10;

export function RowLink({
  choosing,
  isOpen,
  labels,
  nowMs,
  onAt,
  row,
  start,
}: {
  readonly row: InboxRow;
  readonly labels: ReadonlyMap<number, Label>;
  readonly nowMs: number;
  readonly isOpen: boolean;
  readonly choosing: Choosing;
  /** Where a range begins while nothing is chosen. */
  readonly start: number | undefined;
  readonly onAt: (row: number) => void;
}): ReactNode {
  const t = useWords();
  const press = useLongPress(() => choosing.toggle(row.id));
  const isPicked = choosing.isOn && isChosen(choosing.selection, row.id);
  const clicked = (event: MouseEvent): void => {
    if (press.wasLong()) event.preventDefault();
    else if (event.shiftKey) {
      event.preventDefault();
      choosing.reach(row.id, start);
    } else if (choosing.isOn && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      choosing.toggle(row.id);
    }
  };
  return (
    <>
      {choosing.isOn && (
        <label className={many['pick']}>
          <input
            type="checkbox"
            checked={isPicked}
            aria-label={t('inbox.many-choose-one', { name: row.title })}
            onChange={({ nativeEvent }) =>
              nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
                ? choosing.reach(row.id, start)
                : choosing.toggle(row.id)
            }
          />
        </label>
      )}
      <Link
        to="/inbox/$conversation"
        params={{ conversation: String(row.id) }}
        search={(old) => listSearch(old)}
        className={styles['row']}
        data-row={row.id}
        data-chosen={choosing.isOn ? isPicked : isOpen}
        data-choosing={choosing.isOn}
        aria-current={isOpen ? 'page' : undefined}
        draggable={false}
        onClick={clicked}
        onFocus={() => onAt(row.id)}
        {...press.handlers}
      >
        <RowFace row={row} labels={labels} nowMs={nowMs} />
      </Link>
    </>
  );
}

/** A finger that rests on a row chooses it; the click and the menu of the browser that follow do nothing. */
function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef({ x: 0, y: 0 });
  const isLong = useRef(false);
  const isTouch = useRef(false);
  const stop = (): void => clearTimeout(timer.current);
  return {
    wasLong: (): boolean => {
      const was = isLong.current;
      isLong.current = false;
      return was;
    },
    handlers: {
      onPointerDown: (event: PointerEvent): void => {
        isLong.current = false;
        isTouch.current = event.pointerType === 'touch';
        if (!isTouch.current) return;
        from.current = { x: event.clientX, y: event.clientY };
        timer.current = setTimeout(() => {
          isLong.current = true;
          act();
        }, LONG_PRESS_MS);
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent): void => {
        if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > STILL_PX) stop();
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      onContextMenu: (event: MouseEvent): void => {
        if (isTouch.current) event.preventDefault();
      },
    },
  };
}

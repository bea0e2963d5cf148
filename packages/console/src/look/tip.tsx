// A tooltip: the name of what has only an icon, with its key.

import { Tooltip } from '@mantine/core';
import { cloneElement, type PointerEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './tip.module.css';

const DELAY_MS = 400;

export function Tip({
  text,
  keyCap,
  children,
}: {
  readonly text: string;
  readonly keyCap?: string;
  readonly children: ReactElement<Pointed>;
}): ReactNode {
  // Most are never looked at: what shows one is made when somebody has pointed at what it names for a moment.
  const [target, setTarget] = useState<HTMLElement>();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(due.current), []);
  const pointed = ({ currentTarget, pointerType }: PointerEvent<HTMLElement>): void => {
    clearTimeout(due.current);
    if (pointerType === 'mouse') due.current = setTimeout(() => setTarget(currentTarget), DELAY_MS);
  };
  const label = keyCap === undefined ? text : `${text} · ${keyCap}`;
  return (
    <>
      {target === undefined
        ? cloneElement(children, { onPointerEnter: pointed, onPointerLeave: () => clearTimeout(due.current) })
        : children}
      {target !== undefined && (
        <Tooltip
          target={target}
          defaultOpened
          label={label}
          openDelay={DELAY_MS}
          zIndex={40}
          unstyled
          classNames={{ tooltip: styles['tip'] ?? '' }}
        />
      )}
    </>
  );
}

interface Pointed {
  readonly onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave?: () => void;
}

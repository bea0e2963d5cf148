// A tooltip: the name of what has only an icon, with its key.

import { Tooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './tip.module.css';

export function Tip({
  text,
  keyCap,
  children,
}: {
  readonly text: string;
  readonly keyCap?: string;
  readonly children: ReactElement;
}): ReactNode {
  const label = keyCap === undefined ? text : `${text} · ${keyCap}`;
  return (
    <Tooltip label={label} openDelay={400} zIndex={40} unstyled classNames={{ tooltip: styles['tip'] ?? '' }}>
      {children}
    </Tooltip>
  );
}

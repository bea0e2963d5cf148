// A person (round) or a group (square) by initials on one of six tints, which mean nothing.

import type { ReactNode } from 'react';
import styles from './avatar.module.css';
import { classes } from './class-names.ts';
import { initialsOf } from './initials.ts';

export function Avatar({
  name,
  seed,
  size = 40,
  group = false,
}: {
  readonly name: string;
  /** What the tint goes by: an id, which does not change with the name. */
  readonly seed: number;
  readonly size?: number;
  readonly group?: boolean;
}): ReactNode {
  const tint = (Math.abs(seed) % 6) + 1;
  return (
    <span
      aria-hidden="true"
      className={classes(styles['avatar'], group && styles['group'], styles[`tint${tint}`])}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.36) }}
    >
      {initialsOf(name)}
    </span>
  );
}

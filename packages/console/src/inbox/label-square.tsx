// A label: a small square of its colour, and its name.

import type { ReactNode } from 'react';
import styles from './label-square.module.css';

export function LabelSquare({
  label,
}: {
  readonly label: { readonly name: string; readonly colour: number };
}): ReactNode {
  return (
    <span className={styles['label']}>
      <span className={styles['square']} data-colour={label.colour} aria-hidden="true" />
      <bdi>{label.name}</bdi>
    </span>
  );
}

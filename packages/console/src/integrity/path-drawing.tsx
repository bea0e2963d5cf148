// The way from an entry to the signed root, drawn: each node with the sibling that it is hashed with, up to the root.

import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './proof.module.css';

const WIDTH = 400;
const HEIGHT = 108;
const EDGE = 10;
const NODE = 8;
const SIBLING = 6;
const DROP = 14;

export function PathDrawing({ entry, steps }: { readonly entry: number; readonly steps: number }): ReactNode {
  const t = useWords();
  const nodes = Array.from({ length: steps + 1 }, (_, at) => placeOf(at, steps));
  return (
    <figure className={styles['path']}>
      <figcaption>
        <b>{t('proof.path')}</b>
        <span>{t('proof.steps', { count: steps })}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {nodes.slice(1).map(({ x, y }, at) => {
          const from = placeOf(at, steps);
          return (
            <g key={x} className={styles['line']}>
              <path d={`M${from.x} ${from.y}L${x} ${y}`} data-kind="own" />
              <path d={`M${from.x} ${from.y + DROP}L${x} ${y}`} />
            </g>
          );
        })}
        {nodes.slice(0, -1).map(({ x, y }) => (
          <Square key={x} x={x} y={y + DROP} size={SIBLING} kind="sibling" />
        ))}
        {nodes.map(({ x, y }, at) => (
          <Square key={x} x={x} y={y} size={NODE} kind={at === 0 || at === steps ? 'end' : 'own'} />
        ))}
      </svg>
      <div className={styles['ends']}>
        <span>{t('proof.path-entry', { entry })}</span>
        <span>{t('proof.path-root')}</span>
      </div>
    </figure>
  );
}

function placeOf(at: number, steps: number): { readonly x: number; readonly y: number } {
  const share = steps === 0 ? 1 : at / steps;
  return { x: EDGE + share * (WIDTH - 2 * EDGE), y: HEIGHT - EDGE - DROP - share * (HEIGHT - 2 * EDGE - DROP) };
}

function Square({
  x,
  y,
  size,
  kind,
}: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly kind: 'own' | 'end' | 'sibling';
}): ReactNode {
  return (
    <rect
      className={styles['node']}
      data-kind={kind}
      x={x - size / 2}
      y={y - size / 2}
      width={size}
      height={size}
      rx={size / 4}
    />
  );
}

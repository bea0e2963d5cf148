// A QR code, drawn as squares: always dark on light, because cameras read it so.

import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';
import styles from './set-up.module.css';

const SIDE = 184;

export function QrCode({ name, text }: { readonly text: string; readonly name: string }): ReactNode {
  const { path, size } = useMemo(() => {
    const { data, size: cells } = encode(text, { ecc: 'M', border: 3 });
    const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: squares.join(''), size: cells };
  }, [text]);
  return (
    <svg
      className={styles['qr']}
      width={SIDE}
      height={SIDE}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}

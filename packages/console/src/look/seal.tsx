// The seal: proof, and nothing else. Outline: sealed. Filled: this browser checked it. Dashed: on its way. Bar: erased by order.
// Half: missing. Broken: altered, which is never plum.

import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './seal.module.css';

export type SealState = 'sealed' | 'checked' | 'under-way' | 'erased' | 'missing' | 'altered';

interface SealProps {
  readonly state: SealState;
  readonly size?: number;
  /** Just sealed: it sets, once. */
  readonly fresh?: boolean;
}

const SQUARE =
  'M5.2 2h9.600a3.200 3.200 0 0 1 3.200 3.200v9.600a3.200 3.200 0 0 1-3.200 3.200H5.200A3.200 3.200 0 0 1 2 14.800V5.200A3.200 3.200 0 0 1 5.200 2z';

/** A seal without words; who uses it says the state beside it. */
export function SealMark({ state, size = 16, fresh }: SealProps): ReactNode {
  return (
    <svg
      className={styles['seal']}
      data-state={state}
      data-fresh={fresh}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      aria-hidden="true"
    >
      {MARKS[state]}
    </svg>
  );
}

const stroke = { stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const MARKS: Readonly<Record<SealState, ReactNode>> = {
  sealed: (
    <>
      <path d={SQUARE} {...stroke} className={styles['outline']} />
      <path d="m6.800 13.300 3.200-6.600 3.200 6.600" {...stroke} className={styles['stroke']} />
    </>
  ),
  checked: (
    <>
      <path d={SQUARE} fill="currentColor" {...stroke} />
      <path d="m6.800 13.300 3.200-6.600 3.200 6.600" {...stroke} stroke="var(--on-seal)" strokeWidth={2} />
    </>
  ),
  'under-way': <path d={SQUARE} {...stroke} strokeDasharray="2.800 2.600" />,
  erased: (
    <>
      <path d={SQUARE} {...stroke} />
      <path d="M6.200 10h7.600" {...stroke} strokeWidth={2} />
    </>
  ),
  missing: (
    <>
      <path
        d="M2 12.500V5.200A3.200 3.200 0 0 1 5.200 2h9.600A3.200 3.200 0 0 1 18 5.200v7.300"
        {...stroke}
        strokeWidth={2}
      />
      <path d="M2.400 17.300h1.800M9 18.600h2.200M16 17.300h1.600" {...stroke} strokeWidth={2} />
    </>
  ),
  altered: (
    <>
      <path
        d="M5.200 2h4.300L8.100 5.800l2.700 4-2.300 4.200L10 18H5.200A3.200 3.200 0 0 1 2 14.800V5.200A3.200 3.200 0 0 1 5.200 2z"
        fill="currentColor"
      />
      <path
        d="M12.300 2h2.500A3.200 3.200 0 0 1 18 5.200v9.600a3.200 3.200 0 0 1-3.200 3.200h-2l-1.300-3.700 2.500-4.300-2.900-4.300z"
        fill="currentColor"
      />
    </>
  ),
};

export interface SealButtonProps extends SealProps, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'name'> {
  /** What it says to who cannot see it: “Sealed, entry 184,203”. */
  readonly name: string;
}

/** A seal in the margin, which opens the proof. */
export function SealButton({ state, size, fresh, name, ...rest }: SealButtonProps): ReactNode {
  return (
    <button type="button" {...rest} aria-label={name} title={name} className={styles['button']}>
      <SealMark state={state} {...(size === undefined ? {} : { size })} {...(fresh === undefined ? {} : { fresh })} />
    </button>
  );
}

/** The big seal of a verdict: the sign of the house on plum, or what is wrong. */
export function BigSeal({
  state,
  size = 56,
}: {
  readonly state: 'intact' | 'missing' | 'altered';
  readonly size?: number;
}): ReactNode {
  if (state !== 'intact') return <SealMark state={state} size={size} />;
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <Sign ground="var(--seal)" figure="var(--on-seal)" />
    </svg>
  );
}

/** The sign of the house. */
export function Logo({ size = 32 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <Sign ground="var(--text)" figure="var(--sheet)" />
    </svg>
  );
}

function Sign({ ground, figure }: { readonly ground: string; readonly figure: string }): ReactNode {
  return (
    <>
      <path
        fill={ground}
        d="M11 1.500C25 .3 39 .3 53 1.500c5.500.5 9 4 9.500 9.500 1.200 14 1.200 28 0 42-.5 5.500-4 9-9.500 9.500-14 1.200-28 1.200-42 0-5.500-.5-9-4-9.500-9.500-1.200-14-1.200-28 0-42C2 5.500 5.500 2 11 1.500z"
      />
      <path fill="none" stroke={figure} strokeWidth="4.200" strokeLinecap="round" d="M32 17 18 46M32 17l14 29" />
      <g fill={figure}>
        <circle cx="32" cy="17" r="5" />
        <circle cx="18" cy="46" r="5" />
        <circle cx="46" cy="46" r="5" />
        <circle cx="32" cy="46" r="2.700" />
      </g>
    </>
  );
}

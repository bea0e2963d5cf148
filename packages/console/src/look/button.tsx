// Buttons: what is done, what may be done, what cannot be undone, and what asks for proof.

import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';
import { classes } from './class-names.ts';
import { Tip } from './tip.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'filledDanger' | 'proof';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  readonly size?: 'small';
  readonly wide?: boolean;
  /** Under way: it cannot be pressed again, and says so. */
  readonly busy?: boolean;
}

export function Button({
  kind = 'plain',
  icon,
  size,
  wide,
  busy,
  children,
  className,
  disabled,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled === true || busy === true}
      aria-busy={busy}
      className={classes(styles['button'], styles[kind], size && styles['small'], wide && styles['wide'], className)}
    >
      {icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Its name, which is also its tooltip. */
  readonly name: string;
  /** The key that does the same. */
  readonly keyCap?: string;
  readonly active?: boolean;
}

/** A button with an icon alone. */
export function IconButton({ name, keyCap, active, children, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tip text={name} {...(keyCap === undefined ? {} : { keyCap })}>
      <button
        type="button"
        {...rest}
        aria-label={name}
        data-active={active}
        className={classes(styles['icon'], className)}
      >
        {children}
      </button>
    </Tip>
  );
}

/** An act that reads as a link. */
export function LinkButton({ children, className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return (
    <button type="button" {...rest} className={classes(styles['link'], className)}>
      {children}
    </button>
  );
}

/** A key of the keyboard. */
export function KeyCap({ children }: { readonly children: ReactNode }): ReactNode {
  return <kbd className={styles['key']}>{children}</kbd>;
}

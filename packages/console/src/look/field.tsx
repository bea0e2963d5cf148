// Fields: a label, what is written, and the error at the field, tied to it.

import { CaretDownIcon } from '@phosphor-icons/react/CaretDown';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { classes } from './class-names.ts';
import styles from './field.module.css';

interface Around {
  readonly label: string;
  /** The label is there for who cannot see, and not drawn. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly good?: boolean;
}

interface Tied {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface TextFieldProps extends Around, InputHTMLAttributes<HTMLInputElement> {
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** Codes and numbers that are read character by character. */
  readonly code?: boolean;
}

export function TextField({ before, after, code, className, ...props }: TextFieldProps): ReactNode {
  const { around, rest } = apart(props);
  return (
    <Framed {...around} before={before} after={after} className={className}>
      {(tied) => <input type="text" {...rest} {...tied} className={classes(styles['input'], code && styles['code'])} />}
    </Framed>
  );
}

export function TextArea({ className, ...props }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  const { around, rest } = apart(props);
  return (
    <Framed {...around} className={className}>
      {(tied) => <textarea {...rest} {...tied} className={classes(styles['input'], styles['area'])} />}
    </Framed>
  );
}

export function SelectField({
  className,
  children,
  ...props
}: Around & SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  const { around, rest } = apart(props);
  return (
    <Framed {...around} className={className} after={<CaretDownIcon size={16} aria-hidden="true" />}>
      {(tied) => (
        <select {...rest} {...tied} className={styles['select']}>
          {children}
        </select>
      )}
    </Framed>
  );
}

/** A box to tick, or one of several. */
export function Choice({
  label,
  hint,
  type = 'checkbox',
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly type?: 'checkbox' | 'radio';
}): ReactNode {
  return (
    <label className={styles['choice']}>
      <input type={type} {...rest} />
      <span>
        {label}
        {hint !== undefined && <span className={styles['hint']}> {hint}</span>}
      </span>
    </label>
  );
}

/** An error beside what it is about. */
export function ErrorLine({ id, children }: { readonly id?: string; readonly children: ReactNode }): ReactNode {
  return (
    <p id={id} className={styles['error']} role="alert">
      <WarningCircleIcon size={18} weight="fill" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

function Framed({
  label,
  labelHidden,
  hint,
  error,
  good,
  before,
  after,
  className,
  children,
}: Around & {
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly className: string | undefined;
  readonly children: (tied: Tied) => ReactNode;
}): ReactNode {
  const id = useId();
  const described = error === undefined ? (hint === undefined ? undefined : `${id}-hint`) : `${id}-error`;
  const tied = { id, 'aria-invalid': error !== undefined, 'aria-describedby': described };
  return (
    <div className={classes(styles['field'], className)}>
      <label htmlFor={id} className={labelHidden === true ? 'hidden-text' : styles['label']}>
        {label}
      </label>
      <div className={styles['box']} data-bad={error !== undefined} data-good={good}>
        {before}
        {children(tied)}
        {after}
      </div>
      {error !== undefined && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
      {error === undefined && hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}

function apart<T extends Around>({
  label,
  labelHidden,
  hint,
  error,
  good,
  ...rest
}: T): { around: Around; rest: Omit<T, keyof Around> } {
  const around: Around = {
    label,
    ...(labelHidden === undefined ? {} : { labelHidden }),
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    ...(good === undefined ? {} : { good }),
  };
  return { around, rest };
}

// The field of a new password: what it needs stands below it, and what it lacks once somebody tried.

import type { ReactNode } from 'react';
import { TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';

const SHORTEST = 12;

/** Whether a password has too few characters to be sent. */
export function isTooShort(password: string): boolean {
  return password.length < SHORTEST;
}

export function NewPassword({
  isTried,
  label,
  onChange,
  value,
}: {
  /** Where it takes another's place it says so. */
  readonly label?: string;
  readonly value: string;
  readonly isTried: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const t = useWords();
  return (
    <TextField
      label={label ?? t('set-up.password')}
      required
      type="password"
      autoComplete="new-password"
      hint={t('set-up.password-hint')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      {...(isTried && isTooShort(value) ? { error: t('set-up.password-short', { count: value.length }) } : {})}
    />
  );
}

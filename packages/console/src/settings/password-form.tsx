// The password of whoever sits here, shown once more before an act; an account of the organisation's provider has none to show.

import { type FormEvent, type ReactNode, useState } from 'react';
import { useSession } from '../api/session.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';

export function PasswordForm({
  act,
  error,
  isBusy,
  onPassword,
}: {
  /** What the button says. */
  readonly act: string;
  readonly error: string | undefined;
  readonly isBusy: boolean;
  readonly onPassword: (password: string) => Promise<void>;
}): ReactNode {
  const t = useWords();
  const { user } = useSession();
  const [password, setPassword] = useState('');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await onPassword(password);
    setPassword('');
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void send(event)}>
      {user?.hasPassword !== false && (
        <TextField
          label={t('settings.password-now')}
          type="password"
          required
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      )}
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <Button type="submit" busy={isBusy}>
        {act}
      </Button>
    </form>
  );
}

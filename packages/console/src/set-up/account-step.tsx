// The owner's account. The address that the server printed carries what allows it, after the #, so that no log ever holds it.

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { makeOwner, signInWithPassword } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { isTooShort, NewPassword } from '../sign-in/new-password.tsx';
import { signInError } from '../sign-in/sign-in-error.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './set-up.module.css';

export function AccountStep({ onDone }: { readonly onDone: (password: string) => void }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isTooShort(password)) return;
    setBusy(true);
    setError(undefined);
    try {
      await makeOwner({ name, email, password, token: location.hash.slice(1) });
      await signInWithPassword(email, password);
      onDone(password);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    } catch (caught) {
      const isToken = caught instanceof ApiProblem && caught.members['code'] === 'token-wrong';
      const isDone = caught instanceof ApiProblem && caught.kind === 'set-up-done';
      setError(isToken ? t('set-up.token-wrong') : isDone ? t('set-up.done-already') : signInError(caught, t, formats));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{t('set-up.account')}</h1>
      <p className={styles['about']}>{t('set-up.account-about')}</p>
      <form className={styles['form']} onSubmit={(event) => void send(event)}>
        <TextField
          label={t('set-up.name')}
          required
          autoComplete="name"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t('set-up.email')}
          required
          type="email"
          autoComplete="username"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <NewPassword value={password} isTried={isTried} onChange={setPassword} />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <Button kind="primary" type="submit" busy={isBusy}>
          {t('set-up.make-account')}
        </Button>
      </form>
    </>
  );
}

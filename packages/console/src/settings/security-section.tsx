// How somebody signs in: password, application of codes, passkeys, recovery codes, and the sessions that stand.

import { type FormEvent, type ReactNode, useState } from 'react';
import { useSession } from '../api/session.ts';
import { changePassword, newRecoveryCodes } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { CopyButton } from '../set-up/copy-button.tsx';
import { isTooShort, NewPassword } from '../sign-in/new-password.tsx';
import { useWords } from '../words/words.tsx';
import { CodesBlock } from './codes-block.tsx';
import { PasskeysBlock } from './passkeys-block.tsx';
import { PasswordForm } from './password-form.tsx';
import { SessionsBlock } from './sessions-block.tsx';
import styles from './settings.module.css';
import { sessionsQuery } from './settings-queries.ts';
import { useAct } from './use-act.ts';

export function SecuritySection(): ReactNode {
  const t = useWords();
  const { user } = useSession();
  return (
    <>
      {user?.hasPassword === false ? (
        <section className={styles['block']}>
          <h3>{t('settings.password')}</h3>
          <p className={styles['about']}>{t('sign-on.no-password')}</p>
        </section>
      ) : (
        <PasswordBlock />
      )}
      <CodesBlock />
      <PasskeysBlock />
      <RecoveryBlock />
      <SessionsBlock />
    </>
  );
}

function PasswordBlock(): ReactNode {
  const t = useWords();
  const { error, isBusy, run } = useAct(sessionsQuery.queryKey);
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [isTried, setTried] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isTooShort(next)) return;
    const isDone = await run(() => changePassword(now, next).then(() => true), t('settings.password-changed'));
    if (isDone !== true) return;
    setNow('');
    setNext('');
    setTried(false);
  };
  return (
    <section className={styles['block']}>
      <h3>{t('settings.password')}</h3>
      <form className={styles['form']} onSubmit={(event) => void send(event)}>
        <TextField
          label={t('settings.password-now')}
          type="password"
          required
          autoComplete="current-password"
          value={now}
          onChange={({ target }) => setNow(target.value)}
        />
        <NewPassword label={t('settings.password-new')} value={next} isTried={isTried} onChange={setNext} />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <Button type="submit" busy={isBusy}>
          {t('settings.password-change')}
        </Button>
      </form>
    </section>
  );
}

function RecoveryBlock(): ReactNode {
  const t = useWords();
  const { error, isBusy, run } = useAct();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <section className={styles['block']}>
      <h3>{t('settings.recovery-codes')}</h3>
      <p className={styles['about']}>{t('settings.recovery-about')}</p>
      {codes === undefined ? (
        <PasswordForm
          act={t('settings.recovery-new')}
          error={error}
          isBusy={isBusy}
          onPassword={async (password) => setCodes(await run(() => newRecoveryCodes(password)))}
        />
      ) : (
        <>
          <ul className={styles['codes']}>
            {codes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <div className={styles['line']}>
            <CopyButton text={codes.join('\n')} />
            <Button onClick={() => print()}>{t('set-up.print')}</Button>
            <Button kind="quiet" onClick={() => setCodes(undefined)}>
              {t('settings.done')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

// The application of codes: added where there is none, taken away where a passkey stays.

import { type ReactNode, useState } from 'react';
import { sessionQuery, useSession } from '../api/session.ts';
import { type BegunCodes, beginCodes, removeCodes, showCode } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { CodesForm } from '../set-up/factor-step.tsx';
import { useWords } from '../words/words.tsx';
import { PasswordForm } from './password-form.tsx';
import styles from './settings.module.css';
import { sessionsQuery } from './settings-queries.ts';
import { useAct } from './use-act.ts';

export function CodesBlock(): ReactNode {
  const t = useWords();
  const { user } = useSession();
  return (
    <section className={styles['block']}>
      <h3>{t('settings.app')}</h3>
      {user?.hasCode === true ? <Standing hasPasskey={user.passkeys > 0} /> : <Adding />}
    </section>
  );
}

function Standing({ hasPasskey }: { readonly hasPasskey: boolean }): ReactNode {
  const t = useWords();
  const { error, isBusy, run } = useAct(sessionQuery.queryKey);
  return (
    <>
      <p className={styles['about']}>{t('settings.app-there')}</p>
      {hasPasskey ? (
        <Button kind="danger" busy={isBusy} onClick={() => void run(removeCodes, t('settings.saved'))}>
          {t('settings.app-remove')}
        </Button>
      ) : (
        <p className={styles['quiet']}>{t('settings.app-first')}</p>
      )}
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
    </>
  );
}

function Adding(): ReactNode {
  const t = useWords();
  const { error, isBusy, run } = useAct(sessionQuery.queryKey, sessionsQuery.queryKey);
  const [begun, setBegun] = useState<BegunCodes>();
  if (begun !== undefined)
    return (
      <div className={styles['box']}>
        <CodesForm
          begun={begun}
          isBusy={isBusy}
          onCode={(code) => void run(() => showCode(code), t('settings.app-done'))}
        />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      </div>
    );
  return (
    <>
      <p className={styles['about']}>{t('settings.app-none')}</p>
      <PasswordForm
        act={t('settings.app-add')}
        error={error}
        isBusy={isBusy}
        onPassword={async (password) => setBegun(await run(() => beginCodes(password)))}
      />
    </>
  );
}

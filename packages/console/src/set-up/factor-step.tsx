// The second factor: an application of codes with its recovery codes, or a passkey.

import { DeviceMobileIcon } from '@phosphor-icons/react/DeviceMobile';
import { FingerprintIcon } from '@phosphor-icons/react/Fingerprint';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sessionQuery, useSession } from '../api/session.ts';
import { addPasskey, type BegunCodes, beginCodes, showCode } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { signInError } from '../sign-in/sign-in-error.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { CopyButton } from './copy-button.tsx';
import { QrCode } from './qr-code.tsx';
import styles from './set-up.module.css';

export function FactorStep({
  onDone,
  password,
}: {
  readonly password: string;
  readonly onDone: () => void;
}): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const queries = useQueryClient();
  const hasPassword = useSession().user?.hasPassword !== false;
  const [begun, setBegun] = useState<BegunCodes>();
  const [typed, setTyped] = useState(password);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (caught) {
      setError(signInError(caught, t, formats));
    } finally {
      setBusy(false);
    }
  };
  const enrolled = async (): Promise<void> => {
    onDone();
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const begin = (): void => {
    // Whoever comes back to this step later has to type it again, unless the account has none.
    if (typed === '' && hasPassword) setAsking(true);
    else void attempt(async () => setBegun(await beginCodes(typed)));
  };
  const passkey = (): void => {
    void attempt(async () => {
      await addPasskey(t('set-up.passkey-name'));
      await enrolled();
    });
  };
  return (
    <>
      <h1>{t('set-up.factor')}</h1>
      <p className={styles['about']}>{t('set-up.factor-about')}</p>
      {begun === undefined ? (
        <div className={styles['choices']}>
          <FactorChoice
            icon={<DeviceMobileIcon size={30} weight="light" aria-hidden="true" />}
            title={t('set-up.app')}
            about={t('set-up.app-about')}
          >
            <Button kind="primary" busy={isBusy} onClick={begin}>
              {t('set-up.use-app')}
            </Button>
          </FactorChoice>
          <FactorChoice
            icon={<FingerprintIcon size={30} weight="light" aria-hidden="true" />}
            title={t('set-up.passkey')}
            about={t('set-up.passkey-about')}
          >
            <Button busy={isBusy} onClick={passkey}>
              {t('set-up.use-passkey')}
            </Button>
          </FactorChoice>
        </div>
      ) : (
        <CodesForm begun={begun} isBusy={isBusy} onCode={(code) => void attempt(() => showCode(code).then(enrolled))} />
      )}
      {isAsking && begun === undefined && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <TextField
            label={t('set-up.password-again')}
            type="password"
            autoComplete="current-password"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('set-up.continue')}
          </Button>
        </form>
      )}
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
    </>
  );
}

function FactorChoice({
  about,
  children,
  icon,
  title,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles['choice']}>
      {icon}
      <b>{title}</b>
      <span>{about}</span>
      {children}
    </section>
  );
}

const SECRET = /[?&]secret=([A-Z2-7]+)/u;
const FOURS = /.{1,4}/gu;

/** An application reads its key, the recovery codes are kept, a first code is typed. */
export function CodesForm({
  begun,
  isBusy,
  onCode,
}: {
  readonly begun: BegunCodes;
  readonly isBusy: boolean;
  readonly onCode: (code: string) => void;
}): ReactNode {
  const t = useWords();
  const [code, setCode] = useState('');
  const secret = SECRET.exec(begun.uri)?.[1] ?? '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onCode(code.replaceAll(' ', ''));
  };
  return (
    <>
      <div className={styles['enrol']}>
        <QrCode text={begun.uri} name={t('set-up.qr')} />
        <div className={styles['rows']}>
          <p>{t('set-up.scan')}</p>
          <p>
            {t('set-up.key')}: <span className={styles['secret']}>{secret.match(FOURS)?.join(' ')}</span>
          </p>
        </div>
      </div>
      <h2>{t('set-up.codes-title')}</h2>
      <p className={styles['about']}>{t('set-up.codes-about')}</p>
      <ul className={styles['codes']}>
        {begun.recovery.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <div className={styles['line']}>
        <CopyButton text={begun.recovery.join('\n')} />
        <Button onClick={() => print()}>{t('set-up.print')}</Button>
      </div>
      <form className={styles['form']} onSubmit={send}>
        <TextField
          label={t('set-up.check-code')}
          code
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <Button kind="primary" type="submit" busy={isBusy}>
          {t('set-up.check')}
        </Button>
      </form>
    </>
  );
}

// Signing in: a password and then a second factor, or a passkey alone.

import { FingerprintIcon } from '@phosphor-icons/react/Fingerprint';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { showCode, showRecoveryCode, signInWithPasskey, signInWithPassword } from '../api/sign-in.ts';
import { Button, LinkButton } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Logo } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { LanguageChoice } from './language-choice.tsx';
import styles from './outside.module.css';
import { signInError } from './sign-in-error.ts';

type Step = 'password' | 'code' | 'recovery';

const route = getRouteApi('/sign-in');

export function SignInPage(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { after } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const [step, setStep] = useState<Step>('password');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const come = async (): Promise<void> => {
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (session.state === 'enrol') await router.navigate({ to: '/set-up' });
    else router.history.push(isOwnPath(after) ? after : '/inbox');
  };
  const attempt = async (work: () => Promise<Step | undefined>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const next = await work();
      if (next === undefined) await come();
      else setStep(next);
    } catch (caught) {
      setError(signInError(caught, t, formats));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className={styles['outside']}>
      <div className={styles['box']}>
        <p className={styles['head']}>
          <Logo /> Acta
        </p>
        {step === 'password' ? (
          <PasswordStep isBusy={isBusy} error={error} attempt={attempt} />
        ) : (
          <CodeStep key={step} step={step} isBusy={isBusy} error={error} attempt={attempt} onChange={setStep} />
        )}
        <div className={styles['foot']}>
          <LanguageChoice />
        </div>
      </div>
    </main>
  );
}

/** An address on this server, so that no link leads elsewhere after signing in. */
function isOwnPath(path: string | undefined): path is string {
  if (path?.startsWith('/') !== true || !URL.canParse(path, location.origin)) return false;
  return new URL(path, location.origin).origin === location.origin;
}

interface StepProps {
  readonly isBusy: boolean;
  readonly error: string | undefined;
  readonly attempt: (work: () => Promise<Step | undefined>) => Promise<void>;
}

function PasswordStep({ attempt, error, isBusy }: StepProps): ReactNode {
  const t = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(async () => ((await signInWithPassword(email, password)) === 'code-needed' ? 'code' : undefined));
  };
  return (
    <>
      <h1>{t('sign-in.title')}</h1>
      <form className={styles['form']} onSubmit={send}>
        <TextField
          label={t('sign-in.email')}
          type="email"
          autoComplete="username webauthn"
          required
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <TextField
          label={t('sign-in.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <Button kind="primary" type="submit" busy={isBusy} wide>
          {t('sign-in.continue')}
        </Button>
      </form>
      <p className={styles['or']}>{t('sign-in.or')}</p>
      <Button
        icon={<FingerprintIcon size={18} aria-hidden="true" />}
        wide
        busy={isBusy}
        onClick={() => void attempt(async () => void (await signInWithPasskey()))}
      >
        {t('sign-in.passkey')}
      </Button>
    </>
  );
}

function CodeStep({
  attempt,
  error,
  isBusy,
  onChange,
  step,
}: StepProps & { readonly step: Step; readonly onChange: (step: Step) => void }): ReactNode {
  const t = useWords();
  const [code, setCode] = useState('');
  const isRecovery = step === 'recovery';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const said = code.replaceAll(' ', '');
    void attempt(async () => void (await (isRecovery ? showRecoveryCode(said) : showCode(said))));
  };
  return (
    <>
      <h1>{t('sign-in.code-title')}</h1>
      <p className={styles['about']}>{t(isRecovery ? 'sign-in.recovery-about' : 'sign-in.code-about')}</p>
      <form className={styles['form']} onSubmit={send}>
        <TextField
          label={t(isRecovery ? 'sign-in.recovery-code' : 'sign-in.code')}
          code
          required
          autoComplete="one-time-code"
          inputMode={isRecovery ? 'text' : 'numeric'}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <Button kind="primary" type="submit" busy={isBusy} wide>
          {t('sign-in.continue')}
        </Button>
      </form>
      <LinkButton onClick={() => onChange(isRecovery ? 'code' : 'recovery')}>
        {t(isRecovery ? 'sign-in.to-code' : 'sign-in.recovery')}
      </LinkButton>
    </>
  );
}

// Signing in: a password and then a second factor, a passkey alone, or the organisation's provider.

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { signInWithPassword } from '../api/sign-in.ts';
import { Button, LinkButton } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import styles from './outside.module.css';
import { OutsidePage } from './outside-page.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { ProviderButton } from './provider-button.tsx';
import { SecondStep } from './second-step.tsx';
import { type StepProps, useWayIn } from './way-in.ts';

const route = getRouteApi('/sign-in');

export function SignInPage(): ReactNode {
  const { after } = route.useSearch();
  const way = useWayIn(() => after);
  return (
    <OutsidePage>{way.step === 'begin' ? <FirstStep {...way} after={after} /> : <SecondStep way={way} />}</OutsidePage>
  );
}

/** The ways that there are, the usual one first. */
function FirstStep({ after, attempt, error, isBusy }: StepProps & { readonly after: string | undefined }): ReactNode {
  const t = useWords();
  const { data: session } = useQuery(sessionQuery);
  const [isAsked, setAsked] = useState(false);
  const label = session?.signOn?.label;
  const isProviderFirst = label !== undefined && session?.passwords === 'owners';
  const isPasswordShown = !isProviderFirst || isAsked;
  const provider = label !== undefined && (
    <ProviderButton label={label} after={after} attempt={attempt} isBusy={isBusy} isFirst={isProviderFirst} />
  );
  return (
    <>
      <h1>{t('sign-in.title')}</h1>
      {isProviderFirst && provider}
      {isPasswordShown && <PasswordForm isBusy={isBusy} error={error} attempt={attempt} />}
      {!isPasswordShown && error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <p className={styles['or']}>{t('sign-in.or')}</p>
      {!isProviderFirst && provider}
      <PasskeyButton isBusy={isBusy} attempt={attempt} />
      {!isPasswordShown && <LinkButton onClick={() => setAsked(true)}>{t('sign-on.with-password')}</LinkButton>}
    </>
  );
}

function PasswordForm({ attempt, error, isBusy }: StepProps): ReactNode {
  const t = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(async () => ((await signInWithPassword(email, password)) === 'code-needed' ? 'code' : undefined));
  };
  return (
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
  );
}

// The second half of signing in: a code of the application, or a recovery code in its place.

import { type FormEvent, type ReactNode, useState } from 'react';
import { showCode, showRecoveryCode } from '../api/sign-in.ts';
import { Button, LinkButton } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import styles from './outside.module.css';
import type { StepProps } from './way-in.ts';

export function CodeStep({
  attempt,
  error,
  isBusy,
  onChange,
  step,
}: StepProps & {
  readonly step: 'code' | 'recovery';
  readonly onChange: (step: 'code' | 'recovery') => void;
}): ReactNode {
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

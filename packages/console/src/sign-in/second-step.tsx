// What comes after the first half of a sign-in: a code, a recovery code, or a passkey of somebody who has no application of codes.

import type { ReactNode } from 'react';
import { ErrorLine } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import { CodeStep } from './code-step.tsx';
import styles from './outside.module.css';
import { PasskeyButton } from './passkey-button.tsx';
import type { WayIn } from './way-in.ts';

export function SecondStep({ way }: { readonly way: WayIn }): ReactNode {
  const t = useWords();
  const { attempt, error, isBusy, setStep, step } = way;
  if (step === 'code' || step === 'recovery')
    return <CodeStep key={step} step={step} isBusy={isBusy} error={error} attempt={attempt} onChange={setStep} />;
  return (
    <>
      <h1>{t('sign-in.code-title')}</h1>
      <p className={styles['about']}>{t('sign-on.passkey-about')}</p>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <PasskeyButton isBusy={isBusy} attempt={attempt} />
    </>
  );
}

// The first start, or the first visit of somebody invited: what is missing decides the step. It may be left and come back to.

import { CheckIcon } from '@phosphor-icons/react/Check';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { Logo } from '../look/seal.tsx';
import { LanguageChoice } from '../sign-in/language-choice.tsx';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { AccountStep } from './account-step.tsx';
import { FactorStep } from './factor-step.tsx';
import { FirstStep } from './first-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import styles from './set-up.module.css';

const STEPS = ['account', 'factor', 'recovery', 'first'] as const;

type Step = (typeof STEPS)[number];

const NAMES: Readonly<Record<Step, { readonly title: Key; readonly about: Key }>> = {
  account: { title: 'set-up.account', about: 'set-up.account-step' },
  factor: { title: 'set-up.factor', about: 'set-up.factor-step' },
  recovery: { title: 'set-up.vault-code', about: 'set-up.vault-step' },
  first: { title: 'set-up.first', about: 'set-up.first-step' },
};

export function SetUpPage(): ReactNode {
  const t = useWords();
  const { data: session } = useQuery(sessionQuery);
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<Step>();
  if (session === undefined) return null;
  if (session.state === 'signed-out') return <Navigate to="/sign-in" search={{}} />;
  const now: Step = step ?? firstStep(session.state);
  // Only who owns the vault keeps its code; whoever was invited goes to work.
  const isOwner = session.user === undefined || session.user.role === 'owner';
  const steps = isOwner ? STEPS : STEPS.slice(0, 2);
  if (!isOwner && session.state === 'signed-in') return <Navigate to="/inbox" />;
  return (
    <div className={styles['page']}>
      <aside className={styles['aside']}>
        <p className={styles['brand']}>
          <Logo /> Acta
        </p>
        <ol className={styles['steps']} aria-label={t('set-up.steps')}>
          {steps.map((one, index) => (
            <StepLine key={one} step={one} number={index + 1} now={steps.indexOf(now)} email={session.user?.email} />
          ))}
        </ol>
        <LanguageChoice />
      </aside>
      <main className={styles['main']}>
        <div className={styles['box']}>
          {now === 'account' && <AccountStep onDone={setPassword} />}
          {now === 'factor' && <FactorStep password={password} onDone={() => setStep('recovery')} />}
          {now === 'recovery' && isOwner && <RecoveryStep onDone={() => setStep('first')} />}
          {now === 'first' && <FirstStep />}
        </div>
      </main>
    </div>
  );
}

function firstStep(state: 'set-up' | 'enrol' | 'signed-in'): Step {
  if (state === 'set-up') return 'account';
  return state === 'enrol' ? 'factor' : 'recovery';
}

function StepLine({
  email,
  now,
  number,
  step,
}: {
  readonly step: Step;
  readonly number: number;
  readonly now: number;
  readonly email: string | undefined;
}): ReactNode {
  const t = useWords();
  const state = number - 1 < now ? 'done' : number - 1 === now ? 'now' : 'later';
  return (
    <li className={styles['step']} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles['number']}>{state === 'done' ? <CheckIcon size={16} aria-hidden="true" /> : number}</span>
      <b>{t(NAMES[step].title)}</b>
      <small>{step === 'account' && email !== undefined ? email : t(NAMES[step].about)}</small>
    </li>
  );
}

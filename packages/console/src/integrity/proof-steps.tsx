// The steps of the check, each with what it came to: it holds, it fails, or it could not be tried here.

import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { CircleDashedIcon } from '@phosphor-icons/react/CircleDashed';
import { XCircleIcon } from '@phosphor-icons/react/XCircle';
import type { ReactNode } from 'react';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import type { CheckedEntry, StepResult } from './entry-check.ts';
import styles from './proof.module.css';

interface Step {
  readonly name: Key;
  readonly result: StepResult;
  readonly about: string;
}

export function ProofSteps({ checked }: { readonly checked: CheckedEntry }): ReactNode {
  const steps = useSteps(checked);
  return (
    <ol className={styles['steps']}>
      {steps.map((step) => (
        <StepLine key={step.name} {...step} />
      ))}
    </ol>
  );
}

function useSteps({ checkpoint, place, record, signed, state, steps, witnesses }: CheckedEntry): readonly Step[] {
  const t = useWords();
  const found: Step[] = [];
  if (state !== 'erased') found.push({ name: 'proof.step-record', result: record, about: t(RECORD[record]) });
  found.push({
    name: 'proof.step-place',
    result: place,
    about: place === 'unknown' ? t('proof.place-unknown') : t(PLACE[place], { count: steps }),
  });
  found.push({
    name: 'proof.step-checkpoint',
    result: checkpoint,
    about:
      signed === undefined ? t(CHECKPOINT[checkpoint]) : t('proof.signed', { size: signed.size, key: signed.keyId }),
  });
  if (witnesses.length > 0)
    found.push({
      name: 'proof.step-witnesses',
      result: 'unknown',
      about: t('proof.witnesses', { names: witnesses.join(', ') }),
    });
  return found;
}

const RECORD = {
  holds: 'proof.record-holds',
  fails: 'proof.record-fails',
  unknown: 'proof.record-unknown',
} as const satisfies Record<StepResult, Key>;

const PLACE = { holds: 'proof.place-holds', fails: 'proof.place-fails' } as const;

const CHECKPOINT = {
  holds: 'proof.checkpoint-holds',
  fails: 'proof.checkpoint-fails',
  unknown: 'proof.checkpoint-unknown',
} as const satisfies Record<StepResult, Key>;

const ICONS = { holds: CheckCircleIcon, fails: XCircleIcon, unknown: CircleDashedIcon };

const RESULTS = {
  holds: 'proof.holds',
  fails: 'proof.fails',
  unknown: 'proof.open',
} as const satisfies Record<StepResult, Key>;

function StepLine({ name, result, about }: Step): ReactNode {
  const t = useWords();
  const Icon = ICONS[result];
  return (
    <li data-result={result}>
      <Icon size={18} weight={result === 'unknown' ? 'regular' : 'fill'} role="img" aria-label={t(RESULTS[result])} />
      <span>
        <b>{t(name)}</b>
        <span>{about}</span>
      </span>
    </li>
  );
}

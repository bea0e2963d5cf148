// The vault's recovery code: shown once, copied by a person, and checked by two of its groups before anything goes on.

import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { EyeIcon } from '@phosphor-icons/react/Eye';
import { LightbulbIcon } from '@phosphor-icons/react/Lightbulb';
import { PrinterIcon } from '@phosphor-icons/react/Printer';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Confirming, useConfirmed } from '../app/confirm.tsx';
import { Button } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './set-up.module.css';

interface StepProps {
  readonly onDone: () => void;
}

export function RecoveryStep({ onDone }: StepProps): ReactNode {
  const t = useWords();
  return (
    <Confirming>
      <h1>{t('set-up.vault-code')}</h1>
      <RecoveryCode onDone={onDone} keeps />
    </Confirming>
  );
}

/** Shows a code and has it checked; `keeps`: one that was shown before may be kept instead. */
export function RecoveryCode({ keeps = false, onDone }: StepProps & { readonly keeps?: boolean }): ReactNode {
  const t = useWords();
  const confirmed = useConfirmed();
  const { data } = useQuery({ queryKey: ['recovery'], queryFn: () => ask(api.GET('/api/v1/vault/recovery')) });
  const [code, setCode] = useState<string>();
  const show = async (): Promise<void> => {
    const made = await confirmed(() => ask(api.POST('/api/v1/vault/recovery')));
    setCode(made.code);
  };
  return (
    <>
      <p className={styles['about']}>{t('set-up.vault-about')}</p>
      {code === undefined ? (
        <div className={styles['rows']}>
          {data?.shown === true && <p>{t('set-up.vault-shown')}</p>}
          <div className={styles['line']}>
            <Button kind="primary" onClick={() => void show().catch(() => undefined)}>
              {t(data?.shown === true ? 'set-up.new-code' : 'set-up.show-code')}
            </Button>
            {keeps && data?.shown === true && <Button onClick={onDone}>{t('set-up.keep-code')}</Button>}
          </div>
        </div>
      ) : (
        <ShownCode code={code} onDone={onDone} />
      )}
      <p className={styles['tip']}>
        <LightbulbIcon size={18} aria-hidden="true" />
        {t('set-up.tip')}
      </p>
    </>
  );
}

/** Two different groups, drawn anew for each code. */
function twoOf(count: number): readonly [number, number] {
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = one % count;
  const second = (first + 1 + (other % (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}

function ShownCode({ code, onDone }: StepProps & { readonly code: string }): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const groups = code.split('-');
  const [covered] = useState(() => twoOf(groups.length));
  const [isChecking, setChecking] = useState(false);
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const isRight = (at: 0 | 1): boolean => same(typed[at], groups[covered[at]] ?? '');
  return (
    <>
      <div className={styles['card']}>
        <div className={styles['groups']}>
          {groups.map((group, index) => (
            // A code's groups never change places.
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
            <span key={index}>
              <small>{index + 1}</small>
              {isChecking && covered.includes(index) ? '••••' : group}
            </span>
          ))}
        </div>
        <div className={styles['cardFoot']}>
          <span>{t('set-up.vault-of', { date: day(new Date()) })}</span>
          {isChecking && (
            <Button kind="quiet" icon={<EyeIcon size={16} aria-hidden="true" />} onClick={() => setChecking(false)}>
              {t('set-up.show-again')}
            </Button>
          )}
          <Button icon={<PrinterIcon size={16} aria-hidden="true" />} onClick={() => print()}>
            {t('set-up.print')}
          </Button>
          <CopyButton text={code} />
        </div>
      </div>
      {isChecking ? (
        <>
          <h2>{t('set-up.check-title')}</h2>
          <p className={styles['about']}>{t('set-up.check-about')}</p>
          <div className={styles['two']}>
            {([0, 1] as const).map((at) => (
              <GroupField
                key={at}
                number={covered[at] + 1}
                value={typed[at]}
                isRight={isRight(at)}
                onChange={(value) => setTyped(at === 0 ? [value, typed[1]] : [typed[0], value])}
              />
            ))}
          </div>
          <div className={styles['line']}>
            <Button kind="primary" disabled={!isRight(0) || !isRight(1)} onClick={onDone}>
              {t('set-up.continue')}
            </Button>
            {(!isRight(0) || !isRight(1)) && <span>{t('set-up.when-both')}</span>}
          </div>
        </>
      ) : (
        <div className={styles['line']}>
          <Button kind="primary" onClick={() => setChecking(true)}>
            {t('set-up.hide-groups')}
          </Button>
        </div>
      )}
    </>
  );
}

/** As people read codes: O for 0, I or L for 1, in any case. */
function same(typed: string, group: string): boolean {
  const read = typed.trim().toUpperCase().replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1');
  return read === group;
}

function GroupField({
  isRight,
  number,
  onChange,
  value,
}: {
  readonly number: number;
  readonly value: string;
  readonly isRight: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const t = useWords();
  const missing = 4 - value.trim().length;
  const hint = isRight ? t('set-up.right') : missing > 0 ? t('set-up.missing', { count: missing }) : undefined;
  return (
    <TextField
      label={t('set-up.group', { number })}
      code
      value={value}
      maxLength={6}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
      good={isRight}
      {...(isRight ? { after: <CheckCircleIcon size={18} weight="fill" color="var(--ok)" aria-hidden="true" /> } : {})}
      {...(hint === undefined ? { error: t('set-up.wrong') } : { hint })}
    />
  );
}

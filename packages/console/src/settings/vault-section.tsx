// The recovery code of the vault, made anew and checked as at set-up.

import { type ReactNode, useState } from 'react';
import { useToast } from '../look/toasts.tsx';
import { RecoveryCode } from '../set-up/recovery-step.tsx';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';

export function VaultSection(): ReactNode {
  const t = useWords();
  const say = useToast();
  const [round, setRound] = useState(0);
  const done = (): void => {
    say({ kind: 'ok', text: t('settings.vault-done') });
    setRound(round + 1);
  };
  return (
    <div className={styles['box']}>
      <RecoveryCode key={round} onDone={done} />
    </div>
  );
}

// The sheet of every page outside the house: the seal, what it is about, the language.

import type { ReactNode } from 'react';
import { Logo } from '../look/seal.tsx';
import { LanguageChoice } from './language-choice.tsx';
import styles from './outside.module.css';

export function OutsidePage({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <main className={styles['outside']}>
      <div className={styles['box']}>
        <p className={styles['head']}>
          <Logo /> Acta
        </p>
        {children}
        <div className={styles['foot']}>
          <LanguageChoice />
        </div>
      </div>
    </main>
  );
}

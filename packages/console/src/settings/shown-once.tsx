// What is shown once: a link, a key. It can be copied, and is gone when the dialog is closed.

import type { ReactNode } from 'react';
import { Button } from '../look/button.tsx';
import { DialogActs } from '../look/layers.tsx';
import { CopyButton } from '../set-up/copy-button.tsx';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';

export function ShownOnce({
  about,
  onClose,
  text,
}: {
  readonly text: string;
  readonly about: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  return (
    <>
      <p className={styles['shown']}>
        <span>{text}</span>
        <CopyButton text={text} />
      </p>
      <p className={styles['about']}>{about}</p>
      <DialogActs>
        <Button kind="primary" onClick={onClose}>
          {t('settings.done')}
        </Button>
      </DialogActs>
    </>
  );
}

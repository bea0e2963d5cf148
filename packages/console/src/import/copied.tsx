// A text to be entered elsewhere, character by character, with a button that copies it.

import { CheckIcon } from '@phosphor-icons/react/Check';
import { CopyIcon } from '@phosphor-icons/react/Copy';
import { type ReactNode, useState } from 'react';
import { Button } from '../look/button.tsx';
import { useWords } from '../words/words.tsx';
import styles from './connect.module.css';

export function Copied({ text }: { readonly text: string }): ReactNode {
  const t = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <span className={styles['copied']}>
      <code>{text}</code>
      <Button
        size="small"
        icon={isCopied ? <CheckIcon size={16} aria-hidden="true" /> : <CopyIcon size={16} aria-hidden="true" />}
        aria-label={`${t('connect.copy')}: ${text}`}
        onClick={() => void copy()}
      >
        <span aria-live="polite">{t(isCopied ? 'connect.copied' : 'connect.copy')}</span>
      </Button>
    </span>
  );
}

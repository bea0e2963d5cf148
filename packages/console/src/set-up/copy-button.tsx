// Copies a text, and says that it did.

import { CheckIcon } from '@phosphor-icons/react/Check';
import { CopyIcon } from '@phosphor-icons/react/Copy';
import { type ReactNode, useState } from 'react';
import { Button } from '../look/button.tsx';
import { useWords } from '../words/words.tsx';

export function CopyButton({ text }: { readonly text: string }): ReactNode {
  const t = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button
      icon={isCopied ? <CheckIcon size={16} aria-hidden="true" /> : <CopyIcon size={16} aria-hidden="true" />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{t(isCopied ? 'set-up.copied' : 'set-up.copy')}</span>
    </Button>
  );
}

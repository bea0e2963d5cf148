// Signing in with a passkey, which is two factors by itself.

import { FingerprintIcon } from '@phosphor-icons/react/Fingerprint';
import type { ReactNode } from 'react';
import { signInWithPasskey } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { useWords } from '../words/words.tsx';
import type { StepProps } from './way-in.ts';

export function PasskeyButton({ attempt, isBusy }: Omit<StepProps, 'error'>): ReactNode {
  const t = useWords();
  return (
    <Button
      icon={<FingerprintIcon size={18} aria-hidden="true" />}
      wide
      busy={isBusy}
      onClick={() => void attempt(async () => void (await signInWithPasskey()))}
    >
      {t('sign-in.passkey')}
    </Button>
  );
}

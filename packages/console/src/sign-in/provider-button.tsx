// To the organisation's provider, by the words that the owner chose.

import { BuildingsIcon } from '@phosphor-icons/react/Buildings';
import type { ReactNode } from 'react';
import { goToProvider } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import type { StepProps } from './way-in.ts';

export function ProviderButton({
  after,
  attempt,
  isBusy,
  isFirst = false,
  label,
}: Omit<StepProps, 'error'> & {
  readonly label: string;
  readonly after?: string | undefined;
  /** It is the way that most people take. */
  readonly isFirst?: boolean;
}): ReactNode {
  const go = async (): Promise<'begin'> => {
    await goToProvider(after);
    return 'begin';
  };
  return (
    <Button
      kind={isFirst ? 'primary' : 'plain'}
      icon={<BuildingsIcon size={18} aria-hidden="true" />}
      wide
      busy={isBusy}
      onClick={() => void attempt(go)}
    >
      <span dir="auto">{label}</span>
    </Button>
  );
}

// What stands in place of a page: there is none, or it failed.

import { CompassIcon } from '@phosphor-icons/react/Compass';
import { PlugsIcon } from '@phosphor-icons/react/Plugs';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../look/button.tsx';
import { Empty } from '../look/parts.tsx';
import { useWords } from '../words/words.tsx';

export function NotFound(): ReactNode {
  const t = useWords();
  return (
    <Empty icon={<CompassIcon size={32} weight="light" aria-hidden="true" />} fact={t('shell.not-found')}>
      <a href="/inbox">{t('shell.to-inbox')}</a>
    </Empty>
  );
}

export function PageFailed({ reset }: ErrorComponentProps): ReactNode {
  const t = useWords();
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <Empty icon={<PlugsIcon size={32} weight="light" aria-hidden="true" />} fact={t('shell.page-failed')}>
      <Button onClick={again}>{t('shell.retry')}</Button>
    </Empty>
  );
}

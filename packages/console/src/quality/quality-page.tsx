import type { ReactNode } from 'react';
import { Page } from '../look/parts.tsx';
import { useWords } from '../words/words.tsx';

export function QualityPage(): ReactNode {
  const t = useWords();
  return <Page title={t('shell.integrity')}>{null}</Page>;
}

// The state of the ledger: the verdict of the last check, how it grew, what signs for it, what stands in quarantine, what it takes, and
// every check of the last days.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../api/session.ts';
import { ErrorLine } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import { CheckDays } from './check-days.tsx';
import { CheckpointCard } from './checkpoint-card.tsx';
import { GrowthCard } from './growth-card.tsx';
import styles from './integrity.module.css';
import { integrityQuery } from './integrity-queries.ts';
import { QuarantineCard } from './quarantine-card.tsx';
import { StorageCard } from './storage-card.tsx';
import { VerdictCard } from './verdict-card.tsx';

export function IntegrityPage(): ReactNode {
  const t = useWords();
  const mayRead = useMay('read:integrity');
  const mayRelease = useMay('quarantine');
  const mayQuality = useMay('read:quality');
  const { data, error } = useQuery({ ...integrityQuery, enabled: mayRead });
  return (
    <div className={styles['page']}>
      <h1 className="hidden-text">{t('shell.integrity')}</h1>
      {!mayRead && <ErrorLine>{t('integrity.refused')}</ErrorLine>}
      {error !== null && data === undefined && <ErrorLine>{t('integrity.failed')}</ErrorLine>}
      {data !== undefined && (
        <>
          <VerdictCard integrity={data} />
          <div className={styles['row']}>
            <GrowthCard />
            <CheckpointCard integrity={data} />
          </div>
          <div className={styles['row']}>
            {mayRelease && <QuarantineCard />}
            <StorageCard storage={data.storage} />
          </div>
          <CheckDays />
          {mayQuality && (
            <p>
              <Link to="/quality">{t('integrity.quality')}</Link>
            </p>
          )}
        </>
      )}
    </div>
  );
}

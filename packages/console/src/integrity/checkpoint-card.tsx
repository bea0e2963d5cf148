// What signs for the ledger: the newest checkpoint, to be taken along, and the key that signed it.

import type { ReactNode } from 'react';
import { LinkButton } from '../look/button.tsx';
import { Card, Facts } from '../look/parts.tsx';
import { saveFile } from '../look/save-file.ts';
import { SealMark } from '../look/seal.tsx';
import { useWords } from '../words/words.tsx';
import styles from './integrity.module.css';
import type { Integrity } from './integrity-queries.ts';

export function CheckpointCard({ integrity }: { readonly integrity: Integrity }): ReactNode {
  const t = useWords();
  const { checkpoint, origin, vkey } = integrity;
  return (
    <Card>
      <div className={styles['cardHead']}>
        <h2>
          <SealMark state="checked" />
          {t('integrity.checkpoint')}
        </h2>
        {checkpoint !== undefined && (
          <LinkButton onClick={() => saveFile('checkpoint.txt', checkpoint.note)}>{t('integrity.download')}</LinkButton>
        )}
      </div>
      {checkpoint === undefined ? (
        <p>{t('integrity.checkpoint-none')}</p>
      ) : (
        <Facts
          facts={[
            { name: t('integrity.size'), value: t('integrity.entries', { count: checkpoint.size }) },
            { name: t('integrity.origin'), value: <code>{origin}</code> },
            { name: t('integrity.root'), value: <code>{checkpoint.root}</code> },
            { name: t('integrity.key'), value: <code>{vkey}</code> },
          ]}
        />
      )}
      {checkpoint !== undefined && checkpoint.size < integrity.size && (
        <p className={styles['hint']}>{t('integrity.unsigned', { count: integrity.size - checkpoint.size })}</p>
      )}
    </Card>
  );
}

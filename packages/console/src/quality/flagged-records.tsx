// The records that break one rule, newest first, each with its proof, and with its message for who may read it.

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMay } from '../api/session.ts';
import { ProofDrawer } from '../integrity/proof-drawer.tsx';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { SealButton } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './quality.module.css';
import { flaggedQuery, type QualitySearch } from './quality-queries.ts';

export function FlaggedRecords({ search }: { readonly search: QualitySearch }): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  const found = useInfiniteQuery(flaggedQuery(search));
  const [proof, setProof] = useState<number>();
  const mayRead = useMay('read:messages');
  const items = (found.data?.pages ?? []).flatMap((page) => page.items).filter(({ field }) => field === search.field);
  return (
    <>
      {found.isError && <ErrorLine>{t('quality.failed')}</ErrorLine>}
      <ul className={styles['entries']} aria-label={t('quality.list')}>
        {items.map(({ conversation, entry, id }) => (
          <li key={id}>
            {conversation === undefined || !mayRead ? (
              `${t('quality.entry')} ${number(entry)}`
            ) : (
              <Link
                to="/inbox/$conversation"
                params={{ conversation: String(conversation) }}
                search={{ entry: String(entry) }}
              >
                {t('quality.entry')} {number(entry)}
              </Link>
            )}
            <SealButton state="sealed" name={t('integrity.open-proof', { entry })} onClick={() => setProof(entry)} />
            <span>
              {t('quality.flagged-as')} {number(id)}
            </span>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button size="small" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('quality.older')}
        </Button>
      )}
      {proof !== undefined && <ProofDrawer entry={proof} onClose={() => setProof(undefined)} />}
    </>
  );
}

// What the vault takes, by kind.

import type { ReactNode } from 'react';
import { Card } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './integrity.module.css';
import type { Integrity } from './integrity-queries.ts';

export function StorageCard({ storage }: { readonly storage: Integrity['storage'] }): ReactNode {
  const t = useWords();
  const { bytes } = useFormats();
  const parts = partsOf(storage);
  return (
    <Card>
      <div className={styles['cardHead']}>
        <h2>{t('integrity.storage')}</h2>
        <span>{bytes(storage.total)}</span>
      </div>
      <div className={styles['stack']} aria-hidden="true">
        {parts.map(({ name, size }) => (
          <span key={name} data-part={name} style={{ flexGrow: size }} />
        ))}
      </div>
      <ul className={styles['legend']}>
        {parts.map(({ key, name, size }) => (
          <li key={name}>
            <span data-part={name} aria-hidden="true" />
            {t(key)} <b>{bytes(size)}</b>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function partsOf({ index, objects, pages, projections, total }: Integrity['storage']) {
  const search = index + projections;
  const parts: readonly { readonly name: string; readonly key: Key; readonly size: number }[] = [
    { name: 'media', key: 'integrity.media', size: objects },
    { name: 'records', key: 'integrity.stored-records', size: pages },
    { name: 'search', key: 'integrity.stored-search', size: search },
    { name: 'rest', key: 'integrity.stored-rest', size: Math.max(0, total - objects - pages - search) },
  ];
  return parts.filter(({ size }) => size > 0);
}

// Connecting a WhatsApp number, step by step: what the server is told, what is entered at Meta, and whether it works, to what exactly is
// wrong. No secret is shown.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { Button } from '../look/button.tsx';
import { Empty, Page } from '../look/parts.tsx';
import { useWords } from '../words/words.tsx';
import styles from './connect.module.css';
import { askConnection } from './connection-queries.ts';
import { ConnectionSettings } from './connection-settings.tsx';
import { ConnectionTests } from './connection-tests.tsx';
import { MetaEntries } from './meta-entries.tsx';

const EVERY_MS = 5_000;

export function ConnectPage(): ReactNode {
  const t = useWords();
  const confirmed = useConfirmed();
  const [madeToken] = useState(newToken);
  const { data, error, refetch } = useQuery({
    queryKey: ['connection'],
    queryFn: () => confirmed(askConnection),
    retry: false,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data !== undefined && state.error === null ? EVERY_MS : false),
  });
  const isClosed = error instanceof NotConfirmed;
  return (
    <Page title={t('connect.title')} about={t('connect.about')}>
      {data === undefined && error !== null && (
        <Empty fact={t(isClosed ? 'connect.confirm-about' : 'connect.not-loaded')}>
          <Button onClick={() => void refetch()}>{t(isClosed ? 'connect.show' : 'connect.retry')}</Button>
        </Empty>
      )}
      {data !== undefined && (
        <div className={styles['steps']}>
          {data.isDemo && <p className={styles['demo']}>{t('connect.demo')}</p>}
          <Step number={1} title={t('connect.settings')} about={t('connect.settings-about')}>
            <ConnectionSettings connection={data} madeToken={madeToken} />
          </Step>
          <Step number={2} title={t('connect.enter')} about={t('connect.enter-about')}>
            <MetaEntries connection={data} madeToken={madeToken} />
          </Step>
          <Step number={3} title={t('connect.tests')}>
            <ConnectionTests connection={data} />
          </Step>
        </div>
      )}
    </Page>
  );
}

const TOKEN_BYTES = 18;

/** A verify token that nobody guesses. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

function Step({
  number,
  title,
  about,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles['step']}>
      <span className={styles['number']} aria-hidden="true">
        {number}
      </span>
      <div>
        <h2>{title}</h2>
        {about !== undefined && <p className={styles['about']}>{about}</p>}
        {children}
      </div>
    </section>
  );
}

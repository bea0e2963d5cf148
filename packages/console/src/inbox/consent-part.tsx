// What the other side agreed to be sent, as far as that is known here.

import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { MinusCircleIcon } from '@phosphor-icons/react/MinusCircle';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../api/session.ts';
import { useSendingWindow } from '../conversation/window-line.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './side-pane.module.css';

export function ConsentPart({
  conversation,
  peer,
}: {
  readonly conversation: number;
  readonly peer: number;
}): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const mayLook = useMay('read:people');
  const { data } = useSendingWindow(conversation, useMay('send'));
  if (data === undefined || data.state === 'no-channel') return null;
  const { acceptsMarketing, optedOutMs, stoppedMarketing } = data;
  const isRefused = stoppedMarketing || optedOutMs !== undefined;
  return (
    <section className={styles['part']}>
      <header>
        <h3>{t('inbox.consent')}</h3>
        {mayLook && (
          <Link to="/people/$person" params={{ person: String(peer) }}>
            {t('inbox.consent-see')}
          </Link>
        )}
      </header>
      <div className={styles['wish']}>
        {acceptsMarketing && !isRefused ? (
          <CheckCircleIcon size={18} weight="fill" className={styles['yes']} aria-hidden="true" />
        ) : (
          <MinusCircleIcon size={18} aria-hidden="true" />
        )}
        <div>
          <p>
            {t(
              isRefused
                ? 'inbox.consent-refused'
                : acceptsMarketing
                  ? 'inbox.consent-accepted'
                  : 'inbox.consent-unasked',
            )}
          </p>
          {optedOutMs !== undefined && (
            <p className={styles['none']}>{t('inbox.consent-opted-out', { day: day(new Date(optedOutMs)) })}</p>
          )}
        </div>
      </div>
    </section>
  );
}

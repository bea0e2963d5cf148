// The first conversations: from an export, from a connected number, or none yet.

import { ChatsIcon } from '@phosphor-icons/react/Chats';
import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple';
import { WhatsappLogoIcon } from '@phosphor-icons/react/WhatsappLogo';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './set-up.module.css';

export function FirstStep(): ReactNode {
  const t = useWords();
  return (
    <>
      <h1>{t('set-up.first')}</h1>
      <p className={styles['about']}>{t('set-up.first-about')}</p>
      <div className={styles['rows']}>
        <Link to="/import" className={styles['choice']}>
          <DownloadSimpleIcon size={30} weight="light" aria-hidden="true" />
          <b>{t('set-up.import')}</b>
          <span>{t('set-up.import-about')}</span>
        </Link>
        <Link to="/connect" className={styles['choice']}>
          <WhatsappLogoIcon size={30} weight="light" aria-hidden="true" />
          <b>{t('set-up.connect')}</b>
          <span>{t('set-up.connect-about')}</span>
        </Link>
        <Link to="/inbox" className={styles['choice']}>
          <ChatsIcon size={30} weight="light" aria-hidden="true" />
          <b>{t('set-up.look')}</b>
          <span>{t('set-up.look-about')}</span>
        </Link>
      </div>
    </>
  );
}

// What stands behind the last tab of a phone: the pages that have no tab of their own, and the way out.

import { CaretRightIcon } from '@phosphor-icons/react/CaretRight';
import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple';
import { GaugeIcon } from '@phosphor-icons/react/Gauge';
import { GearSixIcon } from '@phosphor-icons/react/GearSix';
import { ListMagnifyingGlassIcon } from '@phosphor-icons/react/ListMagnifyingGlass';
import { SignOutIcon } from '@phosphor-icons/react/SignOut';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useSession } from '../api/session.ts';
import { signOut } from '../api/sign-in.ts';
import { ErrorLine } from '../look/field.tsx';
import { Page } from '../look/parts.tsx';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './more.module.css';

interface Place {
  readonly to: '/import' | '/audit' | '/quality' | '/settings/{-$section}';
  readonly name: Key;
  readonly icon: ComponentType<{ size?: number; 'aria-hidden'?: 'true' }>;
  /** What somebody must be allowed for the place to be shown. */
  readonly act?: string;
}

const PLACES: readonly Place[] = [
  { to: '/import', name: 'shell.import', icon: DownloadSimpleIcon, act: 'import' },
  { to: '/audit', name: 'shell.audit', icon: ListMagnifyingGlassIcon, act: 'read:own-audit' },
  { to: '/quality', name: 'more.quality', icon: GaugeIcon, act: 'read:quality' },
  { to: '/settings/{-$section}', name: 'shell.settings', icon: GearSixIcon },
];

export function MorePage(): ReactNode {
  const t = useWords();
  const { may, user } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isFailed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    try {
      await signOut();
    } catch {
      setFailed(true);
      return;
    }
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Page title={t('shell.more')} {...(user === undefined ? {} : { about: <bdi>{user.name}</bdi> })}>
      <ul className={styles['places']}>
        {PLACES.filter(({ act }) => act === undefined || may.includes(act)).map(({ icon: Icon, name, to }) => (
          <li key={to}>
            <Link to={to}>
              <Icon size={21} aria-hidden="true" />
              <span>{t(name)}</span>
              <CaretRightIcon size={16} aria-hidden="true" />
            </Link>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => void leave()}>
            <SignOutIcon size={21} aria-hidden="true" />
            <span>{t('more.sign-out')}</span>
          </button>
        </li>
      </ul>
      {isFailed && <ErrorLine>{t('more.sign-out-failed')}</ErrorLine>}
    </Page>
  );
}

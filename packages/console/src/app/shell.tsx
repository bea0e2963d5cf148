// What stands around every page of somebody who is signed in: the rail (tabs below on a phone), the strip that says when the server
// or the network is away, and the keys that lead from page to page.

import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText';
import { CloudSlashIcon } from '@phosphor-icons/react/CloudSlash';
import { DotsThreeIcon } from '@phosphor-icons/react/DotsThree';
import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple';
import { GearSixIcon } from '@phosphor-icons/react/GearSix';
import { ListMagnifyingGlassIcon } from '@phosphor-icons/react/ListMagnifyingGlass';
import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass';
import { TrayIcon } from '@phosphor-icons/react/Tray';
import { TreeStructureIcon } from '@phosphor-icons/react/TreeStructure';
import { UsersIcon } from '@phosphor-icons/react/Users';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { Avatar } from '../look/avatar.tsx';
import { classes } from '../look/class-names.ts';
import { Logo } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { useConnection } from './connection.ts';
import { useKeys } from './keys.ts';
import styles from './shell.module.css';

interface Place {
  readonly to: '/inbox' | '/search' | '/people' | '/import' | '/integrity' | '/audit';
  readonly name: Key;
  readonly icon: ComponentType<{ size?: number; weight?: 'regular' | 'fill'; 'aria-hidden'?: 'true' }>;
  /** What somebody must be allowed for the place to be shown. */
  readonly act: string;
  readonly phone?: boolean;
}

const PLACES: readonly Place[] = [
  { to: '/inbox', name: 'shell.inbox', icon: TrayIcon, act: 'read:conversations', phone: true },
  { to: '/search', name: 'shell.search', icon: MagnifyingGlassIcon, act: 'search', phone: true },
  { to: '/people', name: 'shell.people', icon: UsersIcon, act: 'read:people', phone: true },
  { to: '/import', name: 'shell.import', icon: DownloadSimpleIcon, act: 'import' },
  { to: '/integrity', name: 'shell.integrity', icon: TreeStructureIcon, act: 'read:integrity', phone: true },
  { to: '/audit', name: 'shell.audit', icon: ListMagnifyingGlassIcon, act: 'read:own-audit' },
];

export function Shell({ waiting }: { readonly waiting?: number }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { may, user } = useSession();
  const go = (to: Place['to']) => () => void navigate({ to });
  useKeys({
    '/': go('/search'),
    'g i': go('/inbox'),
    'g s': go('/search'),
    'g p': go('/people'),
    'g v': go('/integrity'),
    'g a': go('/audit'),
  });
  const places = PLACES.filter(({ act }) => may.includes(act));
  return (
    <div className={styles['shell']}>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <nav className={styles['rail']} aria-label={t('shell.pages')}>
        <span className={styles['mark']}>
          <Logo />
        </span>
        {places.map(({ to, name, icon: Icon, phone }) => (
          <Link key={to} to={to} className={classes(styles['place'], phone !== true && styles['wideOnly'])}>
            {({ isActive }: { isActive: boolean }) => (
              <>
                <Icon size={21} weight={isActive ? 'fill' : 'regular'} aria-hidden="true" />
                {t(name)}
                {to === '/inbox' && waiting !== undefined && waiting > 0 && (
                  <span
                    className={styles['count']}
                    role="status"
                    aria-label={t('shell.waiting-people', { count: waiting })}
                  >
                    {waiting}
                  </span>
                )}
              </>
            )}
          </Link>
        ))}
        <span className={styles['space']} />
        <Link to="/settings/{-$section}" className={classes(styles['place'], styles['wideOnly'])}>
          <GearSixIcon size={21} aria-hidden="true" />
          {t('shell.settings')}
        </Link>
        <Link to="/more" className={classes(styles['place'], styles['phoneOnly'])}>
          <DotsThreeIcon size={21} aria-hidden="true" />
          {t('shell.more')}
        </Link>
        {user !== undefined && (
          <Link to="/settings/{-$section}" className={styles['wideOnly']}>
            <Avatar name={user.name} seed={user.name.length} size={32} />
            <span className="hidden-text">{user.name}</span>
          </Link>
        )}
      </nav>
      <main id="content" className={styles['main']} tabIndex={-1}>
        <Strip />
        <Outlet />
      </main>
    </div>
  );
}

/** Says when nobody answers, since when, and when it is tried again. */
function Strip(): ReactNode {
  const t = useWords();
  const { time } = useFormats();
  const { online, awaySince, retryIn } = useConnection();
  if (online && awaySince === undefined) return null;
  return (
    <div className={styles['strip']} role="status">
      {online ? (
        <ChatCircleTextIcon size={20} aria-hidden="true" />
      ) : (
        <CloudSlashIcon size={20} weight="fill" aria-hidden="true" />
      )}
      {online && awaySince !== undefined
        ? t('shell.server-away', { time: time(awaySince), seconds: retryIn })
        : t('shell.offline')}
    </div>
  );
}

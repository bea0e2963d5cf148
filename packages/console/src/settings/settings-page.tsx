// Settings: of oneself, of those who work here, of the house. Which section is shown stands in the address.

import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { sessionQuery, useSession } from '../api/session.ts';
import { signOut } from '../api/sign-in.ts';
import { Empty, Page } from '../look/parts.tsx';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { FieldsSection } from './fields-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LabelsSection } from './labels-section.tsx';
import { MeSection } from './me-section.tsx';
import { RepliesSection } from './replies-section.tsx';
import { SecuritySection } from './security-section.tsx';
import styles from './settings.module.css';
import { TeamSection } from './team-section.tsx';
import { VaultSection } from './vault-section.tsx';

interface Section {
  readonly key: string;
  readonly name: Key;
  /** What somebody must be allowed for it to be shown. */
  readonly act: string;
  readonly shows: ComponentType;
  /** It says its title itself. */
  readonly isTitled?: true;
}

const SECTIONS: readonly Section[] = [
  { key: 'me', name: 'settings.me', act: 'self', shows: MeSection },
  { key: 'security', name: 'settings.security', act: 'self', shows: SecuritySection },
  { key: 'team', name: 'settings.team', act: 'staff:read', shows: TeamSection },
  { key: 'keys', name: 'settings.keys', act: 'staff:read', shows: KeysSection },
  { key: 'labels', name: 'settings.labels', act: 'settings', shows: LabelsSection, isTitled: true },
  { key: 'replies', name: 'settings.replies', act: 'settings', shows: RepliesSection, isTitled: true },
  { key: 'fields', name: 'settings.fields', act: 'read:people', shows: FieldsSection, isTitled: true },
  { key: 'vault', name: 'settings.vault', act: 'admin', shows: VaultSection },
];

const route = getRouteApi('/house/settings/{-$section}');

export function SettingsPage(): ReactNode {
  const t = useWords();
  const { may } = useSession();
  const { section = 'me' } = route.useParams();
  const sections = SECTIONS.filter(({ act }) => may.includes(act));
  const shown = sections.find(({ key }) => key === section);
  const Shown = shown?.shows;
  return (
    <Page title={t('settings.title')}>
      <div className={styles['page']}>
        <nav className={styles['nav']} aria-label={t('settings.sections')}>
          {sections.map(({ key, name }) => (
            <Link
              key={key}
              to="/settings/{-$section}"
              params={{ section: key }}
              aria-current={key === section ? 'page' : undefined}
            >
              {t(name)}
            </Link>
          ))}
          <SignOut />
        </nav>
        <div className={styles['section']}>
          {shown === undefined || Shown === undefined ? (
            <Empty fact={t('settings.none')} boxed />
          ) : (
            <>
              {shown.isTitled !== true && <h2>{t(shown.name)}</h2>}
              <Shown />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

function SignOut(): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined);
    queries.clear();
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
    await navigate({ to: '/sign-in', search: {} });
  };
  return (
    <span className={styles['out']}>
      <button type="button" onClick={() => void leave()}>
        {t('settings.sign-out')}
      </button>
    </span>
  );
}

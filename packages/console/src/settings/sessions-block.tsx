// One's own sessions: on which device, from where, since when; each can be ended.

import { DevicesIcon } from '@phosphor-icons/react/Devices';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, ask } from '../api/client.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Tag } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { deviceIn } from './device.ts';
import styles from './settings.module.css';
import { sessionsQuery } from './settings-queries.ts';
import { useAct } from './use-act.ts';

export function SessionsBlock(): ReactNode {
  const t = useWords();
  const { moment } = useFormats();
  const { data: sessions = [] } = useQuery(sessionsQuery);
  const { error, isBusy, run } = useAct(sessionsQuery.queryKey);
  const end = (key: string): void => {
    void run(
      () => ask(api.DELETE('/api/v1/sessions/{key}', { params: { path: { key } } })),
      t('settings.session-ended'),
    );
  };
  return (
    <section className={styles['block']}>
      <h3>{t('settings.sessions')}</h3>
      <ul className={styles['rows']}>
        {sessions.map(({ current, device, factor, from, id, lastSeenAt }) => {
          const known = deviceIn(device ?? '');
          const called = known === undefined ? t('settings.device-unknown') : t('settings.device', known);
          const when = moment(new Date(lastSeenAt));
          return (
            <li key={id} className={styles['row']}>
              <DevicesIcon size={20} aria-hidden="true" />
              <div className={styles['names']}>
                <b>
                  {called} {current && <Tag kind="ok">{t('settings.session-here')}</Tag>}
                </b>
                <span className={styles['quiet']}>
                  {t('settings.session-seen', { when })} · {t(`settings.factor.${factor}`)}
                  {from !== undefined && (
                    <>
                      {' · '}
                      {t('settings.session-from', { address: from })}
                    </>
                  )}
                </span>
              </div>
              {!current && (
                <Button
                  kind="quiet"
                  busy={isBusy}
                  aria-label={t('settings.session-end', { device: called, when })}
                  onClick={() => end(id)}
                >
                  {t('settings.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
    </section>
  );
}

// Keys of programs: listed with what they are good for, made, revoked.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Empty, Table, Tag } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { KeyDialog } from './key-dialog.tsx';
import styles from './settings.module.css';
import { apiKeysQuery } from './settings-queries.ts';
import { useAct } from './use-act.ts';

export function KeysSection(): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const mayMake = useMay('admin');
  const { data: keys = [], isSuccess } = useQuery(apiKeysQuery);
  const { error, isBusy, run } = useAct(apiKeysQuery.queryKey);
  const [isMaking, setMaking] = useState(false);
  const revoke = (id: number): void => {
    void run(() => ask(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })), t('settings.key-revoked'));
  };
  return (
    <>
      <p className={styles['about']}>{t('settings.keys-about')}</p>
      {mayMake && (
        <div className={styles['line']}>
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t('settings.key-new')}
          </Button>
        </div>
      )}
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      {isSuccess && keys.length === 0 && <Empty fact={t('settings.keys-none')} boxed />}
      {keys.length > 0 && (
        <Table>
          <thead>
            <tr>
              <th>{t('settings.name')}</th>
              <th>{t('settings.key-scopes')}</th>
              <th>{t('settings.state')}</th>
              <th>{t('settings.key-until')}</th>
              <th>
                <span className="hidden-text">{t('settings.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ expiresAt, id, name, scopes, state }) => (
              <tr key={id}>
                <td dir="auto">{name}</td>
                <td className={styles['mono']}>{scopes.join(' ')}</td>
                <td>
                  <Tag {...(state === 'in-force' ? { kind: 'ok' as const } : {})}>
                    {t(`settings.key-state.${state}`)}
                  </Tag>
                </td>
                <td>{expiresAt === undefined ? '' : day(new Date(expiresAt))}</td>
                <td>
                  {mayMake && state === 'in-force' && (
                    <Button
                      size="small"
                      kind="danger"
                      busy={isBusy}
                      onClick={() => revoke(id)}
                      aria-label={t('settings.key-revoke', { name })}
                    >
                      {t('settings.revoke')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {isMaking && <KeyDialog onClose={() => setMaking(false)} />}
    </>
  );
}

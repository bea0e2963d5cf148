// A new key: what for, what it is good for, how long; shown once.

import type { ActaPaths } from '@acta/server/client';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Button } from '../look/button.tsx';
import { Choice, ErrorLine, SelectField, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';
import { apiKeysQuery } from './settings-queries.ts';
import { ShownOnce } from './shown-once.tsx';
import { useAct } from './use-act.ts';

type Scope = NonNullable<
  ActaPaths['/api/v1/api-keys']['post']['requestBody']
>['content']['application/json']['scopes'][number];

const SCOPES = [
  'read:conversations',
  'read:messages',
  'read:people',
  'read:media',
  'read:events',
  'read:quality',
  'search',
  'send',
  'hooks',
  'work',
  'settings',
  'write:people',
  'merge',
  'import',
  'quarantine',
  'read:deleted',
  'read:integrity',
  'prove',
  'verify',
  'read:audit',
  'staff:read',
  'admin',
] as const satisfies readonly Scope[];

const DAYS = [90, 30, 365, 0] as const;

export function KeyDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const { error, isBusy, run } = useAct(apiKeysQuery.queryKey);
  const [name, setName] = useState('');
  const [days, setDays] = useState<number>(90);
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set());
  const [isTried, setTried] = useState(false);
  const [key, setKey] = useState<string>();
  const toggle = (scope: Scope, isOn: boolean): void => {
    const next = new Set(scopes);
    if (isOn) next.add(scope);
    else next.delete(scope);
    setScopes(next);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (scopes.size === 0) return;
    const body = { name: name.trim(), scopes: [...scopes], ...(days === 0 ? {} : { days }) };
    const made = await run(() => ask(api.POST('/api/v1/api-keys', { body })));
    if (made !== undefined) setKey(made.key);
  };
  if (key !== undefined)
    return (
      <Dialog open onClose={onClose} title={t('settings.key-shown', { name })}>
        <ShownOnce text={key} about={t('settings.key-once')} onClose={onClose} />
      </Dialog>
    );
  return (
    <Dialog open onClose={onClose} title={t('settings.key-new')}>
      <form className={styles['asking']} onSubmit={(event) => void send(event)}>
        <TextField
          label={t('settings.key-name')}
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <fieldset className={styles['group']}>
          <legend>{t('settings.key-scopes')}</legend>
          <div className={styles['columns']}>
            {SCOPES.map((scope) => (
              <Choice
                key={scope}
                label={<span className={styles['mono']}>{scope}</span>}
                checked={scopes.has(scope)}
                onChange={({ target }) => toggle(scope, target.checked)}
              />
            ))}
          </div>
          {isTried && scopes.size === 0 && <ErrorLine>{t('settings.key-scopes-none')}</ErrorLine>}
        </fieldset>
        <SelectField
          label={t('settings.key-days')}
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          {DAYS.map((one) => (
            <option key={one} value={one}>
              {t(`settings.key-days.${one}`)}
            </option>
          ))}
        </SelectField>
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <DialogActs>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('settings.key-make')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

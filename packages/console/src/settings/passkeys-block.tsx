// Passkeys: added with the browser's own dialog, listed, removed. The last factor stays.

import { FingerprintIcon } from '@phosphor-icons/react/Fingerprint';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { addPasskey, removePasskey } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';
import { passkeysQuery } from './settings-queries.ts';
import { useAct } from './use-act.ts';

export function PasskeysBlock(): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const { data: passkeys = [] } = useQuery(passkeysQuery);
  const { error, isBusy, run } = useAct(passkeysQuery.queryKey, sessionQuery.queryKey);
  const [name, setName] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isDone = await run(() => addPasskey(name.trim()).then(() => true), t('settings.saved'));
    if (isDone === true) setName('');
  };
  return (
    <section className={styles['block']}>
      <h3>{t('settings.passkeys')}</h3>
      {passkeys.length === 0 ? (
        <p className={styles['about']}>{t('settings.passkeys-none')}</p>
      ) : (
        <ul className={styles['rows']}>
          {passkeys.map(({ createdAt, id, name: said }) => {
            const called = said === undefined || said === '' ? t('settings.passkey-unnamed') : said;
            return (
              <li key={id} className={styles['row']}>
                <FingerprintIcon size={20} aria-hidden="true" />
                <div className={styles['names']}>
                  <b dir="auto">{called}</b>
                  {createdAt !== undefined && (
                    <span className={styles['quiet']}>{t('settings.added', { date: day(new Date(createdAt)) })}</span>
                  )}
                </div>
                <Button
                  kind="quiet"
                  busy={isBusy}
                  aria-label={t('settings.passkey-remove', { name: called })}
                  onClick={() => void run(() => removePasskey(id), t('settings.saved'))}
                >
                  {t('settings.remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <form className={styles['line']} onSubmit={(event) => void add(event)}>
        <TextField
          label={t('settings.passkey-name')}
          required
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" busy={isBusy} icon={<FingerprintIcon size={18} aria-hidden="true" />}>
          {t('settings.passkey-add')}
        </Button>
      </form>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
    </section>
  );
}

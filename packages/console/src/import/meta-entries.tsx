// What is entered where in Meta's dashboard, each with a button that copies it.

import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './connect.module.css';
import type { Connection } from './connection-queries.ts';
import { Copied } from './copied.tsx';

/** What Acta understands, as Meta names it; the first brings messages and their statuses. */
const FIELDS = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'phone_number_quality_update',
  'account_update',
  'user_preferences',
];

export function MetaEntries({
  connection,
  madeToken,
}: {
  readonly connection: Connection;
  readonly madeToken: string;
}): ReactNode {
  const t = useWords();
  const { callbackPath, callbackUrl, hasVerifyToken } = connection;
  return (
    <dl className={styles['rows']}>
      <div className={styles['row']}>
        <dt>{t('connect.callback')}</dt>
        <dd>
          {callbackUrl === undefined ? (
            <span className={styles['soft']}>{t('connect.callback-none', { path: callbackPath })}</span>
          ) : (
            <Copied text={callbackUrl} />
          )}
        </dd>
      </div>
      <div className={styles['row']}>
        <dt>{t('connect.verify-token')}</dt>
        <dd>{hasVerifyToken ? t('connect.token-same') : <Copied text={madeToken} />}</dd>
      </div>
      <div className={styles['row']}>
        <dt>{t('connect.fields')}</dt>
        <dd>
          <p className={styles['soft']}>{t('connect.fields-about')}</p>
          {FIELDS.map((field) => (
            <Copied key={field} text={field} />
          ))}
        </dd>
      </div>
    </dl>
  );
}

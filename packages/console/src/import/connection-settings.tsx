// What the server is told by its surroundings, by name: set or missing, and for what is missing the line to write and where to find it.

import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './connect.module.css';
import type { Connection } from './connection-queries.ts';
import { Copied } from './copied.tsx';

export function ConnectionSettings({
  connection,
  madeToken,
}: {
  readonly connection: Connection;
  readonly madeToken: string;
}): ReactNode {
  const t = useWords();
  const { appSecrets, callbackUrl, hasAccessToken, hasVerifyToken, ownTokens } = connection;
  const own =
    hasAccessToken || ownTokens.length === 0 ? t('connect.set') : t('connect.set-own', { count: ownTokens.length });
  return (
    <dl className={styles['rows']}>
      <Setting
        name={t('connect.app-secret')}
        isSet={appSecrets > 0}
        said={t(appSecrets > 1 ? 'connect.set-two' : 'connect.set')}
        where={t('connect.app-secret-where')}
        line="WHATSAPP_APP_SECRET="
      />
      <Setting
        name={t('connect.verify-token')}
        isSet={hasVerifyToken}
        said={t('connect.set')}
        where={t('connect.verify-token-where')}
        line={`WHATSAPP_VERIFY_TOKEN=${madeToken}`}
      />
      <Setting
        name={t('connect.access-token')}
        isSet={hasAccessToken || ownTokens.length > 0}
        said={own}
        where={t('connect.access-token-where')}
        line="WHATSAPP_ACCESS_TOKEN="
      />
      <Setting
        name={t('connect.address')}
        isSet={callbackUrl !== undefined}
        said={callbackUrl === undefined ? '' : new URL(callbackUrl).origin}
        where={t('connect.address-where')}
        line="ACTA_URL=https://"
      />
    </dl>
  );
}

function Setting({
  name,
  isSet,
  said,
  where,
  line,
}: {
  readonly name: string;
  readonly isSet: boolean;
  readonly said: string;
  readonly where: string;
  readonly line: string;
}): ReactNode {
  const t = useWords();
  return (
    <div className={styles['row']}>
      <dt>{name}</dt>
      <dd>
        <p className={styles['state']} data-state={isSet ? 'well' : 'wrong'}>
          {isSet ? (
            <CheckCircleIcon size={18} weight="fill" aria-hidden="true" />
          ) : (
            <WarningCircleIcon size={18} weight="fill" aria-hidden="true" />
          )}
          <span>{isSet ? said : t('connect.missing')}</span>
        </p>
        {!isSet && (
          <>
            <p className={styles['soft']}>{where}</p>
            <Copied text={line} />
          </>
        )}
      </dd>
    </div>
  );
}

// Single sign-on as it is set, and whether the provider answers now. It is set by whoever runs the server, not here.

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Facts, Tag } from '../look/parts.tsx';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';
import { singleSignOnQuery } from './settings-queries.ts';

export function SignOnBlock(): ReactNode {
  const t = useWords();
  const { data } = useQuery(singleSignOnQuery);
  if (data?.isSet !== true) return null;
  const { callback, issuer, label, passwords, problem } = data;
  return (
    <section className={styles['block']}>
      <h3>{t('sign-on.title')}</h3>
      <Facts
        facts={[
          {
            name: t('sign-on.state'),
            value:
              problem === undefined ? (
                <Tag kind="ok">{t('sign-on.works')}</Tag>
              ) : (
                <Tag kind="warn">{t(`sign-on.why.${problem}`)}</Tag>
              ),
          },
          { name: t('sign-on.provider'), value: <bdi>{issuer}</bdi> },
          { name: t('sign-on.button'), value: <bdi>{label}</bdi> },
          { name: t('sign-on.callback'), value: <bdi>{callback}</bdi> },
          { name: t('sign-on.passwords'), value: t(`sign-on.passwords.${passwords}`) },
        ]}
      />
    </section>
  );
}

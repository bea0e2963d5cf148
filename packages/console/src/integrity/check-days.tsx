// The checks of the last 90 days: a square a day, the worst verdict of the day, and every check in a table below.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Card, Table, Tag } from '../look/parts.tsx';
import { SealButton } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './integrity.module.css';
import { checksQuery } from './integrity-queries.ts';
import { ProofDrawer } from './proof-drawer.tsx';

const DAYS = 90;
const DAY_MS = 86_400_000;
const WORST = ['intact', 'incomplete', 'altered'] as const;

const WORDS = {
  intact: 'integrity.was-intact',
  incomplete: 'integrity.was-incomplete',
  altered: 'integrity.was-altered',
} as const satisfies Record<(typeof WORST)[number], Key>;

const TAGS = { intact: 'ok', incomplete: 'warn', altered: 'danger' } as const;

export function CheckDays(): ReactNode {
  const t = useWords();
  const { day, moment, number, span } = useFormats();
  const { data } = useQuery(checksQuery);
  const [proof, setProof] = useState<number>();
  const items = data?.items ?? [];
  const byDay = Map.groupBy(items, ({ at }) => new Date(at).toDateString());
  const today = new Date();
  const days = Array.from({ length: DAYS }, (_, index) => new Date(today.getTime() - (DAYS - 1 - index) * DAY_MS));
  const [first = today] = days;
  return (
    <Card>
      <div className={styles['cardHead']}>
        <h2>{t('integrity.days')}</h2>
        <span>{t('integrity.days-about', { count: items.length })}</span>
      </div>
      <div className={styles['days']} aria-hidden="true">
        {days.map((at) => {
          const ofDay = byDay.get(at.toDateString()) ?? [];
          const worst = WORST.findLast((verdict) => ofDay.some((check) => check.verdict === verdict));
          return <span key={at.toDateString()} data-verdict={worst ?? 'none'} title={day(at)} />;
        })}
      </div>
      <div className={styles['ends']} aria-hidden="true">
        <span>{day(first)}</span>
        <span>{t('integrity.today')}</span>
      </div>
      {items.length > 0 && (
        <details className={styles['asTable']}>
          <summary>{t('integrity.every-check')}</summary>
          <Table>
            <thead>
              <tr>
                <th scope="col">{t('integrity.at')}</th>
                <th scope="col">{t('integrity.came-to')}</th>
                <th scope="col">{t('integrity.depth')}</th>
                <th scope="col" data-number="true">
                  {t('integrity.records')}
                </th>
                <th scope="col" data-number="true">
                  {t('integrity.took')}
                </th>
                <th scope="col" data-number="true">
                  {t('proof.entry')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ at, checked, deep, entry, tookMs, verdict }) => (
                <tr key={entry}>
                  <td>{moment(new Date(at))}</td>
                  <td>
                    <Tag kind={TAGS[verdict]}>{t(WORDS[verdict])}</Tag>
                  </td>
                  <td>{t(deep ? 'integrity.deep' : 'integrity.plain')}</td>
                  <td data-number="true">{number(checked)}</td>
                  <td data-number="true">{span(Math.max(1, tookMs / 1000))}</td>
                  <td data-number="true">
                    <span className={styles['entry']}>
                      {number(entry)}
                      <SealButton
                        state="sealed"
                        name={t('integrity.open-proof', { entry })}
                        onClick={() => setProof(entry)}
                      />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      )}
      {proof !== undefined && <ProofDrawer entry={proof} onClose={() => setProof(undefined)} />}
    </Card>
  );
}

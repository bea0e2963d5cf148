// Above the field: whether the customer may be answered freely, for how long, and what it costs. What is not known is not said.

import type { ActaPaths } from '@acta/server/client';
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { ReplyPrice } from './price.tsx';
import styles from './reply.module.css';

export type SendingWindow =
  ActaPaths['/api/v1/conversations/{id}/window']['get']['responses']['200']['content']['application/json'];

const DAY_MS = 86_400_000;
const SOON_MS = 2 * 60 * 60_000;
const TICK_MS = 20_000;

export function useSendingWindow(conversation: number, isEnabled: boolean) {
  const query = useQuery({
    queryKey: ['window', conversation],
    enabled: isEnabled,
    queryFn: () => ask(api.GET('/api/v1/conversations/{id}/window', { params: { path: { id: conversation } } })),
    staleTime: 30_000,
    refetchInterval: 5 * 60_000,
  });
  useLive(({ conversation: of, type }) => {
    if (of === conversation && type === 'message') void query.refetch();
  });
  return query;
}

/** Now, a few times a minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Whether the window stands open at a moment. */
export function isOpenAt({ endsMs, state }: SendingWindow, now: number): boolean {
  return state === 'open' && endsMs !== undefined && endsMs > now;
}

export function WindowLine({
  name,
  now,
  window: known,
}: {
  readonly window: SendingWindow;
  readonly name: string;
  readonly now: number;
}): ReactNode {
  const t = useWords();
  const { day, moment, span, time } = useFormats();
  const { endsMs, halted, optedOutMs, state } = known;
  if (halted !== undefined)
    return <p className={styles['closed']}>{t('conversation.halted', { code: String(halted) })}</p>;
  if (state === 'no-channel') return <p className={styles['closed']}>{t('conversation.no-channel')}</p>;
  if (isOpenAt(known, now) && endsMs !== undefined) {
    const left = endsMs - now;
    return (
      <div className={styles['window']} data-soon={left < SOON_MS}>
        <span className={styles['meter']} aria-hidden="true">
          <span style={{ width: `${Math.max(2, Math.min(100, (left / DAY_MS) * 100))}%` }} />
        </span>
        <p>
          <b>{t('conversation.window-open')}</b> ·{' '}
          <span className={styles['wide']}>{t('conversation.window-left', { span: span(left / 1000) })}</span>
          <span className={styles['phone']}>{span(left / 1000)}</span>
        </p>
        {optedOutMs === undefined ? (
          <ReplyPrice prices={known.prices} />
        ) : (
          <span className={styles['cost']}>
            {t('conversation.opted-out', { name, day: day(new Date(optedOutMs)) })}
          </span>
        )}
      </div>
    );
  }
  const ended = endsMs === undefined ? undefined : new Date(endsMs);
  const isToday = ended?.toDateString() === new Date(now).toDateString();
  return (
    <p className={styles['closed']}>
      <LockSimpleIcon size={18} weight="fill" aria-hidden="true" />
      <span>
        <b>
          {ended === undefined
            ? t('conversation.window-never', { name })
            : isToday
              ? t('conversation.window-closed', { time: time(ended) })
              : t('conversation.window-closed-day', { time: moment(ended) })}
        </b>{' '}
        {t('conversation.window-about')}
      </span>
    </p>
  );
}

// What sending something costs, by the owner's table: free, so much, or not set.

import type { ActaPaths } from '@acta/server/client';
import type { ReactNode } from 'react';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './reply.module.css';

type Prices =
  ActaPaths['/api/v1/conversations/{id}/window']['get']['responses']['200']['content']['application/json']['prices'];

const NOTHING = /^0*(?:\.0*)?$/;

/** What a reply costs while the window is open. */
export function ReplyPrice({ prices }: { readonly prices: Prices }): ReactNode {
  const t = useWords();
  const { money } = useFormats();
  const said = priceSaid(prices.service, {
    free: 'conversation.window-free',
    costs: 'conversation.window-costs',
    unset: 'conversation.window-unpriced',
  });
  const short = priceSaid(prices.service, {
    free: 'conversation.window-free-short',
    costs: 'conversation.price',
    unset: 'conversation.price-unset',
  });
  const price = prices.service === undefined ? '' : money(prices.service.amount, prices.service.currency);
  return (
    <span className={styles['cost']}>
      <span className={styles['wide']}>{t(said, { price })}</span>
      <span className={styles['phone']}>{t(short, { price })}</span>
    </span>
  );
}

/** What a template costs, by its category. */
export function TemplatePrice({
  category,
  prices,
}: {
  readonly category: Exclude<keyof Prices, 'service'>;
  readonly prices: Prices;
}): ReactNode {
  const t = useWords();
  const { money } = useFormats();
  const known = prices[category];
  const key = priceSaid(known, {
    free: 'conversation.template-free',
    costs: 'conversation.template-costs',
    unset: 'conversation.template-unpriced',
  });
  return (
    <span className={styles['cost']}>
      {t(key, { price: known === undefined ? '' : money(known.amount, known.currency) })}
    </span>
  );
}

function priceSaid<K extends Key>(
  price: Prices['service'],
  { costs, free, unset }: { readonly free: K; readonly costs: K; readonly unset: K },
): K {
  if (price === undefined) return unset;
  return NOTHING.test(price.amount) ? free : costs;
}

// What messages cost, as the owner says: by category, and by the digits with which numbers begin. An empty table prices nothing.

import { TrashIcon } from '@phosphor-icons/react/Trash';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { inboxSettingsQuery } from '../inbox/inbox-queries.ts';
import { refusal } from '../inbox/work-acts.ts';
import { Button, IconButton } from '../look/button.tsx';
import { ErrorLine, SelectField, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';
import { type InboxSettings, useInboxSettings } from './word-queries.ts';
import own from './words-section.module.css';

type Price = InboxSettings['prices'][number];

const CATEGORIES: Readonly<Record<Price['category'], Key>> = {
  service: 'prices.service',
  utility: 'conversation.category-utility',
  marketing: 'conversation.category-marketing',
  authentication: 'conversation.category-authentication',
};
const AMOUNT = /^\d{1,9}(?:\.\d{1,6})?$/;
const CURRENCY = /^[A-Z]{3}$/;
const PREFIX = /^\+?\d{0,8}$/;

export function PricesSection(): ReactNode {
  const t = useWords();
  const { money } = useFormats();
  const { data } = useQuery(inboxSettingsQuery);
  const { error, isPending, mutate } = useInboxSettings();
  const [isAdding, setAdding] = useState(false);
  if (data === undefined) return null;
  const { prices } = data;
  const placeOf = ({ prefix }: Price): string => (prefix === '' ? t('prices.all-others') : `+${prefix}`);
  return (
    <section className={styles['block']}>
      <h2>{t('prices.title')}</h2>
      <p className={styles['about']}>{t('prices.about')}</p>
      {prices.length === 0 && <p className={styles['quiet']}>{t('prices.none')}</p>}
      <ul className={own['list']}>
        {prices.map((price) => {
          const name = `${t(CATEGORIES[price.category])} · ${placeOf(price)}`;
          return (
            <li key={`${price.category} ${price.prefix}`} className={own['item']}>
              <span>{name}</span>
              <span className="tabular">{money(price.amount, price.currency)}</span>
              <IconButton
                name={t('prices.remove', { name })}
                disabled={isPending}
                onClick={() => mutate({ prices: prices.filter((one) => one !== price) })}
              >
                <TrashIcon size={18} aria-hidden="true" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {error !== null && <ErrorLine>{t(refusal(error))}</ErrorLine>}
      <Button onClick={() => setAdding(true)}>{t('prices.add')}</Button>
      {isAdding && <PriceDialog prices={prices} onClose={() => setAdding(false)} />}
    </section>
  );
}

function PriceDialog({
  onClose,
  prices,
}: {
  readonly prices: readonly Price[];
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const { error, isPending, mutate } = useInboxSettings();
  const [draft, setDraft] = useState<Price>({
    category: 'service',
    prefix: '',
    amount: '',
    currency: prices.at(-1)?.currency ?? '',
  });
  const amount = draft.amount.trim().replace(',', '.');
  const isWhole = AMOUNT.test(amount) && CURRENCY.test(draft.currency) && PREFIX.test(draft.prefix);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWhole) return;
    const price = { ...draft, amount, prefix: draft.prefix.replace('+', '') };
    const others = prices.filter(({ category, prefix }) => category !== price.category || prefix !== price.prefix);
    mutate({ prices: [...others, price] }, { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} title={t('prices.add')}>
      <form onSubmit={save} className={own['form']}>
        <SelectField
          label={t('prices.what')}
          value={draft.category}
          onChange={({ target }) =>
            setDraft({ ...draft, category: CATEGORY_KEYS.find((one) => one === target.value) ?? 'service' })
          }
        >
          {CATEGORY_KEYS.map((key) => (
            <option key={key} value={key}>
              {t(CATEGORIES[key])}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('prices.prefix')}
          hint={t('prices.prefix-hint')}
          inputMode="tel"
          value={draft.prefix}
          maxLength={9}
          onChange={({ target }) => setDraft({ ...draft, prefix: target.value.trim() })}
          {...(PREFIX.test(draft.prefix) ? {} : { error: t('prices.prefix-wrong') })}
        />
        <TextField
          label={t('prices.amount')}
          inputMode="decimal"
          data-autofocus
          value={draft.amount}
          maxLength={16}
          onChange={({ target }) => setDraft({ ...draft, amount: target.value })}
          {...(draft.amount === '' || AMOUNT.test(amount) ? {} : { error: t('prices.amount-wrong') })}
        />
        <TextField
          label={t('prices.currency')}
          hint={t('prices.currency-hint')}
          value={draft.currency}
          maxLength={3}
          onChange={({ target }) => setDraft({ ...draft, currency: target.value.toUpperCase() })}
        />
        {error !== null && <ErrorLine>{t(refusal(error))}</ErrorLine>}
        <DialogActs>
          <Button kind="primary" type="submit" busy={isPending} disabled={!isWhole}>
            {t('prices.save')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

const CATEGORY_KEYS = [
  'service',
  'utility',
  'marketing',
  'authentication',
] as const satisfies readonly Price['category'][];

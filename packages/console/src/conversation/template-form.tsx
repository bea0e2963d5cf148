// A template in place of the field, while the window is closed: which one, what fills its places, and what the customer will read.

import { CaretDownIcon } from '@phosphor-icons/react/CaretDown';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Button } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { ActMenu } from '../look/layers.tsx';
import { Tag } from '../look/parts.tsx';
import type { Key } from '../words/language.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import { TemplatePrice } from './price.tsx';
import styles from './reply.module.css';
import {
  filledParts,
  isFillable,
  type Place,
  placesOf,
  requestOf,
  type Template,
  type Values,
} from './template-places.ts';
import type { SendBody } from './waiting-store.ts';
import type { SendingWindow } from './window-line.tsx';

const CATEGORIES: Readonly<Record<Template['category'], Key>> = {
  marketing: 'conversation.category-marketing',
  utility: 'conversation.category-utility',
  authentication: 'conversation.category-authentication',
};

export function TemplateForm({
  channel,
  isBusy,
  onSend,
  prices,
}: {
  readonly channel: number;
  readonly prices: SendingWindow['prices'];
  readonly isBusy: boolean;
  readonly onSend: (body: SendBody) => void;
}): ReactNode {
  const t = useWords();
  const { data, error, isPending } = useQuery({
    queryKey: ['templates', channel],
    queryFn: () => ask(api.GET('/api/v1/channels/{id}/templates', { params: { path: { id: channel } } })),
    staleTime: 5 * 60_000,
  });
  const { language } = useLanguage();
  const [name, setName] = useState<string>();
  if (isPending) return <p className={styles['quiet']}>{t('shell.loading')}</p>;
  if (error !== null) return <p className={styles['quiet']}>{t('conversation.template-failed')}</p>;
  const approved = data.items.filter(({ state }) => state === 'approved');
  if (approved.length === 0) return <p className={styles['quiet']}>{t('conversation.template-none')}</p>;
  const fillable = approved.filter(isFillable);
  const chosen =
    approved.find((one) => keyOf(one) === name) ??
    fillable.find((one) => one.language.startsWith(language)) ??
    fillable[0] ??
    approved[0];
  if (chosen === undefined) return null;
  const items = approved.map((one) => ({
    key: keyOf(one),
    label: `${readable(one.name)} · ${languageName(one.language)}`,
    checked: one === chosen,
    onPick: () => setName(keyOf(one)),
  }));
  return (
    <div className={styles['template']}>
      <div className={styles['templateHead']}>
        <span>{t('conversation.template')}</span>
        <strong>{readable(chosen.name)}</strong>
        <Tag>{t(CATEGORIES[chosen.category])}</Tag>
        <Tag>{languageName(chosen.language)}</Tag>
        <ActMenu label={t('conversation.template-choose')} items={items}>
          <button type="button" className={styles['change']}>
            {t('conversation.template-change')} <CaretDownIcon size={14} aria-hidden="true" />
          </button>
        </ActMenu>
      </div>
      <Filling key={keyOf(chosen)} template={chosen} prices={prices} isBusy={isBusy} onSend={onSend} />
    </div>
  );
}

function keyOf({ language, name }: Template): string {
  return `${name}/${language}`;
}

function readable(name: string): string {
  return name.replaceAll('_', ' ');
}

function languageName(tag: string): string {
  const bcp = tag.replace('_', '-');
  try {
    return new Intl.DisplayNames([bcp], { type: 'language' }).of(bcp) ?? tag;
  } catch {
    return tag;
  }
}

function Filling({
  isBusy,
  onSend,
  prices,
  template,
}: {
  readonly prices: SendingWindow['prices'];
  readonly template: Template;
  readonly isBusy: boolean;
  readonly onSend: (body: SendBody) => void;
}): ReactNode {
  const t = useWords();
  const [values, setValues] = useState<Values>({});
  const [isTried, setTried] = useState(false);
  const places = placesOf(template);
  if (!isFillable(template)) return <p className={styles['quiet']}>{t('conversation.template-file')}</p>;
  const isEmpty = ({ key }: Place): boolean => (values[key] ?? '').trim() === '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!places.some(isEmpty)) onSend(requestOf(template, values));
  };
  return (
    <form onSubmit={send} className={styles['filling']}>
      <section className={styles['preview']} aria-label={t('conversation.template-preview')}>
        {template.header?.text !== undefined && (
          <strong dir="auto">
            <Filled text={template.header.text} part="header" values={values} />
          </strong>
        )}
        <p dir="auto">
          <Filled text={template.body} part="body" values={values} />
        </p>
        {template.footer !== undefined && <small dir="auto">{template.footer}</small>}
        {template.buttons.map(({ text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a template's buttons never change their places
          <span key={index} className={styles['previewButton']}>
            <bdi>{text}</bdi>
          </span>
        ))}
      </section>
      {places.length > 0 && (
        <div className={styles['places']}>
          {places.map((place) => (
            <TextField
              key={place.key}
              label={labelOf(place, t)}
              value={values[place.key] ?? ''}
              maxLength={1000}
              {...(isTried && isEmpty(place) ? { error: t('conversation.template-empty') } : {})}
              onChange={({ target }) => setValues({ ...values, [place.key]: target.value })}
            />
          ))}
        </div>
      )}
      <div className={styles['sendLine']}>
        <TemplatePrice category={template.category} prices={prices} />
        <Button kind="primary" type="submit" busy={isBusy}>
          {t('conversation.template-send')}
        </Button>
      </div>
    </form>
  );
}

function labelOf({ kind, name, part, text = '' }: Place, t: ReturnType<typeof useWords>): string {
  if (part === 'header') return t('conversation.template-header', { place: name });
  if (part === 'body') return t('conversation.template-place', { place: name });
  return kind === 'copy_code' ? t('conversation.template-code') : t('conversation.template-link', { text });
}

function Filled({
  part,
  text,
  values,
}: {
  readonly text: string;
  readonly part: 'header' | 'body';
  readonly values: Values;
}): ReactNode {
  return filledParts(text, part, values).map(({ isFilled, text: said }, index) => {
    const key = `${index}`;
    return isFilled ? (
      <bdi key={key} className={styles['filled']}>
        {said}
      </bdi>
    ) : (
      said
    );
  });
}

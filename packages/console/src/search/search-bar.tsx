// Where a search is typed: one field, the filters that are set, the way to another filter, how much was found and in what order.

import { CaretDownIcon } from '@phosphor-icons/react/CaretDown';
import { LinkSimpleIcon } from '@phosphor-icons/react/LinkSimple';
import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass';
import { XIcon } from '@phosphor-icons/react/X';
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { Button, IconButton, KeyCap } from '../look/button.tsx';
import { ActMenu } from '../look/layers.tsx';
import { AddChip, Chip } from '../look/parts.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { NewFilter } from './new-filter.tsx';
import { chipText, type Filter, type FilterChip, HAS_VALUES, type TypedQuery, typedParts } from './query-chips.ts';
import styles from './search.module.css';
import type { Order } from './search-queries.ts';

const LAST_QUOTE = /"$/u;
const DAY = /^\d{4}-\d\d-\d\d$/;

interface Counted {
  readonly messages: number;
  readonly conversations: number;
  readonly all: boolean;
}

export function SearchBar({
  counted,
  input,
  keys,
  onOrder,
  onQuery,
  order,
  query,
}: {
  readonly query: TypedQuery;
  readonly onQuery: (query: TypedQuery) => void;
  readonly keys: Readonly<Record<'ArrowDown' | 'ArrowUp' | 'Enter', () => void>>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly counted: Counted | undefined;
}): ReactNode {
  const t = useWords();
  const { chips, text } = query;
  const typed = (now: string): void => {
    const parts = typedParts(now);
    onQuery({ chips: [...chips, ...parts.chips], text: parts.text });
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { selectionEnd, selectionStart } = event.currentTarget;
    const last = chips.at(-1);
    if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && last !== undefined) {
      event.preventDefault();
      onQuery({
        chips: chips.slice(0, -1),
        text: `${chipText(last).replace(LAST_QUOTE, '')}${text === '' ? '' : ` ${text}`}`,
      });
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') {
      event.preventDefault();
      keys[event.key]();
    } else if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <div className={styles['bar']}>
      <h1 className="hidden-text">{t('search.title')}</h1>
      <search className={styles['field']}>
        <MagnifyingGlassIcon size={21} aria-hidden="true" />
        <input
          ref={input}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          aria-label={t('search.field')}
          placeholder={t('search.field')}
          value={text}
          maxLength={800}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the search types next
          autoFocus
          onChange={({ target }) => typed(target.value)}
          onKeyDown={pressed}
        />
        {text === '' ? (
          <span className={styles['slash']} aria-hidden="true">
            <KeyCap>/</KeyCap>
          </span>
        ) : (
          <IconButton name={t('search.clear')} onClick={() => onQuery({ chips, text: '' })}>
            <XIcon size={18} aria-hidden="true" />
          </IconButton>
        )}
      </search>
      <Filters chips={chips} onChips={(next) => onQuery({ chips: next, text })} />
      <CountLine counted={counted} order={order} onOrder={onOrder} />
    </div>
  );
}

function Filters({
  chips,
  onChips,
}: {
  readonly chips: readonly FilterChip[];
  readonly onChips: (chips: readonly FilterChip[]) => void;
}): ReactNode {
  const t = useWords();
  const toast = useToast();
  const shown = useShown();
  const [added, setAdded] = useState<Exclude<Filter, 'has'>>();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(globalThis.location.href);
    toast({ kind: 'ok', text: t('search.copied') });
  };
  // Nobody writes in another's name: of all but what a message carries one value is meant.
  const add = (filter: Filter, value: string): void => {
    const others = chips.filter((chip) => filter === 'has' || chip.without || chip.filter !== filter);
    onChips([...others, { filter, value, without: false }]);
  };
  const items = [
    ...(['from', 'in', 'after', 'before'] as const).map((filter) => ({
      key: filter,
      label: t(`search.menu.${filter}`),
      onPick: () => setAdded(filter),
    })),
    ...HAS_VALUES.map((value) => ({
      key: value,
      label: t('search.menu.has', { what: t(`search.carries.${value}`) }),
      onPick: () => add('has', value),
    })),
  ];
  return (
    <section className={styles['filters']} aria-label={t('search.filters')}>
      {chips.map((chip, index) => {
        const { name, value } = shown(chip);
        return (
          <Chip
            key={chipText(chip)}
            name={name}
            value={<bdi>{value}</bdi>}
            removeName={t('search.remove-filter', { name, value })}
            onRemove={() => onChips(chips.filter((_, at) => at !== index))}
          />
        );
      })}
      {added !== undefined && (
        <NewFilter
          filter={added}
          onDone={(value) => {
            setAdded(undefined);
            if (value !== '') add(added, value);
          }}
        />
      )}
      <ActMenu items={items} leadsOn>
        <AddChip>{t('search.filter')}</AddChip>
      </ActMenu>
      <Button
        kind="quiet"
        size="small"
        className={styles['copy']}
        icon={<LinkSimpleIcon size={18} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        {t('search.copy-link')}
      </Button>
    </section>
  );
}

/** A chip in the language of whoever reads it. */
function useShown(): (chip: FilterChip) => { readonly name: string; readonly value: string } {
  const t = useWords();
  const { day } = useFormats();
  return ({ filter, value, without }) => {
    const plain = t(`search.${filter}`);
    const name = without ? t('search.without', { name: plain }) : plain;
    if (filter === 'has') {
      const known = HAS_VALUES.find((one) => one === value);
      return { name, value: known === undefined ? value : t(`search.carries.${known}`) };
    }
    const isDay = DAY.test(value) && (filter === 'before' || filter === 'after');
    return { name, value: isDay ? day(new Date(`${value}T00:00`)) : value };
  };
}

function CountLine({
  counted,
  onOrder,
  order,
}: {
  readonly counted: Counted | undefined;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}): ReactNode {
  const t = useWords();
  return (
    <div className={styles['counted']}>
      <p role="status">
        {counted !== undefined && counted.messages > 0 && (
          <>
            <b>{t(counted.all ? 'search.count' : 'search.count-more', { count: counted.messages })}</b>{' '}
            {t('search.in-conversations', { count: counted.conversations })}
          </>
        )}
      </p>
      <ActMenu
        label={t('search.order')}
        items={(['newest', 'best'] as const).map((key) => ({
          key,
          label: t(key === 'newest' ? 'search.newest' : 'search.best'),
          checked: key === order,
          onPick: () => onOrder(key),
        }))}
      >
        <button type="button" className={styles['order']}>
          {t(order === 'newest' ? 'search.newest' : 'search.best')}
          <CaretDownIcon size={14} aria-hidden="true" />
        </button>
      </ActMenu>
    </div>
  );
}

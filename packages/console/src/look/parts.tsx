// The smaller parts that pages are made of: chips, tags, tabs, cards, progress, verdicts, empty places, tables.

import { PlusIcon } from '@phosphor-icons/react/Plus';
import { XIcon } from '@phosphor-icons/react/X';
import type { ButtonHTMLAttributes, ReactNode, TableHTMLAttributes } from 'react';
import { classes } from './class-names.ts';
import styles from './parts.module.css';
import { BigSeal } from './seal.tsx';

/** A page with its title, what it is for, and its acts. */
export function Page({
  title,
  about,
  acts,
  children,
}: {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>{title}</h1>
          {about !== undefined && <p>{about}</p>}
        </div>
        {acts !== undefined && <div className={styles['acts']}>{acts}</div>}
      </header>
      {children}
    </div>
  );
}

/** A filter that is set. */
export function Chip({
  name,
  value,
  onRemove,
  removeName,
}: {
  readonly name: string;
  readonly value: ReactNode;
  readonly onRemove: () => void;
  readonly removeName: string;
}): ReactNode {
  return (
    <span className={styles['chip']}>
      {name} <b>{value}</b>
      <button type="button" className={styles['chipX']} onClick={onRemove} aria-label={removeName}>
        <XIcon size={14} aria-hidden="true" />
      </button>
    </span>
  );
}

/** Adds a filter. */
export function AddChip({ children, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return (
    <button type="button" {...rest} className={styles['add']}>
      <PlusIcon size={14} aria-hidden="true" />
      {children}
    </button>
  );
}

export function Tag({
  kind,
  children,
}: {
  readonly kind?: 'ok' | 'warn' | 'danger';
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={styles['tag']} data-kind={kind}>
      {children}
    </span>
  );
}

/** Nothing here: one fact, one next step. */
export function Empty({
  icon,
  fact,
  children,
  boxed,
}: {
  readonly icon?: ReactNode;
  readonly fact: ReactNode;
  readonly children?: ReactNode;
  readonly boxed?: boolean;
}): ReactNode {
  return (
    <div className={classes(styles['empty'], boxed && styles['boxed'])}>
      {icon}
      <strong>{fact}</strong>
      {children}
    </div>
  );
}

/** How far long work is, between 0 and 1. */
export function Progress({
  share,
  label,
  left,
  right,
}: {
  readonly share: number;
  readonly label: string;
  readonly left?: ReactNode;
  readonly right?: ReactNode;
}): ReactNode {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div>
      <div
        className={styles['bar']}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={styles['fill']} style={{ width: `${percent}%` }} />
      </div>
      {(left !== undefined || right !== undefined) && (
        <div className={styles['under']}>
          <span>{left}</span>
          <span>{right}</span>
        </div>
      )}
    </div>
  );
}

/** What a check of the ledger came to. */
export function Verdict({
  state,
  title,
  children,
  acts,
  beside,
}: {
  readonly state: 'intact' | 'missing' | 'altered';
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly acts?: ReactNode;
  readonly beside?: ReactNode;
}): ReactNode {
  return (
    <section className={styles['verdict']} data-state={state}>
      <BigSeal state={state} />
      <div className={styles['verdictText']}>
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
      {beside}
      {acts}
    </section>
  );
}

export interface Tab<T extends string> {
  readonly key: T;
  readonly label: ReactNode;
  readonly count?: ReactNode;
}

/** One of several views of the same place. Arrows move between them. */
export function Tabs<T extends string>({
  name,
  tabs,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly tabs: readonly Tab<T>[];
  readonly chosen: T;
  readonly onChoose: (key: T) => void;
}): ReactNode {
  const step = (from: number, by: number): void => {
    const next = tabs[(from + by + tabs.length) % tabs.length];
    if (next !== undefined) onChoose(next.key);
  };
  return (
    <div role="tablist" aria-label={name} className={styles['tabs']}>
      {tabs.map(({ key, label, count }, index) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === chosen}
          tabIndex={key === chosen ? 0 : -1}
          className={styles['tab']}
          onClick={() => onChoose(key)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
            event.preventDefault();
            step(index, event.key === 'ArrowRight' ? 1 : -1);
            const sibling =
              event.key === 'ArrowRight'
                ? event.currentTarget.nextElementSibling
                : event.currentTarget.previousElementSibling;
            if (sibling instanceof HTMLElement) sibling.focus();
          }}
        >
          {label}
          {count !== undefined && <span>{count}</span>}
        </button>
      ))}
    </div>
  );
}

export function Card({ title, children }: { readonly title?: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles['card']}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** Names and values. */
export function Facts({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}): ReactNode {
  return (
    <dl className={styles['rows']}>
      {facts.map(({ name, value }) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ name, value }: { readonly name: string; readonly value: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** A table that scrolls sideways in itself. Cells of numbers carry `data-number`. */
export function Table({ children, ...rest }: TableHTMLAttributes<HTMLTableElement>): ReactNode {
  return (
    <div className={styles['scroll']}>
      <table {...rest} className={styles['table']}>
        {children}
      </table>
    </div>
  );
}

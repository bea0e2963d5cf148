// How well what is held keeps the rules of input: by rule, field, source and week, worst first, down to the records. Filters stand in
// the address.

import { CaretRightIcon } from '@phosphor-icons/react/CaretRight';
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMay } from '../api/session.ts';
import { LinkButton } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Chip, Empty, Page, Table } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { FlaggedRecords } from './flagged-records.tsx';
import styles from './quality.module.css';
import { type QualityCount, type QualitySearch, qualityQuery } from './quality-queries.ts';
import { useQualityWords } from './quality-words.ts';

const COLUMNS = ['rule', 'field', 'source', 'week'] as const;

type Choose = (change: { readonly [Name in keyof QualitySearch]?: string | undefined }) => void;

export function QualityPage(): ReactNode {
  const t = useWords();
  const search = useSearch({ from: '/house/quality' });
  const navigate = useNavigate();
  const mayRead = useMay('read:quality');
  const { data, isError } = useQuery({ ...qualityQuery(search), enabled: mayRead });
  const items = (data?.items ?? []).filter(({ field }) => search.field === undefined || field === search.field);
  const choose: Choose = (change) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/quality', search: Object.fromEntries(next), replace: true });
  };
  return (
    <Page title={t('quality.title')} about={t('quality.about')}>
      {!mayRead && <ErrorLine>{t('quality.refused')}</ErrorLine>}
      {isError && <ErrorLine>{t('quality.failed')}</ErrorLine>}
      <Chips search={search} onChoose={choose} />
      {data !== undefined && items.length === 0 && <Nothing search={search} />}
      {items.length > 0 && <Counts items={items} onChoose={choose} />}
    </Page>
  );
}

function Nothing({ search }: { readonly search: QualitySearch }): ReactNode {
  const t = useWords();
  const isWhole = Object.keys(search).length === 0;
  return (
    <Empty
      boxed
      icon={<CheckCircleIcon size={32} weight="light" aria-hidden="true" />}
      fact={t(isWhole ? 'quality.none' : 'quality.none-here')}
    />
  );
}

function Chips({ search, onChoose }: { readonly search: QualitySearch; readonly onChoose: Choose }): ReactNode {
  const t = useWords();
  const words = useQualityWords();
  const { day } = useFormats();
  const { field, rule, source, week } = search;
  const shown: readonly { readonly name: keyof QualitySearch; readonly value: string }[] = [
    ...(rule === undefined ? [] : [{ name: 'rule' as const, value: words.rule(rule) }]),
    ...(field === undefined ? [] : [{ name: 'field' as const, value: field }]),
    ...(source === undefined ? [] : [{ name: 'source' as const, value: words.source(source) }]),
    ...(week === undefined ? [] : [{ name: 'week' as const, value: day(new Date(`${week}T12:00:00`)) }]),
  ];
  if (shown.length === 0) return null;
  return (
    <div className={styles['chips']}>
      {shown.map(({ name, value }) => (
        <Chip
          key={name}
          name={t(`quality.column.${name}`)}
          value={value}
          removeName={t('quality.remove-filter', { name: t(`quality.column.${name}`) })}
          onRemove={() => onChoose({ [name]: undefined })}
        />
      ))}
    </div>
  );
}

function Counts({
  items,
  onChoose,
}: {
  readonly items: readonly QualityCount[];
  readonly onChoose: Choose;
}): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState<string>();
  return (
    <div className={styles['table']}>
      <Table aria-label={t('quality.title')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`quality.column.${column}`)}
              </th>
            ))}
            <th scope="col" data-number="true">
              {t('quality.column.records')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((count) => {
            const key = `${count.rule}/${count.field}/${count.source}/${count.week}`;
            return (
              <CountRow
                key={key}
                count={count}
                open={open === key}
                onToggle={() => setOpen(open === key ? undefined : key)}
                onChoose={onChoose}
              />
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

function CountRow({
  count,
  open,
  onToggle,
  onChoose,
}: {
  readonly count: QualityCount;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChoose: Choose;
}): ReactNode {
  const t = useWords();
  const words = useQualityWords();
  const { day, number } = useFormats();
  const { field, records, rule, source, week } = count;
  return (
    <>
      <tr data-open={open} className={styles['row']}>
        <td>
          <LinkButton onClick={() => onChoose({ rule })}>{words.rule(rule)}</LinkButton>
        </td>
        <td>
          <LinkButton onClick={() => onChoose({ field })}>
            <code>{field}</code>
          </LinkButton>
        </td>
        <td>
          <LinkButton onClick={() => onChoose({ source })}>{words.source(source)}</LinkButton>
        </td>
        <td>
          <LinkButton onClick={() => onChoose({ week })}>{day(new Date(`${week}T12:00:00`))}</LinkButton>
        </td>
        <td data-number="true">
          <button
            type="button"
            className={styles['count']}
            aria-expanded={open}
            aria-label={`${t('quality.open')}: ${t('quality.records', { count: records })}`}
            onClick={onToggle}
          >
            {number(records)}
            <CaretRightIcon size={12} aria-hidden="true" />
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={5} className={styles['records']}>
            <FlaggedRecords search={{ rule, field, source, week }} />
          </td>
        </tr>
      )}
    </>
  );
}

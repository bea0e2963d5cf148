// What was taken in before, as it stands on record: complete, interrupted with what to do about it, withdrawn. An import may be withdrawn
// after its preview.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { Button, LinkButton } from '../look/button.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { Table, Tag } from '../look/parts.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './import.module.css';
import { importsQuery, type RecordedImport } from './import-queries.ts';

export function RecordedImports({ rows }: { readonly rows: readonly RecordedImport[] }): ReactNode {
  const t = useWords();
  const { moment, number } = useFormats();
  const mayWithdraw = useMay('erase');
  const [asked, setAsked] = useState<RecordedImport>();
  if (rows.length === 0) return null;
  return (
    <section className={styles['recorded']}>
      <h2 className={styles['title']}>{t('import.recorded')}</h2>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('import.recorded-file')}</th>
            <th scope="col" data-wide="true">
              {t('import.recorded-at')}
            </th>
            <th scope="col" data-number="true">
              {t('import.recorded-new')}
            </th>
            <th scope="col" data-number="true" data-wide="true">
              {t('import.recorded-same')}
            </th>
            <th scope="col">{t('import.recorded-state')}</th>
            <th>
              <span className="hidden-text">{t('import.withdraw')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/inbox/$conversation" params={{ conversation: String(row.conversation) }}>
                  <bdi>{row.file}</bdi>
                </Link>
                {row.title !== undefined && <bdi className={styles['rowTitle']}>{row.title}</bdi>}
              </td>
              <td data-wide="true">
                <time dateTime={row.recordedAt}>{moment(new Date(row.recordedAt))}</time>
              </td>
              <td data-number="true">{number(row.added + row.newVersions)}</td>
              <td data-number="true" data-wide="true">
                {number(row.same)}
              </td>
              <td data-short="true">
                <RowState row={row} />
              </td>
              <td data-short="true">
                {mayWithdraw && row.state !== 'withdrawn' && row.state !== 'open' && (
                  <LinkButton onClick={() => setAsked(row)}>{t('import.withdraw')}</LinkButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asked !== undefined && <Withdrawal row={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function RowState({ row }: { readonly row: RecordedImport }): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  switch (row.state) {
    case 'done':
      return t('import.row-done');
    case 'open':
      return t('import.row-open');
    case 'interrupted':
      return <span className={styles['warn']}>{t('import.row-interrupted')}</span>;
    default:
      return (
        <Tag>
          {t('import.row-withdrawn', { date: row.erasedFrom === undefined ? '' : day(new Date(row.erasedFrom)) })}
        </Tag>
      );
  }
}

function Withdrawal({ row, onClose }: { readonly row: RecordedImport; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const { day, number } = useFormats();
  const toast = useToast();
  const confirmed = useConfirmed();
  const queries = useQueryClient();
  const params = { path: { id: row.id } };
  const { data } = useQuery({
    queryKey: ['imports', 'withdrawal', row.id],
    queryFn: () => ask(api.GET('/api/v1/imports/recorded/{id}/withdrawal', { params })),
    staleTime: 0,
  });
  const withdrawing = useMutation({
    mutationFn: () => confirmed(() => ask(api.POST('/api/v1/imports/recorded/{id}/withdraw', { params }))),
    onSuccess: ({ erasedFrom }) => {
      toast({ kind: 'ok', text: t('import.withdrawn', { date: day(new Date(erasedFrom)) }) });
      onClose();
    },
    onError: (error) => {
      if (!(error instanceof NotConfirmed)) toast({ kind: 'danger', text: t('import.withdraw-failed') });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true }),
  });
  const count = data?.messages ?? 0;
  return (
    <Dialog open onClose={onClose} title={t('import.withdraw-title', { name: row.file })}>
      <p aria-live="polite">{data !== undefined && t('import.withdraw-counts', { count })}</p>
      {data !== undefined && data.conversations.length > 0 && (
        <ul className={styles['list']}>
          {data.conversations.map(({ id, messages, title }) => (
            <li key={id}>
              <bdi>{title}</bdi> <span>{number(messages)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['about']}>{t('import.withdraw-about')}</p>
      <DialogActs>
        <Button
          kind="filledDanger"
          disabled={data === undefined}
          busy={withdrawing.isPending}
          onClick={() => withdrawing.mutate()}
        >
          {t('import.withdraw-now', { count })}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

// What could not be understood: when it came, which file, why, and another try at one or at all.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, LinkButton } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Card, Empty, Table } from '../look/parts.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './integrity.module.css';
import { quarantineQuery, retryQuarantine } from './integrity-queries.ts';
import { useReason } from './quarantine-reason.ts';

export function QuarantineCard(): ReactNode {
  const t = useWords();
  const reasonOf = useReason();
  const { bytes, when } = useFormats();
  const toast = useToast();
  const queries = useQueryClient();
  const { data, isError } = useQuery(quarantineQuery);
  const [busy, setBusy] = useState<number | 'all'>();
  const items = data?.items ?? [];
  const retry = async (id?: number): Promise<void> => {
    setBusy(id ?? 'all');
    try {
      const { done, left } = await retryQuarantine(id);
      toast({ kind: done > 0 ? 'ok' : 'warn', text: t('integrity.retried', { done, left }) });
    } catch {
      toast({ kind: 'danger', text: t('integrity.retry-failed') });
    } finally {
      setBusy(undefined);
      await queries.invalidateQueries({ queryKey: quarantineQuery.queryKey });
    }
  };
  return (
    <Card>
      <div className={styles['cardHead']}>
        <h2>
          {t('integrity.quarantine')} <span>{t('integrity.held', { count: items.length })}</span>
        </h2>
        {items.length > 0 && (
          <Button size="small" busy={busy === 'all'} onClick={() => void retry()}>
            {t('integrity.retry-all')}
          </Button>
        )}
      </div>
      {isError && <ErrorLine>{t('integrity.failed')}</ErrorLine>}
      {data !== undefined && items.length === 0 && <Empty fact={t('integrity.quarantine-none')} />}
      {items.length > 0 && (
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('integrity.received')}</th>
              <th scope="col">{t('integrity.file')}</th>
              <th scope="col">{t('integrity.why')}</th>
              <th scope="col">
                <span className="hidden-text">{t('integrity.retry')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ file, id, line, reason, recordedAt, sizeBytes }) => (
              <tr key={id}>
                <td>{when(new Date(recordedAt))}</td>
                <td>
                  <bdi>{file}</bdi> <span className={styles['hint']}>{bytes(sizeBytes)}</span>
                </td>
                <td>{reasonOf(reason, line)}</td>
                <td data-number="true">
                  <LinkButton disabled={busy !== undefined} onClick={() => void retry(id)}>
                    {t('integrity.retry')}
                  </LinkButton>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

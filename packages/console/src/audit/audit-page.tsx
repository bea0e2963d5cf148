// Who looked at, changed, exported or erased what, newest first; whoever may not read everybody's reads their own. What is asked stands
// in the address. It can be taken out as a file, with a second factor.

import { ExportIcon } from '@phosphor-icons/react/Export';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { ProofDrawer } from '../integrity/proof-drawer.tsx';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { ActMenu } from '../look/layers.tsx';
import { Empty, Page, Table, Tag } from '../look/parts.tsx';
import { saveFile } from '../look/save-file.ts';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { ActRow } from './act-row.tsx';
import styles from './audit.module.css';
import { AuditFilters, type Choose } from './audit-filters.tsx';
import { type Act, type AuditSearch, auditFile, auditQuery } from './audit-queries.ts';

export function AuditPage(): ReactNode {
  const t = useWords();
  const search = useSearch({ from: '/house/audit' });
  const navigate = useNavigate();
  const mayAll = useMay('read:audit');
  const mayOwn = useMay('read:own-audit');
  const mayExport = useMay('export');
  const found = useInfiniteQuery({ ...auditQuery(search), enabled: mayOwn });
  const [first] = found.data?.pages ?? [];
  const acts = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const choose: Choose = (change) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/audit', search: Object.fromEntries(next), replace: true });
  };
  return (
    <Page
      title={t('shell.audit')}
      about={t(mayAll ? 'audit.about' : 'audit.about-own')}
      acts={mayExport && <ExportButton search={search} />}
    >
      <div className={styles['bar']}>
        <AuditFilters search={search} actors={first?.actors ?? []} onChoose={choose} />
        {first?.count !== undefined && (
          <span className={styles['count']} role="status">
            {t('audit.count', { count: first.count.total, refused: first.count.refused })}
          </span>
        )}
      </div>
      {found.isError && <ErrorLine>{t('audit.not-fetched')}</ErrorLine>}
      {found.isSuccess && acts.length === 0 && <Empty boxed fact={t('audit.none')} />}
      {acts.length > 0 && <ActTable acts={acts} />}
      {found.hasNextPage && (
        <div className={styles['older']}>
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('audit.older')}
          </Button>
        </div>
      )}
    </Page>
  );
}

const COLUMNS = ['when', 'who', 'did', 'what', 'from', 'result'] as const;

function ActTable({ acts }: { readonly acts: readonly Act[] }): ReactNode {
  const t = useWords();
  const { dayLong } = useFormats();
  const [open, setOpen] = useState<number>();
  const [proof, setProof] = useState<number>();
  const days = [...Map.groupBy(acts, ({ at }) => new Date(at).toDateString())];
  return (
    <div className={styles['table']}>
      <Table aria-label={t('shell.audit')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`audit.column.${column}`)}
              </th>
            ))}
            <th scope="col" data-number="true">
              {t('proof.entry')}
            </th>
          </tr>
        </thead>
        {days.map(([day, ofDay]) => (
          <tbody key={day}>
            <tr>
              <th scope="rowgroup" colSpan={7} className={styles['day']}>
                {dayLong(new Date(day))}
              </th>
            </tr>
            {ofDay.map((act) => (
              <ActRow
                key={act.entry}
                act={act}
                open={open === act.entry}
                onToggle={() => setOpen(open === act.entry ? undefined : act.entry)}
                onProof={setProof}
              />
            ))}
          </tbody>
        ))}
      </Table>
      {proof !== undefined && <ProofDrawer entry={proof} onClose={() => setProof(undefined)} />}
    </div>
  );
}

function ExportButton({ search }: { readonly search: AuditSearch }): ReactNode {
  const t = useWords();
  const toast = useToast();
  const confirmed = useConfirmed();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: 'csv' | 'json'): Promise<void> => {
    setBusy(true);
    try {
      const file = await confirmed(() => auditFile(search, format));
      saveFile(`audit-${new Date().toISOString().slice(0, 10)}.${format === 'csv' ? 'csv' : 'jsonl'}`, file);
    } catch (error) {
      const key = error instanceof ApiProblem && error.status === 403 ? 'audit.export-refused' : 'audit.export-failed';
      if (!(error instanceof NotConfirmed)) toast({ kind: 'danger', text: t(key) });
    } finally {
      setBusy(false);
    }
  };
  const items = [
    { key: 'csv', label: t('audit.as-csv'), onPick: () => void take('csv') },
    { key: 'json', label: t('audit.as-json'), onPick: () => void take('json') },
  ];
  return (
    <ActMenu items={items}>
      <Button busy={isBusy} icon={<ExportIcon size={18} aria-hidden="true" />}>
        {t('audit.export')} <Tag>{t('audit.second-factor')}</Tag>
      </Button>
    </ActMenu>
  );
}

// Taking chats in: files on the left with how far each is, what is in one of them and what it asks on the right, what stands on record
// below. Files may be let go anywhere over the page, and it may be closed meanwhile.

import { PlusIcon } from '@phosphor-icons/react/Plus';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useMay } from '../api/session.ts';
import { Button } from '../look/button.tsx';
import { Empty, Page } from '../look/parts.tsx';
import { useWords } from '../words/words.tsx';
import { DropZone, useDrops } from './drop-zone.tsx';
import { FileCard, UploadCard } from './file-card.tsx';
import { FileReport } from './file-report.tsx';
import styles from './import.module.css';
import { type ImportFile, importsQuery, useImports } from './import-queries.ts';
import { RecordedImports } from './recorded-imports.tsx';
import { addFiles, dropUpload, type Upload, useUploads } from './uploads.ts';

const NONE: readonly ImportFile[] = [];

const route = getRouteApi('/house/import');

export function ImportPage(): ReactNode {
  const t = useWords();
  const { data, isError, again } = useImports();
  const uploads = useUploads();
  const mayConnect = useMay('admin');
  const { add, input } = useAdding();
  const isOver = useDrops(add);
  const { file: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const items = data?.items ?? NONE;
  const shown = items.find(({ key }) => key === chosen) ?? firstToShow(items);
  const choose = (key: string): void => void navigate({ search: { file: key }, replace: true });
  return (
    <Page
      title={t('shell.import')}
      about={t('import.about')}
      acts={
        <>
          <Button icon={<PlusIcon size={18} aria-hidden="true" />} onClick={() => input.current?.click()}>
            {t('import.add')}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('import.add')}
            onChange={({ target }) => {
              add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </>
      }
    >
      <div className={styles['halves']}>
        <section aria-label={t('import.files')} className={styles['files']}>
          <h2>{t('import.files')}</h2>
          <Cards items={items} uploads={uploads} shown={shown?.key} onChoose={choose} />
          <DropZone isOver={isOver} onClick={() => input.current?.click()} />
          {(data?.lost ?? 0) > 0 && <p className={styles['lost']}>{t('import.lost', { count: data?.lost ?? 0 })}</p>}
        </section>
        <div className={styles['report']}>
          {shown !== undefined && <FileReport key={shown.key} file={shown} />}
          {shown === undefined && isError && (
            <Empty fact={t('import.not-loaded')}>
              <Button onClick={again}>{t('import.retry')}</Button>
            </Empty>
          )}
          {shown === undefined && data !== undefined && (
            <Empty fact={t('import.none')}>
              <p className={styles['how']}>{t('import.how')}</p>
              {mayConnect && <Link to="/connect">{t('connect.title')}</Link>}
            </Empty>
          )}
        </div>
      </div>
      <RecordedImports rows={data?.recorded ?? []} />
    </Page>
  );
}

/** What asks for an answer comes first. */
function firstToShow(items: readonly ImportFile[]): ImportFile | undefined {
  return items.find(({ state }) => state === 'question') ?? items.find(({ chats }) => chats.length > 0) ?? items[0];
}

function useAdding() {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const add = useCallback(
    (files: readonly File[]): void =>
      addFiles(files, () => void queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true })),
    [queries],
  );
  return { add, input };
}

function Cards({
  items,
  uploads,
  shown,
  onChoose,
}: {
  readonly items: readonly ImportFile[];
  readonly uploads: readonly Upload[];
  readonly shown: string | undefined;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  const known = new Map(items.map(({ key, state }) => [key, state]));
  const rest = uploads.filter(({ key }) => key === undefined || !known.has(key));
  useEffect(() => {
    for (const { id, isSent, key } of uploads)
      if (isSent && items.some((item) => item.key === key && item.state !== 'uploading')) dropUpload(id);
  }, [items, uploads]);
  if (items.length + rest.length === 0) return null;
  return (
    <ul className={styles['cards']}>
      {items.map((file) => (
        <li key={file.key}>
          <FileCard
            file={file}
            upload={uploads.find(({ key }) => key === file.key)}
            isShown={file.key === shown}
            onChoose={() => onChoose(file.key)}
          />
        </li>
      ))}
      {rest.map((upload) => (
        <li key={upload.id}>
          <UploadCard upload={upload} />
        </li>
      ))}
    </ul>
  );
}

// What is in a file and what it asks: the question first, then the rows, a section for each of its chats.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Button } from '../look/button.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import { type Answer, ChatQuestion } from './chat-question.tsx';
import { ChatRows } from './chat-rows.tsx';
import { newIn } from './file-card.tsx';
import styles from './import.module.css';
import { type ImportFile, importsQuery } from './import-queries.ts';
import { reasonOf } from './outcome-words.ts';

export function FileReport({ file }: { readonly file: ImportFile }): ReactNode {
  const t = useWords();
  const { answer, start, isBusy } = useActs(file);
  const isOpen = file.state === 'question' || file.state === 'ready';
  return (
    <>
      {file.chats.map((chat, index) => (
        <ChatQuestion
          // A file's chats stand in the order of the file.
          // biome-ignore lint/suspicious/noArrayIndexKey: a chat is its place
          key={index}
          chat={chat}
          isAlone={file.chats.length === 1}
          isBusy={isBusy || !isOpen}
          onAnswer={(said, starts) => answer(index, said, starts)}
        />
      ))}
      {file.state === 'ready' && <Ready file={file} isBusy={isBusy} onStart={start} />}
      {file.state === 'running' && <Running file={file} />}
      {file.state === 'done' && <Done file={file} />}
      {file.chats.map((chat, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chat is its place
        <ChatRows key={index} chat={chat} canAnswer={isOpen} onAnswer={(said) => answer(index, said, false)} />
      ))}
      {file.refusedParts.length > 0 && file.chats.length > 0 && (
        <section>
          <h2 className={styles['title']}>{t('import.parts')}</h2>
          <ul className={styles['list']}>
            {file.refusedParts.map(({ file: name, code }) => (
              <li key={name}>
                <bdi>{name}</bdi> <span>{t(reasonOf(code))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function useActs({ key }: ImportFile) {
  const t = useWords();
  const toast = useToast();
  const queries = useQueryClient();
  const refetch = (): Promise<void> => queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
  const failed = (): void => toast({ kind: 'danger', text: t('import.answer-failed') });
  const params = { path: { key } };
  const answering = useMutation({
    mutationFn: (body: Answer & { readonly chat: number; readonly start: boolean }) =>
      ask(api.POST('/api/v1/imports/{key}/answers', { params, body })),
    onError: failed,
    onSettled: refetch,
  });
  const starting = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/imports/{key}/start', { params })),
    onError: failed,
    onSettled: refetch,
  });
  return {
    answer: (chat: number, said: Answer, start: boolean) => answering.mutate({ chat, ...said, start }),
    start: () => starting.mutate(),
    isBusy: answering.isPending || starting.isPending,
  };
}

function Ready({
  file,
  isBusy,
  onStart,
}: {
  readonly file: ImportFile;
  readonly isBusy: boolean;
  readonly onStart: () => void;
}): ReactNode {
  const t = useWords();
  const count = newIn(file);
  const isHeld = count === 0 && file.chats.every(({ isSame, media }) => isSame && media.present === 0);
  return (
    <section className={styles['box']}>
      <h2>{t('import.ready-title')}</h2>
      <p className={styles['about']}>{t(isHeld ? 'import.all-held' : 'import.ready-about')}</p>
      {!isHeld && (
        <div className={styles['acts']}>
          <Button kind="primary" busy={isBusy} onClick={onStart}>
            {t('import.enter', { count })}
          </Button>
          <span className={styles['mended']}>{t('import.mended')}</span>
        </div>
      )}
    </section>
  );
}

function Running({ file }: { readonly file: ImportFile }): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const stopping = useMutation({
    mutationFn: () => ask(api.DELETE('/api/v1/imports/{key}', { params: { path: { key: file.key } } })),
    onSettled: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
    },
  });
  return (
    <section className={styles['box']}>
      <h2>{t('import.entering', { name: file.name })}</h2>
      <p className={styles['about']}>{t('import.about')}</p>
      <div className={styles['acts']}>
        <Button onClick={() => setAsking(true)}>{t('import.stop')}</Button>
      </div>
      <Dialog open={isAsking} onClose={() => setAsking(false)} title={t('import.stop-title', { name: file.name })}>
        <p>{t('import.stop-about')}</p>
        <DialogActs>
          <Button onClick={() => setAsking(false)}>{t('import.go-on')}</Button>
          <Button kind="filledDanger" busy={stopping.isPending} onClick={() => stopping.mutate()}>
            {t('import.stop-now')}
          </Button>
        </DialogActs>
      </Dialog>
    </section>
  );
}

function Done({ file }: { readonly file: ImportFile }): ReactNode {
  const t = useWords();
  const { added = 0, newVersions = 0, same = 0, imports = [] } = file.outcome ?? {};
  const conversation = imports[0]?.conversation ?? file.chats[0]?.conversation;
  return (
    <section className={styles['box']}>
      <h2>{t('import.done-title')}</h2>
      <p className={styles['about']}>{t('import.done-about', { count: added + newVersions, same })}</p>
      {conversation !== undefined && (
        <div className={styles['acts']}>
          <Link to="/inbox/$conversation" params={{ conversation: String(conversation) }}>
            {t('import.open')}
          </Link>
        </div>
      )}
    </section>
  );
}

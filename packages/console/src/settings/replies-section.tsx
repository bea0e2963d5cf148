// Replies that are kept to be used again, and whether customers are told that their messages were read.

import { PencilSimpleIcon } from '@phosphor-icons/react/PencilSimple';
import { TrashIcon } from '@phosphor-icons/react/Trash';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { inboxSettingsQuery, repliesQuery } from '../inbox/inbox-queries.ts';
import { refusal } from '../inbox/work-acts.ts';
import { Button, IconButton } from '../look/button.tsx';
import { Choice, ErrorLine, TextArea, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import { PricesSection } from './prices-section.tsx';
import styles from './settings.module.css';
import { type ReplyDraft, useInboxSettings, useReplyActs } from './word-queries.ts';
import own from './words-section.module.css';

const LONGEST_NAME = 60;
const LONGEST_TEXT = 4_000;
const MARKS = { nameMark: '{name}', agentMark: '{agent}' };

export function RepliesSection(): ReactNode {
  const t = useWords();
  const say = useToast();
  const { data: replies } = useQuery(repliesQuery);
  const { remove } = useReplyActs();
  const [draft, setDraft] = useState<ReplyDraft>();
  const takeOut = (id: number, name: string): void =>
    remove.mutate(id, {
      onSuccess: () => say({ kind: 'ok', text: t('replies.removed', { name }) }),
      onError: (error) => say({ kind: 'danger', text: t(refusal(error)) }),
    });
  return (
    <>
      <section className={styles['block']}>
        <h2>{t('replies.title')}</h2>
        <p className={styles['about']}>{t('replies.about', MARKS)}</p>
        {replies?.length === 0 && <p className={styles['quiet']}>{t('replies.none')}</p>}
        <ul className={own['list']}>
          {replies?.map(({ id, name, text }) => (
            <li key={id} className={own['item']}>
              <div className={own['reply']}>
                <bdi>{name}</bdi>
                <span dir="auto">{text}</span>
              </div>
              <IconButton name={t('replies.change', { name })} onClick={() => setDraft({ id, name, text })}>
                <PencilSimpleIcon size={18} aria-hidden="true" />
              </IconButton>
              <IconButton name={t('replies.remove', { name })} onClick={() => takeOut(id, name)}>
                <TrashIcon size={18} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
        <Button onClick={() => setDraft({ name: '', text: '' })}>{t('replies.add')}</Button>
        {draft !== undefined && <ReplyDialog first={draft} onClose={() => setDraft(undefined)} />}
      </section>
      <Receipts />
      <PricesSection />
    </>
  );
}

function ReplyDialog({ first, onClose }: { readonly first: ReplyDraft; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const [draft, setDraft] = useState(first);
  const { save } = useReplyActs();
  const isWhole = draft.name.trim() !== '' && draft.text.trim() !== '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) save.mutate({ ...draft, name: draft.name.trim() }, { onSuccess: onClose });
  };
  const title = first.id === undefined ? t('replies.add') : t('replies.change', { name: first.name });
  return (
    <Dialog open onClose={onClose} title={title}>
      <form onSubmit={send} className={own['form']}>
        <TextField
          label={t('replies.name')}
          data-autofocus
          maxLength={LONGEST_NAME}
          value={draft.name}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
        <TextArea
          label={t('replies.text')}
          rows={6}
          maxLength={LONGEST_TEXT}
          value={draft.text}
          onChange={({ target }) => setDraft({ ...draft, text: target.value })}
        />
        {save.error !== null && <ErrorLine>{t(refusal(save.error))}</ErrorLine>}
        <DialogActs>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!isWhole}>
            {t('replies.save')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function Receipts(): ReactNode {
  const t = useWords();
  const { data } = useQuery(inboxSettingsQuery);
  const { error, isPending, mutate } = useInboxSettings();
  if (data === undefined) return null;
  return (
    <section className={styles['block']}>
      <Choice
        label={t('replies.receipts')}
        hint={t('replies.receipts-about')}
        checked={data.readReceipts}
        disabled={isPending}
        onChange={({ target }) => mutate({ readReceipts: target.checked })}
      />
      {error !== null && <ErrorLine>{t(refusal(error))}</ErrorLine>}
    </section>
  );
}

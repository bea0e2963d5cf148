// Notes beside a conversation: what colleagues wrote, and a place to write one. `@` and a name calls somebody.

import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMay } from '../api/session.ts';
import { Button, LinkButton } from '../look/button.tsx';
import { ErrorLine, TextArea } from '../look/field.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { colleaguesQuery, notesQuery, useAddNote } from './inbox-queries.ts';
import { mentionsIn } from './mentions.ts';
import styles from './side-pane.module.css';
import { refusal } from './work-acts.ts';

const SHOWN = 3;
const LONGEST = 4_000;

export function Notes({ conversation }: { readonly conversation: number }): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const mayWork = useMay('work');
  const [isWriting, setWriting] = useState(false);
  const [isAll, setAll] = useState(false);
  const { data: notes = [] } = useQuery(notesQuery(conversation));
  return (
    <section className={styles['part']}>
      <header>
        <h3>{t('inbox.notes')}</h3>
        {mayWork && !isWriting && <LinkButton onClick={() => setWriting(true)}>{t('inbox.add-note')}</LinkButton>}
      </header>
      {isWriting && <NoteForm conversation={conversation} onEnd={() => setWriting(false)} />}
      <div className={styles['notes']}>
        {notes.slice(0, isAll ? undefined : SHOWN).map(({ at, id, name, text }) => (
          <article key={id}>
            <p dir="auto">{text}</p>
            <footer>
              {name !== undefined && (
                <>
                  <bdi>{name}</bdi>
                  {', '}
                </>
              )}
              <time dateTime={at}>{day(new Date(at))}</time>
            </footer>
          </article>
        ))}
        {notes.length === 0 && !isWriting && <span className={styles['none']}>{t('inbox.no-notes')}</span>}
        {notes.length > SHOWN && !isAll && (
          <LinkButton onClick={() => setAll(true)}>{t('inbox.all-notes', { count: notes.length })}</LinkButton>
        )}
      </div>
    </section>
  );
}

function NoteForm({ conversation, onEnd }: { readonly conversation: number; readonly onEnd: () => void }): ReactNode {
  const t = useWords();
  const [text, setText] = useState('');
  const { data: colleagues } = useQuery(colleaguesQuery);
  const { error, isPending, mutate } = useAddNote(conversation);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    mutate({ text, mentions: mentionsIn(text, colleagues?.items ?? []) }, { onSuccess: onEnd });
  };
  return (
    <form onSubmit={send} className={styles['write']}>
      <TextArea
        label={t('inbox.note')}
        labelHidden
        hint={t('inbox.note-hint')}
        autoFocus
        rows={3}
        maxLength={LONGEST}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {error !== null && <ErrorLine>{t(refusal(error))}</ErrorLine>}
      <div>
        <Button kind="primary" size="small" type="submit" busy={isPending} disabled={text.trim() === ''}>
          {t('inbox.save-note')}
        </Button>
        <Button kind="quiet" size="small" onClick={onEnd}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}

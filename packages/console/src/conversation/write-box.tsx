// The field for a reply or an internal note, with what goes along: a quoted message, a file, an emoji, a reply that is kept to be used
// again. Enter sends, or begins a new line where somebody chose that; never while an input method composes.

import type { Message } from '@acta/server/client';
import { LightningIcon } from '@phosphor-icons/react/Lightning';
import { NoteIcon } from '@phosphor-icons/react/Note';
import { PaperclipIcon } from '@phosphor-icons/react/Paperclip';
import { XIcon } from '@phosphor-icons/react/X';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useEnterSends } from '../api/own-settings.ts';
import { useMay, useSession } from '../api/session.ts';
import { colleaguesQuery, repliesQuery, useAddNote } from '../inbox/inbox-queries.ts';
import { mentionsIn } from '../inbox/mentions.ts';
import { Button, IconButton, KeyCap } from '../look/button.tsx';
import { ActMenu } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { useBrief } from './brief.ts';
import { useDroppedFile } from './dropped-file.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import styles from './reply.module.css';

export const FIELD_ID = 'reply-field';

export interface ReplyProps {
  readonly conversation: number;
  /** Of the other side. */
  readonly name: string;
  readonly messages: readonly Message[];
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly quoted: Message | undefined;
  readonly onQuote: (message: Message | undefined) => void;
  readonly isNote: boolean;
  readonly onNote: (isNote: boolean) => void;
  readonly nameOf: (message: Message) => string;
  readonly onSent: () => void;
}

export interface WriteProps extends ReplyProps {
  readonly file: File | undefined;
  readonly onFile: (file: File | undefined) => void;
  /** Somebody else has answered: first it is said what to do. */
  readonly isHeld: boolean;
  readonly isRefused: boolean;
  readonly onSubmit: () => void;
  readonly below: ReactNode;
}

export function WriteBox(props: WriteProps): ReactNode {
  const { below, draft, file, isHeld, isNote, isRefused, onDraft, onFile, onNote, onSubmit } = props;
  const t = useWords();
  const enterSends = useEnterSends();
  const mayWork = useMay('work');
  const note = useNote(props);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useDroppedFile((dropped) => {
    if (!isNote) onFile(dropped);
  });
  const [noteText, setNoteText] = [note.text, note.setText];
  const text = isNote ? noteText : draft;
  const canSend = isNote ? text.trim() !== '' : (text.trim() !== '' || file !== undefined) && !isHeld;
  const submit = (): void => {
    if (!canSend || (isNote && note.isBusy)) return;
    if (isNote) void note.add();
    else onSubmit();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.altKey) return;
    const isWish = event.metaKey || event.ctrlKey || event.shiftKey !== enterSends;
    if (!isWish) return;
    event.preventDefault();
    submit();
  };
  /** Where the cursor stands. */
  const put = (emoji: string): void => {
    const at = field.current?.selectionStart ?? draft.length;
    onDraft(`${draft.slice(0, at)}${emoji}${draft.slice(field.current?.selectionEnd ?? at)}`);
  };
  const insert = (said: string): void => {
    onDraft(draft.trim() === '' ? said : `${draft.trimEnd()} ${said}`);
    field.current?.focus();
  };
  return (
    <div className={styles['box']} data-refused={isRefused} data-note={isNote} data-drop={isOver}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {!isNote && <Carried {...props} />}
        <textarea
          ref={field}
          id={FIELD_ID}
          className={styles['field']}
          dir="auto"
          rows={1}
          aria-label={t(isNote ? 'conversation.note' : 'conversation.reply')}
          placeholder={t(isNote ? 'conversation.note' : 'conversation.reply')}
          value={text}
          onChange={({ target }) => (isNote ? setNoteText(target.value) : onDraft(target.value))}
          onKeyDown={pressed}
          onPaste={(event) => {
            const [first] = event.clipboardData.files;
            if (first === undefined || isNote) return;
            event.preventDefault();
            onFile(first);
          }}
        />
        {isOver && <p className={styles['quiet']}>{t('conversation.drop-here')}</p>}
        <div className={styles['tools']}>
          {!isNote && <Attach onFile={onFile} />}
          {!isNote && <EmojiPicker onPick={put} />}
          {!isNote && <Canned name={props.name} onPick={insert} />}
          {mayWork && (
            <button type="button" className={styles['tool']} aria-pressed={isNote} onClick={() => onNote(!isNote)}>
              <NoteIcon size={18} aria-hidden="true" />
              {t('conversation.note')}
            </button>
          )}
          <span />
          <Button kind="primary" busy={isNote && note.isBusy} disabled={!canSend} type="submit">
            {t('conversation.send')} {enterSends && <KeyCap>↵</KeyCap>}
          </Button>
        </div>
      </form>
      {below}
    </div>
  );
}

function useNote({ conversation, onNote }: Pick<WriteProps, 'conversation' | 'onNote'>) {
  const t = useWords();
  const say = useToast();
  const [text, setText] = useState('');
  const { data } = useQuery(colleaguesQuery);
  const { isPending, mutateAsync } = useAddNote(conversation);
  const add = async (): Promise<void> => {
    try {
      await mutateAsync({ text: text.trim(), mentions: mentionsIn(text, data?.items ?? []) });
      setText('');
      onNote(false);
    } catch {
      say({ kind: 'danger', text: t('conversation.could-not') });
    }
  };
  return { text, setText, add, isBusy: isPending };
}

function Attach({ onFile }: Pick<WriteProps, 'onFile'>): ReactNode {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton name={t('conversation.attach')} onClick={() => input.current?.click()}>
        <PaperclipIcon size={18} aria-hidden="true" />
      </IconButton>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          target.value = '';
        }}
      />
    </>
  );
}

/** Replies that are kept; the names that they leave open are filled in. */
function Canned({ name, onPick }: { readonly name: string; readonly onPick: (text: string) => void }): ReactNode {
  const t = useWords();
  const { user } = useSession();
  const { data = [] } = useQuery(repliesQuery);
  if (data.length === 0) return null;
  const items = data.map(({ id, name: label, text }) => ({
    key: String(id),
    label,
    onPick: () => onPick(text.replaceAll('{name}', name).replaceAll('{agent}', user?.name ?? '')),
  }));
  return (
    <ActMenu items={items}>
      <button type="button" className={styles['tool']}>
        <LightningIcon size={18} aria-hidden="true" />
        {t('conversation.canned')}
      </button>
    </ActMenu>
  );
}

/** What goes along with the text. */
function Carried({ file, nameOf, onFile, onQuote, quoted }: WriteProps): ReactNode {
  const t = useWords();
  const brief = useBrief();
  const { bytes } = useFormats();
  return (
    <>
      {quoted !== undefined && (
        <div className={styles['carried']}>
          <span>
            <b>{t('conversation.answering', { name: nameOf(quoted) })}</b>
            <bdi>{brief(quoted).slice(0, 200)}</bdi>
          </span>
          <IconButton name={t('conversation.remove-quote')} onClick={() => onQuote(undefined)}>
            <XIcon size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {file !== undefined && (
        <div className={styles['carried']}>
          <PaperclipIcon size={18} aria-hidden="true" />
          <span>
            <bdi>{file.name}</bdi> · {bytes(file.size)}
          </span>
          <IconButton name={t('conversation.remove-file')} onClick={() => onFile(undefined)}>
            <XIcon size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </>
  );
}

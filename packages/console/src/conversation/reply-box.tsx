// Below the feed: until when an answer is free, the field, and everything that may keep an answer from going out, said where it
// happens. What was written is never lost.

import type { Message } from '@acta/server/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useMay, useSession } from '../api/session.ts';
import { useConnection } from '../app/connection.ts';
import { colleaguesQuery } from '../inbox/inbox-queries.ts';
import { Avatar } from '../look/avatar.tsx';
import { Button } from '../look/button.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { momentOf } from './moment.ts';
import { Refused } from './refused.tsx';
import styles from './reply.module.css';
import { TemplateForm } from './template-form.tsx';
import { useOutbox } from './use-outbox.ts';
import { bodyOf, type Reply, useOthersReply, useReply } from './use-reply.ts';
import type { SendBody } from './waiting-store.ts';
import { isOpenAt, useNow, useSendingWindow, WindowLine } from './window-line.tsx';
import { type ReplyProps, WriteBox } from './write-box.tsx';

export function ReplyBox(props: ReplyProps): ReactNode {
  const { conversation, draft, isNote, messages, name, onDraft, onQuote, onSent, quoted } = props;
  const t = useWords();
  const mayRead = useSession().state === 'signed-in';
  const maySend = useMay('send');
  const now = useNow();
  const { data: known } = useSendingWindow(conversation, maySend);
  const [file, setFile] = useState<File>();
  const reply = useReply(conversation);
  const others = useOthersReply(draft, messages);
  const latest = useRef(draft);
  latest.current = draft;
  const submit = async (reason?: string): Promise<void> => {
    if (draft.trim() === '' && file === undefined) return;
    const body = bodyOf({ text: draft, file, replyTo: quoted?.id, reason });
    onDraft('');
    onQuote(undefined);
    setFile(undefined);
    onSent();
    if ((await reply.submit(body, file)) === undefined) return;
    // What was refused comes back, before what was written meanwhile.
    onDraft([draft, latest.current].filter((one) => one.trim() !== '').join('\n'));
    onQuote(quoted);
    setFile(file);
  };
  const sendTemplate = async (body: SendBody): Promise<void> => {
    if ((await reply.submit(body)) === undefined) onSent();
  };
  if (mayRead && !maySend) return <div className={styles['reply']}>{t('conversation.may-not')}</div>;
  const isOpen = known === undefined || isOpenAt(known, now);
  const takesTemplates = known?.channel !== undefined && known.halted === undefined;
  return (
    <div className={styles['reply']}>
      <SignedOut />
      <Queued />
      {known !== undefined && <WindowLine window={known} name={name} now={now} />}
      {others.reply !== undefined && !isNote && (
        <OthersReply
          reply={others.reply}
          onDiscard={() => onDraft('')}
          onSend={() => {
            others.dismiss();
            void submit();
          }}
        />
      )}
      {isNote || (isOpen && known?.state !== 'no-channel') ? (
        <WriteBox
          {...props}
          file={file}
          onFile={setFile}
          isHeld={others.reply !== undefined}
          isRefused={reply.problem !== undefined}
          onSubmit={() => void submit()}
          below={<Problem reply={reply} name={name} onOverride={(reason) => void submit(reason)} />}
        />
      ) : (
        <>
          {takesTemplates && known.channel !== undefined && (
            <TemplateForm
              channel={known.channel}
              prices={known.prices}
              isBusy={reply.isBusy}
              onSend={(body) => void sendTemplate(body)}
            />
          )}
          <Problem reply={reply} name={name} onOverride={undefined} />
          <NoteOnly onNote={props.onNote} />
        </>
      )}
    </div>
  );
}

function NoteOnly({ onNote }: Pick<ReplyProps, 'onNote'>): ReactNode {
  const t = useWords();
  const mayWork = useMay('work');
  if (!mayWork) return null;
  return (
    <div>
      <Button size="small" kind="quiet" onClick={() => onNote(true)}>
        {t('conversation.note')}
      </Button>
    </div>
  );
}

function Problem({
  name,
  onOverride,
  reply,
}: {
  readonly reply: Reply;
  readonly name: string;
  readonly onOverride: ((reason: string) => void) | undefined;
}): ReactNode {
  if (reply.problem === undefined) return null;
  return <Refused problem={reply.problem} name={name} onOverride={onOverride} />;
}

function SignedOut(): ReactNode {
  const t = useWords();
  const { href } = useLocation();
  const { state } = useSession();
  const { awaySince, online } = useConnection();
  if (state === 'signed-in' || !online || awaySince !== undefined) return null;
  return (
    <p className={styles['aside']} role="status">
      {t('conversation.signed-out')}
      <Link to="/sign-in" search={{ after: href }}>
        {t('conversation.sign-in')}
      </Link>
    </p>
  );
}

function Queued(): ReactNode {
  const t = useWords();
  const { awaySince, online } = useConnection();
  const waiting = useOutbox().filter(({ state }) => state === 'waiting').length;
  if (waiting === 0) return null;
  const isCut = !online || awaySince !== undefined;
  return (
    <p className={styles['aside']} role="status">
      {t(isCut ? 'conversation.queued' : 'conversation.queued-here', { count: waiting })}
    </p>
  );
}

function OthersReply({
  onDiscard,
  onSend,
  reply,
}: {
  readonly reply: Message;
  readonly onDiscard: () => void;
  readonly onSend: () => void;
}): ReactNode {
  const t = useWords();
  const { span } = useFormats();
  const now = useNow();
  // Who answers now may have been let in since the list was fetched.
  const { data } = useQuery({ ...colleaguesQuery, refetchOnMount: 'always' });
  const by = data?.items.find(({ id }) => `user:${id}` === reply.by)?.name ?? t('conversation.both-someone');
  const ago = span(Math.max(1, (now - momentOf(reply).getTime()) / 1000));
  return (
    <div className={styles['both']} role="status">
      <Avatar name={by} seed={by.length} size={24} />
      <span>{t('conversation.both', { name: by, span: ago })}</span>
      <Button kind="quiet" size="small" onClick={onDiscard}>
        {t('conversation.both-discard')}
      </Button>
      <Button size="small" onClick={onSend}>
        {t('conversation.both-send')}
      </Button>
    </div>
  );
}

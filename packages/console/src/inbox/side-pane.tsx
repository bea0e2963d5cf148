// Beside a conversation: whose it is, its labels, what colleagues noted, its files. Each value is the button that changes it.

import { FileIcon } from '@phosphor-icons/react/File';
import { FilePdfIcon } from '@phosphor-icons/react/FilePdf';
import { ImageIcon } from '@phosphor-icons/react/Image';
import { MicrophoneIcon } from '@phosphor-icons/react/Microphone';
import { VideoCameraIcon } from '@phosphor-icons/react/VideoCamera';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { Avatar } from '../look/avatar.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { ConsentPart } from './consent-part.tsx';
import { colleaguesQuery, labelsQuery, workQuery } from './inbox-queries.ts';
import { LabelSquare } from './label-square.tsx';
import { Notes } from './notes.tsx';
import styles from './side-pane.module.css';
import { type Picked, WorkPicker } from './work-picker.tsx';

function conversationQuery(id: number) {
  return queryOptions({
    queryKey: ['conversation', id, 'beside'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/conversations/{id}', { params: { path: { id } }, signal })),
  });
}

const SHOWN_FILES = 3;

const filesAsked = (conversation: number): string => `in:${conversation} has:media`;

function filesQuery(conversation: number) {
  return queryOptions({
    queryKey: ['conversation', conversation, 'files'],
    queryFn: ({ signal }) => {
      const query = { q: filesAsked(conversation), limit: SHOWN_FILES, order: 'newest' as const };
      return ask(api.GET('/api/v1/search', { params: { query }, signal }));
    },
  });
}

/** The pane; 312 wide, or as wide as the drawer it stands in. */
export function SidePane({ conversation }: { readonly conversation: number }): ReactNode {
  const t = useWords();
  const mayRead = useMay('read:messages');
  const [picking, setPicking] = useState<Picked>();
  const { data } = useQuery(conversationQuery(conversation));
  return (
    <aside className={styles['pane']} aria-label={t('inbox.beside')}>
      <Who conversation={conversation} />
      <Standing conversation={conversation} onPick={(what) => setPicking({ conversation, what })} />
      {data?.peer !== undefined && <ConsentPart conversation={conversation} peer={data.peer} />}
      {mayRead && <Notes conversation={conversation} />}
      {mayRead && <Files conversation={conversation} />}
      {picking !== undefined && <WorkPicker {...picking} onClose={() => setPicking(undefined)} />}
    </aside>
  );
}

function Who({ conversation }: { readonly conversation: number }): ReactNode {
  const t = useWords();
  const { data } = useQuery(conversationQuery(conversation));
  const mayLook = useMay('read:people');
  if (data === undefined) return null;
  const { counts, kind, peer, title } = data;
  const name = <bdi>{title}</bdi>;
  return (
    <div className={styles['who']}>
      <Avatar name={title} seed={peer ?? conversation} size={56} group={kind === 'group'} />
      <div>
        <h2>
          {peer === undefined || !mayLook ? (
            name
          ) : (
            <Link to="/people/$person" params={{ person: String(peer) }}>
              {name}
            </Link>
          )}
        </h2>
        <p>{t('inbox.messages', { count: counts.messages })}</p>
      </div>
    </div>
  );
}

function Standing({
  conversation,
  onPick,
}: {
  readonly conversation: number;
  readonly onPick: (what: Picked['what']) => void;
}): ReactNode {
  const t = useWords();
  const { until: untilOf } = useFormats();
  const mayWork = useMay('work');
  const { data: work } = useQuery(workQuery(conversation));
  const { data: colleagues } = useQuery(colleaguesQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  if (work === undefined) return null;
  const assignee = colleagues?.items.find(({ id }) => id === work.assignee)?.name;
  const on = labels.filter(({ id }) => work.labels.includes(id));
  const value = (what: Picked['what'], children: ReactNode): ReactNode =>
    mayWork ? (
      <button type="button" className={styles['value']} onClick={() => onPick(what)}>
        {children}
      </button>
    ) : (
      <span className={styles['value']}>{children}</span>
    );
  const none = <span className={styles['none']}>{t('inbox.nobody')}</span>;
  const until = work.snoozedUntil === undefined ? undefined : new Date(work.snoozedUntil);
  return (
    <dl className={styles['facts']}>
      <dt>{t('inbox.assigned-to')}</dt>
      <dd>{value('assign', assignee === undefined ? none : <bdi>{assignee}</bdi>)}</dd>
      {work.team !== undefined && (
        <>
          <dt>{t('inbox.team')}</dt>
          <dd>{value('assign', <bdi>{work.team}</bdi>)}</dd>
        </>
      )}
      <dt>{t('inbox.labels')}</dt>
      <dd>
        {value(
          'label',
          on.length === 0 ? (
            <span className={styles['none']}>{t('inbox.none')}</span>
          ) : (
            on.map((label) => <LabelSquare key={label.id} label={label} />)
          ),
        )}
      </dd>
      {until !== undefined && (
        <>
          <dt>{t('inbox.state-snoozed')}</dt>
          <dd>{value('snooze', t('inbox.until', { when: untilOf(until) }))}</dd>
        </>
      )}
    </dl>
  );
}

function Files({ conversation }: { readonly conversation: number }): ReactNode {
  const t = useWords();
  const { when } = useFormats();
  const { data } = useQuery(filesQuery(conversation));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles['part']}>
      <header>
        <h3>{t('inbox.files')}</h3>
        {data.more && (
          <Link to="/search" search={{ q: filesAsked(conversation) }}>
            {t('inbox.all-files')}
          </Link>
        )}
      </header>
      <ul className={styles['files']}>
        {data.items.map(({ at, id, media, type }) => (
          <li key={id}>
            <Link
              to="/inbox/$conversation"
              params={{ conversation: String(conversation) }}
              search={(old) => ({ ...old, entry: String(id) })}
              className={styles['file']}
            >
              <FileKind type={type} name={media?.name ?? ''} />
              <span dir="auto">{media?.name ?? t(fileWord(type))}</span>
              <time dateTime={at}>{when(new Date(at))}</time>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function fileWord(type: string) {
  if (type === 'image' || type === 'video') return `inbox.kind.${type}` as const;
  return type === 'audio' || type === 'voice' ? 'inbox.kind.voice' : 'inbox.kind.file';
}

const PDF = /\.pdf$/i;

function FileKind({ name, type }: { readonly type: string; readonly name: string }): ReactNode {
  const Icon = PDF.test(name)
    ? FilePdfIcon
    : type === 'image'
      ? ImageIcon
      : type === 'video'
        ? VideoCameraIcon
        : type === 'audio' || type === 'voice'
          ? MicrophoneIcon
          : FileIcon;
  return <Icon size={18} aria-hidden="true" />;
}

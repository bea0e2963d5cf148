// Above the feed: who it is, who else looks, finding, going to a day, closing, and on a phone the way back.

import { ArrowLeftIcon } from '@phosphor-icons/react/ArrowLeft';
import { CalendarBlankIcon } from '@phosphor-icons/react/CalendarBlank';
import { CheckIcon } from '@phosphor-icons/react/Check';
import { DotsThreeVerticalIcon } from '@phosphor-icons/react/DotsThreeVertical';
import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass';
import { UserIcon } from '@phosphor-icons/react/User';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { workQuery } from '../inbox/inbox-queries.ts';
import { useWorkActs } from '../inbox/work-acts.ts';
import { Avatar } from '../look/avatar.tsx';
import { Button, IconButton } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { ActMenu, Dialog, DialogActs } from '../look/layers.tsx';
import { useWords } from '../words/words.tsx';
import styles from './head.module.css';
import type { Looker } from './presence.ts';

export interface HeadProps {
  readonly conversation: {
    readonly id: number;
    readonly title: string;
    readonly kind: 'direct' | 'group';
    readonly peer?: number | undefined;
  };
  readonly lookers: readonly Looker[];
  readonly onFind: () => void;
  readonly onJump: () => void;
  /** Where the pane beside the conversation is not drawn. */
  readonly onBeside: () => void;
}

export function Head({ conversation, lookers, onBeside, onFind, onJump }: HeadProps): ReactNode {
  const t = useWords();
  const { id, kind, peer, title } = conversation;
  const mayWork = useMay('work');
  const { data: work } = useQuery(workQuery(id));
  const { act, isBusy } = useWorkActs();
  const isClosed = work?.state === 'closed';
  const turn = (): void => act(id, { act: isClosed ? 'reopen' : 'close' });
  const turnName = t(isClosed ? 'conversation.reopen' : 'conversation.close');
  const items = [
    {
      key: 'jump',
      label: t('conversation.jump'),
      icon: <CalendarBlankIcon size={18} aria-hidden="true" />,
      onPick: onJump,
    },
    {
      key: 'beside',
      label: t('conversation.beside'),
      icon: <UserIcon size={18} aria-hidden="true" />,
      onPick: onBeside,
    },
    ...(mayWork
      ? [{ key: 'turn', label: turnName, icon: <CheckIcon size={18} aria-hidden="true" />, onPick: turn }]
      : []),
  ];
  return (
    <header className={styles['head']}>
      <Link to="/inbox" search={(old) => old} className={styles['back']} aria-label={t('conversation.back')}>
        <ArrowLeftIcon size={21} aria-hidden="true" />
      </Link>
      <Avatar name={title} seed={peer ?? id} size={40} group={kind === 'group'} />
      <div className={styles['who']}>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <Phone peer={peer} isGroup={kind === 'group'} title={title} />
      </div>
      <Lookers lookers={lookers} />
      <div className={styles['acts']}>
        <IconButton name={t('conversation.search')} onClick={onFind}>
          <MagnifyingGlassIcon size={21} aria-hidden="true" />
        </IconButton>
        <span className={styles['wide']}>
          <IconButton name={t('conversation.jump')} keyCap="d" onClick={onJump}>
            <CalendarBlankIcon size={21} aria-hidden="true" />
          </IconButton>
          {mayWork && (
            <Button icon={<CheckIcon size={18} aria-hidden="true" />} busy={isBusy} onClick={turn}>
              {turnName}
            </Button>
          )}
        </span>
        <span className={styles['narrow']}>
          <ActMenu items={items}>
            <button type="button" className={styles['menu']} aria-label={t('conversation.menu')}>
              <DotsThreeVerticalIcon size={21} weight="bold" aria-hidden="true" />
            </button>
          </ActMenu>
        </span>
      </div>
    </header>
  );
}

function Phone({
  isGroup,
  peer,
  title,
}: {
  readonly peer: number | undefined;
  readonly isGroup: boolean;
  readonly title: string;
}): ReactNode {
  const t = useWords();
  const mayLook = useMay('read:people');
  const { data } = useQuery({
    queryKey: ['person', peer],
    enabled: peer !== undefined && mayLook,
    queryFn: () => ask(api.GET('/api/v1/people/{id}', { params: { path: { id: peer ?? 0 } } })),
    staleTime: 60_000,
  });
  if (isGroup) return <p>{t('conversation.group')}</p>;
  const phone = data?.phones.find((one) => one !== title);
  return phone === undefined ? null : (
    <p>
      <bdi>{phone}</bdi>
    </p>
  );
}

function Lookers({ lookers }: { readonly lookers: readonly Looker[] }): ReactNode {
  const t = useWords();
  const [first] = lookers;
  return (
    <div className={styles['lookers']} role="status">
      {first !== undefined && (
        <>
          <Avatar name={first.name} seed={first.name.length} size={24} />
          <span>
            {t(first.typing ? 'conversation.types-too' : 'conversation.looks-too', { name: first.name })}
            {lookers.length > 1 && ` +${lookers.length - 1}`}
          </span>
        </>
      )}
    </div>
  );
}

export function JumpDialog({
  onClose,
  onJump,
}: {
  readonly onJump: (day: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const [day, setDay] = useState('');
  const jump = (event: FormEvent): void => {
    event.preventDefault();
    if (day !== '') onJump(day);
  };
  return (
    <Dialog open onClose={onClose} title={t('conversation.jump')} width={360}>
      <form onSubmit={jump} className={styles['jump']}>
        <TextField
          label={t('conversation.jump-day')}
          type="date"
          data-autofocus
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <DialogActs>
          <Button kind="primary" type="submit" disabled={day === ''}>
            {t('conversation.jump-do')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

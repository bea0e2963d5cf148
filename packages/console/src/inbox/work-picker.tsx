// Chooses for a conversation: who gets it, which labels it carries, until when it rests.

import { CheckIcon } from '@phosphor-icons/react/Check';
import { UserIcon } from '@phosphor-icons/react/User';
import { UsersThreeIcon } from '@phosphor-icons/react/UsersThree';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from '../api/session.ts';
import { Avatar } from '../look/avatar.tsx';
import { Button } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { Dialog } from '../look/layers.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './inbox.module.css';
import { colleaguesQuery, labelsQuery, type WorkAct, workQuery } from './inbox-queries.ts';
import { LabelSquare } from './label-square.tsx';
import { type SnoozeKey, snoozeTimes } from './snooze-times.ts';
import { useWorkActs } from './work-acts.ts';

export interface Picked {
  readonly conversation: number;
  readonly what: 'assign' | 'label' | 'snooze';
}

const TITLES: Readonly<Record<Picked['what'], Key>> = {
  assign: 'inbox.assign',
  label: 'inbox.labels',
  snooze: 'inbox.snooze',
};

/** A dialog with the choices. */
export function WorkPicker({ conversation, what, onClose }: Picked & { readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const { act } = useWorkActs();
  const choose = (said: WorkAct): void => {
    act(conversation, said);
    if (said.act !== 'label' && said.act !== 'unlabel') onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t(TITLES[what])} width={420}>
      {what === 'assign' && <Colleagues conversation={conversation} onChoose={choose} />}
      {what === 'label' && <Labels conversation={conversation} onChoose={choose} />}
      {what === 'snooze' && <Times onChoose={choose} />}
    </Dialog>
  );
}

interface Choosing {
  readonly onChoose: (said: WorkAct) => void;
}

function Colleagues({ conversation, onChoose }: Choosing & { readonly conversation: number }): ReactNode {
  const t = useWords();
  const { user } = useSession();
  const { data: work } = useQuery(workQuery(conversation));
  const { data } = useQuery(colleaguesQuery);
  const people = (data?.items ?? []).filter(({ works }) => works);
  const own = people.filter(({ id }) => id === user?.id);
  const others = people.filter(({ id }) => id !== user?.id);
  return (
    <div className={styles['options']}>
      <Option
        isFirst
        isOn={work !== undefined && work.assignee === undefined}
        onPick={() => onChoose({ act: 'assign', assignee: null })}
      >
        <UserIcon size={24} weight="light" aria-hidden="true" />
        {t('inbox.nobody')}
      </Option>
      {[...own, ...others].map(({ id, name, team }) => (
        <Option key={id} isOn={work?.assignee === id} onPick={() => onChoose({ act: 'assign', assignee: id })}>
          <Avatar name={name} seed={name.length} size={24} />
          <bdi>{id === user?.id ? t('inbox.me', { name }) : name}</bdi>
          {team !== undefined && <bdi className="tabular">{team}</bdi>}
        </Option>
      ))}
      {(data?.teams ?? []).map((team) => (
        <Option
          key={`team ${team}`}
          isOn={work?.assignee === undefined && work?.team === team}
          onPick={() => onChoose({ act: 'assign', assignee: null, team })}
        >
          <UsersThreeIcon size={24} weight="light" aria-hidden="true" />
          <bdi>{t('inbox.team-named', { team })}</bdi>
        </Option>
      ))}
    </div>
  );
}

function Labels({ conversation, onChoose }: Choosing & { readonly conversation: number }): ReactNode {
  const t = useWords();
  const { data: work } = useQuery(workQuery(conversation));
  const { data: labels = [] } = useQuery(labelsQuery);
  if (labels.length === 0) return <p>{t('inbox.no-labels')}</p>;
  return (
    <div className={styles['options']}>
      {labels.map((label) => {
        const isOn = work?.labels.includes(label.id) === true;
        return (
          <Option
            key={label.id}
            isOn={isOn}
            onPick={() => onChoose({ act: isOn ? 'unlabel' : 'label', label: label.id })}
          >
            <LabelSquare label={label} />
          </Option>
        );
      })}
    </div>
  );
}

const TIMES: Readonly<Record<SnoozeKey, Key>> = {
  hour: 'inbox.snooze-hour',
  evening: 'inbox.snooze-evening',
  tomorrow: 'inbox.snooze-tomorrow',
  monday: 'inbox.snooze-monday',
};

function Times({ onChoose }: Choosing): ReactNode {
  const t = useWords();
  const { time, when } = useFormats();
  const [own, setOwn] = useState('');
  const now = new Date();
  const snooze = (at: Date): void => onChoose({ act: 'snooze', until: at.toISOString() });
  const chosen = new Date(own);
  const isGood = own !== '' && chosen > now;
  return (
    <>
      <div className={styles['options']}>
        {snoozeTimes(now).map(({ key, at }, index) => (
          <Option key={key} isFirst={index === 0} onPick={() => snooze(at)}>
            {t(TIMES[key])}
            <time dateTime={at.toISOString()}>
              {key === 'monday' || key === 'tomorrow' ? `${when(at)} ${time(at)}` : time(at)}
            </time>
          </Option>
        ))}
      </div>
      <div className={styles['own']}>
        <TextField
          label={t('inbox.snooze-own')}
          type="datetime-local"
          value={own}
          onChange={({ target }) => setOwn(target.value)}
          {...(own === '' || isGood ? {} : { error: t('inbox.snooze-past') })}
        />
        <Button disabled={!isGood} onClick={() => snooze(chosen)}>
          {t('inbox.snooze')}
        </Button>
      </div>
    </>
  );
}

function Option({
  isFirst,
  isOn,
  onPick,
  children,
}: {
  /** The keys begin here. */
  readonly isFirst?: boolean;
  readonly isOn?: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button type="button" data-autofocus={isFirst} className={styles['option']} aria-pressed={isOn} onClick={onPick}>
      {children}
      {isOn === true && <CheckIcon size={16} aria-hidden="true" className={styles['tick']} />}
    </button>
  );
}

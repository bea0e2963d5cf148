// What conversations may be given: to whom, which labels, until when they rest. Lists of choices, for one conversation or for many.

import { CheckIcon } from '@phosphor-icons/react/Check';
import { UserIcon } from '@phosphor-icons/react/User';
import { UsersThreeIcon } from '@phosphor-icons/react/UsersThree';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from '../api/session.ts';
import { Avatar } from '../look/avatar.tsx';
import { Button } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './inbox.module.css';
import { colleaguesQuery, labelsQuery } from './inbox-queries.ts';
import { LabelSquare } from './label-square.tsx';
import { type SnoozeKey, snoozeTimes } from './snooze-times.ts';

/** To whom something is given: a colleague, a team, or nobody. */
export interface Given {
  readonly assignee: string | null;
  readonly team?: string;
}

export function Colleagues({
  isOn,
  onChoose,
}: {
  readonly isOn: (given: Given) => boolean;
  readonly onChoose: (given: Given) => void;
}): ReactNode {
  const t = useWords();
  const { user } = useSession();
  const { data } = useQuery(colleaguesQuery);
  const people = (data?.items ?? []).filter(({ works }) => works);
  const own = people.filter(({ id }) => id === user?.id);
  const others = people.filter(({ id }) => id !== user?.id);
  return (
    <div className={styles['options']}>
      <Option isFirst isOn={isOn({ assignee: null })} onPick={() => onChoose({ assignee: null })}>
        <UserIcon size={24} weight="light" aria-hidden="true" />
        {t('inbox.nobody')}
      </Option>
      {[...own, ...others].map(({ id, name, team }) => (
        <Option key={id} isOn={isOn({ assignee: id })} onPick={() => onChoose({ assignee: id })}>
          <Avatar name={name} seed={name.length} size={24} />
          <bdi>{id === user?.id ? t('inbox.me', { name }) : name}</bdi>
          {team !== undefined && <bdi className="tabular">{team}</bdi>}
        </Option>
      ))}
      {(data?.teams ?? []).map((team) => (
        <Option
          key={`team ${team}`}
          isOn={isOn({ assignee: null, team })}
          onPick={() => onChoose({ assignee: null, team })}
        >
          <UsersThreeIcon size={24} weight="light" aria-hidden="true" />
          <bdi>{t('inbox.team-named', { team })}</bdi>
        </Option>
      ))}
    </div>
  );
}

export function Labels({
  isOn,
  onChoose,
}: {
  readonly isOn: (label: number) => boolean;
  readonly onChoose: (label: number) => void;
}): ReactNode {
  const t = useWords();
  const { data: labels = [] } = useQuery(labelsQuery);
  if (labels.length === 0) return <p>{t('inbox.no-labels')}</p>;
  return (
    <div className={styles['options']}>
      {labels.map((label, index) => (
        <Option key={label.id} isFirst={index === 0} isOn={isOn(label.id)} onPick={() => onChoose(label.id)}>
          <LabelSquare label={label} />
        </Option>
      ))}
    </div>
  );
}

const TIMES: Readonly<Record<SnoozeKey, Key>> = {
  hour: 'inbox.snooze-hour',
  evening: 'inbox.snooze-evening',
  tomorrow: 'inbox.snooze-tomorrow',
  monday: 'inbox.snooze-monday',
};

export function Times({ onChoose }: { readonly onChoose: (until: string) => void }): ReactNode {
  const t = useWords();
  const { time, when } = useFormats();
  const [own, setOwn] = useState('');
  const now = new Date();
  const snooze = (at: Date): void => onChoose(at.toISOString());
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

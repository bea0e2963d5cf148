// An act at the chosen conversations: what exactly, what it would change in numbers, and then doing it, with a way back.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { Tabs } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './many.module.css';
import { type ManyAct, plannedQuery } from './many-queries.ts';
import type { Target } from './selection.ts';
import { useManyActs } from './use-many-acts.ts';
import { refusal } from './work-acts.ts';
import { Colleagues, type Given, Labels, Times } from './work-options.tsx';

export type ManyWhat = 'assign' | 'label' | 'snooze' | 'wake' | 'close' | 'reopen';

const TITLES: Readonly<Record<ManyWhat, Key>> = {
  assign: 'inbox.assign',
  label: 'inbox.labels',
  snooze: 'inbox.snooze',
  wake: 'inbox.wake',
  close: 'inbox.close',
  reopen: 'inbox.reopen',
};

/** What is done where nothing has to be chosen first. */
function saidAtOnce(what: ManyWhat): ManyAct | undefined {
  return what === 'wake' || what === 'close' || what === 'reopen' ? { act: what } : undefined;
}

export function ManyDialog({
  onClose,
  onDone,
  target,
  what,
}: {
  readonly what: ManyWhat;
  readonly target: Target;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const t = useWords();
  const [said, setSaid] = useState(() => saidAtOnce(what));
  return (
    <Dialog open onClose={onClose} title={t(TITLES[what])} width={460}>
      {saidAtOnce(what) === undefined && (
        <div className={styles['choice']}>
          <What what={what} said={said} onSaid={setSaid} />
        </div>
      )}
      {said === undefined ? (
        <p className={styles['counts']}>{t('inbox.many-choose')}</p>
      ) : (
        <Planned key={JSON.stringify(said)} said={said} target={target} onDone={onDone} />
      )}
    </Dialog>
  );
}

function What({
  onSaid,
  said,
  what,
}: {
  readonly what: ManyWhat;
  readonly said: ManyAct | undefined;
  readonly onSaid: (said: ManyAct | undefined) => void;
}): ReactNode {
  const t = useWords();
  const { until: untilOf } = useFormats();
  const [turn, setTurn] = useState<'label' | 'unlabel'>('label');
  switch (what) {
    case 'assign': {
      const isOn = ({ assignee, team }: Given): boolean =>
        said?.act === 'assign' && said.assignee === assignee && (said.team ?? undefined) === team;
      return (
        <Colleagues
          isOn={isOn}
          onChoose={({ assignee, team }) =>
            onSaid({ act: 'assign', assignee, ...(team === undefined ? {} : { team }) })
          }
        />
      );
    }
    case 'label':
      return (
        <>
          <Tabs
            name={t('inbox.labels')}
            chosen={turn}
            onChoose={(next) => {
              setTurn(next);
              onSaid(undefined);
            }}
            tabs={[
              { key: 'label', label: t('inbox.label-on') },
              { key: 'unlabel', label: t('inbox.label-off') },
            ]}
          />
          <Labels
            isOn={(label) => said !== undefined && 'label' in said && said.label === label}
            onChoose={(label) => onSaid({ act: turn, label })}
          />
        </>
      );
    case 'snooze': {
      const until = said?.act === 'snooze' ? new Date(said.until) : undefined;
      return (
        <>
          <Times onChoose={(chosen) => onSaid({ act: 'snooze', until: chosen })} />
          {until !== undefined && <p className={styles['until']}>{t('inbox.until', { when: untilOf(until) })}</p>}
        </>
      );
    }
    default:
      return null;
  }
}

const DO: Readonly<Record<ManyAct['act'], Key>> = {
  assign: 'inbox.many-assign',
  label: 'inbox.many-label',
  unlabel: 'inbox.many-unlabel',
  snooze: 'inbox.many-snooze',
  wake: 'inbox.many-wake',
  close: 'inbox.many-close',
  reopen: 'inbox.many-reopen',
};

function Planned({
  onDone,
  said,
  target,
}: {
  readonly said: ManyAct;
  readonly target: Target;
  readonly onDone: () => void;
}): ReactNode {
  const t = useWords();
  const { data, error } = useQuery(plannedQuery(target, said));
  const { act, isBusy } = useManyActs();
  if (error !== null) return <ErrorLine>{t(refusal(error))}</ErrorLine>;
  const count = data?.changes ?? 0;
  const lines: readonly (readonly [Key, number])[] = [
    ['inbox.many-changes', count],
    ['inbox.many-taken', data?.taken ?? 0],
    ['inbox.many-waiting', said.act === 'close' || said.act === 'snooze' ? (data?.waiting ?? 0) : 0],
    ['inbox.many-unchanged', data?.unchanged ?? 0],
    ['inbox.many-not-yours', data?.notYours ?? 0],
    ['inbox.many-left', data?.left ?? 0],
  ];
  return (
    <>
      <ul className={styles['counts']} aria-busy={data === undefined} aria-live="polite">
        {data === undefined ? (
          <li>{t('shell.loading')}</li>
        ) : (
          lines.map(([key, n], index) =>
            n === 0 && index > 0 ? null : (
              <li key={key} data-first={index === 0}>
                {t(key, { count: n })}
              </li>
            ),
          )
        )}
      </ul>
      <DialogActs>
        <Button
          kind="primary"
          data-autofocus={said.act === 'wake' || said.act === 'close' || said.act === 'reopen'}
          busy={isBusy}
          disabled={data !== undefined && count === 0}
          onClick={() => data !== undefined && act(target, said, onDone)}
        >
          {data === undefined ? t('shell.loading') : t(DO[said.act], { count })}
        </Button>
      </DialogActs>
    </>
  );
}

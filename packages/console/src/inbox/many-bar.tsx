// Above the list while conversations are chosen: how many, all that match, and what may be done with them at once.

import { CheckIcon } from '@phosphor-icons/react/Check';
import { MoonIcon } from '@phosphor-icons/react/Moon';
import { TagIcon } from '@phosphor-icons/react/Tag';
import { TrayArrowUpIcon } from '@phosphor-icons/react/TrayArrowUp';
import { UserSwitchIcon } from '@phosphor-icons/react/UserSwitch';
import { XIcon } from '@phosphor-icons/react/X';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IconButton, LinkButton } from '../look/button.tsx';
import { useWords } from '../words/words.tsx';
import type { InboxAsked } from './inbox-queries.ts';
import styles from './many.module.css';
import type { ManyWhat } from './many-dialog.tsx';
import { plannedQuery } from './many-queries.ts';
import { isAny, type Selection, targetOf } from './selection.ts';

export function ManyBar({
  asked,
  onAct,
  onAll,
  onEnd,
  selection,
}: {
  readonly asked: InboxAsked;
  readonly selection: Selection;
  readonly onAll: () => void;
  readonly onEnd: () => void;
  readonly onAct: (what: ManyWhat) => void;
}): ReactNode {
  const t = useWords();
  const all = useMatching(asked);
  const count = selection.isAll ? Math.max(0, (all ?? 0) - selection.ids.size) : selection.ids.size;
  const isOff = !isAny(selection);
  const rests = asked.state === 'snoozed';
  const isClosed = asked.state === 'closed';
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('inbox.many')}>
      <p role="status">{t('inbox.many-chosen', { count })}</p>
      {!selection.isAll && all !== undefined && all > 0 && (
        <LinkButton onClick={onAll}>{t('inbox.many-all', { count: all })}</LinkButton>
      )}
      <span className={styles['acts']}>
        <IconButton name={t('inbox.assign')} keyCap="a" disabled={isOff} onClick={() => onAct('assign')}>
          <UserSwitchIcon size={20} aria-hidden="true" />
        </IconButton>
        <IconButton name={t('inbox.labels')} keyCap="l" disabled={isOff} onClick={() => onAct('label')}>
          <TagIcon size={20} aria-hidden="true" />
        </IconButton>
        {!isClosed && (
          <IconButton
            name={t(rests ? 'inbox.wake' : 'inbox.snooze')}
            keyCap="s"
            disabled={isOff}
            onClick={() => onAct(rests ? 'wake' : 'snooze')}
          >
            <MoonIcon size={20} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton
          name={t(isClosed ? 'inbox.reopen' : 'inbox.close')}
          keyCap="e"
          disabled={isOff}
          onClick={() => onAct(isClosed ? 'reopen' : 'close')}
        >
          {isClosed ? <TrayArrowUpIcon size={20} aria-hidden="true" /> : <CheckIcon size={20} aria-hidden="true" />}
        </IconButton>
        <IconButton name={t('inbox.many-end')} keyCap="Esc" onClick={onEnd}>
          <XIcon size={20} aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  );
}

/** How many match what the list shows. */
function useMatching(asked: InboxAsked): number | undefined {
  const target = targetOf({ isAll: true, ids: new Set(), anchor: undefined }, asked);
  const { data } = useQuery(plannedQuery(target, { act: asked.state === 'closed' ? 'reopen' : 'close' }));
  return data?.conversations;
}

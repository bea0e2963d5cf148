// What may be done with several people at once; each act asks, with its counts, before anything happens.

import { EraserIcon } from '@phosphor-icons/react/Eraser';
import { GitMergeIcon } from '@phosphor-icons/react/GitMerge';
import { TagIcon } from '@phosphor-icons/react/Tag';
import { UserSwitchIcon } from '@phosphor-icons/react/UserSwitch';
import { type ReactNode, useState } from 'react';
import { useSession } from '../api/session.ts';
import { Button } from '../look/button.tsx';
import { useWords } from '../words/words.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './people.module.css';
import type { Person } from './people-queries.ts';
import { TagDialog } from './tag-dialog.tsx';

type Act = 'tag' | 'assign' | 'merge' | 'erase';

export function BulkBar({
  onClear,
  people,
}: {
  readonly people: readonly Person[];
  readonly onClear: () => void;
}): ReactNode {
  const t = useWords();
  const { may } = useSession();
  const [act, setAct] = useState<Act>();
  const close = (): void => setAct(undefined);
  const done = (): void => {
    close();
    onClear();
  };
  return (
    <div className={styles['bulk']}>
      <p role="status">{t('people.chosen', { count: people.length })}</p>
      {may.includes('write:people') && (
        <Button icon={<TagIcon size={18} aria-hidden="true" />} onClick={() => setAct('tag')}>
          {t('people.bulk.tag')}
        </Button>
      )}
      {may.includes('work') && (
        <Button icon={<UserSwitchIcon size={18} aria-hidden="true" />} onClick={() => setAct('assign')}>
          {t('people.bulk.assign')}
        </Button>
      )}
      {may.includes('merge') && (
        <Button
          icon={<GitMergeIcon size={18} aria-hidden="true" />}
          disabled={people.length < 2}
          onClick={() => setAct('merge')}
        >
          {t('people.bulk.merge')}
        </Button>
      )}
      {may.includes('erase') && (
        <Button kind="danger" icon={<EraserIcon size={18} aria-hidden="true" />} onClick={() => setAct('erase')}>
          {t('people.bulk.erase')}
        </Button>
      )}
      <Button kind="quiet" onClick={onClear}>
        {t('people.bulk.clear')}
      </Button>
      {act === 'tag' && <TagDialog people={people} onClose={close} onDone={done} />}
      {act === 'assign' && <AssignDialog people={people} onClose={close} onDone={done} />}
      {act === 'merge' && <MergeDialog people={people} onClose={close} onDone={done} />}
      {act === 'erase' && <EraseDialog people={people} onClose={close} onDone={done} />}
    </div>
  );
}

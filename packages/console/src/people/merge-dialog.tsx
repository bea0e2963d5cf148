// Several people taken for one: who stands for all, why, and the way back, which is a split of each.

import { type ReactNode, useState } from 'react';
import { Avatar } from '../look/avatar.tsx';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextArea } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { Tag } from '../look/parts.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import styles from './people.module.css';
import { mergePeople, type Person, splitPeople, usePeopleChanged } from './people-queries.ts';
import { useNameOf } from './person-name.ts';
import { useAct } from './use-act.ts';

export function MergeDialog({
  onClose,
  onDone,
  people,
}: {
  readonly people: readonly Person[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const t = useWords();
  const toast = useToast();
  const changed = usePeopleChanged();
  const nameOf = useNameOf();
  const [reason, setReason] = useState('');
  const ordered = people.toSorted((one, other) => one.id - other.id);
  const [into, ...others] = ordered;
  const { act, error, isBusy } = useAct(({ kind }) =>
    kind === 'merge-refused' ? t('people.merge-refused') : undefined,
  );
  const back = async (merges: readonly number[]): Promise<void> => {
    for (const merge of merges) await splitPeople(merge, t('people.split-reason'));
    changed();
  };
  const merge = (): void =>
    act(async () => {
      const merges: number[] = [];
      for (const other of others)
        if (into !== undefined) merges.push(await mergePeople(into.id, other.id, reason.trim()));
      changed();
      toast({ kind: 'ok', text: t('people.merge-done'), undo: () => void back(merges) });
      onDone();
    });
  return (
    <Dialog open onClose={onClose} title={t('people.merge-title')}>
      <p>{t('people.merge-about')}</p>
      <ul className={styles['merging']}>
        {ordered.map((person, index) => (
          <li key={person.id}>
            <Avatar name={nameOf(person)} seed={person.id} size={32} />
            <span>
              <bdi>{nameOf(person)}</bdi>
              <small>
                {person.phones.join(' · ')} {t('people.merge-row', { count: person.messages })}
              </small>
            </span>
            {index === 0 && <Tag>{t('people.merge-stands')}</Tag>}
          </li>
        ))}
      </ul>
      <TextArea
        label={t('people.reason')}
        hint={t('people.reason-hint')}
        value={reason}
        maxLength={1000}
        data-autofocus
        onChange={({ target }) => setReason(target.value)}
      />
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <DialogActs>
        <Button kind="primary" busy={isBusy} disabled={reason.trim() === '' || others.length === 0} onClick={merge}>
          {t('people.merge-do', { count: people.length })}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

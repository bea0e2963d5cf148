// The conversations of several people given to somebody; it can be undone: each goes back to whoever had it.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { colleaguesQuery } from '../inbox/inbox-queries.ts';
import { doAtMany, undoAtMany } from '../inbox/many-queries.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, SelectField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import { metInQuery, type Person } from './people-queries.ts';
import { useAct } from './use-act.ts';

export function AssignDialog({
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
  const queries = useQueryClient();
  const [to, setTo] = useState('');
  const { data: colleagues } = useQuery(colleaguesQuery);
  const { data: chats = [] } = useQuery({
    queryKey: ['people-chats', people.map(({ id }) => id)],
    queryFn: async () => {
      const met = await Promise.all(people.map(({ id }) => queries.fetchQuery(metInQuery(id))));
      return [...new Set(met.flat().flatMap(({ id, kind }) => (kind === 'direct' ? [id] : [])))];
    },
  });
  const { act, error, isBusy } = useAct();
  const assign = (): void =>
    act(async () => {
      const { changes, undo } = await doAtMany(
        { conversations: chats },
        { act: 'assign', assignee: to === '' ? null : to },
      );
      const changed = (): void => {
        void queries.invalidateQueries({ queryKey: ['work'] });
        void queries.invalidateQueries({ queryKey: ['inbox'] });
      };
      changed();
      toast({
        kind: 'ok',
        text: t('people.assigned', { count: changes }),
        ...(undo === undefined ? {} : { undo: () => void undoAtMany(undo).then(changed, changed) }),
      });
      onDone();
    });
  const count = chats.length;
  return (
    <Dialog open onClose={onClose} title={t('people.assign-title', { count })} width={460}>
      <p>{t('people.assign-about')}</p>
      <SelectField label={t('people.assign-to')} value={to} onChange={({ target }) => setTo(target.value)}>
        <option value="">{t('people.assign-nobody')}</option>
        {colleagues?.items
          .filter(({ works }) => works)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <DialogActs>
        <Button kind="primary" busy={isBusy} disabled={count === 0} onClick={assign}>
          {t('people.assign-do', { count })}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

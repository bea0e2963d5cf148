// A tag for several people at once, or taken off them; it can be undone for those of whom something changed.

import { type ReactNode, useState } from 'react';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import { useBreak } from './field-break.ts';
import { type Person, tagPeople, usePeopleChanged } from './people-queries.ts';
import { useAct } from './use-act.ts';

export function TagDialog({
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
  const breaks = useBreak();
  const [tag, setTag] = useState('');
  const clean = tag.trim();
  const have = people.filter(({ tags }) => tags.includes(clean));
  const lack = people.length - have.length;
  const { act, error, isBusy } = useAct((problem) => breaks(problem.members));
  const change = (isOn: boolean): void =>
    act(async () => {
      const ids = people.map(({ id }) => id);
      const touched = await tagPeople(ids, isOn ? { add: [clean] } : { remove: [clean] });
      changed();
      toast({
        kind: 'ok',
        text: t(isOn ? 'people.tagged' : 'people.untagged', { count: touched.length }),
        ...(touched.length === 0
          ? {}
          : { undo: () => void tagPeople(touched, isOn ? { remove: [clean] } : { add: [clean] }).then(changed) }),
      });
      onDone();
    });
  const known = [...new Set(people.flatMap(({ tags }) => tags))];
  return (
    <Dialog open onClose={onClose} title={t('people.tag-title', { count: people.length })} width={460}>
      <TextField
        label={t('people.tag-field')}
        hint={clean === '' || have.length === 0 ? undefined : t('people.tag-have', { count: have.length })}
        value={tag}
        maxLength={40}
        list="known-tags"
        data-autofocus
        onChange={({ target }) => setTag(target.value)}
      />
      <datalist id="known-tags">
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <DialogActs>
        {have.length > 0 && (
          <Button busy={isBusy} onClick={() => change(false)}>
            {t('people.untag-do', { count: have.length })}
          </Button>
        )}
        <Button kind="primary" busy={isBusy} disabled={clean === '' || lack === 0} onClick={() => change(true)}>
          {t('people.tag-do', { count: lack })}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

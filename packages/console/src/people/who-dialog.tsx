// Who is who: those who were taken for this person can be parted again, and another can be found and taken for them.

import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Avatar } from '../look/avatar.tsx';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Dialog } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import listStyles from './people.module.css';
import { type Person, splitPeople, usePeople, usePeopleChanged } from './people-queries.ts';
import { useNameOf } from './person-name.ts';
import { useAct } from './use-act.ts';

const SHORTEST = 2;
const LISTED = 6;

export function WhoDialog({ onClose, person }: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const nameOf = useNameOf();
  const [typed, setTyped] = useState('');
  const called = useDeferredValue(typed.trim());
  const [other, setOther] = useState<Person>();
  const { data } = usePeople(called.length < SHORTEST ? '' : called);
  const found = (data?.pages[0]?.items ?? []).filter(({ id, me }) => !me && id !== person.id).slice(0, LISTED);
  if (other !== undefined) return <MergeDialog people={[person, other]} onClose={onClose} onDone={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('person.merge')}>
      {person.merged.map(({ merge, person: taken }) => (
        <Taken key={merge} merge={merge} name={namesOf(person, taken)} />
      ))}
      <TextField
        label={t('people.merge-title')}
        placeholder={t('people.find')}
        before={<MagnifyingGlassIcon size={18} aria-hidden="true" />}
        value={typed}
        data-autofocus
        onChange={({ target }) => setTyped(target.value)}
      />
      {called.length >= SHORTEST && (
        <ul className={listStyles['merging']}>
          {found.map((one) => (
            <li key={one.id}>
              <Avatar name={nameOf(one)} seed={one.id} size={32} />
              <span>
                <bdi>{nameOf(one)}</bdi>
                <small>
                  {one.phones.join(' · ')} {t('people.merge-row', { count: one.messages })}
                </small>
              </span>
              <Button size="small" onClick={() => setOther(one)}>
                {t('people.bulk.merge')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** By what the one who was taken for this person was known first. */
function namesOf({ identifiers }: Person, taken: number): string {
  return identifiers.find(({ evidence }) => evidence === taken)?.value ?? `№ ${taken}`;
}

function Taken({ merge, name }: { readonly merge: number; readonly name: string }): ReactNode {
  const t = useWords();
  const toast = useToast();
  const changed = usePeopleChanged();
  const [reason, setReason] = useState('');
  const { act, error, isBusy } = useAct();
  const split = (): void =>
    act(async () => {
      await splitPeople(merge, reason.trim());
      changed();
      toast({ kind: 'ok', text: t('people.split-done') });
    });
  return (
    <section className={listStyles['taken']}>
      <p>
        <b>{t('person.split-title')}</b>: <bdi>{name}</bdi>. {t('person.split-about')}
      </p>
      <TextField
        label={t('people.reason')}
        hint={t('people.reason-hint')}
        value={reason}
        maxLength={1000}
        onChange={({ target }) => setReason(target.value)}
        after={
          <Button size="small" busy={isBusy} disabled={reason.trim() === ''} onClick={split}>
            {t('person.split-do')}
          </Button>
        }
      />
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
    </section>
  );
}

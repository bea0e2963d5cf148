// Who may be the same person, offered with its reason; two columns to compare, and both answers.

import { UsersIcon } from '@phosphor-icons/react/Users';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../look/button.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import { Say, useWords } from '../words/words.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import {
  keepApart,
  matchesQuery,
  type Person,
  type PersonMatch,
  personQuery,
  usePeopleChanged,
} from './people-queries.ts';
import styles from './person.module.css';
import { useNameOf } from './person-name.ts';
import { useAct } from './use-act.ts';

export function MatchBanner({ person }: { readonly person: Person }): ReactNode {
  const t = useWords();
  const toast = useToast();
  const changed = usePeopleChanged();
  const span = useSpan();
  const { data: matches = [] } = useQuery(matchesQuery(person.id));
  const [isOpen, setOpen] = useState(false);
  const { act, isBusy } = useAct();
  const [match] = matches;
  if (match === undefined) return null;
  const { messages, name, person: other, reason, value } = match;
  const apart = (): void =>
    act(async () => {
      await keepApart(person.id, other);
      changed();
      toast({ kind: 'ok', text: t('person.not-same-done') });
    });
  return (
    <section className={styles['banner']} aria-label={t('person.merge')}>
      <UsersIcon size={21} aria-hidden="true" />
      <div>
        <p>
          <Say
            id="person.maybe"
            values={{
              name: (
                <b>
                  <bdi>{name}</bdi>
                </b>
              ),
              value: <bdi>{value}</bdi>,
            }}
          />{' '}
          {t(`person.why.${reason}`)}
        </p>
        <p className={styles['quiet']}>
          {t('person.match-messages', { count: messages })}
          {span(match)}
        </p>
      </div>
      <Button onClick={() => setOpen(true)}>{t('person.compare')}</Button>
      <Button kind="quiet" busy={isBusy} onClick={apart}>
        {t('person.not-same')}
      </Button>
      {isOpen && <CompareDialog person={person} match={match} onClose={() => setOpen(false)} />}
    </section>
  );
}

function CompareDialog({
  match,
  onClose,
  person,
}: {
  readonly person: Person;
  readonly match: PersonMatch;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const { data: other } = useQuery(personQuery(match.person));
  const [isMerging, setMerging] = useState(false);
  if (other === undefined) return null;
  if (isMerging) return <MergeDialog people={[person, other]} onClose={onClose} onDone={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('person.compare-title')} width={640}>
      <div className={styles['compared']}>
        <Compared title={t('person.compare-this')} person={person} />
        <Compared title={t('person.compare-that')} person={other} />
      </div>
      <DialogActs>
        <Button kind="primary" onClick={() => setMerging(true)}>
          {t('person.compare-do')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

function Compared({ person, title }: { readonly person: Person; readonly title: string }): ReactNode {
  const t = useWords();
  const span = useSpan();
  const nameOf = useNameOf();
  const { id, identifiers, messages } = person;
  return (
    <section>
      <p className={styles['quiet']}>{title}</p>
      <h3>
        <Link to="/people/$person" params={{ person: String(id) }}>
          <bdi>{nameOf(person)}</bdi>
        </Link>
      </h3>
      <p>
        {t('person.match-messages', { count: messages })}
        {span(person)}
      </p>
      <p className={styles['quiet']}>{t('person.compare-known')}</p>
      <ul>
        {identifiers.map(({ conversation = 0, kind, value }) => (
          <li key={`${kind}/${conversation}/${value}`}>
            <bdi>{value}</bdi> <span className={styles['quiet']}>{t(`person.is.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From when to when something was said, behind a comma. */
function useSpan(): (said: { readonly first?: string; readonly last?: string }) => string {
  const t = useWords();
  const { month } = useFormats();
  return ({ first, last }) => {
    if (first === undefined || last === undefined) return '';
    const [from, to] = [month(new Date(first)), month(new Date(last))];
    return `, ${from === to ? from : t('person.match-span', { first: from, last: to })}`;
  };
}

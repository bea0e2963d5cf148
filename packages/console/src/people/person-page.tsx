// A person: what they are called and by whom that is known, everything that changed and who changed it, where they write, what the
// business keeps of them, and how long.

import { EraserIcon } from '@phosphor-icons/react/Eraser';
import { GitMergeIcon } from '@phosphor-icons/react/GitMerge';
import { UserCircleDashedIcon } from '@phosphor-icons/react/UserCircleDashed';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMay } from '../api/session.ts';
import { ProofDrawer } from '../integrity/proof-drawer.tsx';
import { Avatar } from '../look/avatar.tsx';
import { Button } from '../look/button.tsx';
import { Empty } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { FieldsCard } from './fields-card.tsx';
import { HistoryList } from './history-list.tsx';
import { IdentifiersTable } from './identifiers-table.tsx';
import { KeepingCards } from './keeping-cards.tsx';
import { MatchBanner } from './match-banner.tsx';
import { MetList } from './met-list.tsx';
import { type Person, personQuery, usePeopleLive } from './people-queries.ts';
import styles from './person.module.css';
import { useNameOf } from './person-name.ts';
import { WhoDialog } from './who-dialog.tsx';

export function PersonPage(): ReactNode {
  const navigate = useNavigate();
  const { person: id } = useParams({ from: '/house/people/$person' });
  const { data, isError } = useQuery({ ...personQuery(Number(id)), retry: false });
  const [erased, setErased] = useState<Person>();
  usePeopleLive();
  return (
    <>
      {isError ? <Gone /> : data !== undefined && <Known person={data} onErase={() => setErased(data)} />}
      {/* The certificate is seen also when the person is already gone. */}
      {erased !== undefined && (
        <EraseDialog
          people={[erased]}
          onClose={() => setErased(undefined)}
          onDone={() => void navigate({ to: '/people' })}
        />
      )}
    </>
  );
}

function Gone(): ReactNode {
  const t = useWords();
  return (
    <Empty icon={<UserCircleDashedIcon size={32} weight="light" aria-hidden="true" />} fact={t('person.gone')}>
      <p>{t('person.gone-how')}</p>
      <Link to="/people">{t('person.to-people')}</Link>
    </Empty>
  );
}

function Known({ onErase, person }: { readonly person: Person; readonly onErase: () => void }): ReactNode {
  const mayMerge = useMay('merge');
  const [proof, setProof] = useState<number>();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles['page']}>
      <Head person={person} onWho={() => setAsking(true)} onErase={onErase} />
      <div className={styles['halves']}>
        <div className={styles['main']}>
          {mayMerge && !person.me && <MatchBanner person={person} />}
          <IdentifiersTable identifiers={person.identifiers} onProof={setProof} />
          <HistoryList person={person.id} onProof={setProof} />
          <MetList person={person.id} />
        </div>
        <aside className={styles['side']}>
          <FieldsCard person={person.id} />
          <KeepingCards person={person.id} />
        </aside>
      </div>
      {proof !== undefined && <ProofDrawer entry={proof} onClose={() => setProof(undefined)} />}
      {isAsking && <WhoDialog person={person} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Head({
  onErase,
  onWho,
  person,
}: {
  readonly person: Person;
  readonly onWho: () => void;
  readonly onErase: () => void;
}): ReactNode {
  const t = useWords();
  const { month } = useFormats();
  const nameOf = useNameOf();
  const mayMerge = useMay('merge');
  const mayErase = useMay('erase');
  const { conversations, first, id, me, tags } = person;
  const name = nameOf(person);
  const facts = [
    ...tags,
    ...(first === undefined ? [] : [t('person.since', { month: month(new Date(first)) })]),
    t('person.in-conversations', { count: conversations.length }),
  ];
  return (
    <header className={styles['head']}>
      <Avatar name={name} seed={id} size={56} />
      <div className={styles['name']}>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p>{facts.join(' · ')}</p>
      </div>
      {mayMerge && !me && (
        <Button icon={<GitMergeIcon size={18} aria-hidden="true" />} onClick={onWho}>
          {t('person.merge')}
        </Button>
      )}
      {mayErase && !me && (
        <Button kind="danger" icon={<EraserIcon size={18} aria-hidden="true" />} onClick={onErase}>
          {t('person.erase')}
        </Button>
      )}
    </header>
  );
}

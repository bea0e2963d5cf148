// What of the audit log is shown: found by a name, an entry or an address, and by filters that stand in the page's address.

import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass';
import { type FormEvent, type ReactNode, useState } from 'react';
import { TextField } from '../look/field.tsx';
import { ActMenu } from '../look/layers.tsx';
import { AddChip, Chip } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { ACT_GROUPS, type ActGroup, isActGroup } from './act-groups.ts';
import { useActorName } from './act-words.tsx';
import styles from './audit.module.css';
import type { Actor, AuditSearch } from './audit-queries.ts';
import { useDid } from './did.ts';

export type Choose = (change: { readonly [Name in keyof AuditSearch]?: string | undefined }) => void;

interface FilterProps {
  readonly search: AuditSearch;
  readonly actors: readonly Actor[];
  readonly onChoose: Choose;
}

const GROUPS = {
  looked: 'audit.group.looked',
  changed: 'audit.group.changed',
  exported: 'audit.group.exported',
  erased: 'audit.group.erased',
  'signed-in': 'audit.group.signed-in',
  'not-signed-in': 'audit.group.not-signed-in',
} as const satisfies Record<ActGroup, Key>;

const ENTRY = /^[\d,.\s]{1,20}$/;
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.%]+)$/;

export function AuditFilters(props: FilterProps): ReactNode {
  const t = useWords();
  const { onChoose, search } = props;
  const [isDated, setDated] = useState(search.from !== undefined || search.to !== undefined);
  return (
    <div className={styles['filters']}>
      <Finder {...props} />
      <Chips {...props} />
      <FilterMenu {...props} onDates={() => setDated(true)} />
      {isDated && (
        <fieldset className={styles['dates']}>
          <legend className="hidden-text">{t('audit.dates')}</legend>
          <label>
            {t('audit.from-day')}
            <input
              type="date"
              value={search.from ?? ''}
              onChange={({ target }) => onChoose({ from: target.value || undefined })}
            />
          </label>
          <label>
            {t('audit.to-day')}
            <input
              type="date"
              value={search.to ?? ''}
              onChange={({ target }) => onChoose({ to: target.value || undefined })}
            />
          </label>
        </fieldset>
      )}
    </div>
  );
}

function Finder({ actors, onChoose }: FilterProps): ReactNode {
  const t = useWords();
  const nameOf = useActorName();
  const [typed, setTyped] = useState('');
  const [isNobody, setNobody] = useState(false);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    if (text === '') return;
    const folded = text.toLocaleLowerCase();
    const found = actors.find((actor) => nameOf(actor).toLocaleLowerCase().includes(folded));
    const isFound = ADDRESS.test(text) || ENTRY.test(text) || found !== undefined;
    setNobody(!isFound);
    if (ADDRESS.test(text)) onChoose({ what: `address:${text}` });
    else if (ENTRY.test(text)) onChoose({ what: `entry:${text.replace(/\D/g, '')}` });
    else if (found !== undefined) onChoose({ who: found.id });
    if (isFound) setTyped('');
  };
  return (
    <form onSubmit={find} className={styles['finder']}>
      <TextField
        label={t('audit.find')}
        labelHidden
        placeholder={t('audit.find')}
        before={<MagnifyingGlassIcon size={18} aria-hidden="true" />}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        {...(isNobody ? { error: t('audit.nobody-found') } : {})}
      />
    </form>
  );
}

function Chips({ actors, onChoose, search }: FilterProps): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const nameOf = useActorName();
  const didOf = useDid();
  const { did, entry, from, outcome, to, what, who } = search;
  const chips: { readonly name: keyof AuditSearch; readonly key: Key; readonly value: string }[] = [];
  const dayOf = (text: string): string => day(new Date(`${text}T12:00:00`));
  if (from !== undefined) chips.push({ name: 'from', key: 'audit.chip-from', value: dayOf(from) });
  if (to !== undefined) chips.push({ name: 'to', key: 'audit.chip-to', value: dayOf(to) });
  if (who !== undefined)
    chips.push({
      name: 'who',
      key: 'audit.chip-who',
      value: nameOf(actors.find(({ id }) => id === who) ?? { id: who }),
    });
  if (did !== undefined)
    chips.push({ name: 'did', key: 'audit.chip-did', value: isActGroup(did) ? t(GROUPS[did]) : didOf(did) });
  if (outcome !== undefined)
    chips.push({
      name: 'outcome',
      key: 'audit.chip-outcome',
      value: t(outcome === 'refused' ? 'audit.refused' : outcome === 'failed' ? 'audit.failed' : 'audit.done'),
    });
  if (what !== undefined)
    chips.push({ name: 'what', key: 'audit.chip-what', value: what.slice(what.indexOf(':') + 1) });
  if (entry !== undefined) chips.push({ name: 'entry', key: 'audit.chip-entry', value: entry });
  return chips.map(({ key, name, value }) => (
    <Chip
      key={name}
      name={t(key)}
      value={<bdi>{value}</bdi>}
      removeName={t('audit.remove-filter', { name: t(key) })}
      onRemove={() => onChoose({ [name]: undefined })}
    />
  ));
}

function FilterMenu({ actors, onChoose, onDates, search }: FilterProps & { readonly onDates: () => void }): ReactNode {
  const t = useWords();
  const nameOf = useActorName();
  const items = [
    {
      key: 'refused',
      label: t('audit.only-refused'),
      checked: search.outcome === 'refused',
      onPick: () => onChoose({ outcome: search.outcome === 'refused' ? undefined : 'refused' }),
    },
    ...ACT_GROUPS.map((group) => ({
      key: group,
      label: t(GROUPS[group]),
      checked: search.did === group,
      onPick: () => onChoose({ did: search.did === group ? undefined : group }),
    })),
    { key: 'dates', label: t('audit.dates'), onPick: onDates },
    ...actors.slice(0, 40).map((actor) => ({
      key: actor.id,
      label: <bdi>{nameOf(actor)}</bdi>,
      checked: search.who === actor.id,
      onPick: () => onChoose({ who: search.who === actor.id ? undefined : actor.id }),
    })),
  ];
  return (
    <ActMenu items={items}>
      <AddChip>{t('audit.filter')}</AddChip>
    </ActMenu>
  );
}

// What an act was about, who it was and how it ended, in words. Names are others' words: each stands apart from the sentence around it.

import { ChatCircleIcon } from '@phosphor-icons/react/ChatCircle';
import { HardDrivesIcon } from '@phosphor-icons/react/HardDrives';
import { KeyIcon } from '@phosphor-icons/react/Key';
import { Fragment, type ReactNode } from 'react';
import { Avatar } from '../look/avatar.tsx';
import { Tag } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './audit.module.css';
import type { Act, Actor } from './audit-queries.ts';

const SIZE = 26;

/** The name of an actor, as text. */
export function useActorName(): (actor: Actor) => string {
  const t = useWords();
  return ({ id, name }) => {
    if (name !== undefined) return name;
    const [kind = '', own = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
    if (kind === 'system') return t('audit.system', { name: own });
    if (id === 'api-key:none') return t('audit.nobody');
    if (kind === 'api-key') return t('audit.a-key', { id: own });
    return kind === 'user' ? t('audit.gone-member') : id;
  };
}

export function Who({ actor }: { readonly actor: Actor }): ReactNode {
  const nameOf = useActorName();
  const name = nameOf(actor);
  return (
    <span className={styles['who']}>
      <Face id={actor.id} name={name} />
      <bdi>{name}</bdi>
    </span>
  );
}

function Face({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  if (id.startsWith('user:')) return <Avatar name={name} seed={seedOf(id)} size={SIZE} />;
  const Icon = id.startsWith('api-key:') ? KeyIcon : id.startsWith('system:') ? HardDrivesIcon : ChatCircleIcon;
  return (
    <span className={styles['face']} aria-hidden="true">
      <Icon size={15} />
    </span>
  );
}

/** A number that an id always gives. */
function seedOf(id: string): number {
  let seed = 0;
  for (const char of id) seed = (seed * 31 + (char.codePointAt(0) ?? 0)) % 9_973;
  return seed;
}

const VERDICTS = {
  intact: 'integrity.was-intact',
  incomplete: 'integrity.was-incomplete',
  altered: 'integrity.was-altered',
} as const satisfies Record<NonNullable<Act['check']>['verdict'], Key>;

export function About({ act }: { readonly act: Act }): ReactNode {
  const t = useWords();
  const { span } = useFormats();
  const { about, check, conversations, count, entries, people } = act;
  if (check !== undefined) {
    const { checked, tookMs, verdict } = check;
    return t('audit.check', { verdict: t(VERDICTS[verdict]), checked, span: span(Math.max(1, tookMs / 1000)) });
  }
  if (people.length > 0)
    return <Names names={people.map(({ id, name }) => name || t('audit.person', { id }))} all={about.people} />;
  if (conversations.length > 0) {
    const names = conversations.map(({ id, name }) => name || t('audit.conversation', { id }));
    return <Names names={names} all={about.conversations} />;
  }
  const [entry] = entries;
  if (entry !== undefined && about.entries === 1) return t('audit.entry', { entry });
  if (about.entries > 1) return t('audit.entries', { count: about.entries });
  return count === undefined || count === 0 ? null : t('audit.records', { count });
}

function Names({ names, all }: { readonly names: readonly string[]; readonly all: number }): ReactNode {
  const t = useWords();
  const shown = names.slice(0, 3);
  return (
    <>
      {shown.map((name, index) => (
        // Names may be the same; their order is the record's.
        // biome-ignore lint/suspicious/noArrayIndexKey: a name is its place
        <Fragment key={index}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
      {all > shown.length && ` ${t('audit.more', { count: all - shown.length })}`}
    </>
  );
}

export function Outcome({ outcome }: { readonly outcome: Act['outcome'] }): ReactNode {
  const t = useWords();
  if (outcome === 'refused') return <Tag kind="danger">{t('audit.refused')}</Tag>;
  if (outcome === 'failed') return <Tag kind="warn">{t('audit.failed')}</Tag>;
  return t('audit.done');
}

const RULES: Readonly<Record<string, Key>> = {
  role: 'audit.rule.role',
  confirm: 'audit.rule.confirm',
  'not-yours': 'audit.rule.not-yours',
  'no-scope': 'audit.rule.no-scope',
};

/** Why something was refused, by its rule. */
export function useRule(): (act: Act) => string {
  const t = useWords();
  return ({ actor, did, rule }) => {
    if (actor.id.startsWith('api-key:') && rule === 'role') return t('audit.rule.scope');
    const key = rule === undefined ? undefined : RULES[rule];
    if (key !== undefined) return t(key);
    if (did.startsWith('sign-in') || did === 'confirm') return t('audit.rule.sign-in');
    return rule === undefined ? t('audit.rule.none') : t('audit.rule.other', { rule });
  };
}

// A row of who did what, and what opens below it: why it was refused, what it named, and its record.

import { CaretRightIcon } from '@phosphor-icons/react/CaretRight';
import { HandPalmIcon } from '@phosphor-icons/react/HandPalm';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LinkButton } from '../look/button.tsx';
import { Facts } from '../look/parts.tsx';
import { SealButton } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { About, Outcome, useRule, Who } from './act-words.tsx';
import styles from './audit.module.css';
import type { Act } from './audit-queries.ts';
import { useDid } from './did.ts';

export function ActRow({
  act,
  open,
  onToggle,
  onProof,
}: {
  readonly act: Act;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onProof: (entry: number) => void;
}): ReactNode {
  const t = useWords();
  const didOf = useDid();
  const { number, timeExact } = useFormats();
  const { actor, at, did, entry, from, outcome } = act;
  return (
    <>
      <tr className={styles['row']} data-open={open}>
        <td>{timeExact(new Date(at))}</td>
        <td>
          <Who actor={actor} />
        </td>
        <td>
          <button type="button" className={styles['did']} aria-expanded={open} onClick={onToggle}>
            {didOf(did, outcome)}
            <CaretRightIcon size={12} aria-hidden="true" />
          </button>
        </td>
        <td className={styles['what']}>
          <About act={act} />
        </td>
        <td className={styles['from']}>{from ?? (actor.id.startsWith('system:') ? t('audit.this-server') : '')}</td>
        <td>
          <Outcome outcome={outcome} />
        </td>
        <td data-number="true">
          <span className={styles['entry']}>
            {number(entry)}
            <SealButton state="sealed" name={t('integrity.open-proof', { entry })} onClick={() => onProof(entry)} />
          </span>
        </td>
      </tr>
      {open && (
        <tr className={styles['detail']}>
          <td colSpan={7}>
            <Detail act={act} onProof={onProof} />
          </td>
        </tr>
      )}
    </>
  );
}

function Detail({ act, onProof }: { readonly act: Act; readonly onProof: (entry: number) => void }): ReactNode {
  const t = useWords();
  const ruleOf = useRule();
  const { number } = useFormats();
  const { conversations, did, entries, entry, outcome, people, reason } = act;
  const links = [
    ...conversations.map(({ id, name }) => ({
      key: `c${id}`,
      chat: id,
      name: name || t('audit.conversation', { id }),
    })),
    ...people.map(({ id, name }) => ({ key: `p${id}`, person: id, name: name || t('audit.person', { id }) })),
  ];
  const facts = [
    { name: t('audit.command'), value: <code>{did}</code> },
    ...(reason === undefined ? [] : [{ name: t('audit.reason'), value: <bdi>{reason}</bdi> }]),
    ...(links.length === 0 ? [] : [{ name: t('audit.named'), value: <Links links={links} /> }]),
    ...(entries.length === 0 ? [] : [{ name: t('audit.entries-named'), value: entries.map(number).join(', ') }]),
  ];
  return (
    <div className={styles['card']} data-refused={outcome === 'refused'}>
      {outcome === 'refused' && (
        <p>
          <HandPalmIcon size={20} aria-hidden="true" /> <strong>{ruleOf(act)}</strong>
        </p>
      )}
      <Facts facts={facts} />
      <LinkButton onClick={() => onProof(entry)}>{t('audit.record')}</LinkButton>
    </div>
  );
}

interface NamedLink {
  readonly key: string;
  readonly chat?: number;
  readonly person?: number;
  readonly name: string;
}

function Links({ links }: { readonly links: readonly NamedLink[] }): ReactNode {
  return (
    <ul className={styles['links']}>
      {links.map(({ chat, key, name, person }) => (
        <li key={key}>
          {person === undefined ? (
            <Link to="/inbox/$conversation" params={{ conversation: String(chat ?? 0) }}>
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <Link to="/people/$person" params={{ person: String(person) }}>
              <bdi>{name}</bdi>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

// By what somebody is known: each name, number and id, what brought it, since when it is on record, and its proof.

import type { ReactNode } from 'react';
import { Table } from '../look/parts.tsx';
import { SealButton } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import type { Identifier } from './people-queries.ts';
import styles from './person.module.css';

/** Numbers first, then names; a name that is only the number again is left out. */
function told(identifiers: readonly Identifier[]): readonly Identifier[] {
  const phones = new Set(identifiers.flatMap(({ kind, value }) => (kind === 'phone' ? [value] : [])));
  const kept = identifiers.filter(({ kind, value }) => kind !== 'name' || !phones.has(value));
  return kept.toSorted((one, other) => Number(one.kind !== 'phone') - Number(other.kind !== 'phone'));
}

export function IdentifiersTable({
  identifiers,
  onProof,
}: {
  readonly identifiers: readonly Identifier[];
  readonly onProof: (entry: number) => void;
}): ReactNode {
  const t = useWords();
  const { day, number } = useFormats();
  return (
    <section aria-labelledby="identifiers" className={styles['identifiers']}>
      <h2 id="identifiers">{t('person.identifiers')}</h2>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('person.kind')}</th>
            <th scope="col">{t('person.value')}</th>
            <th scope="col">{t('person.known-from')}</th>
            <th scope="col">{t('person.on-record')}</th>
            <th scope="col" data-number="true">
              {t('person.proof')}
            </th>
          </tr>
        </thead>
        <tbody>
          {told(identifiers).map(({ conversation = 0, evidence, kind, since, source, value }) => (
            <tr key={`${kind}/${conversation}/${value}`}>
              <td className={styles['quiet']}>{t(`person.is.${kind}`)}</td>
              <td className={styles['value']}>
                <bdi>{value}</bdi>
              </td>
              <td>{source === undefined ? '—' : t(`person.by.${source}`)}</td>
              <td className="tabular">{since === undefined ? '—' : day(new Date(since))}</td>
              <td data-number="true">
                <SealButton
                  state="sealed"
                  name={t('person.proof-of', { entry: number(evidence) })}
                  onClick={() => onProof(evidence)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

// A line of the history in words: what changed, from what to what, and who did it.

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormats } from '../words/formats.ts';
import { Say, useWords } from '../words/words.tsx';
import { definitionsQuery, type HistoryLine } from './people-queries.ts';
import styles from './person.module.css';
import { useFieldTitle, useWishName } from './person-name.ts';

export function HistoryWords({ line }: { readonly line: HistoryLine }): ReactNode {
  return (
    <div>
      <p className={styles['did']}>
        <What line={line} />
      </p>
      <p className={styles['by']}>
        <By line={line} />
        {line.reason !== undefined && (
          <>
            {' · '}
            <span dir="auto">“{line.reason}”</span>
          </>
        )}
      </p>
    </div>
  );
}

function What({ line }: { readonly line: HistoryLine }): ReactNode {
  const { list } = useFormats();
  const { data: definitions = [] } = useQuery(definitionsQuery);
  const titleOf = useFieldTitle(definitions);
  const wishOf = useWishName();
  const t = useWords();
  const { after = [], before = [], category, kind, otherName, value, values = [] } = line;
  const name = <bdi>{otherName ?? t('people.unknown')}</bdi>;
  switch (kind) {
    case 'field': {
      const field = <bdi>{titleOf(line.field)}</bdi>;
      const [was, is] = [
        <del key="was" dir="auto">
          {list(before)}
        </del>,
        <b key="is" dir="auto">
          {list(after)}
        </b>,
      ];
      if (after.length === 0) return <Say id="person.did.cleared" values={{ field, before: was }} />;
      if (before.length === 0) return <Say id="person.did.set" values={{ field, after: is }} />;
      return <Say id="person.did.changed" values={{ field, before: was, after: is }} />;
    }
    case 'known':
      return <Say id="person.did.known" values={{ values: <bdi>{list(values)}</bdi> }} />;
    case 'wish':
      return t(value === 'stop' ? 'person.did.stop' : 'person.did.resume', { category: wishOf(category) });
    default:
      return <Say id={`person.did.${kind}`} values={{ name }} />;
  }
}

function By({ line }: { readonly line: HistoryLine }): ReactNode {
  const t = useWords();
  const { actor = '', kind, of, rolledBackTo, source, version, who } = line;
  if (kind === 'known') return source === undefined ? '' : t(`person.by.${source}`);
  if (kind === 'wish') return t(of === undefined ? 'person.by-platform' : 'person.by-person');
  const did = who ?? t(actor.startsWith('api-key:') ? 'person.by-program' : 'person.by-system');
  const numbered =
    version === undefined
      ? undefined
      : rolledBackTo === undefined
        ? t('person.version', { number: version })
        : t('person.version-again', { number: version, earlier: rolledBackTo });
  return (
    <>
      <bdi>{did}</bdi>
      {numbered !== undefined && ` · ${numbered}`}
    </>
  );
}

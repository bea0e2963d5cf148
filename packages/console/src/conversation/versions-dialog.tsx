// Everything that a message ever said, newest first, each with what changed from the one before.

import type { Message } from '@acta/server/client';
import type { ReactNode } from 'react';
import { Dialog } from '../look/layers.tsx';
import { Tag } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './bubble.module.css';
import { momentOf } from './moment.ts';
import { wordDiff } from './word-diff.ts';

export function VersionsDialog({
  message,
  onClose,
}: {
  readonly message: Message;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const { moment, number } = useFormats();
  const { versions, zone } = message;
  return (
    <Dialog open onClose={onClose} title={t('conversation.versions')} width={620}>
      <ol className={styles['versions']}>
        {versions.toReversed().map(({ at, id, kind, text }, index) => {
          const place = versions.length - 1 - index;
          const before = versions[place - 1];
          return (
            <li key={id}>
              <p className={styles['versionHead']}>
                <strong>{t('conversation.version', { number: number(place + 1) })}</strong>
                <time>{moment(momentOf({ at, zone }))}</time>
                {index === 0 && <Tag>{t('conversation.version-now')}</Tag>}
              </p>
              {kind === 'deleted' ? (
                <p>{t('conversation.version-deleted')}</p>
              ) : (
                <p dir="auto" className={styles['text']}>
                  {before === undefined ? text : <Changed before={before.text} after={text} />}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}

function Changed({ after, before }: { readonly before: string; readonly after: string }): ReactNode {
  const t = useWords();
  return wordDiff(before, after).map(({ kind, text }, index) => {
    const key = `${index}`;
    if (kind === 'same') return text;
    return kind === 'added' ? (
      <ins key={key}>
        <span className="hidden-text">{t('conversation.added')} </span>
        {text}
      </ins>
    ) : (
      <del key={key}>
        <span className="hidden-text">{t('conversation.removed')} </span>
        {text}
      </del>
    );
  });
}

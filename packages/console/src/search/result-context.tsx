// The message that was found, where it was said: the conversation around it, read in both directions, and the steps to the next result.

import type { Message } from '@acta/server/client';
import { CaretDownIcon } from '@phosphor-icons/react/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/CaretUp';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Feed, type FeedHandle } from '../conversation/feed.tsx';
import { useFeed } from '../conversation/feed-queries.ts';
import { feedRows } from '../conversation/feed-rows.ts';
import { momentOf } from '../conversation/moment.ts';
import { ProofDrawer } from '../integrity/proof-drawer.tsx';
import { Avatar } from '../look/avatar.tsx';
import { Button, IconButton, KeyCap } from '../look/button.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { markedWords } from './marked.tsx';
import styles from './search.module.css';
import type { Hit } from './search-queries.ts';

export function ResultContext({
  hit,
  onOpen,
  onStep,
  place,
  total,
}: {
  readonly hit: Hit;
  readonly place: number;
  readonly total: { readonly messages: number; readonly all: boolean };
  readonly onStep: (by: number) => void;
  readonly onOpen: () => void;
}): ReactNode {
  const t = useWords();
  const { dayLong } = useFormats();
  const title = hit.title === '' ? (hit.name ?? '') : hit.title;
  return (
    <section className={styles['context']} aria-label={t('search.context')}>
      <header className={styles['contextHead']}>
        <Avatar name={title} seed={hit.conversation} group={!hit.direct} />
        <div>
          <h2>
            <bdi>{title}</bdi>
          </h2>
          <p>{dayLong(momentOf(hit))}</p>
        </div>
        <IconButton name={t('search.previous')} keyCap="↑" onClick={() => onStep(-1)}>
          <CaretUpIcon size={21} aria-hidden="true" />
        </IconButton>
        <IconButton name={t('search.next')} keyCap="↓" onClick={() => onStep(1)}>
          <CaretDownIcon size={21} aria-hidden="true" />
        </IconButton>
        <Button onClick={onOpen}>
          {t('search.open')} <KeyCap>↵</KeyCap>
        </Button>
      </header>
      <Surroundings key={hit.id} hit={hit} />
      <footer className={styles['contextFoot']}>
        <span>
          <KeyCap>↓</KeyCap> <KeyCap>↑</KeyCap> {t('search.keys-move')}
        </span>
        <span>
          <KeyCap>↵</KeyCap> {t('search.keys-open')}
        </span>
        <span>
          <code>from:</code> <code>has:</code> <code>before:</code> {t('search.keys-filter')}
        </span>
        <span className={styles['place']}>
          {t(total.all ? 'search.place' : 'search.place-more', { number: place, count: total.messages })}
        </span>
      </footer>
    </section>
  );
}

const NOTHING = (): void => undefined;

function Surroundings({ hit }: { readonly hit: Hit }): ReactNode {
  const t = useWords();
  const entry = hit.version?.of ?? hit.id;
  const anchor = useMemo(() => ({ kind: 'entry' as const, entry }), [entry]);
  const feed = useFeed(hit.conversation, anchor);
  const messages = useMemo(() => feed.data?.pages.flatMap(({ items }) => items) ?? [], [feed.data]);
  const rows = useMemo(() => feedRows({ messages }), [messages]);
  const handle = useRef<FeedHandle>(null);
  const [proof, setProof] = useState<number>();
  const marked = useMemo(() => markedWords(hit), [hit]);
  if (messages.length === 0)
    return (
      <p role="status" className={styles['reading']}>
        {feed.isFetching ? t('search.reading') : ''}
      </p>
    );
  return (
    <>
      <Feed
        rows={rows}
        anchor={anchor}
        entry={entry}
        proof={proof}
        inGroup={!hit.direct}
        marked={marked}
        acts={{ onView: NOTHING, onGo: (to) => void handle.current?.goTo(to) }}
        nameOf={({ author }: Message) => author ?? hit.title}
        onProof={setProof}
        hasOlder={feed.hasPreviousPage}
        hasNewer={feed.hasNextPage}
        isFetching={feed.isFetching}
        onOlder={() => void feed.fetchPreviousPage()}
        onNewer={() => void feed.fetchNextPage()}
        onEnd={() => handle.current?.toEnd()}
        handle={handle}
      />
      {proof !== undefined && <ProofDrawer entry={proof} onClose={() => setProof(undefined)} />}
    </>
  );
}

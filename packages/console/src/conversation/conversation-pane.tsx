// A conversation: its head, its feed, the field for the reply, and beside it who it is with. Where one reads, what one looks for and
// whose proof stands open are in the address.

import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText';
import { PlugsIcon } from '@phosphor-icons/react/Plugs';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { ApiProblem } from '../api/client.ts';
import { Button } from '../look/button.tsx';
import { Drawer } from '../look/layers.tsx';
import { Empty } from '../look/parts.tsx';
import { useWords } from '../words/words.tsx';
import styles from './conversation.module.css';
import { Feed } from './feed.tsx';
import { useConversation, useFirstPage } from './feed-queries.ts';
import { FindBar } from './find-bar.tsx';
import { Head, JumpDialog } from './head.tsx';
import { usePresence } from './presence.ts';
import { anchorOf, type ShownSearch } from './reading-place.ts';
import { ReplyBox } from './reply-box.tsx';
import { type Shown, useShown } from './use-shown.ts';
import { Viewer } from './viewer.tsx';

const ProofDrawer = lazy(async () => ({ default: (await import('../integrity/proof-drawer.tsx')).ProofDrawer }));
const SidePane = lazy(async () => ({ default: (await import('../inbox/side-pane.tsx')).SidePane }));

export function ConversationPane(): ReactNode {
  const { conversation } = useParams({ from: '/house/inbox/$conversation' });
  const id = Number(conversation);
  const t = useWords();
  const search = useSearch({ from: '/house/inbox/$conversation' });
  const { data, error, refetch } = useConversation(id);
  useFirstPage(id, anchorOf(search));
  if (error instanceof ApiProblem && error.status >= 400 && error.status < 500)
    return (
      <Empty
        icon={<ChatCircleTextIcon size={32} weight="light" aria-hidden="true" />}
        fact={t('conversation.not-found')}
      />
    );
  if (error !== null && data === undefined)
    return (
      <Empty icon={<PlugsIcon size={32} weight="light" aria-hidden="true" />} fact={t('conversation.could-not')}>
        <Button onClick={() => void refetch()}>{t('conversation.again')}</Button>
      </Empty>
    );
  if (data === undefined) return <div className={styles['pane']} aria-busy="true" />;
  return <Open key={id} conversation={data} />;
}

type Known = NonNullable<ReturnType<typeof useConversation>['data']>;

function Open({ conversation }: { readonly conversation: Known }): ReactNode {
  const { id, title } = conversation;
  const search = useSearch({ from: '/house/inbox/$conversation' });
  const navigate = useNavigate({ from: '/inbox/$conversation' });
  const change = useCallback(
    (more: ShownSearch) => void navigate({ search: (old) => defined({ ...old, ...more }), replace: true }),
    [navigate],
  );
  const shown = useShown(conversation, search, change);
  const lookers = usePresence(id, shown.draft.trim() !== '');
  return (
    <div className={styles['beside']}>
      <section className={styles['pane']} aria-label={title}>
        <Head
          conversation={conversation}
          lookers={lookers}
          onFind={() => shown.change({ find: search.find ?? '' })}
          onJump={shown.askDay}
          onBeside={shown.openBeside}
        />
        {search.find !== undefined && (
          <FindBar
            conversation={id}
            find={search.find}
            onFind={shown.find}
            onGo={shown.go}
            onClose={() => shown.change({ find: undefined })}
          />
        )}
        <div className={styles['body']}>
          <Body shown={shown} search={search} inGroup={conversation.kind === 'group'} />
        </div>
        <ReplyBox
          conversation={id}
          name={title}
          messages={shown.messages}
          draft={shown.draft}
          onDraft={shown.setDraft}
          quoted={shown.quoted}
          onQuote={shown.quote}
          isNote={shown.isNote}
          onNote={shown.setNote}
          nameOf={shown.nameOf}
          onSent={shown.toEnd}
        />
      </section>
      <div className={styles['side']}>
        <Suspense>
          <SidePane conversation={id} />
        </Suspense>
      </div>
      <Layers conversation={id} title={title} proof={search.proof} shown={shown} />
    </div>
  );
}

function Body({
  inGroup,
  search,
  shown,
}: {
  readonly shown: Shown;
  readonly search: { readonly entry?: string; readonly proof?: string };
  readonly inGroup: boolean;
}): ReactNode {
  const t = useWords();
  const { feed } = shown;
  if (feed.error !== null && feed.data === undefined)
    return (
      <Empty icon={<PlugsIcon size={32} weight="light" aria-hidden="true" />} fact={t('conversation.could-not')}>
        <Button onClick={() => void feed.refetch()}>{t('conversation.again')}</Button>
      </Empty>
    );
  if (feed.isPending && shown.rows.length === 0) return <div aria-busy="true" />;
  if (shown.rows.length === 0)
    return (
      <Empty
        icon={<ChatCircleTextIcon size={32} weight="light" aria-hidden="true" />}
        fact={t(shown.anchor.kind === 'day' ? 'conversation.day-empty' : 'conversation.empty')}
      >
        {shown.anchor.kind !== 'end' && <Button onClick={shown.toEnd}>{t('conversation.to-end')}</Button>}
      </Empty>
    );
  return (
    <>
      <Feed
        handle={shown.handle}
        rows={shown.rows}
        anchor={shown.anchor}
        entry={search.entry === undefined ? undefined : Number(search.entry)}
        proof={search.proof === undefined ? undefined : Number(search.proof)}
        inGroup={inGroup}
        marked={shown.marked}
        acts={shown.acts}
        nameOf={shown.nameOf}
        onProof={(entry) => shown.change({ proof: String(entry) })}
        hasOlder={feed.hasPreviousPage}
        hasNewer={feed.hasNextPage}
        isFetching={feed.isFetching}
        onOlder={() => void feed.fetchPreviousPage()}
        onNewer={() => void feed.fetchNextPage()}
        onEnd={shown.toEnd}
      />
      <p className="hidden-text" role="status">
        {shown.arrived > 0 ? t('conversation.arrived', { count: shown.arrived }) : ''}
      </p>
    </>
  );
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The members that have a value. */
function defined<T extends object>(members: T): Defined<T> {
  const found: Defined<T> = { ...members } as Defined<T>;
  for (const key of Object.keys(members) as (keyof T)[])
    if (members[key] === undefined) Reflect.deleteProperty(found, key);
  return found;
}

/** What floats above: the proof, the pictures, the day to go to, and on narrower screens who it is with. */
function Layers({
  conversation,
  proof,
  shown,
  title,
}: {
  readonly conversation: number;
  readonly title: string;
  readonly proof: string | undefined;
  readonly shown: Shown;
}): ReactNode {
  const { viewed } = shown;
  return (
    <>
      {proof !== undefined && (
        <Suspense>
          <ProofDrawer entry={Number(proof)} onClose={() => shown.change({ proof: undefined })} />
        </Suspense>
      )}
      {viewed !== undefined && (
        <Viewer id={viewed} ids={shown.pictures} onGo={shown.view} onClose={() => shown.view(undefined)} />
      )}
      {shown.isAskingDay && (
        <JumpDialog
          onClose={shown.closeDay}
          onJump={(day) => {
            shown.closeDay();
            shown.change({ at: day, entry: undefined });
          }}
        />
      )}
      {shown.isBesideOpen && (
        <Drawer open onClose={shown.closeBeside} title={title}>
          <Suspense>
            <SidePane conversation={conversation} />
          </Suspense>
        </Drawer>
      )}
    </>
  );
}

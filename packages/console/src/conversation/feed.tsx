// The feed: every message of a conversation as one long list of which only what is near is drawn. It keeps its place when older pages
// come, follows the end while somebody is there, and is walked through by key.

import type { Message } from '@acta/server/client';
import { ArrowDownIcon } from '@phosphor-icons/react/ArrowDown';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { areKeysOn } from '../app/keys.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import type { BubbleActs } from './bubble.tsx';
import styles from './feed.module.css';
import { FeedRowView } from './feed-row-view.tsx';
import type { FeedRow } from './feed-rows.ts';
import { useKeptEnd } from './kept-end.ts';
import { type PendingRow, PendingRowView } from './pending-row.tsx';
import type { Anchor } from './reading-place.ts';
import { useStickyDay } from './sticky-day.ts';

export type ShownRow = FeedRow | PendingRow;

/** What the pane may ask of the feed. */
export interface FeedHandle {
  readonly step: (by: number) => void;
  readonly goTo: (entry: number) => boolean;
  readonly toEnd: () => void;
  /** The message that was gone to by key; else the newest one in view. */
  readonly current: () => Message | undefined;
  readonly selected: () => Message | undefined;
  readonly focus: () => void;
}

export interface FeedProps {
  readonly rows: readonly ShownRow[];
  readonly anchor: Anchor;
  readonly entry?: number | undefined;
  readonly proof?: number | undefined;
  readonly inGroup: boolean;
  readonly marked: readonly string[];
  readonly acts: BubbleActs;
  readonly nameOf: (message: Message) => string;
  readonly onProof: (entry: number) => void;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly isFetching: boolean;
  readonly onOlder: () => void;
  readonly onNewer: () => void;
  readonly onEnd: () => void;
  readonly handle: Ref<FeedHandle>;
}

const OVERSCAN = 14;
/** Until the first frame is painted: what is on screen comes first. */
const FIRST_OVERSCAN = 2;
/** Nearer than this to an end that is not the last, more is fetched. */
const NEAR_ROWS = 30;
const NEAR_END_PX = 80;
const PADDING_START_PX = 16;

export function Feed(props: FeedProps): ReactNode {
  const { acts, anchor, entry, handle, hasNewer, hasOlder, inGroup, isFetching, marked, nameOf, onProof, proof, rows } =
    props;
  const t = useWords();
  const { dayLong } = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<number>();
  const isPainted = usePainted();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: isPainted ? OVERSCAN : FIRST_OVERSCAN,
    // The rows of the place where reading begins are drawn at once, not those at the top first.
    initialRect: { width: 0, height: window.innerHeight },
    initialOffset: () => offsetOf(rows, startOf(rows, anchor)),
    anchorTo: 'end',
    followOnAppend: !hasNewer,
    scrollEndThreshold: NEAR_END_PX,
    paddingStart: PADDING_START_PX,
    paddingEnd: 20,
    scrollPaddingStart: 48,
    scrollPaddingEnd: 20,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const isAtEnd = !hasNewer && virtual.isAtEnd(NEAR_END_PX);
  const sticky = useStickyDay(virtual, rows, scroller);
  useKeptEnd(scroller);

  useStart({
    anchor,
    rows,
    go: (index, align) => virtual.scrollToIndex(index, { align }),
    toEnd: () => virtual.scrollToEnd(),
  });
  useEffect(() => {
    if (!isPainted || isFetching || rows.length === 0) return;
    if (hasOlder && first < NEAR_ROWS) props.onOlder();
    else if (hasNewer && last > rows.length - NEAR_ROWS) props.onNewer();
  });
  const indexOf = (id: number | undefined): number =>
    id === undefined
      ? -1
      : rows.findIndex((row) => row.kind !== 'pending' && 'message' in row && row.message.id === id);
  const show = (id: number): boolean => {
    const index = indexOf(id);
    if (index < 0) return false;
    setSelected(id);
    virtual.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus({ preventScroll: true }),
    );
    return true;
  };
  const inView = (): Message | undefined =>
    messageAt(rows, indexOf(selected)) ?? lastMessage(rows, virtual.range?.endIndex ?? rows.length - 1);
  const step = (by: number): void => {
    const from = indexOf(selected);
    let at = from < 0 ? (virtual.range?.endIndex ?? rows.length - 1) + (by > 0 ? 0 : 1) : from;
    for (at += by; at >= 0 && at < rows.length; at += by) {
      const message = messageAt(rows, at);
      if (message !== undefined && show(message.id)) return;
    }
  };
  /** While the focus is here, j and k go from message to message. */
  const pressed = (event: KeyboardEvent): void => {
    const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    const isHere = event.target instanceof Element && scroller.current?.contains(event.target) === true;
    if (by === 0 || !isHere || !areKeysOn() || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    step(by);
  };
  useImperativeHandle(handle, () => ({
    step,
    goTo: (id) => show(id),
    toEnd: () => virtual.scrollToEnd(),
    current: inView,
    selected: () => messageAt(rows, indexOf(selected)),
    focus: () => scroller.current?.focus(),
  }));

  return (
    <div className={styles['frame']}>
      {sticky.day !== undefined && (
        <div ref={sticky.bar} className={styles['sticky']} aria-hidden="true">
          <span>{dayLong(sticky.day)}</span>
        </div>
      )}
      <section ref={scroller} className={styles['scroller']} aria-label={t('conversation.feed')} onKeyDown={pressed}>
        <div
          role="feed"
          aria-label={t('conversation.feed')}
          aria-busy={isFetching}
          className={styles['feed']}
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isHere =
              row.kind !== 'pending' && 'message' in row && (row.message.id === selected || row.message.id === entry);
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={styles['row']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'pending' ? (
                  <PendingRowView row={row} />
                ) : (
                  <FeedRowView
                    row={row}
                    place={item.index + 1}
                    isHere={isHere}
                    isProved={'message' in row && row.message.id === proof}
                    {...{ acts, inGroup, marked, nameOf, onProof }}
                  />
                )}
              </div>
            );
          })}
        </div>
      </section>
      {!isAtEnd && rows.length > 0 && (
        <button type="button" className={styles['toEnd']} onClick={props.onEnd} aria-label={t('conversation.to-end')}>
          <ArrowDownIcon size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

/** Where reading begins, once for each anchor: its end, the message in the middle, or the day at the top. */
function useStart({
  anchor,
  go,
  rows,
  toEnd,
}: {
  readonly anchor: Anchor;
  readonly rows: readonly ShownRow[];
  readonly go: (index: number, align: 'start' | 'center') => void;
  readonly toEnd: () => void;
}): void {
  const started = useRef<Anchor>(undefined);
  useLayoutEffect(() => {
    if (rows.length === 0 || started.current === anchor) return;
    started.current = anchor;
    const { align, index } = startOf(rows, anchor);
    if (align === 'end') toEnd();
    else go(index, align);
  });
}

interface Start {
  readonly index: number;
  readonly align: 'start' | 'center' | 'end';
}

function startOf(rows: readonly ShownRow[], anchor: Anchor): Start {
  if (anchor.kind === 'day') return { index: 0, align: 'start' };
  const isIt = (row: ShownRow): boolean =>
    anchor.kind === 'end'
      ? row.kind === 'new'
      : row.kind !== 'pending' && 'message' in row && row.message.id === anchor.entry;
  const index = rows.findIndex(isIt);
  if (index >= 0) return { index, align: 'center' };
  return anchor.kind === 'end' ? { index: rows.length - 1, align: 'end' } : { index: 0, align: 'center' };
}

/** How far down that is, as far as heights are known before anything was drawn. */
function offsetOf(rows: readonly ShownRow[], { align, index }: Start): number {
  const above = rows.slice(0, index).reduce((sum, row) => sum + heightOf(row), PADDING_START_PX);
  if (align === 'start') return above;
  const height = heightOf(rows[index]);
  return Math.max(
    0,
    align === 'end' ? above + height - window.innerHeight : above + height / 2 - window.innerHeight / 2,
  );
}

/** Whether the first frame of this component stands on the screen. */
function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}

function messageAt(rows: readonly ShownRow[], index: number): Message | undefined {
  const row = rows[index];
  return row !== undefined && row.kind !== 'pending' && 'message' in row ? row.message : undefined;
}

function lastMessage(rows: readonly ShownRow[], from: number): Message | undefined {
  for (let at = from; at >= 0; at--) {
    const message = messageAt(rows, at);
    if (message !== undefined) return message;
  }
  return undefined;
}

const LINE_PX = 22;
const SIGNS_A_LINE = 64;

/** A height until it was measured: near enough that the scrollbar does not jump. */
function heightOf(row: ShownRow | undefined): number {
  if (row === undefined) return 48;
  if (row.kind === 'day' || row.kind === 'new' || row.kind === 'system') return 44;
  if (row.kind === 'note' || row.kind === 'erased') return 64;
  if (row.kind === 'pending') return 56;
  const { media, replyTo, text } = row.message;
  const lines = Math.min(12, Math.ceil(text.length / SIGNS_A_LINE));
  return 28 + lines * LINE_PX + (media === undefined ? 0 : 84) + (replyTo === undefined ? 0 : 52);
}

// Pictures large: fitted to the screen, larger and smaller, from one to the next by key. The browser's own dialog keeps the focus.

import { CaretLeftIcon } from '@phosphor-icons/react/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/CaretRight';
import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple';
import { MagnifyingGlassMinusIcon } from '@phosphor-icons/react/MagnifyingGlassMinus';
import { MagnifyingGlassPlusIcon } from '@phosphor-icons/react/MagnifyingGlassPlus';
import { XIcon } from '@phosphor-icons/react/X';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { mediaPath } from './media-kind.ts';
import styles from './viewer.module.css';

const STEP = 1.4;
const LARGEST = 8;

export function Viewer({
  id,
  ids,
  onClose,
  onGo,
}: {
  readonly id: number;
  /** Every picture that is held, oldest first. */
  readonly ids: readonly number[];
  readonly onGo: (id: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [zoom, setZoom] = useState(1);
  useEffect(() => dialog.current?.showModal(), []);
  const step = (by: number): void => {
    const next = ids[ids.indexOf(id) + by];
    if (next === undefined) return;
    setZoom(1);
    onGo(next);
  };
  const larger = (by: number): void => setZoom((now) => Math.min(LARGEST, Math.max(1, now * by)));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    '+': () => larger(STEP),
    '=': () => larger(STEP),
    '-': () => larger(1 / STEP),
    '0': () => setZoom(1),
  };
  const pressed = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <dialog
      ref={dialog}
      className={styles['viewer']}
      aria-label={t('conversation.viewer')}
      onClose={onClose}
      onKeyDown={pressed}
    >
      <div className={styles['bar']}>
        <button
          type="button"
          aria-label={t('conversation.picture-before')}
          disabled={ids[0] === id}
          onClick={() => step(-1)}
        >
          <CaretLeftIcon size={21} aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={t('conversation.picture-after')}
          disabled={ids.at(-1) === id}
          onClick={() => step(1)}
        >
          <CaretRightIcon size={21} aria-hidden="true" />
        </button>
        <span />
        <button
          type="button"
          aria-label={t('conversation.zoom-out')}
          disabled={zoom === 1}
          onClick={() => larger(1 / STEP)}
        >
          <MagnifyingGlassMinusIcon size={21} aria-hidden="true" />
        </button>
        <button type="button" className={styles['fit']} disabled={zoom === 1} onClick={() => setZoom(1)}>
          {t('conversation.zoom-fit')}
        </button>
        <button type="button" aria-label={t('conversation.zoom-in')} onClick={() => larger(STEP)}>
          <MagnifyingGlassPlusIcon size={21} aria-hidden="true" />
        </button>
        <a href={mediaPath(id)} download aria-label={t('conversation.download')}>
          <DownloadSimpleIcon size={21} aria-hidden="true" />
        </a>
        <button type="button" aria-label={t('shell.close')} onClick={() => dialog.current?.close()}>
          <XIcon size={21} aria-hidden="true" />
        </button>
      </div>
      <div className={styles['stage']}>
        <img
          key={id}
          src={mediaPath(id)}
          alt={t('conversation.photo')}
          style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
        />
      </div>
    </dialog>
  );
}

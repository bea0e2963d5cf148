// A recording that plays here: a button, the wave of its sound (a plain bar until it was once decoded), and its length. One plays at
// a time.

import type { Message } from '@acta/server/client';
import { PauseIcon } from '@phosphor-icons/react/Pause';
import { PlayIcon } from '@phosphor-icons/react/Play';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { request } from '../api/client.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './media.module.css';
import { mediaPath } from './media-kind.ts';

const BARS = 44;
/** A longer recording is played without being decoded whole. */
const MOST_BYTES = 12_000_000;

let playing: HTMLAudioElement | undefined;

export function VoiceNote({ message }: { readonly message: Message }): ReactNode {
  const t = useWords();
  const { clock } = useFormats();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState((message.media?.durationMs ?? 0) / 1000);
  const [peaks, setPeaks] = useState<readonly number[]>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => () => audio.current?.pause(), []);
  const toggle = async (): Promise<void> => {
    const sound = audio.current;
    if (sound === null) return;
    if (!sound.paused) {
      sound.pause();
      return;
    }
    playing?.pause();
    playing = sound;
    if (peaks === undefined && (message.media?.sizeBytes ?? 0) < MOST_BYTES)
      void peaksOf(message.id)
        .then(setPeaks)
        .catch(() => undefined);
    try {
      await sound.play();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true);
    }
  };
  const share = length > 0 ? Math.min(1, at / length) : 0;
  return (
    <div className={styles['voice']}>
      <button
        type="button"
        className={styles['play']}
        aria-label={t(isPlaying ? 'conversation.pause' : 'conversation.play')}
        onClick={() => void toggle()}
      >
        {isPlaying ? <PauseIcon size={18} weight="fill" /> : <PlayIcon size={18} weight="fill" />}
      </button>
      <div className={styles['track']}>
        <Wave peaks={peaks} share={share} />
        <input
          type="range"
          className={styles['seek']}
          aria-label={t('conversation.seek')}
          min={0}
          max={Math.max(1, length)}
          step={0.1}
          value={at}
          onChange={({ target }) => {
            if (audio.current !== null) audio.current.currentTime = Number(target.value);
            setAt(Number(target.value));
          }}
        />
      </div>
      <span className={styles['length']}>{clock(isPlaying || at > 0 ? at : length)}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: what a customer recorded has no captions */}
      <audio
        ref={audio}
        src={mediaPath(message.id)}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onLoadedMetadata={({ currentTarget }) => {
          if (Number.isFinite(currentTarget.duration)) setLength(currentTarget.duration);
        }}
        onError={() => setFailed(true)}
      />
      {hasFailed && (
        <p className={styles['trouble']} role="alert">
          {t('conversation.play-failed')}
        </p>
      )}
    </div>
  );
}

function Wave({ peaks, share }: { readonly peaks: readonly number[] | undefined; readonly share: number }): ReactNode {
  if (peaks === undefined)
    return (
      <span className={styles['plain']} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    );
  return (
    <svg className={styles['wave']} viewBox={`0 0 ${BARS * 4} 24`} preserveAspectRatio="none" aria-hidden="true">
      {peaks.map((peak, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          key={index}
          x={index * 4}
          width={2.2}
          rx={1.1}
          y={12 - Math.max(1.4, peak * 12)}
          height={Math.max(2.8, peak * 24)}
          data-past={index / BARS < share}
        />
      ))}
    </svg>
  );
}

/** The loudness of each stretch of a recording, from 0 to 1. */
async function peaksOf(id: number): Promise<readonly number[]> {
  const bytes = await (await request(mediaPath(id))).arrayBuffer();
  const context = new OfflineAudioContext(1, 1, 44_100);
  const samples = (await context.decodeAudioData(bytes)).getChannelData(0);
  const stretch = Math.max(1, Math.floor(samples.length / BARS));
  const peaks = Array.from({ length: BARS }, (_, bar) => loudness(samples, bar * stretch, stretch));
  const most = Math.max(...peaks, 0.01);
  return peaks.map((peak) => peak / most);
}

function loudness(samples: Float32Array, from: number, count: number): number {
  const step = Math.max(1, Math.floor(count / 400));
  let sum = 0;
  let seen = 0;
  for (let at = from; at < from + count; at += step) {
    sum += (samples[at] ?? 0) ** 2;
    seen++;
  }
  return Math.sqrt(sum / Math.max(1, seen));
}

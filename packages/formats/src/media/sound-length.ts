// How long a sound or film plays, by its own bytes. It decodes nothing; a file that says nothing sensible says nothing.

import { ByteView } from './byte-view.ts';
import { frameSeconds } from './frame-length.ts';
import { mp4Seconds } from './mp4-length.ts';
import { oggSeconds } from './ogg-length.ts';

/** Nobody sends more in one file: what says so is damaged or lies. */
const LONGEST_SECONDS = 48 * 3_600;

/** @returns whole milliseconds, or undefined where the file does not say. Throws nothing; its time grows with the file's size alone. */
export function durationMsOf(bytes: Uint8Array): number | undefined {
  const view = new ByteView(bytes);
  const seconds = oggSeconds(view) ?? mp4Seconds(view) ?? frameSeconds(view);
  const isSensible = seconds !== undefined && seconds > 0 && seconds <= LONGEST_SECONDS;
  return isSensible ? Math.round(seconds * 1000) : undefined;
}

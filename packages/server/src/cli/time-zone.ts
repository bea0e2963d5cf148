// The zone in which instants are shown: that of ACTA_TIME_ZONE, or the system's. What a phone wrote without a zone is shown as it
// wrote it; an instant is shown with its offset, so that nobody takes one for the other.

import { wallSeconds, wallText } from '../records/wall-time.ts';
import { ZoneClock } from '../records/zone-clock.ts';
import { ServerError } from '../server-error.ts';

/** The clock of the user's zone. Throws `setting-wrong`. */
export function clockOf(env: NodeJS.ProcessEnv): ZoneClock {
  const named = env['ACTA_TIME_ZONE'];
  try {
    return new ZoneClock(
      named === undefined || named === '' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : named,
    );
  } catch (error) {
    throw new ServerError('setting-wrong', { setting: 'ACTA_TIME_ZONE', reason: 'no-zone' }, error);
  }
}

/** An entry's time as it is shown. */
export function shownTime(at: string, zone: string | undefined, clock: ZoneClock): string {
  if (zone !== 'UTC') return at;
  const utc = wallSeconds(at);
  const minutes = clock.offsetMinutes(utc);
  return `${wallText(utc + minutes * 60).slice(0, at.length)}${offsetText(minutes)}`;
}

/** What a wall in the zone shows at that time, without the offset. */
export function wallIn(at: string, zone: string | undefined, clock: ZoneClock): string {
  const shown = shownTime(at, zone, clock);
  return shown.slice(0, at.length);
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const two = (value: number): string => String(value).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

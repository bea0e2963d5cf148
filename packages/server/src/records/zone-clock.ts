// The clock of a time zone: what its wall shows at an instant, and the instant at which it shows something. By the zone
// tables of the runtime (Intl); a day is asked for twice at most.

const DAY_SECONDS = 86_400;
const OFFSET = /GMT(?:([+-])(\d{2}):?(\d{2})?(?::(\d{2}))?)?$/;

export class ZoneClock {
  readonly zone: string;
  private readonly format: Intl.DateTimeFormat;
  /** Minutes ahead of UTC by day since 1970; absent where they change within the day. */
  private readonly days = new Map<number, number | undefined>();

  /** Throws RangeError if there is no such zone. */
  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    this.zone = zone;
  }

  /** Minutes that the zone is ahead of UTC at an instant (seconds since 1970). */
  offsetMinutes(utc: number): number {
    const day = Math.floor(utc / DAY_SECONDS);
    if (!this.days.has(day)) {
      const [first, last] = [this.ask(day * DAY_SECONDS), this.ask((day + 1) * DAY_SECONDS - 1)];
      this.days.set(day, first === last ? first : undefined);
    }
    return this.days.get(day) ?? this.ask(utc);
  }

  /** Minutes ahead of UTC when the zone's wall shows this (wall seconds). Of two instants that show it, the first. */
  offsetAtWall(wall: number): number {
    const before = this.offsetMinutes(wall - DAY_SECONDS);
    if (this.offsetMinutes(wall - before * 60) === before) return before;
    return this.offsetMinutes(wall - this.offsetMinutes(wall + DAY_SECONDS) * 60);
  }

  private ask(utc: number): number {
    const name = this.format.formatToParts(utc * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(name) ?? [];
    const ahead = Number(hours) * 60 + Number(minutes);
    return sign === '-' ? -ahead : ahead;
  }
}

const CLOCKS = new Map<string, ZoneClock>();

/** The clock of a zone, made once. Throws RangeError if there is no such zone. */
export function zoneClock(zone: string): ZoneClock {
  const known = CLOCKS.get(zone);
  if (known !== undefined) return known;
  const clock = new ZoneClock(zone);
  CLOCKS.set(zone, clock);
  return clock;
}

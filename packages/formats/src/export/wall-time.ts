/** Local wall times as text and as seconds, made with little work for headers of the same day. */
import { isoDay, noDay } from './calendar.ts';
import { type DayBounds, headerDay } from './header-day.ts';
import type { HeaderScanner } from './header-scanner.ts';
import type { FieldOrder } from './source.ts';

const pairs: readonly string[] = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const minutes: readonly string[] = Array.from(
  { length: 1440 },
  (_, at) => `T${pairs[Math.floor(at / 60)]}:${pairs[at % 60]}`,
);

export class WallClock {
  at = '';
  atSeconds = 0;
  readonly #bounds: DayBounds;
  #order: FieldOrder = 'DMY';
  #first = -1;
  #second = -1;
  #third = -1;
  #shape = -1;
  #era = '';
  #day = noDay;
  #date = '';

  constructor(bounds: DayBounds) {
    this.#bounds = bounds;
  }

  /** Reads the scanned header in an order; false where that is no date. */
  read(header: HeaderScanner, order: FieldOrder): boolean {
    if (
      header.first !== this.#first ||
      header.second !== this.#second ||
      header.third !== this.#third ||
      header.shape !== this.#shape ||
      header.era !== this.#era ||
      order !== this.#order
    ) {
      this.#first = header.first;
      this.#second = header.second;
      this.#third = header.third;
      this.#shape = header.shape;
      this.#era = header.era;
      this.#order = order;
      this.#day = headerDay(header, order, this.#bounds);
      this.#date = this.#day === noDay ? '' : isoDay(this.#day);
    }
    if (this.#day === noDay) return false;
    const minute = minutes[header.hour * 60 + header.minute] ?? '';
    const seconds = header.seconds;
    this.at = seconds < 0 ? this.#date + minute : `${this.#date}${minute}:${pairs[seconds]}`;
    this.atSeconds = this.#day * 86_400 + header.hour * 3600 + header.minute * 60 + (seconds < 0 ? 0 : seconds);
    return true;
  }
}

/** `YYYY-MM-DDTHH:MM[:SS]` of seconds since 1970. */
export function wallTime(atSeconds: number, withSeconds: boolean): string {
  const day = Math.floor(atSeconds / 86_400);
  return isoDay(day) + timeOfDay(atSeconds - day * 86_400, withSeconds);
}

/** `THH:MM[:SS]` of the seconds since midnight. */
export function timeOfDay(second: number, withSeconds: boolean): string {
  const minute = minutes[Math.floor(second / 60)] ?? '';
  return withSeconds ? `${minute}:${pairs[second % 60]}` : minute;
}

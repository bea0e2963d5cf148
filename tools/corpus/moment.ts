// Wall-clock moments of the corpus: calendar fields without a zone, and the arithmetic the scenes need.
// No parsing here: the corpus states what it wrote, it never reads it back.

export type Moment = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** A moment from its fields; seconds default to 0. */
export function moment(
  date: readonly [number, number, number],
  clock: readonly [number, number, number?] = [12, 0],
): Moment {
  const [year, month, day] = date;
  return { year, month, day, hour: clock[0], minute: clock[1], second: clock[2] ?? 0 };
}

/** The moment `seconds` later, over month and year borders. */
export function later(start: Moment, seconds: number): Moment {
  const base = Date.UTC(start.year, start.month - 1, start.day, start.hour, start.minute, start.second);
  const then = new Date(base + seconds * 1000);
  return {
    year: then.getUTCFullYear(),
    month: then.getUTCMonth() + 1,
    day: then.getUTCDate(),
    hour: then.getUTCHours(),
    minute: then.getUTCMinutes(),
    second: then.getUTCSeconds(),
  };
}

/** `YYYY-MM-DDTHH:MM[:SS]`, as the expectations write it. */
export function stamp(at: Moment, withSeconds: boolean): string {
  const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
  const date = `${pad(at.year, 4)}-${pad(at.month)}-${pad(at.day)}`;
  const clock = `${pad(at.hour)}:${pad(at.minute)}`;
  return withSeconds ? `${date}T${clock}:${pad(at.second)}` : `${date}T${clock}`;
}

// Local wall times as they stand in records: `YYYY-MM-DDTHH:MM[:SS]`, no zone. As a number they are seconds as if
// the wall clock showed UTC, which orders them and measures gaps, and invents no zone.

/** Seconds since 1970 of a wall time read as if UTC. */
export function wallSeconds(at: string): number {
  const days = Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)) - 1, Number(at.slice(8, 10))) / 1000;
  const seconds = at.length > 16 ? Number(at.slice(17, 19)) : 0;
  return days + Number(at.slice(11, 13)) * 3600 + Number(at.slice(14, 16)) * 60 + seconds;
}

/** The wall time of such a number, with seconds. */
export function wallText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

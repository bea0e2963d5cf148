// When something was said. An export's clock names no zone, and then it is this device's; what came over the network is UTC.

const ZONED = /Z$|[+-]\d\d:\d\d$/;

interface Said {
  readonly at: string;
  readonly zone?: string | undefined;
}

/** The moment of a message. */
export function momentOf({ at, zone }: Said): Date {
  return new Date(zone === 'UTC' ? `${at}Z` : at);
}

/** The moment of an event's or a status's time, which is UTC whether it says so or not. */
export function utcMoment(at: string): Date {
  return new Date(ZONED.test(at) ? at : `${at}Z`);
}

/** The day of a moment on this device, as `YYYY-MM-DD`. */
export function dayOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

// When a conversation that rests may come back: later today, tomorrow morning, on Monday. Pure; by the clock of the device.

export type SnoozeKey = 'hour' | 'evening' | 'tomorrow' | 'monday';

const MORNING = 9;
const EVENING = 18;
const MONDAY = 1;

/** The times that are worth offering at this moment. */
export function snoozeTimes(now: Date): readonly { readonly key: SnoozeKey; readonly at: Date }[] {
  const times: { key: SnoozeKey; at: Date }[] = [{ key: 'hour', at: new Date(now.getTime() + 60 * 60_000) }];
  if (now.getHours() < EVENING - 1) times.push({ key: 'evening', at: dayAt(now, 0, EVENING) });
  times.push({ key: 'tomorrow', at: dayAt(now, 1, MORNING) });
  const days = (MONDAY - now.getDay() + 7) % 7 || 7;
  if (days > 1) times.push({ key: 'monday', at: dayAt(now, days, MORNING) });
  return times;
}

function dayAt(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}

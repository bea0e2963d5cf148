// When a withdrawn import is erased: thirty days after it was withdrawn, so that a mistake can be mended, or at once.

const GRACE_DAYS = 30;
const DAY_MS = 86_400_000;

/** The rule's name, kept beside what it decides. */
export const WITHDRAWAL_RULE = 'acta/withdrawal/30-days';

/** From when on a withdrawn import is erased. */
export function eraseFromOf(withdrawnAt: Date, atOnce: boolean): Date {
  return atOnce ? withdrawnAt : new Date(withdrawnAt.getTime() + GRACE_DAYS * DAY_MS);
}

/** Whether that moment has come. */
export function isDue(eraseFrom: Date, now: Date): boolean {
  return now.getTime() >= eraseFrom.getTime();
}

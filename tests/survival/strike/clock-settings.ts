// How a process under test is told what is wrong with its clock: the names of two environment variables.

/** Milliseconds by which the clock is wrong; negative is back. */
export const CLOCK_SHIFT = 'CLOCK_SHIFT_MS';

/** Milliseconds by which it goes back at every tenth reading. */
export const CLOCK_BACK = 'CLOCK_BACK_MS';

// The platform's habits: how it delivers and what it leaves out, as likelihoods from 0 to 1. They are what makes a receiver that
// works on paper fail in life. What they decide is drawn from the seed.

export interface Habits {
  /** A delivery that succeeded comes again. */
  readonly duplicate: number;
  /** An update is held back, so that later ones overtake it. */
  readonly disorder: number;
  /** Updates are gathered for a while and come in one body. */
  readonly batch: number;
  /** `read` comes without a `delivered` before it. */
  readonly deliveredSkipped: number;
  /** The contact of a message has no profile. */
  readonly noProfile: number;
  /** The contact of a status has no profile. */
  readonly noStatusProfile: number;
  /** The hash of a media object is written in hex, not in base64. */
  readonly hexHash: number;
  /** The business's number is written with spaces and a plus. */
  readonly formattedDisplay: number;
  /** A Mexican number has the old 1 behind the 52. */
  readonly mexicanOne: number;
  /** A Brazilian number outside the large cities lacks the ninth digit. */
  readonly brazilianEight: number;
}

/** Nothing strange happens: for a demonstration, and for tests of something else. */
export const plainHabits: Habits = {
  duplicate: 0,
  disorder: 0,
  batch: 0,
  deliveredSkipped: 0,
  noProfile: 0,
  noStatusProfile: 0,
  hexHash: 0,
  formattedDisplay: 0,
  mexicanOne: 0,
  brazilianEight: 0,
};

/** As the platform has been seen to behave, rather more often so that a day shows it all. */
export const platformHabits: Habits = {
  duplicate: 0.03,
  disorder: 0.06,
  batch: 0.03,
  deliveredSkipped: 0.1,
  noProfile: 0.03,
  noStatusProfile: 0.5,
  hexHash: 0.05,
  formattedDisplay: 0.05,
  mexicanOne: 0.6,
  brazilianEight: 0.85,
};

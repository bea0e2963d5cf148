// What the parts of the live bench agree on: how much is sent, signed with what, and what is told of it.

export const APP_SECRET = 'bench-secret';
export const CONNECTIONS = 64;
/** Distinct senders. */
export const PEOPLE = 5_000;

/** What the clients measured. */
export interface LoadFigures {
  readonly posts: number;
  readonly updates: number;
  readonly ms: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Answers other than 200. */
  readonly refused: number;
  /** Processor time of the generator itself, which runs on the same machine. */
  readonly generatorMs: number;
}

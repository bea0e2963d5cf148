// What the writer's thread may be asked: the methods of each thing it holds. A method that is not named here cannot be called.

import type { Downstream } from '../../projections/downstream.ts';

/** What ends the thread's work. */
export interface ThreadHouse {
  /** The lock that the starting thread held was taken away: nothing is written from now on. */
  lose(): Promise<void>;
  close(): Promise<void>;
}

/** What changes the key store; reading it is done where the answer is needed. */
export type KeyCall = 'keysFor' | 'mintReplacements' | 'mintFor' | 'neverMintUpTo' | 'destroy' | 'readmit';
export const KEY_CALLS: readonly KeyCall[] = [
  'keysFor',
  'mintReplacements',
  'mintFor',
  'neverMintUpTo',
  'destroy',
  'readmit',
];

/** What changes the ledger. */
export type LogCall = 'commit' | 'saveCheckpoint' | 'replacePages' | 'truncateLog';
export const LOG_CALLS: readonly LogCall[] = ['commit', 'saveCheckpoint', 'replacePages', 'truncateLog'];

export const DOWNSTREAM_CALLS: readonly (keyof Downstream)[] = [
  'take',
  'catchUp',
  'rebuild',
  'settle',
  'eraseFromIndex',
  'atRest',
  'truncateLogs',
];

export const HOUSE_CALLS: readonly (keyof ThreadHouse)[] = ['lose', 'close'];

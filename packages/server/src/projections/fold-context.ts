// What a fold is given: the transaction it writes in, and the blind index by which names are found again.

import type { BlindIndex } from '../records/blind-index.ts';
import type { FoldTransaction } from '../store/projection-store.ts';
import type { Tables } from './tables.ts';

export interface FoldContext {
  readonly tx: FoldTransaction<Tables>;
  readonly blind: BlindIndex;
}

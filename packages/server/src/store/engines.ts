// The one place that knows which engines there are, and picks the one on which a vault stands.

import type { Engine } from './engine.ts';
import { SqliteEngine } from './sqlite/engine.ts';

export interface EnginePlace {
  /** The vault's folder. */
  readonly dir: string;
}

/** The engine of a vault. */
export function engineAt({ dir }: EnginePlace): Engine {
  return new SqliteEngine(dir);
}

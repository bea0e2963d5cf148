// Which sealed objects the records refer to. Names and places only; what an object holds is opened elsewhere.

import type { ViewParts } from './conversation.ts';

/** A sealed object, and the record that refers to it. */
export interface ReferredObject {
  /** Hexadecimal hash of its sealed bytes. */
  readonly name: string;
  readonly seq: number;
}

/** Every object that a record which is still there refers to, in the ledger's order. */
export function referredObjects({ db }: Pick<ViewParts, 'db'>): Promise<ReferredObject[]> {
  return db.selectFrom('object').select(['name', 'seq']).orderBy('seq').orderBy('name').execute();
}

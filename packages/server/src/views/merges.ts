// Who is who: people who were taken for one, until somebody parts them again. The one who came to be known first stands for all.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { Tables } from '../projections/tables.ts';

export class Merges {
  private readonly intoOf: ReadonlyMap<number, { readonly into: number; readonly merge: number }>;
  private readonly members: ReadonlyMap<number, readonly number[]>;

  constructor(rows: readonly { readonly person: number; readonly into: number; readonly seq: number }[]) {
    this.intoOf = new Map(rows.map(({ into, person, seq }) => [person, { into, merge: seq }]));
    this.members = Map.groupBy(
      [...this.intoOf.keys()].sort((a, b) => a - b),
      (person) => this.one(person),
    );
  }

  /** Who stands for this person. */
  one(person: number): number {
    const passed = new Set<number>();
    let now = person;
    for (let next = this.intoOf.get(now); next !== undefined && !passed.has(now); next = this.intoOf.get(now)) {
      passed.add(now);
      now = next.into;
    }
    return now;
  }

  /** Everybody who is this person, the one who stands for all first. */
  all(person: number): readonly number[] {
    const one = this.one(person);
    return [one, ...(this.members.get(one) ?? []).filter((other) => other !== one)];
  }

  /** Who was merged into whom. */
  pairs(): ReadonlyMap<number, number> {
    return new Map([...this.intoOf].map(([person, { into }]) => [person, into]));
  }

  /** The merge record by which a person is somebody else; undefined for who stands for all. */
  mergeOf(person: number): number | undefined {
    return this.intoOf.get(person)?.merge;
  }
}

/** The merges that hold. */
export async function mergesOf(db: ReadonlyKysely<Tables>): Promise<Merges> {
  const rows = await db
    .selectFrom('merge')
    .select(['person', 'into', 'seq'])
    .where('split', '=', 0)
    .orderBy('seq')
    .execute();
  return new Merges(rows);
}

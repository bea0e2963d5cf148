// The note of a move in a cell's database: one row, which only the writer of the present epoch leaves or takes away.

import type { MoveNote } from '../move-note.ts';
import type { DatabasePool } from './connection.ts';

/** For the owner, in one transaction. */
export const MOVE_SCHEMA: string = `
  create table acta.move_note (
    one bool primary key default true check (one),
    state text not null check (state in ('moved', 'arriving')),
    place text not null
  );
  grant select on acta.move_note to acta_ledger, acta_view;
  grant insert, delete, update (state, place) on acta.move_note to acta_ledger;
`;

/** The note that stands; undefined also where no cell was ever made. */
export async function findMoveNote(pool: DatabasePool): Promise<MoveNote | undefined> {
  const [table] = await pool.query<{ there: boolean }>(
    `select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = 'acta' and relname = 'move_note') as there`,
  );
  if (table?.there !== true) return undefined;
  const [note] = await pool.query<MoveNote>('select state, place from acta.move_note');
  return note;
}

/** Leaves the note, or takes it away. Rejects with `writer-lost` for an epoch that is over. */
export async function keepMoveNote(pool: DatabasePool, note: MoveNote | undefined, epoch: number): Promise<void> {
  await pool.transaction(async (tx) => {
    await tx.query('select acta.assert_writer($1)', [epoch]);
    if (note === undefined) await tx.query('delete from acta.move_note');
    else {
      await tx.query(
        `insert into acta.move_note (state, place) values ($1, $2)
         on conflict (one) do update set state = excluded.state, place = excluded.place`,
        [note.state, note.place],
      );
    }
  });
}

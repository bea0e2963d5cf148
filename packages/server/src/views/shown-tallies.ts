// How many entries are shown, by conversation, person and kind: from the tallies of complete imports. Entries of other
// imports that a complete one vouches for are counted one by one; there are mostly none.

import type { ReadonlyKysely } from 'kysely/readonly';
import { IMPORT_DONE, type Tables, type TallyTable } from '../projections/tables.ts';
import { ChatStanding } from './standing.ts';
import { entriesForward } from './timeline.ts';

export type ShownTally = Omit<TallyTable, 'import'>;

export interface Shown {
  /** Every tally of shown entries; several may be of the same chat, person and kind. */
  readonly tallies: readonly ShownTally[];
  /** Chats of which some entries are not shown by the import that brought them. */
  readonly partly: ReadonlySet<number>;
}

/** What is counted, where not all of it: what these people wrote, and these conversations. */
export interface Among {
  readonly people: readonly number[];
  readonly chats: readonly number[];
}

/** Counts what is shown. What is vouched for is counted for its whole conversation. */
export async function shownTallies(db: ReadonlyKysely<Tables>, among?: Among): Promise<Shown> {
  const rows = await db
    .selectFrom('tally')
    .leftJoin('import', 'import.id', 'tally.import')
    .select(['tally.chat as chat', 'tally.import as import', 'tally.person as person'])
    .select(['tally.kind as kind', 'tally.version as version', 'tally.count as count', 'import.state as state'])
    .$if(among !== undefined, (query) =>
      query.where(({ eb, or }) =>
        or([
          eb('tally.person', 'in', among?.people ?? []),
          ...(among === undefined || among.chats.length === 0 ? [] : [eb('tally.chat', 'in', among.chats)]),
        ]),
      ),
    )
    .execute();
  const complete = rows.filter(({ state }) => state === IMPORT_DONE);
  const hidden = rows.filter(({ state }) => state !== IMPORT_DONE);
  const vouched: ShownTally[] = [];
  const hiddenOf = Map.groupBy(hidden, (row) => row.chat);
  for (const [chat, tallies] of hiddenOf) {
    const imports = new Set(tallies.map((row) => row.import));
    if (await isVouchedIn(db, chat)) vouched.push(...(await vouchedTallies(db, chat, imports)));
  }
  return { tallies: [...complete, ...vouched], partly: new Set(hiddenOf.keys()) };
}

async function isVouchedIn(db: ReadonlyKysely<Tables>, chat: number): Promise<boolean> {
  const row = await db
    .selectFrom('vouch')
    .innerJoin('import', 'import.id', 'vouch.import')
    .select('vouch.block')
    .where('import.chat', '=', chat)
    .where('import.state', '=', IMPORT_DONE)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Shown entries that these imports, which do not show them, brought. */
async function vouchedTallies(
  db: ReadonlyKysely<Tables>,
  chat: number,
  imports: ReadonlySet<number>,
): Promise<ShownTally[]> {
  const counts = new Map<string, { -readonly [name in keyof ShownTally]: number }>();
  const standing = await ChatStanding.of(db, chat, 'shown');
  for await (const entries of entriesForward(db, { chat })) {
    for (const i of await standing.standing(entries)) {
      if (!imports.has(entries.import[i] ?? 0)) continue;
      const [person = 0, kind = 0] = [entries.person[i], entries.kind[i]];
      const version = entries.of[i] === 0 ? 0 : 1;
      const name = `${person}/${kind}/${version}`;
      const known = counts.get(name);
      if (known === undefined) counts.set(name, { chat, person, kind, version, count: 1 });
      else known.count++;
    }
  }
  return [...counts.values()];
}

// The projections' tables in PostgreSQL, made from the statements that make them anywhere: four words differ. They stand in
// one of two schemas of the writer's role; a rebuild makes them anew in the other.

import { createHash } from 'node:crypto';
import type { Queryable } from './connection.ts';

export type Side = 'a' | 'b';

/** Of the statements in the words of SQLite: how PostgreSQL says it. They hold no string and no input. */
const WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\binteger\b/g, 'int8'],
  [/\bblob\b/g, 'bytea'],
  [/\)\s*strict(?:\s*,\s*without rowid)?/g, ')'],
  [/\bwithout rowid\b/g, ''],
];

export function schemaOf(side: Side): string {
  return `acta_projections_${side}`;
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** The side that stands. */
export async function standingSide(tx: Queryable): Promise<Side> {
  const [row] = await tx.query<{ side: Side }>('select side from acta.standing');
  return row?.side ?? 'a';
}

/** Whether these statements, and no others, made the tables of a side. */
export async function isMadeBy(tx: Queryable, side: Side, migrations: readonly string[]): Promise<boolean> {
  const [table] = await tx.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `${schemaOf(side)}.made_by`,
  ]);
  if (table?.there !== true) return false;
  const [row] = await tx.query<{ statements: string }>(`select statements from ${schemaOf(side)}.made_by`);
  return row?.statements === fingerprint(migrations);
}

/** Makes a side's tables anew, empty. */
export async function makeTables(tx: Queryable, side: Side, migrations: readonly string[]): Promise<void> {
  await dropTables(tx, side);
  await tx.query(`set local search_path = ${schemaOf(side)}, pg_temp`);
  for (const statements of migrations) await tx.query(inPostgres(statements));
  await tx.query('create table made_by (statements text not null)');
  await tx.query('insert into made_by (statements) values ($1)', [fingerprint(migrations)]);
}

/** Drops everything of a side. Waits for whoever still reads there, as long as a session waits for a lock. */
export async function dropTables(tx: Queryable, side: Side): Promise<void> {
  const found = await tx.query<{ name: string; kind: string }>(
    `select c.relname as name, case c.relkind when 'v' then 'view' else 'table' end as kind
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'v') order by c.relkind desc`,
    [schemaOf(side)],
  );
  for (const { kind, name } of found) await tx.query(`drop ${kind} ${schemaOf(side)}."${name}"`);
}

/** The statements as PostgreSQL has them. */
function inPostgres(statements: string): string {
  return WORDS.reduce((text, [pattern, word]) => text.replace(pattern, word), statements);
}

function fingerprint(migrations: readonly string[]): string {
  return createHash('sha256').update(migrations.join('\n;\n')).digest('hex');
}

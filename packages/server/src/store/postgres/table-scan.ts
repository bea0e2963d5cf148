// Looks for byte strings in every table of a cell's database, as a thief with a dump would: every column as it stands, whatever
// it holds. Free space and the server's own log are not reached from here.

import type { StoreScan } from '../storage.ts';
import type { Queryable } from './connection.ts';

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const SEARCHED = ['bytea', 'text', 'character varying', 'jsonb', 'json'];

/** Looks for each needle in every column of bytes or of text. */
export async function scanTables(pool: Queryable, needles: readonly Uint8Array[]): Promise<StoreScan> {
  const columns = await pool.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname like 'acta%' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and has_table_privilege(c.oid, 'select')`,
  );
  const tables = new Set(columns.map(({ schema, table }) => `${schema}.${table}`));
  const found = new Set<number>();
  let bytes = 0;
  for (const column of columns) {
    if (!SEARCHED.includes(column.type)) continue;
    const seen = await searched(pool, column, needles);
    bytes += seen.bytes;
    for (const at of seen.found) found.add(at);
  }
  return { files: tables.size, bytes, found: needles.filter((_, at) => found.has(at)) };
}

async function searched(pool: Queryable, { column, schema, table, type }: Column, needles: readonly Uint8Array[]) {
  const held = type === 'bytea' ? `"${column}"` : `convert_to("${column}"::text, 'UTF8')`;
  const marks = needles.map((_, at) => `coalesce(bool_or(position($${at + 1}::bytea in ${held}) > 0), false)`);
  const [row] = await pool.query<{ bytes: number; found: boolean[] }>(
    `select coalesce(sum(octet_length(${held})), 0)::int8 as bytes, array[${marks.join(', ')}]::bool[] as found
     from "${schema}"."${table}"`,
    [...needles],
  );
  const found = (row?.found ?? []).flatMap((is, at) => (is ? [at] : []));
  return { bytes: row?.bytes ?? 0, found };
}

// The tables of one cell's keys in PostgreSQL, in a schema named after the cell: one key server may serve many cells.

/** Format of these tables; a store of another is refused. */
export const KEYS_FORMAT = 1;

/** The schema of a cell's keys. It needs no quotes. */
export function keysSchemaOf(cellId: Uint8Array): string {
  return `acta_keys_${Buffer.from(cellId).toString('hex')}`;
}

/** Makes the tables; they belong to the login, and nobody else is given a right. */
export function keysSchemaSql(cellId: Uint8Array): string {
  const schema = keysSchemaOf(cellId);
  return `
    create schema ${schema};
    revoke all on schema ${schema} from public;
    create table ${schema}.data_key (${DATA_KEY_COLUMNS});
    create table ${schema}.destroyed (id int8 primary key, seq int8 not null);
    create table ${schema}.secret (name text primary key, wrapped bytea not null);
    create table ${schema}.suppression (hash bytea primary key, seq int8 not null);
    create table ${schema}.state (
      one bool primary key default true check (one),
      format int4 not null,
      last_id int8 not null,
      epoch int8 not null,
      proof bytea not null
    );
    ${dataKeyIndexes(schema)}`;
}

export const DATA_KEY_COLUMN_NAMES = 'id, purpose, subject, conversation, month, wrapped';

/** No primary key yet: a table that is filled at once is indexed afterwards. */
export const DATA_KEY_COLUMNS =
  'id int8 not null, purpose int2 not null, subject int8 not null, conversation int8 not null, month int4 not null, wrapped bytea not null';

/** What every table of data keys is found by. */
export function dataKeyIndexes(schema: string): string {
  return `
    alter table ${schema}.data_key add primary key (id);
    create index data_key_scope on ${schema}.data_key (subject, conversation, month, purpose);`;
}

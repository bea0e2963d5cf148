// The three roles of a cell's database, each with the rights that it needs and no other. `acta_owner` makes the tables; `acta_ledger`
// appends, erases through a function, and folds projections; `acta_view` reads. None can log in: a login is a member of those that
// it may take. No superuser is needed; what one alone could forbid besides stands in docs/postgresql.md.

import type { Queryable } from './connection.ts';

export const OWNER = 'acta_owner';
export const LEDGER = 'acta_ledger';
export const VIEW = 'acta_view';

/**
 * Makes the roles and schemas where they are missing, and takes from everybody else what a new database gives to all. For a login
 * that may make roles and owns the database, or for one to which an administrator has granted all three roles and a database with
 * both schemas. Roles belong to the whole cluster: another cell's are used as they stand. Rejects with `database-permission`.
 */
export async function setUpRoles(login: Queryable): Promise<void> {
  for (const role of [OWNER, LEDGER, VIEW]) await login.query(makeRole(role));
  await login.query(SCHEMAS);
}

/** Two servers may start at once, so a role that appears meanwhile is no fault. */
const makeRole = (role: string): string => `
  do $$
    declare
      taking text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
    begin
      if not exists (select from pg_roles where rolname = '${role}') then
        begin
          create role ${role} nologin noinherit;
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      if not pg_has_role(current_user, '${role}', taking) then
        execute format('grant ${role} to %I', current_user);
      end if;
    end $$`;

const SCHEMAS = `
  do $$
    begin
      if not exists (select from pg_namespace where nspname = 'acta') then
        create schema acta authorization ${OWNER};
      end if;
      if not exists (select from pg_namespace where nspname = 'acta_projections') then
        create schema acta_projections authorization ${LEDGER};
      end if;
      if (select pg_has_role(current_user, datdba, 'member') from pg_database where datname = current_database()) then
        execute format('revoke all on database %I from public', current_database());
        execute format('grant connect on database %I to ${OWNER}, ${LEDGER}, ${VIEW}, %I', current_database(), current_user);
        revoke all on schema public from public;
      end if;
      set local role ${OWNER};
      revoke all on schema acta from public;
      grant usage on schema acta to ${LEDGER}, ${VIEW};
      set local role ${LEDGER};
      revoke all on schema acta_projections from public;
      grant usage on schema acta_projections to ${VIEW};
      alter default privileges in schema acta_projections grant select on tables to ${VIEW};
      alter default privileges revoke execute on functions from public;
    end $$`;

// The three roles of a cell's database, each with the rights that it needs and no other. `acta_owner` makes the tables; `acta_ledger`
// appends, erases through a function, and folds projections; `acta_view` reads. None can log in: a login is a member of those that
// it may take. No superuser is needed; what one alone could forbid besides stands in docs/postgresql.md.

import type { Queryable } from './connection.ts';

export const OWNER = 'acta_owner';
export const LEDGER = 'acta_ledger';
export const VIEW = 'acta_view';
/** The schema of people who sign in; whoever only looks at records has no business there. */
export const ACCOUNTS = 'acta_accounts';
/** Schemas of what can be folded again: the writer's role makes and drops its tables there. */
const FOLDED = ['acta_projections_a', 'acta_projections_b', 'acta_segments'] as const;

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

const makeSchema = (name: string): string => `
      if not exists (select from pg_namespace where nspname = '${name}') then
        create schema ${name} authorization ${LEDGER};
      end if;`;

const openToView = (name: string): string => `
      revoke all on schema ${name} from public;
      grant usage on schema ${name} to ${VIEW};
      alter default privileges in schema ${name} grant select on tables to ${VIEW};`;

const SCHEMAS = `
  do $$
    begin
      if not exists (select from pg_namespace where nspname = 'acta') then
        create schema acta authorization ${OWNER};
      end if;
      ${[...FOLDED, ACCOUNTS].map(makeSchema).join('')}
      if (select pg_has_role(current_user, datdba, 'member') from pg_database where datname = current_database()) then
        execute format('revoke all on database %I from public', current_database());
        execute format('grant connect on database %I to ${OWNER}, ${LEDGER}, ${VIEW}, %I', current_database(), current_user);
        revoke all on schema public from public;
      end if;
      set local role ${OWNER};
      revoke all on schema acta from public;
      grant usage on schema acta to ${LEDGER}, ${VIEW};
      set local role ${LEDGER};
      ${FOLDED.map(openToView).join('')}
      revoke all on schema ${ACCOUNTS} from public;
      alter default privileges revoke execute on functions from public;
    end $$`;

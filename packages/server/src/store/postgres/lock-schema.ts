// The tables of the writer's place in PostgreSQL: which epoch writes, and that its holder lives. Every transaction that writes to the
// ledger first asks `assert_writer`, which holds the epoch still until that transaction has ended.

/** For the owner, in one transaction. `AC001`: another writer has taken over. */
export const LOCK_SCHEMA: string = `
  create table acta.writer (one bool primary key default true check (one), epoch int8 not null);
  insert into acta.writer (epoch) values (0);
  -- Apart from the epoch: a heartbeat must not wait for a commit that holds the epoch still.
  create table acta.heartbeat (one bool primary key default true check (one), beats int8 not null);
  insert into acta.heartbeat (beats) values (0);

  create function acta.refuse_older_epoch() returns trigger language plpgsql set search_path = acta, pg_temp as $$
    begin
      raise exception 'an epoch only grows' using errcode = 'AC002';
    end $$;
  create trigger epoch_grows before update on acta.writer for each row
    when (new.epoch <= old.epoch) execute function acta.refuse_older_epoch();

  create function acta.assert_writer(mine int8) returns void language plpgsql set search_path = acta, pg_temp as $$
    declare
      held int8;
    begin
      select epoch into held from acta.writer for share;
      if held is distinct from mine then
        raise exception 'another writer has taken over' using errcode = 'AC001';
      end if;
    end $$;

  revoke all on function acta.refuse_older_epoch(), acta.assert_writer(int8) from public;
  grant select on acta.writer, acta.heartbeat to acta_ledger, acta_view;
  grant update (epoch) on acta.writer to acta_ledger;
  grant update (beats) on acta.heartbeat to acta_ledger;
  grant execute on function acta.assert_writer(int8) to acta_ledger;
`;

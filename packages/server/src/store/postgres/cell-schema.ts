// What a cell's database says of the cell itself: its id, so that a second server finds it; which side of the projections
// stands; and the notes that readers leave for the writer. It holds nothing that can be read without a key.

/** For the owner, in one transaction, after the lock's and the ledger's tables. */
export const CELL_SCHEMA: string = `
  create table acta.cell (
    one bool primary key default true check (one),
    id bytea not null check (octet_length(id) = 16),
    format int4 not null
  );
  create trigger cell_stays before update or delete on acta.cell for each row execute function acta.refuse_change();
  create trigger cell_is_kept before truncate on acta.cell execute function acta.refuse_change();

  -- A rebuild folds into the other side, while readers that are open go on with theirs.
  create table acta.standing (
    one bool primary key default true check (one),
    side text not null check (side in ('a', 'b'))
  );
  insert into acta.standing (side) values ('a');

  -- Sealed notes from readers, and the writer's sealed answers. \`body\` is opened by the writer alone.
  create table acta.note (
    id bytea primary key check (octet_length(id) = 16),
    left_at timestamptz not null default clock_timestamp(),
    body bytea not null check (octet_length(body) <= 131072),
    answer bytea check (octet_length(answer) <= 1024)
  );

  create function acta.leave_note(name bytea, content bytea) returns void
    language plpgsql security definer set search_path = acta, pg_temp as $$
    begin
      if (select count(*) from acta.note) >= 1000 then
        raise exception 'too many notes wait' using errcode = '53400';
      end if;
      insert into acta.note (id, body) values (name, content);
      perform pg_notify('acta_note', '');
    end $$;

  -- Takes the answer, or the note itself back where there is none yet.
  create function acta.take_note_back(name bytea) returns bytea
    language sql security definer set search_path = acta, pg_temp
  begin atomic
    delete from acta.note where id = name returning answer;
  end;

  create function acta.answer_to(name bytea) returns bytea
    language sql stable security definer set search_path = acta, pg_temp
  begin atomic
    select answer from acta.note where id = name;
  end;

  revoke all on function acta.leave_note(bytea, bytea), acta.take_note_back(bytea), acta.answer_to(bytea) from public;
  grant execute on function acta.leave_note(bytea, bytea), acta.take_note_back(bytea), acta.answer_to(bytea)
    to acta_ledger, acta_view;
  grant select on acta.cell, acta.standing to acta_ledger, acta_view;
  grant insert on acta.cell to acta_ledger;
  grant update (side) on acta.standing to acta_ledger;
  grant select, delete on acta.note to acta_ledger;
  grant update (answer) on acta.note to acta_ledger;
`;

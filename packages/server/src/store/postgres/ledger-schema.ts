// The ledger's tables in PostgreSQL, and the only ways to change them: commitments in bundles of 256, tiles of level 1 and up, pages,
// checkpoints. Bundles and tiles grow and never change (triggers, which hold for their owner too); the writer's role reaches them
// through functions alone. Every name is resolved in the schema `acta`, whatever a caller's search path says.

/**
 * For the owner, in one transaction. `AC002`: something that stays was to be changed or removed.
 * Hashes and sealed bytes do not compress, so PostgreSQL is not asked to try.
 */
export const LEDGER_SCHEMA: string = `
  create table acta.bundle (
    idx int8 primary key check (idx >= 0),
    bytes bytea not null check (octet_length(bytes) between 32 and 8192 and octet_length(bytes) % 32 = 0)
  );
  create table acta.tile (
    level int2 not null check (level > 0),
    idx int8 not null check (idx >= 0),
    bytes bytea not null check (octet_length(bytes) between 32 and 8192 and octet_length(bytes) % 32 = 0),
    primary key (level, idx)
  );
  create table acta.page (
    first_seq int8 primary key check (first_seq >= 0),
    bytes bytea not null,
    sha256 bytea not null check (octet_length(sha256) = 32)
  );
  create table acta.page_change (
    erasure int8 not null,
    first_seq int8 not null,
    before bytea not null,
    after bytea not null,
    primary key (erasure, first_seq)
  );
  create table acta.checkpoint (size int8 primary key, note text not null);
  alter table acta.bundle alter bytes set storage external;
  alter table acta.tile alter bytes set storage external;
  alter table acta.page alter bytes set storage external;

  create function acta.refuse_change() returns trigger language plpgsql set search_path = acta, pg_temp as $$
    begin
      raise exception '% stays', tg_table_name using errcode = 'AC002';
    end $$;
  ${['bundle', 'tile', 'page', 'page_change', 'checkpoint'].map(staying).join('')}
  create trigger bundle_grows before update on acta.bundle for each row
    when (new.idx <> old.idx or substr(new.bytes, 1, octet_length(old.bytes)) <> old.bytes)
    execute function acta.refuse_change();
  create trigger tile_grows before update on acta.tile for each row
    when (new.level <> old.level or new.idx <> old.idx or substr(new.bytes, 1, octet_length(old.bytes)) <> old.bytes)
    execute function acta.refuse_change();
  create trigger page_keeps_place before update on acta.page for each row
    when (new.first_seq <> old.first_seq) execute function acta.refuse_change();
  create trigger page_change_keeps_place before update on acta.page_change for each row
    when (new.erasure <> old.erasure or new.first_seq <> old.first_seq or new.before <> old.before)
    execute function acta.refuse_change();
  create trigger checkpoint_keeps_size before update on acta.checkpoint for each row
    when (new.size <> old.size) execute function acta.refuse_change();

  -- Appends bundles, and lengthens the last.
  create function acta.grow_bundles(indexes int8[], contents bytea[]) returns void
    language sql security definer set search_path = acta, pg_temp
  begin atomic
    insert into acta.bundle (idx, bytes)
      select given.idx, given.bytes from unnest(indexes, contents) as given (idx, bytes)
      on conflict (idx) do update set bytes = excluded.bytes;
  end;

  -- Appends tiles, and lengthens the last of each level.
  create function acta.grow_tiles(levels int2[], indexes int8[], contents bytea[]) returns void
    language sql security definer set search_path = acta, pg_temp
  begin atomic
    insert into acta.tile (level, idx, bytes)
      select given.level, given.idx, given.bytes from unnest(levels, indexes, contents) as given (level, idx, bytes)
      on conflict (level, idx) do update set bytes = excluded.bytes;
  end;

  -- Puts other pages in the place of pages by order of an erasure, and keeps which hash took the place of which: the first and the
  -- last under one erasure. Pages that do not stand are passed over. The only way to change a page.
  create function acta.replace_pages(ordered int8, seqs int8[], contents bytea[], hashes bytea[]) returns void
    language sql security definer set search_path = acta, pg_temp
  begin atomic
    insert into acta.page_change (erasure, first_seq, before, after)
      select ordered, page.first_seq, page.sha256, given.sha256
      from unnest(seqs, hashes) as given (first_seq, sha256)
      join acta.page on page.first_seq = given.first_seq
      on conflict (erasure, first_seq) do update set after = excluded.after;
    update acta.page set bytes = given.bytes, sha256 = given.sha256
      from unnest(seqs, contents, hashes) as given (first_seq, bytes, sha256)
      where page.first_seq = given.first_seq;
  end;

  -- One commit of the writer of this epoch, whole or not at all: one question instead of seven. Returns the size that was found;
  -- where it is not \`expected\`, nothing is written.
  create function acta.append_commit(
    mine int8, expected int8, bundles int8[], bundle_bytes bytea[], levels int2[], tiles int8[], tile_bytes bytea[],
    seqs int8[], page_bytes bytea[], page_hashes bytea[]
  ) returns int8 language plpgsql set search_path = acta, pg_temp as $$
    declare
      found_size int8;
    begin
      perform acta.assert_writer(mine);
      select idx * 256 + octet_length(bytes) / 32 into found_size from acta.bundle order by idx desc limit 1;
      found_size := coalesce(found_size, 0);
      if found_size <> expected then
        return found_size;
      end if;
      perform acta.grow_bundles(bundles, bundle_bytes);
      if cardinality(tiles) > 0 then
        perform acta.grow_tiles(levels, tiles, tile_bytes);
      end if;
      insert into acta.page (first_seq, bytes, sha256)
        select given.first_seq, given.bytes, given.sha256
        from unnest(seqs, page_bytes, page_hashes) as given (first_seq, bytes, sha256);
      return found_size;
    end $$;

  revoke all on all functions in schema acta from public;
  grant select on acta.bundle, acta.tile, acta.page, acta.page_change, acta.checkpoint to acta_ledger, acta_view;
  grant insert on acta.page, acta.checkpoint to acta_ledger;
  grant update (note) on acta.checkpoint to acta_ledger;
  grant execute on function
    acta.grow_bundles(int8[], bytea[]),
    acta.grow_tiles(int2[], int8[], bytea[]),
    acta.replace_pages(int8, int8[], bytea[], bytea[]),
    acta.append_commit(int8, int8, int8[], bytea[], int2[], int8[], bytea[], int8[], bytea[], bytea[])
    to acta_ledger;
`;

function staying(table: string): string {
  return `
  create trigger ${table}_stays before delete on acta.${table} for each row execute function acta.refuse_change();
  create trigger ${table}_is_kept before truncate on acta.${table} execute function acta.refuse_change();`;
}

// Which entries stand: those that an import in the right state brought, or vouches for. To be shown an entry needs a
// complete import; to be held, one that is not withdrawn. An entry whose own import is erased stands by who vouches for it.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { EntryColumns } from '../projections/tables/entry-columns.ts';
import { BLOCK_SEQS } from '../projections/tables/place-bytes.ts';
import { blocksOf, type Place, placesAt } from '../projections/tables/places-at.ts';
import { toFullPower } from '../projections/tables/query-lists.ts';
import { hasBit } from '../projections/tables/vouch-bits.ts';
import { IMPORT_DONE, IMPORT_WITHDRAWN, type Tables } from '../projections/tables.ts';

/** What an import's state must be for its entries to stand. */
export type Standard = 'shown' | 'held';

/** Whether an import in this state makes its entries stand. */
export function isStandingState(standard: Standard, state: number): boolean {
  return standard === 'shown' ? state === IMPORT_DONE : state !== IMPORT_WITHDRAWN;
}

const IN_ONE_QUERY = 500;

/** Of each seq whether it is an entry that stands. `known` places are not looked up again. */
export async function areStanding(
  db: ReadonlyKysely<Tables>,
  standard: Standard,
  seqs: readonly number[],
  known?: ReadonlyMap<number, Place>,
): Promise<boolean[]> {
  const places = known ?? (await placesAt(db, seqs));
  const imports = await standingAmong(db, standard, new Set([...places.values()].map((place) => place.import)));
  const rest = seqs.filter((seq) => places.has(seq) && !imports.has(places.get(seq)?.import ?? 0));
  const vouched = new Set(await vouchedAmong(db, standard, rest));
  return seqs.map((seq) => vouched.has(seq) || imports.has(places.get(seq)?.import ?? 0));
}

/** Those of these imports that make their entries stand. */
async function standingAmong(
  db: ReadonlyKysely<Tables>,
  standard: Standard,
  imports: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const ids = [...imports];
  const found = new Set<number>();
  for (let at = 0; at < ids.length; at += IN_ONE_QUERY) {
    const some = ids.slice(at, at + IN_ONE_QUERY);
    const rows = await db.selectFrom('import').select(['id', 'state']).where('id', 'in', toFullPower(some)).execute();
    for (const { id, state } of rows) if (isStandingState(standard, state)) found.add(id);
  }
  return found;
}

/** Those of these seqs for which an import vouches that makes its entries stand. */
async function vouchedAmong(
  db: ReadonlyKysely<Tables>,
  standard: Standard,
  seqs: readonly number[],
): Promise<number[]> {
  if (seqs.length === 0) return [];
  const vouchers = await vouchersOf(db, seqs);
  return seqs.filter((seq) => vouchers(seq).some(({ state }) => isStandingState(standard, state)));
}

export interface Voucher {
  readonly import: number;
  readonly state: number;
}

/** Who vouches for each of these seqs. */
export async function vouchersOf(
  db: ReadonlyKysely<Tables>,
  seqs: Iterable<number>,
): Promise<(seq: number) => readonly Voucher[]> {
  const blocks = blocksOf(seqs);
  const found = new Map<number, (Voucher & { readonly bits: Uint8Array })[]>();
  for (let at = 0; at < blocks.length; at += IN_ONE_QUERY) {
    const rows = await db
      .selectFrom('vouch')
      .innerJoin('import', 'import.id', 'vouch.import')
      .select(['vouch.import as import', 'import.state as state', 'vouch.block as block', 'vouch.bits as bits'])
      .where('vouch.block', 'in', toFullPower(blocks.slice(at, at + IN_ONE_QUERY)))
      .execute();
    for (const { block, ...voucher } of rows) {
      const known = found.get(block);
      if (known === undefined) found.set(block, [voucher]);
      else known.push(voucher);
    }
  }
  return (seq) => (found.get(Math.floor(seq / BLOCK_SEQS)) ?? []).filter(({ bits }) => hasBit(bits, seq));
}

/** Which entries of one conversation stand, by its imports as they were when this was made. */
export class ChatStanding {
  private readonly db: ReadonlyKysely<Tables>;
  private readonly standard: Standard;
  private readonly imports: ReadonlySet<number>;

  private constructor(db: ReadonlyKysely<Tables>, standard: Standard, imports: ReadonlySet<number>) {
    this.db = db;
    this.standard = standard;
    this.imports = imports;
  }

  static async of(db: ReadonlyKysely<Tables>, chat: number, standard: Standard): Promise<ChatStanding> {
    const rows = await db.selectFrom('import').select(['id', 'state']).where('chat', '=', chat).execute();
    const standing = rows.filter(({ state }) => isStandingState(standard, state));
    return new ChatStanding(db, standard, new Set(standing.map(({ id }) => id)));
  }

  /** The places in the columns of those entries that stand; versions too. */
  async standing(entries: EntryColumns): Promise<number[]> {
    const found: number[] = [];
    const rest: number[] = [];
    for (let i = 0; i < entries.count; i++) (this.imports.has(entries.import[i] ?? 0) ? found : rest).push(i);
    if (rest.length === 0) return found;
    const seqOf = (i: number): number => entries.seq[i] ?? 0;
    const vouched = new Set(await vouchedAmong(this.db, this.standard, rest.map(seqOf)));
    return [...found, ...rest.filter((i) => vouched.has(seqOf(i)))].sort((a, b) => a - b);
  }

  /** The places of those that stand by themselves: no versions, except where the entry itself does not stand. */
  async roots(entries: EntryColumns): Promise<number[]> {
    const standing = await this.standing(entries);
    const ofOf = (i: number): number => entries.of[i] ?? 0;
    const versions = standing.filter((i) => ofOf(i) !== 0);
    if (versions.length === 0) return standing;
    const roots = [...new Set(versions.map(ofOf))];
    const areThere = await areStanding(this.db, this.standard, roots);
    const there = new Set(roots.filter((_, at) => areThere[at] === true));
    return standing.filter((i) => ofOf(i) === 0 || !there.has(ofOf(i)));
  }
}

/** Versions of these entries that stand, by entry, oldest first. */
export async function standingVersions(
  db: ReadonlyKysely<Tables>,
  standard: Standard,
  roots: readonly number[],
): Promise<ReadonlyMap<number, number[]>> {
  const versions: { seq: number; of: number }[] = [];
  for (let at = 0; at < roots.length; at += IN_ONE_QUERY) {
    const some = roots.slice(at, at + IN_ONE_QUERY);
    versions.push(
      ...(await db.selectFrom('version').select(['seq', 'of']).where('of', 'in', toFullPower(some)).execute()),
    );
  }
  const found = new Map<number, number[]>();
  if (versions.length === 0) return found;
  versions.sort((a, b) => a.seq - b.seq);
  const areThere = await areStanding(
    db,
    standard,
    versions.map(({ seq }) => seq),
  );
  for (const [at, { of, seq }] of versions.entries()) {
    if (areThere[at] === true) found.set(of, [...(found.get(of) ?? []), seq]);
  }
  return found;
}

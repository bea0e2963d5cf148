// Who did what: the records that say so, newest first, by who, what, outcome and time. Numbers come from the tables, the rest from the
// records; what an act was about is looked for in the records themselves.

import { ACT_OUTCOMES } from '../projections/tables/act-tables.ts';
import type { CheckRecord } from '../records/assurance.ts';
import type { LedgerRecord } from '../records/record.ts';
import type { ViewParts } from './conversation.ts';

export type ActOutcome = (typeof ACT_OUTCOMES)[number];

/** Whether a word is an outcome. */
export function isActOutcome(word: unknown): word is ActOutcome {
  return ACT_OUTCOMES.some((outcome) => outcome === word);
}

export interface ActAsked {
  readonly actor?: string;
  /** Only these. */
  readonly did?: readonly string[];
  /** All but these. */
  readonly but?: readonly string[];
  readonly outcome?: ActOutcome;
  /** Seconds since 1970; inclusive. */
  readonly from?: number;
  /** Seconds since 1970; exclusive. */
  readonly to?: number;
  readonly entry?: number;
  readonly about?: ActAbout;
}

/** What an act was about. */
export type ActAbout =
  | { readonly what: 'conversation' | 'person' | 'entry'; readonly id: number }
  | { readonly what: 'address'; readonly address: string };

export interface Act {
  readonly entry: number;
  readonly at: string;
  readonly actor: string;
  readonly did: string;
  readonly outcome: ActOutcome;
  readonly rule?: string;
  readonly reason?: string;
  readonly from?: string;
  readonly count?: number;
  readonly chats: readonly number[];
  readonly people: readonly number[];
  readonly entries: readonly number[];
  readonly check?: Pick<CheckRecord, 'checked' | 'deep' | 'size' | 'tookMs' | 'verdict'>;
}

export interface ActPage {
  readonly acts: readonly Act[];
  /** Seq before which the next page begins. */
  readonly next?: number;
}

/** So many rows are looked through for one page, where only the records tell what an act was about. */
const LOOKED_THROUGH = 20_000;
const IN_ONE_READ = 500;

/** Acts before a seq, the newest first; at most `limit`. */
export async function actPage(
  parts: ViewParts,
  { before, limit, ...asked }: ActAsked & { readonly before?: number; readonly limit: number },
): Promise<ActPage> {
  const found: Act[] = [];
  let next = before;
  for (let looked = 0; looked < LOOKED_THROUGH; looked += IN_ONE_READ) {
    const some = asked.about === undefined ? limit + 1 : IN_ONE_READ;
    const rows = await matching(parts, asked, next).orderBy('seq', 'desc').limit(some).execute();
    const records = await parts.reader.records(rows.map(({ seq }) => seq));
    for (const row of rows) {
      const record = records.get(row.seq);
      const act = record === undefined ? undefined : actOf(row, record);
      if (act !== undefined && isAbout(act, asked.about)) found.push(act);
    }
    next = rows.at(-1)?.seq;
    if (found.length > limit || rows.length < some) break;
  }
  const acts = found.slice(0, limit);
  const last = found.length > limit ? acts.at(-1)?.entry : undefined;
  const more = last ?? (found.length <= limit && (await hasMore(parts, asked, next)) ? next : undefined);
  return { acts, ...(more === undefined ? {} : { next: more }) };
}

async function hasMore(parts: ViewParts, asked: ActAsked, before: number | undefined): Promise<boolean> {
  if (before === undefined) return false;
  return (await matching(parts, asked, before).limit(1).executeTakeFirst()) !== undefined;
}

/** How many acts there are, and how many of them were refused; without regard to what they were about. */
export async function countActs(
  parts: Pick<ViewParts, 'db'>,
  asked: ActAsked,
): Promise<{ readonly total: number; readonly refused: number }> {
  const rows = await matching(parts, asked, undefined)
    .clearSelect()
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('n')])
    .groupBy('outcome')
    .execute();
  const total = rows.reduce((sum, { n }) => sum + Number(n), 0);
  const refused = rows.find(({ outcome }) => ACT_OUTCOMES[outcome] === 'refused')?.n ?? 0;
  return { total, refused: Number(refused) };
}

/** Everybody who ever did something. */
export async function actors({ db }: Pick<ViewParts, 'db'>): Promise<string[]> {
  const rows = await db.selectFrom('act').select('actor').distinct().orderBy('actor').execute();
  return rows.map(({ actor }) => actor);
}

function matching({ db }: Pick<ViewParts, 'db'>, asked: ActAsked, before: number | undefined) {
  const { actor, but = [], did = [], entry, from, outcome, to } = asked;
  return db
    .selectFrom('act')
    .select(['seq', 'actor', 'did', 'outcome'])
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
    .$if(did.length > 0, (query) => query.where('did', 'in', did))
    .$if(but.length > 0, (query) => query.where('did', 'not in', but))
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', ACT_OUTCOMES.indexOf(outcome ?? 'done')))
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? 0))
    .$if(to !== undefined, (query) => query.where('at', '<', to ?? 0))
    .$if(entry !== undefined, (query) => query.where('seq', '=', entry ?? 0));
}

interface ActRow {
  readonly seq: number;
  readonly actor: string;
  readonly did: string;
  readonly outcome: number;
}

function actOf({ actor, did, outcome, seq }: ActRow, record: LedgerRecord): Act {
  const said = { entry: seq, at: timeOf(record), actor, did, outcome: ACT_OUTCOMES[outcome] ?? 'failed' } as const;
  if (record.kind === 'audit') {
    const { chats, count, from, people, reason, rule, seqs } = record;
    return { ...said, chats, people, entries: seqs, count, ...given({ from, reason, rule }) };
  }
  if (record.kind === 'check') {
    const { checked, deep, from, size, tookMs, verdict } = record;
    return {
      ...said,
      chats: [],
      people: [],
      entries: [],
      check: { checked, deep, size, tookMs, verdict },
      ...given({ from }),
    };
  }
  return { ...said, ...aboutOf(record), ...reasonOf(record) };
}

/** What a decision names. */
function aboutOf(record: LedgerRecord): Pick<Act, 'chats' | 'people' | 'entries'> {
  const chats = 'chat' in record && record.chat !== undefined ? [record.chat] : [];
  const people = [
    ...('person' in record && record.person !== undefined ? [record.person] : []),
    ...(record.kind === 'merge' ? [record.into] : []),
  ];
  const entries = [
    ...('of' in record && record.of !== undefined ? [record.of] : []),
    ...(record.kind === 'withdrawal' ? [record.import] : []),
    ...(record.kind === 'halt-lifted' ? [record.halt] : []),
    ...(record.kind === 'api-key-revoked' ? [record.key] : []),
    ...(record.kind === 'hook-removed' ? [record.hook] : []),
  ];
  if (record.kind !== 'erasure-ordered') return { chats, people, entries };
  const isChat = record.scope === 'chat';
  return { chats: isChat ? record.scopeIds : [], people: record.scope === 'person' ? record.scopeIds : [], entries };
}

function reasonOf(record: LedgerRecord): { readonly reason?: string } {
  return 'reason' in record ? given({ reason: record.reason }) : {};
}

function timeOf(record: LedgerRecord): string {
  return 'recordedAt' in record ? record.recordedAt : '';
}

function isAbout(act: Act, about: ActAbout | undefined): boolean {
  if (about === undefined) return true;
  switch (about.what) {
    case 'conversation':
      return act.chats.includes(about.id);
    case 'person':
      return act.people.includes(about.id);
    case 'entry':
      return act.entry === about.id || act.entries.includes(about.id);
    case 'address':
      return act.from === about.address;
  }
}

/** The members that have a value. */
function given<T extends Readonly<Record<string, unknown>>>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

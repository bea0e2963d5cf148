// What was taken in from files, newest first, as it stands now.

import { IMPORT_DONE, IMPORT_WITHDRAWN } from '../projections/tables.ts';
import type { ViewParts } from './conversation.ts';
import { standingTitles } from './titles.ts';

export interface ImportRow {
  readonly id: number;
  readonly conversation: number;
  readonly state: 'open' | 'done' | 'withdrawn';
  readonly title?: string;
  readonly file: string;
  readonly recordedAt: string;
  readonly entries: number;
  readonly added: number;
  readonly same: number;
  readonly newVersions: number;
  /** From when on a withdrawn one is erased. */
  readonly erasedFrom?: string;
}

/** The newest imports; those whose record was erased are left out. */
export async function listImports({ db, reader }: ViewParts, limit: number): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('import')
    .select(['id', 'chat', 'state', 'by', 'erase_from as eraseFrom'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const records = await reader.records(rows.flatMap(({ by, id }) => (by === 0 ? [id] : [id, by])));
  const titles = await standingTitles({ db, reader }, [...new Set(rows.map(({ chat }) => chat))]);
  return rows.flatMap(({ by, chat, eraseFrom, id, state }) => {
    const record = records.get(id);
    if (record?.kind !== 'import') return [];
    const end = records.get(by);
    const { added, duplicates, newVersions } =
      end?.kind === 'imported' ? end : { added: 0, duplicates: 0, newVersions: 0 };
    return [
      {
        id,
        conversation: chat,
        ...titled(titles.get(chat)?.title),
        state: STATES.get(state) ?? 'open',
        file: record.file,
        recordedAt: record.recordedAt,
        entries: record.entries,
        added,
        same: duplicates,
        newVersions,
        ...(eraseFrom === 0 ? {} : { erasedFrom: new Date(eraseFrom * 1000).toISOString() }),
      },
    ];
  });
}

function titled(title: string | undefined): { readonly title: string } | Record<never, never> {
  return title === undefined ? {} : { title };
}

const STATES: ReadonlyMap<number, ImportRow['state']> = new Map([
  [IMPORT_DONE, 'done'],
  [IMPORT_WITHDRAWN, 'withdrawn'],
]);

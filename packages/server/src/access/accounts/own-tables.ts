// What stands beside the library's tables: codes that were used, so that none counts twice, and the settings that somebody chose
// for themselves, so that their devices stay in step.

import { createHmac } from 'node:crypto';
import type { AccountsPlace } from './place.ts';

type Db = AccountsPlace['kysely'];

/** Longer than any code, or attempt to sign in, is good for. */
const CODE_MS = 15 * 60_000;

const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = ['en', 'es', 'zh'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

/** What somebody chose; what is missing goes by the device. */
export interface OwnSettings {
  readonly language?: (typeof LANGUAGES)[number];
  readonly theme?: (typeof THEMES)[number];
  readonly density?: (typeof DENSITIES)[number];
  readonly singleKeys?: boolean;
  readonly enterSends?: boolean;
}

/** The words that settings know. */
export const SETTING_WORDS: Readonly<Record<'language' | 'theme' | 'density', readonly string[]>> = {
  language: LANGUAGES,
  theme: THEMES,
  density: DENSITIES,
};

/** Makes both tables where they are missing. */
export async function makeOwnTables(db: Db): Promise<void> {
  await db.schema
    .createTable('actaUsedCode')
    .ifNotExists()
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('untilMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('actaSettings')
    .ifNotExists()
    .addColumn('userId', 'text', (column) => column.primaryKey())
    .addColumn('said', 'text', (column) => column.notNull())
    .execute();
}

/** Takes a code out of use; false if it was used before. */
export async function useCode(
  { kysely, secret }: Pick<AccountsPlace, 'kysely' | 'secret'>,
  userId: string,
  code: string,
): Promise<boolean> {
  const digest = createHmac('sha256', secret).update(`${userId} ${code}`).digest('base64url');
  const nowMs = Date.now();
  await kysely.deleteFrom('actaUsedCode').where('untilMs', '<', nowMs).execute();
  const [done] = await kysely
    .insertInto('actaUsedCode')
    .values({ digest, untilMs: nowMs + CODE_MS })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return Number(done?.numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function settingsOf(db: Db, userId: string): Promise<OwnSettings> {
  const row = await db.selectFrom('actaSettings').select('said').where('userId', '=', userId).executeTakeFirst();
  return row === undefined ? {} : settingsIn(String(row['said']));
}

export async function keepSettings(db: Db, userId: string, settings: OwnSettings): Promise<void> {
  const said = JSON.stringify(settings);
  await db
    .insertInto('actaSettings')
    .values({ userId, said })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ said }))
    .execute();
}

/** Only what is known today, whatever another version wrote. */
function settingsIn(text: string): OwnSettings {
  const said: Readonly<Record<string, unknown>> = JSON.parse(text);
  const language = LANGUAGES.find((one) => one === said['language']);
  const theme = THEMES.find((one) => one === said['theme']);
  const density = DENSITIES.find((one) => one === said['density']);
  const { enterSends, singleKeys } = said;
  return {
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(density === undefined ? {} : { density }),
    ...(typeof singleKeys === 'boolean' ? { singleKeys } : {}),
    ...(typeof enterSends === 'boolean' ? { enterSends } : {}),
  };
}

// The state of a template, as the platform's events told it last. What no event ever told of is unknown, and then the platform decides.

import type { TemplateState } from '@acta/policy';
import type { ViewParts } from './conversation.ts';

const FIELD = 'message_template_status_update';
/** Further back nothing is looked for. */
const EVENTS_MOST = 500;

/** What each event of the platform makes of a template. */
const STATES: Readonly<Record<string, TemplateState>> = {
  APPROVED: 'approved',
  REINSTATED: 'approved',
  FLAGGED: 'approved',
  PAUSED: 'paused',
  LIMIT_EXCEEDED: 'paused',
  DISABLED: 'disabled',
  LOCKED: 'disabled',
  ARCHIVED: 'disabled',
  DELETED: 'disabled',
  PENDING_DELETION: 'disabled',
  REJECTED: 'rejected',
  PENDING: 'pending',
  IN_APPEAL: 'pending',
};

/** The newest word on a template, named as `name/language`. */
export async function templateState({ db, reader }: ViewParts, template: string): Promise<TemplateState> {
  const rows = await db
    .selectFrom('event')
    .select('seq')
    .where('field', '=', FIELD)
    .orderBy('seq', 'desc')
    .limit(EVENTS_MOST)
    .execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  for (const { seq } of rows) {
    const record = records.get(seq);
    if (record?.kind !== 'event') continue;
    const state = Object.hasOwn(STATES, record.name) ? STATES[record.name] : undefined;
    if (state !== undefined && nameIn(record.raw) === template) return state;
  }
  return 'unknown';
}

function nameIn(raw: string): string | undefined {
  try {
    const said = JSON.parse(raw) as Readonly<Record<string, unknown>>;
    return `${String(said['message_template_name'])}/${String(said['message_template_language'])}`;
  } catch {
    return undefined;
  }
}

// What people bring over the network while the server runs, joined to the vault that it holds.

import type { ImportDoor } from '../http/api/parts.ts';
import { ImportJobs } from '../intake/brought/import-jobs.ts';
import { auditRecord, noteOf } from '../records/audit.ts';
import type { ZoneClock } from '../records/zone-clock.ts';
import { previewErasure } from '../views/erasure-preview.ts';
import type { WriteVault } from './vault.ts';

/** Opens the door; its jobs are to be stopped before the vault is closed. */
export async function importDoorOf(
  vault: WriteVault,
  { clock, now }: { readonly clock?: ZoneClock; readonly now: () => Date },
): Promise<ImportDoor> {
  const jobs = new ImportJobs({
    desk: vault.desk,
    files: await vault.incoming(),
    firstSeq: await vault.log.size(),
    ...(clock === undefined ? {} : { clock }),
    withdraw: (id) => vault.withdraw(id, false),
    settle: () => vault.settle(),
    record: async (actor, draft) => {
      const record = auditRecord(noteOf(draft, actor, vault.blind), now());
      await vault.desk.append([{ subject: 0, conversation: 0, month: 0, record }]);
    },
    now,
  });
  return {
    jobs,
    preview: async (id) => previewErasure(vault.views, await vault.planErasure({ scope: 'withdrawal', ids: [id] })),
    withdraw: (id, by) => vault.withdraw(id, false, by),
  };
}

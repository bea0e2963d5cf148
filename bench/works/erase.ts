// Forgetting one person, who wrote about the hundredth part of everything: from the plan to the certificate, the scan of the vault's
// bytes included. It happens in a copy, and the copy is verified afterwards.

import { previewErasure } from '../../packages/server/src/views/erasure-preview.ts';
import { listPeople } from '../../packages/server/src/views/people.ts';
import type { Work } from '../bench-run.ts';
import { shownMs, shownNumber } from '../row.ts';
import { timed } from '../statistics.ts';

export const erase: Work = async (run) => {
  const { person } = run.corpus;
  const copy = await run.copy();
  const vault = await copy.house.write({ make: false });
  try {
    const ids = (await listPeople(vault.views)).filter(({ names }) => names.includes(person.name)).map(({ id }) => id);
    run.step(`erase ${person.messages} messages of one person`);
    const planned = await timed(() => vault.planErasure({ scope: 'person', ids }));
    const preview = await previewErasure(vault.views, planned.value);
    const erased = await timed(() => vault.erase(planned.value, 'measured'));
    await vault.settle();
    run.step('verify after erasing');
    const { verdict } = await vault.verify(false, () => undefined);
    if (verdict !== 'intact') throw new Error(`after erasing the vault is ${verdict}`);
    const ms = planned.ms + erased.ms;
    const { entries, pages, scannedFiles } = erased.value;
    return [
      {
        work: `erase a person, ${shownNumber(preview.entries)} of ${shownNumber(run.messages)} messages`,
        figure: shownMs(ms),
        numbers: { ms, planMs: planned.ms, entries, pages: pages.length, scannedFiles, messages: run.messages },
      },
    ];
  } finally {
    await vault.close();
    copy.remove();
  }
};

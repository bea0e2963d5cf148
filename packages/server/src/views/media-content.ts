// The file of an entry: what an export brought with it, or what was fetched from the platform afterwards.

import { isEntry, type ObjectRef } from '../records/conversation.ts';
import { areShown, type ViewParts } from './conversation.ts';
import { fetchedMedia } from './entry-marks.ts';
import { standingVersions } from './standing.ts';

/** The file of an entry, or of its newest version that has one; or of an attachment. Undefined where nothing is shown. */
export async function contentOf({ db, reader }: ViewParts, seq: number): Promise<ObjectRef | undefined> {
  const record = await reader.record(seq);
  if (record?.kind === 'attachment') return record.content;
  const versions = (await standingVersions(db, 'shown', [seq])).get(seq) ?? [];
  const [isShown] = await areShown(db, [seq]);
  const shown = [...(isShown === true ? [seq] : []), ...versions].sort((a, b) => b - a);
  const records = await reader.records(shown);
  const fetched = await fetchedMedia({ db, reader }, shown);
  const contents = [seq, ...shown].map((one) => {
    const found = records.get(one);
    if (found === undefined || !isEntry(found)) return undefined;
    return found.media?.content ?? fetched.get(one)?.content;
  });
  return contents.find((content) => content !== undefined);
}

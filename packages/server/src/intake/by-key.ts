// The order of a commit: records that share a key stand together, in the order in which they came, so that they share
// strips (a strip costs as much as its records: a group's commit in file order has strips of three records). The place in
// the file stands in each record as its line.

import { isSameScope, scopeName } from '../records/key-scope.ts';
import type { NewRecord } from '../records/record.ts';

/** The records, grouped by key; groups in the order of their first record. */
export function byKey(records: readonly NewRecord[]): NewRecord[] {
  const groups = new Map<string, NewRecord[]>();
  let name = '';
  let last: NewRecord | undefined;
  let group: NewRecord[] = [];
  for (const record of records) {
    if (last === undefined || !isSameScope(record, last)) {
      name = scopeName(record);
      const known = groups.get(name);
      group = known ?? [];
      if (known === undefined) groups.set(name, group);
    }
    group.push(record);
    last = record;
  }
  return [...groups.values()].flat();
}

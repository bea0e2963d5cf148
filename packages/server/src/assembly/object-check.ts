// Sealed objects in a verification: each that a record refers to is held against its name, which is the hash of its bytes. No
// key is needed, and what a record that was erased referred to is not looked for.

import type { LogReport } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { ReferredObject } from '../views/objects.ts';

/** What is needed beside the log's own report. */
export interface ObjectsToCheck {
  readonly referred: readonly ReferredObject[];
  readonly objects: Pick<ObjectStore, 'sealed'>;
  readonly isErasedByOrder: (seq: number) => boolean;
}

/** The report with every object that is gone or is not what it was, under the record that refers to it. */
export async function withObjects(
  report: LogReport,
  { isErasedByOrder, objects, referred }: ObjectsToCheck,
): Promise<LogReport> {
  const [missing, altered] = [[...report.missing], [...report.altered]];
  for (const { name, seq } of referred) {
    if (isErasedByOrder(seq)) continue;
    const fault = await faultOf(objects, name);
    if (fault === 'object-missing') missing.push({ first: seq, last: seq, what: 'object', reason: 'gone' });
    if (fault === 'object-damaged') altered.push({ first: seq, last: seq, what: 'object', reason: 'object-differs' });
  }
  const verdict = altered.length > 0 ? 'altered' : missing.length > 0 ? 'incomplete' : 'intact';
  return { ...report, verdict, missing, altered };
}

/** Reads the object from end to end. */
async function faultOf(objects: ObjectsToCheck['objects'], name: string): Promise<string | undefined> {
  try {
    let bytes = 0;
    for await (const piece of objects.sealed(name)) bytes += piece.length;
    return bytes === 0 ? 'object-damaged' : undefined;
  } catch (error) {
    if (error instanceof ServerError && (error.code === 'object-missing' || error.code === 'object-damaged'))
      return error.code;
    throw error;
  }
}

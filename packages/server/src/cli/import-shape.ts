// The words of `acta import`, and what can be told by them before the program is loaded. It takes nothing in.

import { isBulk } from '../intake/input-size.ts';
import { type CommandShape, readArguments } from './arguments.ts';

export const IMPORT_SHAPE: CommandShape = {
  words: [1, Number.MAX_SAFE_INTEGER],
  options: { chat: 'value', me: 'value', zone: 'value', 'date-order': 'value', 'same-as': 'value', readmit: 'flag' },
};

/** Whether what was typed after `acta` will write much. Words that are no import, or not one that can be carried out, will not. */
export async function isBulkImport([name, ...rest]: readonly string[]): Promise<boolean> {
  if (name !== 'import') return false;
  try {
    return await isBulk(readArguments(name, IMPORT_SHAPE, rest).words);
  } catch {
    return false;
  }
}

// `acta merge`, `acta split`: who is who, decided by somebody entitled. Both are records with their reason; nothing else changes,
// so that a wrong one can be taken back.

import { ServerError } from '../server-error.ts';
import { mergeRecord, splitRecord } from '../views/merge-order.ts';
import type { Arguments } from './arguments.ts';
import { numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';

export const merge: Command = {
  shape: { words: [2, 2], options: { reason: 'value' } },
  synopsis: 'merge PERSON PERSON --reason TEXT',
  examples: ['acta merge 7 31 --reason "same customer, said so on 3 March"'],
  ids: { words: true },
  beside: {},
  run: runMerge,
};

async function runMerge(context: CommandContext): Promise<number> {
  const { args, json, say, terminal } = context;
  const reason = reasonOf('merge', args);
  const [one = 0, other = 0] = args.words.map((word) => numberList('merge', word)[0] ?? 0);
  const vault = await context.vaults.write({ make: false });
  try {
    const order = { actor: vault.actor, one, other, reason, recordedAt: context.now().toISOString() };
    const record = await mergeRecord(vault.views, order);
    const { into, person } = record;
    const id = await vault.desk.append([{ subject: person, conversation: 0, month: 0, record }]);
    await vault.audit({ command: 'merge', people: [into, person], seqs: [id], count: 1 });
    await vault.settle();
    if (json) await printJson(context, { merge: id, person, into });
    else terminal.say(say('merge.done', { merge: String(id), person: String(person), into: String(into) }));
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

export const split: Command = {
  shape: { words: [1, 1], options: { reason: 'value' } },
  synopsis: 'split MERGE --reason TEXT',
  examples: ['acta split 1042 --reason "two sisters with one phone"'],
  ids: { words: true },
  beside: {},
  run: runSplit,
};

async function runSplit(context: CommandContext): Promise<number> {
  const { args, json, say, terminal } = context;
  const reason = reasonOf('split', args);
  const [id = 0] = numberList('split', args.words[0] ?? '');
  const vault = await context.vaults.write({ make: false });
  try {
    const order = { actor: vault.actor, merge: id, reason, recordedAt: context.now().toISOString() };
    const { into, person, record } = await splitRecord(vault.views, order);
    const seq = await vault.desk.append([{ subject: person, conversation: 0, month: 0, record }]);
    await vault.audit({ command: 'split', people: [into, person], seqs: [id, seq], count: 1 });
    await vault.settle();
    if (json) await printJson(context, { split: seq, merge: id, person, into });
    else terminal.say(say('split.done', { person: String(person), into: String(into) }));
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

function reasonOf(command: string, args: Arguments): string {
  const reason = args.value('reason')?.trim().toWellFormed();
  if (reason === undefined || reason === '')
    throw new ServerError('usage', { command, reason: 'words-missing', word: '--reason' });
  return reason;
}

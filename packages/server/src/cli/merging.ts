// `acta merge`, `acta split`: who is who, decided by somebody entitled. Both are records with their reason; nothing else changes,
// so that a wrong one can be taken back.

import type { MergeRecord, SplitRecord } from '../records/platform.ts';
import { ServerError } from '../server-error.ts';
import { mergesOf } from '../views/merges.ts';
import type { Arguments } from './arguments.ts';
import { numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';
import type { WriteVault } from './vault.ts';

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
    const record = await mergeRecord(vault, { one, other, reason, recordedAt: context.now().toISOString() });
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

interface MergeOrder {
  readonly one: number;
  readonly other: number;
  readonly reason: string;
  readonly recordedAt: string;
}

/** The younger goes into the older. Throws `person-missing`, `person-same`, `person-own-side`. */
async function mergeRecord({ actor, views }: WriteVault, order: MergeOrder): Promise<MergeRecord> {
  const asked = [order.one, order.other];
  const rows = await views.db.selectFrom('person').select(['id', 'me']).where('id', 'in', asked).execute();
  const missing = asked.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw new ServerError('person-missing', { id: missing });
  const merges = await mergesOf(views.db);
  const [into = 0, person = 0] = asked.map((id) => merges.one(id)).sort((a, b) => a - b);
  const detail = { id: order.one, other: order.other };
  if (into === person) throw new ServerError('person-same', detail);
  if (new Set(rows.map(({ me }) => me)).size > 1) throw new ServerError('person-own-side', detail);
  const { reason, recordedAt } = order;
  return { actor, evidence: 0, into, kind: 'merge', person, reason, recordedAt, v: 1 };
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
    const rows = vault.views.db.selectFrom('merge').select(['person', 'into', 'split']).where('seq', '=', id);
    const held = await rows.executeTakeFirst();
    if (held === undefined || held.split !== 0) throw new ServerError('merge-missing', { id });
    const { into, person } = held;
    const recordedAt = context.now().toISOString();
    const record: SplitRecord = { actor: vault.actor, kind: 'split', of: id, reason, recordedAt, v: 1 };
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

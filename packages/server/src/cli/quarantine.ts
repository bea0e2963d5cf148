// `acta quarantine`: what could not be understood, kept whole with its reason; and another try, after an upgrade or when a setting
// changed. What is looked at is on record first.

import { retryHeld } from '../http/retry-quarantine.ts';
import { ServerError } from '../server-error.ts';
import { listQuarantine } from '../views/assurance.ts';
import { askCells, cellIn, idIn } from './cells.ts';
import { choiceOf, numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, oneLine, printJson } from './command.ts';

export const quarantine: Command = {
  shape: { words: [1, 2], options: { out: 'value' } },
  synopsis: 'quarantine list | quarantine show ID | quarantine retry [ID]',
  examples: ['acta quarantine list', 'acta quarantine show 31', 'acta quarantine retry'],
  cells: ({ words }) => (words[0] === 'list' ? 'all' : 'one'),
  ids: { words: true },
  beside: { options: ['out'] },
  run: async (context) => {
    const [action = '', id] = context.args.words;
    switch (choiceOf('quarantine', action, ['list', 'show', 'retry'])) {
      case 'list':
        return listHeld(context);
      case 'show':
        return showHeld(context, idOf(id));
      case 'retry':
        return retry(context, id === undefined ? undefined : idOf(id));
    }
  },
};

function idOf(typed: string | undefined): number {
  if (typed === undefined)
    throw new ServerError('usage', { command: 'quarantine', reason: 'words-missing', word: 'ID' });
  return numberList('quarantine', typed)[0] ?? 0;
}

async function listHeld(context: CommandContext): Promise<number> {
  const { answers, code } = await askCells(context, async (vaults) => {
    const vault = await vaults.look({ command: 'quarantine-list' });
    return listQuarantine(vault.views).finally(() => vault.close());
  });
  const rows = answers.flatMap(({ answer, cell }) => answer.map((row) => ({ cell, row })));
  for (const { cell, row } of rows) {
    const id = idIn(cell, row.id);
    if (context.json) await printJson(context, { ...row, id, ...cellIn(cell) });
    else {
      const { reason, sizeBytes } = row;
      const values = { id, reason, size: sizeBytes, file: oneLine(row.file) };
      await context.terminal.print(context.say('quarantine.row', values));
    }
  }
  if (rows.length === 0 && !context.json) context.terminal.say(context.say('quarantine.none'));
  return code;
}

const SHOWN_BYTES = 2_048;

async function showHeld(context: CommandContext, id: number): Promise<number> {
  const vault = await context.vaults.look({ command: 'quarantine-show', seqs: [id] });
  try {
    const record = await vault.reader.record(id);
    if (record?.kind !== 'quarantine') throw new ServerError('quarantine-missing', { id });
    const file = await vault.openObject(record.content, record.file);
    const head = Buffer.from(await file.read(0, SHOWN_BYTES)).toString('utf8');
    await file.close();
    const { content, line, reason, recordedAt } = record;
    const about = {
      id,
      file: record.file,
      reason,
      line,
      sizeBytes: content.sizeBytes,
      sha256: content.sha256,
      recordedAt,
    };
    if (context.json) await printJson(context, { ...about, head });
    else {
      await context.terminal.print(
        context.say('quarantine.row', { id, reason, size: content.sizeBytes, file: oneLine(record.file) }),
      );
      for (const text of head.split('\n')) await context.terminal.print(`  ${oneLine(text)}`);
    }
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

async function retry(context: CommandContext, id: number | undefined): Promise<number> {
  const vault = await context.vaults.write({ make: false });
  try {
    const rows = (await listQuarantine(vault.views)).filter((row) => id === undefined || row.id === id);
    if (id !== undefined && rows.length === 0) throw new ServerError('quarantine-missing', { id });
    let done = 0;
    const by = { actor: vault.actor, recordedAt: context.now().toISOString() };
    for (const row of rows) done += await retryHeld(vault, row, by);
    await vault.audit({ command: 'quarantine-retry', count: rows.length });
    await vault.settle();
    const left = (await listQuarantine(vault.views)).length;
    if (context.json) await printJson(context, { tried: rows.length, done, left });
    else context.terminal.say(context.say('quarantine.retried', { done, left }));
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

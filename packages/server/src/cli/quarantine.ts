// `acta quarantine`: what could not be understood, kept whole with its reason; and another try, after an upgrade or when a setting
// changed. What is looked at is on record first.

import { PathImporter } from '../intake/import-paths.ts';
import { readDelivery } from '../intake/live/delivery.ts';
import { sourceOf } from '../intake/sources.ts';
import type { InputFile } from '../records/input-file.ts';
import type { NewRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';
import { listQuarantine, type QuarantineRow } from '../views/assurance.ts';
import { deliveryAgain, deliveryInQuarantine } from '../views/delivery.ts';
import { askCells, cellIn, idIn } from './cells.ts';
import { choiceOf, numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, oneLine, printJson } from './command.ts';
import type { WriteVault } from './vault.ts';

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
        return retryHeld(context, id === undefined ? undefined : idOf(id));
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

async function retryHeld(context: CommandContext, id: number | undefined): Promise<number> {
  const vault = await context.vaults.write({ make: false });
  try {
    const rows = (await listQuarantine(vault.views)).filter((row) => id === undefined || row.id === id);
    if (id !== undefined && rows.length === 0) throw new ServerError('quarantine-missing', { id });
    let done = 0;
    for (const row of rows) done += await retryOne(vault, row, context.now().toISOString());
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

/** How much of what stands there is understood now. */
async function retryOne(vault: WriteVault, { id }: QuarantineRow, recordedAt: string): Promise<number> {
  const record = await vault.reader.record(id);
  if (record?.kind !== 'quarantine') return 0;
  const delivery = await deliveryInQuarantine(vault.views, id);
  const released = (by: number): NewRecord => ({
    ...{ subject: 0, conversation: 0, month: 0 },
    record: { import: by, kind: 'release', of: id, recordedAt, v: 1 },
  });
  const file = await vault.openObject(record.content, record.file);
  try {
    if (delivery !== undefined) return await retryDelivery(vault, { id, file, delivery, released });
    let done = 0;
    for await (const source of sourceOf(record.file, file)) {
      const outcome = await silentImporter(vault).importSource(source);
      if (outcome.import === undefined) continue;
      done++;
      await vault.desk.append([released(outcome.import)]);
    }
    return done;
  } finally {
    await file.close();
  }
}

function silentImporter({ actor, desk }: WriteVault): PathImporter {
  const silent = { reading: () => undefined, importing: () => undefined, done: () => undefined };
  const nobody = { dateOrder: async () => undefined, title: async () => undefined };
  return new PathImporter(desk, { readmit: false, actor }, nobody, silent);
}

interface HeldDelivery {
  readonly id: number;
  readonly file: InputFile;
  readonly delivery: NonNullable<Awaited<ReturnType<typeof deliveryInQuarantine>>>;
  readonly released: (by: number) => NewRecord;
}

/**
 * Reads a delivery again. Once its pieces stand under the keys of those whom they are about, the body that lay whole in quarantine is
 * erased: otherwise nobody in it could be forgotten.
 */
async function retryDelivery(vault: WriteVault, { delivery, file, id, released }: HeldDelivery): Promise<number> {
  const body = Buffer.from(await file.read(0, file.sizeBytes));
  const { receivedAt, secret, signature } = delivery.record;
  const signed = { body, signature, secret, receivedAt: new Date(receivedAt), of: delivery.id };
  if (readDelivery(signed).refused !== undefined) return 0;
  await vault.receive(signed);
  await vault.settle();
  const again = await deliveryAgain(vault.views, delivery.id);
  if (again === undefined) return 0;
  await vault.desk.append([released(again)]);
  await vault.settle();
  await vault.erase(await vault.planErasure({ scope: 'entries', ids: [id] }), 'understood after all');
  return 1;
}

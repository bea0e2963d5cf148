// `acta import`: take chat exports in. Makes the vault and its key if there is none.

import type { FieldOrder } from '@acta/formats';
import type { ImportChoices } from '../intake/import-paths.ts';
import { ServerError } from '../server-error.ts';
import { chatNamed } from './chats.ts';
import { dateOrderOf } from './choices.ts';
import { type Command, type CommandContext, printJson } from './command.ts';
import { importIntoCells } from './import-cells.ts';
import { exitCode, importInto, jsonOf, openOrMake } from './import-files.ts';
import { IMPORT_SHAPE } from './import-shape.ts';
import { clockOf } from './time-zone.ts';
import type { WriteVault } from './vault.ts';

export const importCommand: Command = {
  shape: IMPORT_SHAPE,
  synopsis: 'import PATH… [--chat NAME] [--me NAME] [--zone Z] [--date-order dmy|mdy|ymd] [--same-as CHAT] [--readmit]',
  examples: [
    'acta import "WhatsApp Chat - Ana.zip"',
    'acta import exports/ --me "Café Aurora" --zone America/Monterrey',
    'acta import "Chat de WhatsApp con Luis.txt" --same-as "Ana"',
  ],
  cells: (args) => (args.value('cell') === undefined && args.value('same-as') === undefined ? 'all' : 'one'),
  ids: { options: ['same-as'] },
  beside: { words: true },
  run: runImport,
};

async function runImport(context: CommandContext): Promise<number> {
  const began = performance.now();
  const zone = zoneOf(context.args.value('zone'));
  const dateOrder = dateOrderOf('import', context.args.value('date-order'));
  const chosen = choicesOf(context, { zone, dateOrder });
  const { cells } = context;
  if (cells !== undefined) return importIntoCells({ ...context, cells }, chosen);
  const vault = await openOrMake(context, context.args.words);
  try {
    const choices = { ...chosen, actor: vault.actor, ...(await sameAsOf(context, vault)) };
    const outcomes = await importInto(context, vault, choices);
    const imports = outcomes.flatMap((outcome) => (outcome.chat === undefined ? [] : [outcome.chat]));
    await vault.audit({ command: 'import', chats: [...new Set(imports)], count: outcomes.length });
    const signed = await vault.settle();
    if (context.json) {
      await printJson(context, {
        files: outcomes.map(jsonOf),
        checkpoint: signed,
        elapsedMs: Math.round(performance.now() - began),
      });
    } else {
      const added = outcomes.reduce((sum, outcome) => sum + outcome.added, 0);
      await context.terminal.print(
        context.say('import.total', { files: outcomes.length, added, size: signed.size, root: signed.root }),
      );
    }
    return exitCode(outcomes);
  } finally {
    await vault.close();
  }
}

function choicesOf(
  { args, env }: CommandContext,
  parsed: { readonly zone: string | undefined; readonly dateOrder: FieldOrder | undefined },
): Omit<ImportChoices, 'actor'> {
  const [chat, me] = [args.value('chat'), args.value('me')];
  return {
    readmit: args.flag('readmit'),
    clock: clockOf(env),
    ...(chat === undefined ? {} : { chat }),
    ...(me === undefined ? {} : { me }),
    ...(parsed.zone === undefined ? {} : { zone: parsed.zone }),
    ...(parsed.dateOrder === undefined ? {} : { dateOrder: parsed.dateOrder }),
  };
}

async function sameAsOf({ args }: CommandContext, vault: WriteVault): Promise<Pick<ImportChoices, 'sameAs'>> {
  const sameAs = args.value('same-as');
  return sameAs === undefined ? {} : { sameAs: await knownChat(vault, sameAs) };
}

async function knownChat(vault: WriteVault, typed: string) {
  const id = await chatNamed(vault, typed);
  const chat = await vault.desk.known.chat(id);
  const record = await vault.reader.record(id);
  if (chat === undefined || record?.kind !== 'conversation') throw new ServerError('chat-missing', { chat: typed });
  return { ...chat, title: record.title };
}

function zoneOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: typed });
    return typed;
  } catch (error) {
    throw new ServerError('usage', { command: 'import', reason: 'choice', word: typed }, error);
  }
}

// `acta halts`: what the platform stopped, and letting it go on once somebody has dealt with the cause. Both are on record.

import { ServerError } from '../server-error.ts';
import { type HaltView, listHalts } from '../views/halts.ts';
import { looking } from './chats.ts';
import { numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';

export const halts: Command = {
  shape: { words: [0, 0], options: { lift: 'value', reason: 'value' } },
  synopsis: 'halts [--lift HALT --reason TEXT]',
  examples: ['acta halts', 'acta halts --lift 4711 --reason "a new access token since today"'],
  ids: { options: ['lift'] },
  beside: {},
  run: (context) => {
    const asked = context.args.value('lift');
    return asked === undefined ? list(context) : lift(context, asked);
  },
};

async function list(context: CommandContext): Promise<number> {
  const { json, say, terminal, vaults } = context;
  const found = await looking(vaults, 'halts', ({ views }) => listHalts(views));
  if (!json && found.length === 0) terminal.say(say('halts.none'));
  for (const halt of found) await (json ? printJson(context, shownAs(halt)) : terminal.print(lineOf(context, halt)));
  return EXIT.done;
}

function shownAs({ id, record: { act, code, number, recordedAt, scope } }: HaltView) {
  return { id, act, code, number, scope, since: recordedAt };
}

function lineOf({ say }: CommandContext, { id, record }: HaltView): string {
  const { act, code, number, recordedAt, scope } = record;
  const what = act === 'pause-campaign' ? 'campaign' : scope;
  return say(`halts.${what}`, { id: String(id), code: String(code), number, since: recordedAt });
}

async function lift(context: CommandContext, asked: string): Promise<number> {
  const { args, json, say, terminal } = context;
  const reason = args.value('reason')?.trim().toWellFormed() ?? '';
  if (reason === '') throw new ServerError('usage', { command: 'halts', reason: 'words-missing', word: '--reason' });
  const [halt = 0] = numberList('halts', asked);
  const vault = await context.vaults.write({ make: false });
  try {
    const { actor, desk, outgoing } = vault;
    const isThere = (await listHalts(vault.views)).some(({ id }) => id === halt);
    if (!isThere) throw new ServerError('halt-missing', { id: halt });
    const recordedAt = context.now().toISOString();
    const record = { actor, halt, kind: 'halt-lifted', reason, recordedAt, v: 1 } as const;
    // Where a server runs its workers go on at once.
    if (outgoing === undefined) await desk.append([{ subject: 0, conversation: 0, month: 0, record }]);
    else await outgoing.lift({ actor, halt, reason });
    await vault.audit({ command: 'halts', seqs: [halt], count: 1 });
    await vault.settle();
    if (json) await printJson(context, { halt, lifted: true });
    else terminal.say(say('halts.lifted', { id: String(halt) }));
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

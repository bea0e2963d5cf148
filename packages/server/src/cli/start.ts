// `acta start`, which `npm start` runs: a vault with the sample chats that come with Acta, and what to try next.

import { countAll } from '../views/assurance.ts';
import { listChats } from '../views/conversation.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';
import { importInto, openOrMake } from './import-files.ts';

export function startWith(samples: string): Command {
  return {
    shape: { words: [0, 0], options: {} },
    synopsis: 'start',
    examples: ['acta start', 'npm start'],
    run: (context) => runStart(context, samples),
  };
}

async function runStart(context: CommandContext, samples: string): Promise<number> {
  const { json, terminal, vaults } = context;
  const vault = await openOrMake(context, []);
  try {
    // A vault that holds something already may be somebody's own: samples do not belong there.
    if ((await listChats(vault.views)).length === 0) {
      await importInto(context, vault, { readmit: false, actor: vault.actor, me: 'Café Aurora' }, [samples]);
    }
    const checkpoint = await vault.settle();
    const { chats, messages } = await countAll(vault.views, checkpoint.size);
    const entries = (await listChats(vault.views)).reduce((sum, chat) => sum + chat.entries, 0);
    if (json) await printJson(context, { dir: vaults.dir, messages, chats, checkpoint });
    else for (const line of nextSteps(context, { chats, entries })) await terminal.print(line);
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

function nextSteps(
  { say, vaults }: CommandContext,
  counts: { readonly chats: number; readonly entries: number },
): string[] {
  const tries = [
    ['./acta chats', say('start.chats')],
    ['./acta search café', say('start.search')],
    ['./acta verify --deep', say('start.verify')],
    ['./acta import "WhatsApp Chat with Ana.zip"', say('start.import')],
    ['./acta --help', say('start.help')],
  ] as const;
  const width = Math.max(...tries.map(([typed]) => typed.length));
  return [
    '',
    say('start.title'),
    say('start.sample', { dir: vaults.dir, ...counts }),
    '',
    say('start.next'),
    ...tries.map(([typed, does]) => `  ${typed.padEnd(width)}   ${does}`),
  ];
}

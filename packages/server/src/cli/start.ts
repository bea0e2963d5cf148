// `acta start`, which `npm start` runs: makes the vault where there is none, serves it, and says what to do next. With `--demo` in a
// vault of its own, with sample chats and the sandbox's phones.

import { countAll } from '../views/assurance.ts';
import { listChats } from '../views/conversation.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';
import { demoEnvironment, startSandbox } from './demo.ts';
import { importInto, openOrMake } from './import-files.ts';
import type { Supplies } from './supplies.ts';
import type { WriteVault } from './vault.ts';

export function startWith(supplies: Supplies): Command {
  return {
    shape: { words: [0, 0], options: { demo: 'flag' } },
    synopsis: 'start [--demo]',
    examples: ['acta start', 'npm start', 'npm start -- --demo'],
    run: (context) => runStart(context, supplies),
  };
}

async function runStart(context: CommandContext, { console, samples, sandbox }: Supplies): Promise<number> {
  // What a server needs is much, and no other command waits for it.
  const { serveVault, settingsIn, toldToStop } = await import('./serving.ts');
  const isDemo = context.args.flag('demo');
  const env = isDemo ? demoEnvironment(context.env) : context.env;
  const settings = await settingsIn(env, context);
  const vault = await openOrMake(context, 'serving');
  let phones: Awaited<ReturnType<typeof startSandbox>> | undefined;
  try {
    if (isDemo) await takeSamples(context, vault, samples);
    const listening = async (address: string, page: string): Promise<void> => {
      if (isDemo) phones = await startSandbox(sandbox, address, env);
      await tell(context, vault, { address, page, ...(phones === undefined ? {} : { phones: phones.address }) });
    };
    await serveVault(context, { vault, settings, consoleDir: console, isDemo, listening, stop: toldToStop() });
    context.terminal.say(context.say('serve.stopped'));
    return EXIT.done;
  } finally {
    await phones?.stop();
    await vault.close();
  }
}

/** A vault that holds something already may be somebody's own: samples do not belong there. */
async function takeSamples(context: CommandContext, vault: WriteVault, samples: string): Promise<void> {
  if ((await listChats(vault.views)).length > 0) return;
  await importInto(context, vault, { readmit: false, actor: vault.actor, me: 'Café Aurora' }, [samples]);
  await vault.settle();
}

interface Started {
  readonly address: string;
  readonly page: string;
  readonly phones?: string;
}

async function tell(context: CommandContext, vault: WriteVault, { address, page, phones }: Started): Promise<void> {
  const { json, say, terminal, vaults } = context;
  const { chats, messages } = await countAll(vault.views, await vault.log.size());
  if (json) {
    await printJson(context, {
      dir: vaults.dir,
      address,
      page,
      ...(phones === undefined ? {} : { phones }),
      messages,
      chats,
    });
    return;
  }
  const vaultWord = vaults.dir.endsWith('acta-vault') ? '' : ` --vault ${vaults.dir}`;
  const tries = [
    [`./acta chats${vaultWord}`, say('start.chats')],
    [`./acta search café${vaultWord}`, say('start.search')],
    [`./acta verify --deep${vaultWord}`, say('start.verify')],
    [`./acta import "WhatsApp Chat with Ana.zip"${vaultWord}`, say('start.import')],
    ...(phones === undefined ? [] : [[`./acta send NAME "¡Gracias!"${vaultWord}`, say('start.send')] as const]),
    ['./acta --help', say('start.help')],
  ] as const;
  const width = Math.max(...tries.map(([typed]) => typed.length));
  const lines = [
    '',
    say('start.title'),
    say('start.vault', { dir: vaults.dir, messages, chats }),
    say('serve.page', { page }),
    ...(phones === undefined ? [] : [say('start.phones', { phones })]),
    '',
    say('start.next'),
    ...tries.map(([typed, does]) => `  ${typed.padEnd(width)}   ${does}`),
  ];
  for (const line of lines) await terminal.print(line);
}

// `acta serve`: keeps the vault open, takes deliveries in and answers programs, until it is told to stop.

import { type Command, type CommandContext, EXIT, printJson } from './command.ts';
import { openOrMake } from './import-files.ts';
import type { Supplies } from './supplies.ts';

export function serveWith(supplies: Supplies): Command {
  return {
    shape: { words: [0, 0], options: {} },
    synopsis: 'serve',
    examples: ['acta serve', 'ACTA_PORT=8080 acta serve'],
    run: async (context) => {
      // What a server needs is much, and no other command waits for it.
      const { serveVault, settingsIn, toldToStop } = await import('./serving.ts');
      const settings = await settingsIn(context.env, context);
      const vault = await openOrMake(context, 'serving');
      try {
        await serveVault(context, {
          vault,
          settings,
          consoleDir: supplies.console,
          isDemo: false,
          listening: (address, page) => tell(context, address, page),
          stop: toldToStop(),
        });
        context.terminal.say(context.say('serve.stopped'));
        return EXIT.done;
      } finally {
        await vault.close();
      }
    },
  };
}

async function tell(context: CommandContext, address: string, page: string): Promise<void> {
  if (context.json) await printJson(context, { address, page });
  else {
    await context.terminal.print(context.say('serve.listening', { address }));
    await context.terminal.print(context.say('serve.page', { page }));
  }
}

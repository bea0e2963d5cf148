// `acta rebuild`, `stats`, `key`: looking after the vault itself.

import { countAll, type Stats } from '../views/assurance.ts';
import { inEachCell } from './cells.ts';
import { choiceOf } from './choices.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';
import type { Values } from './sentences/index.ts';

export const rebuild: Command = {
  shape: { words: [0, 0], options: {} },
  synopsis: 'rebuild',
  examples: ['acta rebuild'],
  cells: 'all',
  run: (all) =>
    inEachCell(all, async (context) => {
      const began = performance.now();
      const vault = await context.vaults.write({ make: false });
      const bar = context.terminal.progress(context.say('rebuild.progress'), await vault.log.size());
      try {
        const records = await vault.rebuild(bar.to);
        bar.end();
        await vault.audit({ command: 'rebuild', count: records });
        await vault.settle();
        const elapsedMs = Math.round(performance.now() - began);
        if (context.json) await printJson(context, { records, elapsedMs });
        else context.terminal.say(context.say('rebuild.done', { records, seconds: (elapsedMs / 1000).toFixed(1) }));
        return EXIT.done;
      } finally {
        bar.end();
        await vault.close();
      }
    }),
};

export const stats: Command = {
  shape: { words: [0, 0], options: {} },
  synopsis: 'stats',
  examples: ['acta stats', 'acta stats --json'],
  cells: 'all',
  run: (all) =>
    inEachCell(all, async (context) => {
      const vault = await context.vaults.peek();
      try {
        const counts = await countAll(vault.views, await vault.log.size());
        const { root, size } = await vault.signed();
        const bytes = await vault.bytes();
        if (context.json) await printJson(context, { ...counts, checkpoint: { size, root }, bytes });
        else {
          await context.terminal.print(
            context.say('stats.line', {
              records: counts.records,
              messages: counts.messages,
              chats: counts.chats,
              people: counts.people,
              erased: counts.erased,
              bytes: bytes.total,
            }),
          );
          if (counts.deliveries > 0) await context.terminal.print(context.say('stats.live', liveCounts(counts)));
        }
        return EXIT.done;
      } finally {
        await vault.close();
      }
    }),
};

function liveCounts({ channels, deliveries, events, statuses }: Stats): Values {
  return { channels, deliveries, events, statuses };
}

export const key: Command = {
  shape: { words: [1, 1], options: { 'code-file': 'value' } },
  synopsis: 'key code | key recover [--code-file FILE] | key rotate',
  examples: ['acta key code', 'acta key recover', 'acta key rotate'],
  // Recovering asks for the recovery code itself: the machine with the accounts' key may be the one that was lost.
  asks: ({ words }) => (words[0] === 'recover' ? undefined : 'admin'),
  run: async (context) => {
    switch (choiceOf('key', context.args.words[0] ?? '', ['code', 'recover', 'rotate'])) {
      case 'code':
        return showCode(context, await context.vaults.newCode());
      case 'recover':
        await context.vaults.recover(await typedCode(context));
        context.terminal.say(context.say('key.recovered', { dir: context.vaults.keysDir }));
        if (context.json) await printJson(context, { recovered: true });
        return EXIT.done;
      case 'rotate': {
        const { code } = await context.vaults.rotate();
        context.terminal.say(context.say('key.rotated'));
        if (code !== undefined) return showCode(context, code);
        context.terminal.say(context.say('vault.codeLater'));
        if (context.json) await printJson(context, { rotated: true });
        return EXIT.done;
      }
    }
  },
};

async function showCode(context: CommandContext, code: string): Promise<number> {
  context.terminal.say(`${context.say('key.code')}\n\n    ${code}\n`);
  if (context.json) await printJson(context, { shown: true });
  return EXIT.done;
}

async function typedCode({ args, say, terminal, readText }: CommandContext): Promise<string> {
  const file = args.value('code-file');
  if (file !== undefined) return readText(file);
  if (terminal.canAsk) return terminal.ask(say('key.askCode'));
  return readText('-');
}

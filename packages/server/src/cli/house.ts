// `acta rebuild`, `stats`, `quarantine`, `key`: looking after the vault itself.

import { PathImporter } from '../intake/import-paths.ts';
import { sourceOf } from '../intake/sources.ts';
import { ServerError } from '../server-error.ts';
import { countAll, listQuarantine, type Stats } from '../views/assurance.ts';
import { askCells, cellIn, idIn, inEachCell } from './cells.ts';
import { choiceOf, numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, oneLine, printJson } from './command.ts';
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
    const silent = { reading: () => undefined, importing: () => undefined, done: () => undefined };
    const nobody = { dateOrder: async () => undefined, title: async () => undefined };
    const importer = new PathImporter(vault.desk, { readmit: false, actor: vault.actor }, nobody, silent);
    let done = 0;
    for (const row of rows) {
      const record = await vault.reader.record(row.id);
      if (record?.kind !== 'quarantine') continue;
      const file = await vault.openObject(record.content, record.file);
      for await (const source of sourceOf(record.file, file)) {
        const outcome = await importer.importSource(source);
        if (outcome.import === undefined) continue;
        done++;
        const release = {
          import: outcome.import,
          kind: 'release',
          of: row.id,
          recordedAt: context.now().toISOString(),
          v: 1,
        } as const;
        await vault.desk.append([{ subject: 0, conversation: 0, month: 0, record: release }]);
      }
      await file.close();
    }
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

export const key: Command = {
  shape: { words: [1, 1], options: { 'code-file': 'value' } },
  synopsis: 'key code | key recover [--code-file FILE] | key rotate',
  examples: ['acta key code', 'acta key recover', 'acta key rotate'],
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

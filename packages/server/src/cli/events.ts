// `acta events`: what the platform reported beside messages, for somebody to read. What is looked at is on record first.

import { listPlatformEvents } from '../views/platform-events.ts';
import { wholeNumber } from './arguments.ts';
import { askCells, cellIn, idIn } from './cells.ts';
import { type Command, type CommandContext, oneLine, printable, printJson } from './command.ts';
import { clockOf, shownTime } from './time-zone.ts';

const USUAL_LIMIT = 100;

export const events: Command = {
  shape: { words: [0, 0], options: { field: 'value', after: 'value', limit: 'value' } },
  synopsis: 'events [--field FIELD] [--after ID] [--limit N]',
  examples: ['acta events', 'acta events --field message_template_status_update --json'],
  cells: 'all',
  run: runEvents,
};

async function runEvents(context: CommandContext): Promise<number> {
  const { args, json, say, terminal } = context;
  const clock = clockOf(context.env);
  const [field, after, typedLimit] = [args.value('field'), args.value('after'), args.value('limit')];
  const asked = {
    limit: typedLimit === undefined ? USUAL_LIMIT : wholeNumber('events', typedLimit, 1),
    ...(field === undefined ? {} : { field }),
    ...(after === undefined ? {} : { after: wholeNumber('events', after, 0) }),
  };
  const { answers, code } = await askCells(context, async (vaults) => {
    const vault = await vaults.look({ command: 'events' });
    return listPlatformEvents(vault.views, asked).finally(() => vault.close());
  });
  const rows = answers.flatMap(({ answer, cell }) => answer.rows.map((row) => ({ cell, row })));
  if (!json && rows.length > 0) await terminal.print(say('events.head'));
  for (const { cell, row } of rows) {
    const id = idIn(cell, row.id);
    const shownAt = shownTime(row.at, 'UTC', clock);
    if (json) await printJson(context, { ...row, id, shownAt, ...cellIn(cell) });
    else {
      const note = row.known ? '' : say('events.strange');
      const line = [id, shownAt, printable(row.field), oneLine(row.name), note];
      await terminal.print(line.join('\t').trimEnd());
    }
  }
  if (json) return code;
  if (rows.length === 0) terminal.say(say('events.none'));
  if (answers.some(({ answer }) => answer.more)) terminal.say(say('events.more'));
  return code;
}

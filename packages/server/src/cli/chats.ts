// `acta chats`, `acta show`: what is held, for somebody to read. What is looked at is on record first.

import { ServerError } from '../server-error.ts';
import { type ChannelRow, channelsOf } from '../views/channels.ts';
import { type ChatRow, entriesOf, findChat, listChats } from '../views/conversation.ts';
import { wholeNumber } from './arguments.ts';
import { askCells, cellIn, idIn } from './cells.ts';
import { wallSecondsOf } from './choices.ts';
import { type Command, type CommandContext, EXIT, oneLine, printJson } from './command.ts';
import { EntryShowing } from './entry-showing.ts';
import { clockOf, shownTime } from './time-zone.ts';
import type { ReadVault, Vaults } from './vault.ts';

export const chats: Command = {
  shape: { words: [0, 0], options: {} },
  synopsis: 'chats',
  examples: ['acta chats', 'acta chats --json'],
  cells: 'all',
  run: async (context) => {
    const clock = clockOf(context.env);
    const { answers, code } = await askCells(context, (vaults) => looking(vaults, 'chats', chatsIn));
    const rows = answers.flatMap(({ answer, cell }) => answer.map((row) => ({ cell, row })));
    if (rows.length === 0 && !context.json) context.terminal.say(context.say('chats.none'));
    else if (!context.json) await context.terminal.print(context.say('chats.head'));
    for (const { cell, row } of rows) {
      const id = idIn(cell, row.id);
      if (context.json) await printJson(context, { ...row, id, ...cellIn(cell) });
      else {
        const [first, last] = [shownTime(row.first, row.firstZone, clock), shownTime(row.last, row.lastZone, clock)];
        const numbers = [...new Set(row.channels.map(numberOf))].join(', ');
        await context.terminal.print([id, row.entries, first, last, oneLine(row.title), numbers].join('\t').trimEnd());
      }
    }
    return code;
  },
};

async function chatsIn({ views }: ReadVault): Promise<readonly (ChatRow & { channels: readonly ChannelRow[] })[]> {
  const rows = await listChats(views);
  const channels = await channelsOf(
    views,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, channels: channels.get(row.id) ?? [] }));
}

/** The business's number, as the platform shows it. */
function numberOf({ display, number }: ChannelRow): string {
  return oneLine(display ?? number);
}

/** Looks at a vault once, and closes it. */
export async function looking<T>(vaults: Vaults, command: string, ask: (vault: ReadVault) => Promise<T>): Promise<T> {
  const vault = await vaults.look({ command });
  try {
    return await ask(vault);
  } finally {
    await vault.close();
  }
}

export const show: Command = {
  shape: { words: [1, 1], options: { after: 'value', before: 'value', limit: 'value', versions: 'flag' } },
  synopsis: 'show CHAT [--after TIME] [--before TIME] [--limit N] [--versions]',
  examples: ['acta show "Ana" --limit 50', 'acta show 12 --after 2024-03-01 --before 2024-04-01 --versions'],
  ids: { words: true },
  run: runShow,
};

async function runShow(context: CommandContext): Promise<number> {
  const { args } = context;
  const clock = clockOf(context.env);
  const limit = args.value('limit') === undefined ? undefined : wholeNumber('show', args.value('limit') ?? '', 1);
  const [after, before] = [wallSecondsOf('show', args.value('after')), wallSecondsOf('show', args.value('before'))];
  const vault = await context.vaults.look({ command: 'show', asked: args.words[0] ?? '' });
  try {
    const chat = await chatNamed(vault, args.words[0] ?? '');
    // What came through a channel has an instant; what is typed is of the reader's zone.
    const isLive = (await channelsOf(vault.views, [chat])).has(chat);
    const typed = (wall: number): number => (isLive ? wall - clock.offsetAtWall(wall) * 60 : wall);
    const window = {
      chat,
      ...(after === undefined ? {} : { after: typed(after) }),
      ...(before === undefined ? {} : { before: typed(before) }),
      ...(limit === undefined ? {} : { limit }),
    };
    if (isLive && !context.json) context.terminal.say(context.say('show.zone', { zone: clock.zone }));
    const showing = new EntryShowing(context, clock);
    for await (const batch of entriesOf(vault.views, window)) {
      for (const line of await showing.lines(vault, batch)) await context.terminal.print(line);
    }
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

/** The chat of this id or title. Throws `chat-missing`, `chat-ambiguous`. */
export async function chatNamed(vault: Pick<ReadVault, 'blind' | 'views'>, typed: string): Promise<number> {
  const id = await findChat(vault.views, vault.blind, typed);
  if (id === 'several') throw new ServerError('chat-ambiguous', { chat: typed });
  if (id === 'none') throw new ServerError('chat-missing', { chat: typed });
  return id;
}

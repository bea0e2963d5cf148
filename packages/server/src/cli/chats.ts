// `acta chats`, `acta show`, `acta people`: what is held, for somebody to read. What is looked at is on record first.

import type { EntryRecord } from '../records/conversation.ts';
import { ServerError } from '../server-error.ts';
import { currentState, entriesOf, findChat, listChats, type ShownEntry } from '../views/conversation.ts';
import { listPeople } from '../views/people.ts';
import { wholeNumber } from './arguments.ts';
import { askCells, cellIn, idIn } from './cells.ts';
import { wallSecondsOf } from './choices.ts';
import { type Command, type CommandContext, EXIT, oneLine, printable, printJson } from './command.ts';
import type { Sentences } from './sentences/index.ts';
import type { ReadVault, Vaults } from './vault.ts';

export const chats: Command = {
  shape: { words: [0, 0], options: {} },
  synopsis: 'chats',
  examples: ['acta chats', 'acta chats --json'],
  cells: 'all',
  run: async (context) => {
    const { answers, code } = await askCells(context, (vaults) =>
      looking(vaults, 'chats', ({ views }) => listChats(views)),
    );
    const rows = answers.flatMap(({ answer, cell }) => answer.map((row) => ({ cell, row })));
    if (rows.length === 0 && !context.json) context.terminal.say(context.say('chats.none'));
    else if (!context.json) await context.terminal.print(context.say('chats.head'));
    for (const { cell, row } of rows) {
      const id = idIn(cell, row.id);
      if (context.json) await printJson(context, { ...row, id, ...cellIn(cell) });
      else await context.terminal.print([id, row.entries, row.first, row.last, oneLine(row.title)].join('\t'));
    }
    return code;
  },
};

export const people: Command = {
  shape: { words: [0, 0], options: {} },
  synopsis: 'people',
  examples: ['acta people', 'acta people --json'],
  cells: 'all',
  run: async (context) => {
    const { answers, code } = await askCells(context, (vaults) =>
      looking(vaults, 'people', ({ views }) => listPeople(views)),
    );
    const rows = answers.flatMap(({ answer, cell }) => answer.map((row) => ({ cell, row })));
    if (!context.json && rows.length > 0) await context.terminal.print(context.say('people.head'));
    for (const { cell, row } of rows) {
      const { phones, ...person } = row;
      const id = idIn(cell, person.id);
      const names = [...person.names, ...phones];
      if (context.json) await printJson(context, { ...person, id, ...cellIn(cell), identifiers: names, phones });
      else await context.terminal.print([id, person.entries, oneLine([...new Set(names)].join(', '))].join('\t'));
    }
    return code;
  },
};

/** Looks at a vault once, and closes it. */
async function looking<T>(vaults: Vaults, command: string, ask: (vault: ReadVault) => Promise<T>): Promise<T> {
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
  const limit = args.value('limit') === undefined ? undefined : wholeNumber('show', args.value('limit') ?? '', 1);
  const [after, before] = [wallSecondsOf('show', args.value('after')), wallSecondsOf('show', args.value('before'))];
  const vault = await context.vaults.look({ command: 'show', asked: args.words[0] ?? '' });
  try {
    const chat = await chatNamed(vault, args.words[0] ?? '');
    const window = {
      chat,
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
      ...(limit === undefined ? {} : { limit }),
    };
    for await (const batch of entriesOf(vault.views, window)) {
      for (const entry of batch) for (const line of linesOf(context, entry)) await context.terminal.print(line);
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

function linesOf({ args, json, say }: CommandContext, entry: ShownEntry): string[] {
  const versions = args.flag('versions') ? entry.versions : [];
  if (json) return [JSON.stringify(jsonOf(entry, args.flag('versions')))];
  const now = currentState(entry);
  const lines = [`${entry.seq}\t${now.at}\t${printable(now.author ?? '·')}\t${spoken(say, now)}`];
  for (const { record, seq } of [{ record: entry.record, seq: entry.seq }, ...versions]) {
    if (args.flag('versions') && record !== now) lines.push(say('show.version', { seq, text: spoken(say, record) }));
  }
  return lines;
}

/** What an entry says, on one line, with its marks. */
function spoken(say: Sentences, record: EntryRecord): string {
  const marks: string[] = [];
  if (record.kind === 'deleted') marks.push(say('show.deleted'));
  if (record.media !== undefined) {
    marks.push(
      say('show.media', { type: record.type, name: printable(record.media.name ?? ''), state: record.media.state }),
    );
  }
  if (record.edited === true) marks.push(say('show.edited'));
  return [...marks, oneLine(record.text)].filter((piece) => piece !== '').join(' ');
}

function jsonOf(entry: ShownEntry, withVersions: boolean): Record<string, unknown> {
  const now = currentState(entry);
  const said = factsOf(now);
  if (!withVersions) return { seq: entry.seq, ...said, versions: entry.versions.length + 1 };
  const all = [{ seq: entry.seq, record: entry.record }, ...entry.versions];
  return { seq: entry.seq, ...said, versions: all.map(({ record, seq }) => ({ seq, ...factsOf(record) })) };
}

function factsOf(record: EntryRecord): Record<string, unknown> {
  const {
    at,
    author,
    authorPhone,
    call,
    chat,
    edited,
    from,
    import: id,
    kind,
    line,
    location,
    media,
    poll,
    raw,
    raw64,
    system,
    text,
    type,
    zone,
  } = record;
  const file =
    media === undefined
      ? undefined
      : { state: media.state, name: media.name, sha256: media.content?.sha256, sizeBytes: media.content?.sizeBytes };
  return {
    chat,
    at,
    author,
    authorPhone,
    from,
    kind,
    type,
    text,
    edited,
    media: file,
    system,
    call,
    poll,
    location,
    zone,
    import: id,
    line,
    raw,
    raw64,
  };
}

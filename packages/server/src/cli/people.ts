// `acta people`: who is known, by which names, numbers and ids, and which record said so. What is looked at is on record first.

import { type Identifier, listPeople, type PersonRow } from '../views/people.ts';
import { peopleCalled } from '../views/people-called.ts';
import { askCells, cellIn, idIn } from './cells.ts';
import { looking } from './chats.ts';
import { type Command, type CommandContext, oneLine, printJson } from './command.ts';

export const people: Command = {
  shape: { words: [0, Number.MAX_SAFE_INTEGER], options: {} },
  synopsis: 'people [NAME|NUMBER|ID]',
  examples: ['acta people', 'acta people "+52 1 55 1234 5678"', 'acta people --json'],
  cells: 'all',
  run: runPeople,
};

async function runPeople(context: CommandContext): Promise<number> {
  const { args, json, say, terminal } = context;
  const called = args.words.join(' ');
  const { answers, code } = await askCells(context, (vaults) =>
    looking(vaults, 'people', async ({ views }) => {
      const rows = await listPeople(views);
      if (called === '') return rows;
      const meant = new Set(await peopleCalled(views, called));
      return rows.filter(({ id }) => meant.has(id));
    }),
  );
  const rows = answers.flatMap(({ answer, cell }) => answer.map((row) => ({ cell, row })));
  if (!json && rows.length > 0) await terminal.print(say('people.head'));
  if (!json && rows.length === 0 && called !== '') terminal.say(say('people.none'));
  for (const { cell, row } of rows) await printPerson(context, cell, row);
  return code;
}

async function printPerson(context: CommandContext, cell: string | undefined, row: PersonRow): Promise<void> {
  const { phones, ...person } = row;
  const id = idIn(cell, person.id);
  if (context.json) {
    const identifiers = [...person.names, ...phones];
    return printJson(context, { ...person, id, ...cellIn(cell), identifiers, phones });
  }
  await context.terminal.print([id, person.entries, oneLine(namesOf(row).join(', '))].join('\t'));
  for (const { merge, person: other } of row.merged) {
    const values = { id: String(idIn(cell, other)), merge: String(idIn(cell, merge)) };
    await context.terminal.print(context.say('people.merged', values));
  }
}

/** Everything by which somebody is known, each once. */
function namesOf({ known, names, phones }: Pick<PersonRow, 'known' | 'names' | 'phones'>): string[] {
  const ids = known.filter(({ kind }) => kind === 'bsuid' || kind === 'parent_bsuid').map(({ value }) => value);
  const verbatim = known.filter((one) => isNoPhone(one, phones)).map(({ value }) => value);
  return [...new Set([...names, ...phones, ...verbatim, ...ids])];
}

/** A `wa_id` that is no more than the number is not said twice. */
function isNoPhone({ kind, value }: Identifier, phones: readonly string[]): boolean {
  return kind === 'wa_id' && !phones.includes(`+${value}`);
}

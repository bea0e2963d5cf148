// The commands that are struck, each with the vault it starts from and the states that may be seen afterwards: as before or as after.

import { join } from 'node:path';
import { SAMPLES } from '../../packages/server/src/cli/run-here.test-support.ts';
import { type Answers, answersOf } from './answers.ts';
import { type ChatShape, type MadeChat, madeChat } from './chats.ts';
import type { Fields, Place } from './place.ts';

/** A command that writes, and what is known of it when nothing strikes. */
export interface Scenario {
  readonly name: string;
  readonly typed: readonly string[];
  readonly from: Place;
  readonly before: Answers;
  readonly after: Answers;
  /** Words that are looked for. */
  readonly words: readonly string[];
  /** Words that must be found nowhere once the command is acknowledged or has begun to forget. */
  readonly forgotten: readonly string[];
}

const NORA = join(SAMPLES, 'WhatsApp Chat - Nora Walsh.zip');
const WORDS_OF_SAMPLES = ['Aurora', 'thursday', 'empanadas'];
const NOTHING: Answers = { chats: [], people: [], messages: {}, found: {} };
/** More messages than stay unsealed. */
const BULK = 4_300;
/** More than a million bytes: a thread of its own writes, and commits are on their way while others are sealed. */
const THREADED = 16_600;
const GROUP = { title: 'Zhandrokul', messages: 280, authors: 5 };

interface Draft {
  readonly name: string;
  readonly typed: readonly string[];
  readonly from: Place;
  readonly forgotten?: readonly string[];
}

/** Enough for the short form: they make, add, forget and replace. */
const SHORT = ['making a vault', 'an import', 'an erasure of a person', 'a rotation'];

/** Where vaults are made, and how much is wanted. */
export interface ScenarioPlaces {
  readonly empty: Place;
  readonly base: Place;
  /** A vault so large that its index has sealed segments. */
  readonly large: Place;
  readonly seed: number;
  readonly isShort: boolean;
}

/** The vaults that the commands start from, and what is known of them before any command has run. */
export interface ScenarioGround {
  readonly drafts: readonly Draft[];
  /** Words that are looked for. */
  readonly words: readonly string[];
}

/** Makes the vaults that the commands start from. */
export async function groundIn({ base, empty, isShort, large, seed }: ScenarioPlaces): Promise<ScenarioGround> {
  const shape: ChatShape = { seed, ...GROUP };
  const group = madeChat({ ...shape, first: 260 });
  const other = madeChat({ ...shape, title: 'Otrovika', messages: 90, authors: 2 });
  await base.must('import', base.file(group.name, group.text));
  const imported = await base.must('import', NORA, '--me', 'Café Aurora');
  const [files] = [imported[0]?.['files'] as readonly Fields[]];
  const ids = await idsIn(base, group);
  const longer = base.file(group.name, madeChat(shape).text);
  const bulk = madeChat({ ...shape, title: 'Grundelmax', messages: BULK, authors: 3 });
  const threaded = madeChat({ ...shape, title: 'Doppelwerk', messages: THREADED, authors: 3 });
  const person = { typed: ['erase', '--person', String(ids.person), '--reason', 'asked'] };
  const forgotten = group.words.filter((_, at) => at % GROUP.authors === 1);
  const drafts: readonly Draft[] = [
    { name: 'making a vault', from: empty, typed: ['import', longer, NORA] },
    { name: 'an import', from: base, typed: ['import', base.file(other.name, other.text)] },
    { name: 'a longer import', from: base, typed: ['import', longer] },
    { name: 'an erasure of a person', from: base, ...person, forgotten },
    { name: 'an import that seals the index', from: base, typed: ['import', base.file(bulk.name, bulk.text)] },
    { name: 'an import by two threads', from: base, typed: ['import', base.file(threaded.name, threaded.text)] },
    { name: 'an erasure from a sealed index', from: large, ...person, forgotten },
    {
      name: 'an erasure of an entry',
      from: base,
      typed: ['erase', '--seq', String(ids.entry), '--reason', 'asked'],
      forgotten: group.words.slice(7, 8),
    },
    {
      name: 'an erasure of a chat with media',
      from: base,
      typed: ['erase', '--chat', 'Nora Walsh', '--reason', 'asked'],
    },
    { name: 'a rotation', from: base, typed: ['key', 'rotate'] },
    { name: 'a withdrawal', from: base, typed: ['undo', String(files?.[0]?.['import']), '--now'] },
    { name: 'a rebuild', from: base, typed: ['rebuild'] },
    { name: 'a look', from: base, typed: ['search', 'thursday'] },
  ];
  const words = [...[1, 6, 7, 12, 259, 275].map((at) => madeChat(shape).words[at] ?? ''), ...other.words.slice(3, 5)];
  const chosen = drafts.filter(({ name }) => !isShort || SHORT.includes(name));
  if (!isShort) {
    base.copyTo(large.dir);
    await large.must('import', base.file(bulk.name, bulk.text));
  }
  return { drafts: chosen, words: [...words, ...WORDS_OF_SAMPLES] };
}

/** Runs commands once to their end: those of these names, or all. */
export async function scenariosOn({ drafts, words }: ScenarioGround, names?: readonly string[]): Promise<Scenario[]> {
  const scenarios: Scenario[] = [];
  for (const draft of drafts) {
    if (names?.includes(draft.name) !== false) scenarios.push(await ranToItsEnd(draft, words));
  }
  return scenarios;
}

/** The second author of the group, and one of this person's messages (the eighth message is the third author's). */
async function idsIn(base: Place, group: MadeChat): Promise<{ person: unknown; entry: unknown }> {
  const people = await base.must('people');
  const person = people.find(({ names }) => Array.isArray(names) && names[0] === group.authors[1])?.['id'];
  const [hit] = await base.must('search', group.words[7] ?? '');
  return { person, entry: hit?.['seq'] };
}

async function ranToItsEnd({ forgotten = [], from, name, typed }: Draft, words: readonly string[]): Promise<Scenario> {
  const all = [...words, ...forgotten.slice(0, 1)];
  const isMade = from.files().length > 0;
  const before = isMade ? await answersOf(from.copyTo(`${from.dir}-done`), all) : { ...NOTHING, found: none(all) };
  const done = from.copyTo(`${from.dir}-done`);
  await done.must(...typed);
  const after = await answersOf(done, all);
  done.remove();
  return { name, typed: [...typed, '--json'], from, before, after, words: all, forgotten };
}

const none = (words: readonly string[]): Record<string, number> => Object.fromEntries(words.map((word) => [word, 0]));

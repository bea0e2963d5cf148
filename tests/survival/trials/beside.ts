// Several at once: two writers, readers during a bulk import, two hundred conversations.

import { badManners } from '../aftermath.ts';
import { answersOf, differenceOf } from '../answers.ts';
import { type MadeChat, madeChat } from '../chats.ts';
import { type Answer, ended, type Place } from '../place.ts';
import type { Row } from '../row.ts';
import type { SurvivalRun } from '../survival-run.ts';

const BUSY = /Another Acta is writing/;

export async function beside(run: SurvivalRun): Promise<readonly Row[]> {
  return [await writersAtOnce(run), await readersBesideAnImport(run), await manyConversations(run)];
}

const chatsOf = (run: SurvivalRun, count: number, messages: number): MadeChat[] =>
  Array.from({ length: count }, (_, at) =>
    madeChat({ seed: run.seed + at, title: `Kolvre${at}`, messages, authors: 2 + (at % 3) }),
  );

/** Done, or told that another is writing: nothing else. */
function expectDoneOrBusy(answer: Answer, found: string[], what: string): void {
  const manners = badManners(answer);
  if (manners !== undefined) found.push(`${what}: ${manners}`);
  if (answer.code !== 0 && !BUSY.test(answer.err)) found.push(`${what}: ${answer.code} ${answer.err.trim()}`);
}

async function writersAtOnce(run: SurvivalRun): Promise<Row> {
  const found: string[] = [];
  const rounds = run.of(1, 20);
  let tries = 0;
  for (let round = 0; round < rounds; round++) {
    const place = run.place();
    const chats = chatsOf(run, 3, 60);
    const files = chats.map((chat) => place.file(chat.name, chat.text));
    // The first round of them also makes the vault: two makers at once.
    const answers = await Promise.all(files.map((file) => place.spawn(['import', file, '--json'])));
    tries += answers.length;
    for (const answer of answers) expectDoneOrBusy(answer, found, `round ${round}`);
    for (const file of files) await place.must('import', file);
    await expectWhole(place, chats, found);
    place.remove();
  }
  run.say(`writers at once: ${tries}`);
  const fault = 'three writers at once, on a vault that is not yet made';
  return { fault, must: 'each is done or told that another is writing; then all is there once', tries, found };
}

/** Every chat is held once and whole, and the vault is intact. */
async function expectWhole(place: Place, chats: readonly MadeChat[], found: string[]): Promise<void> {
  const held = await place.must('chats');
  const counts = held.map(({ entries, title }) => `${title}: ${entries}`).sort();
  const expected = chats.map(({ name, words }) => `${titleOf(name)}: ${words.length}`).sort();
  if (counts.join() !== expected.join()) found.push(`held: ${counts.join()}; expected: ${expected.join()}`);
  const [report] = await place.must('verify', '--deep');
  if (report?.['verdict'] !== 'intact') found.push(`verify: ${report?.['verdict']}`);
}

const titleOf = (name: string): string => name.slice('WhatsApp Chat with '.length, -'.txt'.length);

async function readersBesideAnImport(run: SurvivalRun): Promise<Row> {
  const found: string[] = [];
  const place = run.place();
  const [first] = chatsOf(run, 1, 200);
  if (first === undefined) throw new Error('no chat was made');
  await place.must('import', place.file(first.name, first.text));
  const words = first.words.slice(0, 3);
  const before = await answersOf(place, words);
  const large = madeChat({ seed: run.seed, title: 'Grande', messages: run.of(4_000, 60_000), authors: 9 });
  const importing = ended(place.start(['import', place.file(large.name, large.text), '--json']));
  let isRunning = true;
  const done = importing.finally(() => {
    isRunning = false;
  });
  let tries = 0;
  while (isRunning) {
    tries++;
    const seen = await place.answering(() => answersOf(place, words));
    if ('answer' in seen) expectDoneOrBusy(seen.answer, found, 'a reader');
    else {
      const title = Object.keys(before.messages)[0] ?? '';
      const own = { ...seen.value, messages: { [title]: seen.value.messages[title] ?? [] } };
      const wrong = differenceOf({ ...before, chats: [], people: [] }, { ...own, chats: [], people: [] });
      if (wrong !== undefined) found.push(`a reader: ${wrong}`);
      const shown = seen.value.messages['Grande']?.length;
      if (shown !== undefined && shown !== large.words.length)
        found.push(`a reader sees ${shown} of ${large.words.length}`);
    }
    const verdict = await place.do('verify', '--json');
    if (verdict.code !== 0) expectDoneOrBusy(verdict, found, 'verify beside an import');
  }
  const answer = await done;
  if (answer.code !== 0) found.push(`the import: ${answer.code} ${answer.err.trim()}`);
  await expectWhole(place, [first, large], found);
  place.remove();
  run.say(`readers beside an import: ${tries}`);
  const must = 'answers are consistent: what was there, and the new chat whole or not at all; no error but “busy”';
  return { fault: 'readers (and verify) during a bulk import', must, tries, found };
}

async function manyConversations(run: SurvivalRun): Promise<Row> {
  const found: string[] = [];
  const place = run.place();
  const chats = chatsOf(run, 200, run.of(4, 60));
  const files = chats.map((chat) => place.file(chat.name, chat.text));
  await place.must('import', ...files);
  await expectWhole(place, chats, found);
  const again = ended(place.start(['import', ...files, '--json']));
  const shown = await place.looking((ask) => Promise.all(chats.map(({ name }) => ask('show', titleOf(name)))));
  for (const [at, lines] of shown.entries()) {
    const words = lines.map(({ text }) => String(text).split(' ')[0]);
    if (words.join() !== chats[at]?.words.join()) found.push(`${chats[at]?.name} is shown otherwise`);
  }
  const { code, err } = await again;
  if (code !== 0) found.push(`importing them again: ${code} ${err.trim()}`);
  await expectWhole(place, chats, found);
  place.remove();
  const must = 'each shown whole, all asked for at once while all are imported again; nothing twice';
  return { fault: '200 conversations at once', must, tries: chats.length, found };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArchiveModel, dice, fact, makeChat, withoutMedia, withoutSeconds } from './archive-model.ts';
import type { MessageFact } from './message-fact.ts';

const HOUR = 3600;
const OTHER_NAMES = new Map([
  ['Ana', 'Mamá'],
  ['Beto', 'You'],
  ['', ''],
]);

function chatOf(size: number, seed = 3): MessageFact[] {
  return makeChat(dice(seed), { size, uniqueInTen: 3, authors: ['Ana', 'Beto'] });
}

const otherNames = (entry: MessageFact): MessageFact => ({
  ...entry,
  author: OTHER_NAMES.get(entry.author) ?? entry.author,
});
const later =
  (seconds: number) =>
  (entry: MessageFact): MessageFact => ({ ...entry, at: entry.at + seconds });

async function holding(facts: readonly MessageFact[]): Promise<ArchiveModel> {
  const archive = new ArchiveModel();
  await archive.take(facts);
  return archive;
}

test('twenty thousand messages with other names, a shifted zone, other precision and media at once: none falsely new', async () => {
  const chat = chatOf(20_000);
  const archive = await holding(chat.map(withoutMedia));
  const other = chat
    .map(withoutSeconds)
    .map(otherNames)
    .map(later(-7 * HOUR));
  const alignment = await archive.take(other, true);
  const photos = chat.filter((entry) => entry.media === 'present').length;
  assert.deepEqual(alignment.counts, {
    exact: 0,
    withinMinute: 0,
    crossed: 20_000 - photos,
    newVersions: photos,
    added: 0,
  });
  assert.deepEqual(alignment.lacks, { held: 0, heldInOverlap: 0, incoming: 0 });
  assert.equal(alignment.crossing.stretches.length, 1);
  assert.equal(alignment.crossing.stretches[0]?.minutes, 420);
  assert.deepEqual(alignment.crossing.authors.map(({ incoming, held }) => `${incoming} = ${held}`).sort(), [
    'Mamá = Ana',
    'You = Beto',
  ]);
  assert.equal((await archive.take(other, true)).counts.newVersions, 0);
});

test('without sameAs the other side is new, and what would align it is suggested', async () => {
  const chat = chatOf(400);
  const archive = await holding(chat);
  const alignment = await archive.take(chat.map(otherNames).map(later(2 * HOUR)));
  assert.equal(alignment.counts.added, 400);
  assert.equal(alignment.crossing.stretches[0]?.minutes, -120);
  assert.equal(alignment.crossing.authors.length, 2);
  assert.equal(alignment.heldAuthor('Mamá'), 'Mamá');
  assert.equal(alignment.offsetAt(3), 0);
});

test('what only one side has is added and counted on both sides', async () => {
  const chat = chatOf(2000);
  const archive = await holding(chat.filter((_, index) => index % 200 !== 7));
  const other = chat
    .filter((_, index) => index % 100 !== 50)
    .map(otherNames)
    .map(later(HOUR));
  const alignment = await archive.take(other, true);
  assert.equal(alignment.counts.added, 10);
  assert.deepEqual(alignment.lacks, { held: 10, heldInOverlap: 10, incoming: 20 });
  assert.equal((await archive.take(other, true)).counts.added, 0);
  assert.equal((await archive.take(chat)).counts.added, 0);
});

test('four witnesses make no offset, five do', async () => {
  const long = (count: number): MessageFact[] =>
    Array.from({ length: count }, (_, index) => fact(index * 100, 'Ana', `una frase larga ${index}`));
  for (const [count, minutes] of [
    [4, undefined],
    [5, 60],
  ] as const) {
    const archive = await holding(long(count));
    const alignment = await archive.take(long(count).map(later(-HOUR)), true);
    assert.equal(alignment.crossing.stretches[0]?.minutes, minutes);
    assert.equal(alignment.counts.added, minutes === undefined ? 4 : 0);
  }
});

test('an offset that is no multiple of a quarter of an hour is none', async () => {
  const chat = chatOf(500);
  const archive = await holding(chat);
  const alignment = await archive.take(chat.map(later(7 * 60)), true);
  assert.deepEqual(alignment.crossing.stretches, []);
  assert.ok(alignment.counts.added > 450);
});

test('daylight saving in one zone only gives stretches, each change found to the entry', async () => {
  const chat = chatOf(6000).map(withoutSeconds);
  const archive = await holding(chat);
  const offset = (index: number): number => (index < 1501 || (index >= 3002 && index < 4503) ? HOUR : 2 * HOUR);
  const alignment = await archive.take(
    chat.map((entry, index) => otherNames(later(offset(index))(entry))),
    true,
  );
  assert.deepEqual(
    alignment.crossing.stretches.map(({ minutes }) => minutes),
    [-60, -120, -60, -120],
  );
  assert.equal(alignment.counts.added, 0);
  assert.equal(alignment.counts.crossed, 6000);
});

test('minutes that differ by one in either direction are found under another clock', async () => {
  const roll = dice(11);
  const chat = chatOf(5000).map(withoutSeconds);
  const archive = await holding(chat);
  const alignment = await archive.take(
    chat.map((entry) => otherNames(later(3 * HOUR + (roll(3) - 1) * 60)(entry))),
    true,
  );
  assert.equal(alignment.counts.added, 0);
  assert.equal(alignment.counts.crossed, 5000 - alignment.counts.newVersions);
});

test('an author who never wrote a long text is named by short ones, or by elimination', async () => {
  const say = (author: string, minute: number, index: number): MessageFact =>
    fact(minute, author, author.startsWith('A') ? `una frase larga ${index}` : 'ok');
  const chat = (ana: string, beto: string): MessageFact[] =>
    Array.from({ length: 20 }, (_, index) => say(index % 2 ? beto : ana, index * 10, index));
  const archive = await holding(chat('Ana', 'Beto'));
  const short = await archive.take(chat('A.', 'B.'), true);
  assert.equal(short.heldAuthor('B.'), 'Beto');
  assert.equal(short.counts.crossed, 20);
  const photoless = (beto: string): MessageFact[] =>
    chat('Ana', beto).map((entry) => (entry.text === 'ok' ? { ...entry, text: '', media: 'omitted' } : entry));
  const silent = await holding(photoless('Beto'));
  const eliminated = await silent.take(photoless('+34600000000'), true);
  assert.equal(eliminated.heldAuthor('+34600000000'), 'Beto');
  assert.equal(eliminated.counts.added, 0);
});

test('two people who swapped names are told apart by what they wrote', async () => {
  const chat = chatOf(500);
  const archive = await holding(chat);
  const swapped = chat.map((entry) => ({ ...entry, author: entry.author === 'Ana' ? 'Beto' : 'Ana' }));
  const alignment = await archive.take(swapped, true);
  assert.equal(alignment.heldAuthor('Ana'), 'Beto');
  assert.equal(alignment.counts.crossed, 500);
});

test('system lines and calls of another language are known by what they say, otherwise by their wording', async () => {
  const line = (
    minute: number,
    author: string,
    text: string,
    system?: string,
    kind: 'system' | 'call' = 'system',
  ): MessageFact => fact(minute, author, text, system === undefined ? { kind } : { kind, system });
  const archive = await holding([
    line(1, '', 'Messages are encrypted', 'encryption'),
    line(5, '', 'Missed voice call', 'missed-voice', 'call'),
    line(9, '', 'X'),
  ]);
  const other = [
    line(1, 'Ana', 'Los mensajes están cifrados', 'encryption'),
    line(6, 'Ana', 'Llamada perdida', 'missed-voice', 'call'),
    line(9, 'Ana', 'X'),
    line(20, '', 'Y'),
  ];
  assert.equal((await archive.take(other, true)).counts.added, 1);
  const plain = await holding([line(1, '', 'Messages are encrypted', 'encryption'), line(2, '', 'Y')]);
  const same = await plain.take([line(1, '', 'Los mensajes están cifrados', 'encryption'), line(2, '', 'Y')]);
  assert.equal(same.counts.added, 1);
  assert.equal(same.counts.exact, 1);
});

test('deletions, edits and minutes that differ are found together under another clock', async () => {
  const roll = dice(23);
  const chat = chatOf(3000).map(withoutSeconds);
  const archive = await holding(chat);
  const other = chat.map((entry, index) => {
    const moved = otherNames(later(-5 * HOUR)(entry));
    if (index < 50 || index > 2950 || index % 60 !== 0) return moved;
    const shifted = { ...moved, at: moved.at + (roll(3) - 1) * 60 };
    return index % 120 === 0
      ? { ...shifted, kind: 'deleted' as const, text: '', media: '' as const }
      : { ...moved, text: `corregido ${index}`, edited: true };
  });
  const alignment = await archive.take(other, true);
  assert.equal(alignment.counts.added, 0);
  assert.equal(archive.messages.length, 3000);
});

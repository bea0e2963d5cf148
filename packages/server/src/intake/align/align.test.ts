import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align } from './align.ts';
import { ArchiveModel, dice, fact, makeChat, withoutMedia, withoutSeconds } from './archive-model.ts';
import type { MessageFact } from './message-fact.ts';

const NOTHING = { exact: 0, withinMinute: 0, crossed: 0, newVersions: 0, added: 0 };
const AUTHORS = ['Ana', 'Beto'];

function minuteChat(size: number, seed = 1): MessageFact[] {
  return makeChat(dice(seed), { size, uniqueInTen: 3, authors: AUTHORS }).map(withoutSeconds);
}

async function holding(facts: readonly MessageFact[]): Promise<ArchiveModel> {
  const archive = new ArchiveModel();
  await archive.take(facts);
  return archive;
}

test('the same file again adds nothing', async () => {
  const chat = minuteChat(500);
  const archive = await holding(chat);
  const again = await archive.take(chat);
  assert.deepEqual(again.counts, { ...NOTHING, exact: 500 });
  assert.deepEqual(again.lacks, { held: 0, heldInOverlap: 0, incoming: 0 });
  assert.deepEqual(again.decisionAt(7), { step: 'duplicate', of: 7, exact: true });
  assert.throws(() => again.decisionAt(500), RangeError);
});

test('a later export adds only what came after', async () => {
  const chat = [...minuteChat(400), fact(40_000_000, 'Ana', 'ok')];
  const archive = await holding(chat.slice(0, 300));
  const later = await archive.take(chat);
  assert.deepEqual(later.counts, { ...NOTHING, exact: 300, added: 101 });
});

test('a shorter export loses nothing and reports what it lacks', async () => {
  const chat = minuteChat(400);
  const archive = await holding(chat);
  const shorter = await archive.take(chat.filter((_, index) => index % 100 !== 50));
  assert.deepEqual(shorter.counts, { ...NOTHING, exact: 396 });
  assert.equal(shorter.lacks.incoming, 4);
  assert.equal(archive.messages.length, 400);
});

test('an export cut at its beginning is merged with the older one', async () => {
  const chat = minuteChat(45_000);
  const archive = await holding(chat.slice(0, 30_000));
  const cut = await archive.take(chat.slice(5000));
  assert.equal(cut.counts.newVersions, 0);
  assert.equal(cut.counts.added, 15_000);
  assert.equal(archive.messages.length, 45_000);
});

test('equal messages in one minute stay as many as they are', async () => {
  const archive = await holding([fact(1, 'Ana', 'ok'), fact(1, 'Ana', 'ok')]);
  assert.equal(archive.messages.length, 2);
  const three = await archive.take([
    fact(1, 'Ana', 'ok'),
    fact(1, 'Ana', 'ok'),
    fact(1, 'Ana', 'ok'),
    fact(1, 'Beto', 'ok'),
  ]);
  assert.deepEqual(three.counts, { ...NOTHING, exact: 2, added: 2 });
});

test('equal seconds tell equal messages apart across the edge of two exports', async () => {
  const at = (second: number): MessageFact => fact(0, 'Ana', 'ok', { at: second, seconds: true });
  const archive = await holding([at(5), at(7)]);
  const next = await archive.take([at(7), at(31), at(40)]);
  assert.deepEqual(next.counts, { ...NOTHING, exact: 1, added: 2 });
  assert.deepEqual(next.decisionAt(0), { step: 'duplicate', of: 1, exact: true });
});

test('the other platform compares by minute', async () => {
  const chat = makeChat(dice(5), { size: 1000, uniqueInTen: 3, authors: AUTHORS });
  const archive = await holding(chat);
  assert.deepEqual((await archive.take(chat.map(withoutSeconds))).counts, { ...NOTHING, exact: 1000 });
  const reverse = await holding(chat.map(withoutSeconds));
  assert.deepEqual((await reverse.take(chat)).counts, { ...NOTHING, exact: 1000 });
});

const photo = (text: string, name: string): Partial<MessageFact> => ({ media: 'present', mediaName: name, text });
const omitted = { media: 'omitted' } as const;
const deleted = { kind: 'deleted' } as const;
const edited = { edited: true } as const;

const CHANGES: readonly { title: string; held: MessageFact; entry: MessageFact; why: string }[] = [
  {
    title: 'a text that is shown as deleted',
    held: fact(1, 'Ana', 'hola'),
    entry: fact(1, 'Ana', '', deleted),
    why: 'deleted',
  },
  {
    title: 'a photo that is shown as deleted',
    held: fact(1, 'Ana', '', omitted),
    entry: fact(1, 'Ana', '', deleted),
    why: 'deleted',
  },
  {
    title: 'a deleted message whose text an older export has',
    held: fact(1, 'Ana', '', deleted),
    entry: fact(1, 'Ana', 'hola'),
    why: 'before-deletion',
  },
  {
    title: 'an edited text',
    held: fact(1, 'Ana', 'hola'),
    entry: fact(1, 'Ana', 'hola a todos', edited),
    why: 'edited',
  },
  {
    title: 'a text edited twice',
    held: fact(1, 'Ana', 'hola', edited),
    entry: fact(1, 'Ana', 'hola a todos', edited),
    why: 'edited',
  },
  {
    title: 'the text before an edit',
    held: fact(1, 'Ana', 'hola', edited),
    entry: fact(1, 'Ana', 'ola'),
    why: 'before-edit',
  },
  {
    title: 'an edited mark on the same text',
    held: fact(1, 'Ana', 'hola'),
    entry: fact(1, 'Ana', 'hola', edited),
    why: 'edited',
  },
  {
    title: 'a photo that was omitted',
    held: fact(1, 'Ana', '', omitted),
    entry: fact(1, 'Ana', '', photo('', 'a.jpg')),
    why: 'media',
  },
  {
    title: 'a photo that was omitted with its caption',
    held: fact(1, 'Ana', '', omitted),
    entry: fact(1, 'Ana', '', photo('mira', 'a.jpg')),
    why: 'media',
  },
  {
    title: 'a caption',
    held: fact(1, 'Ana', '', photo('', 'a.jpg')),
    entry: fact(1, 'Ana', 'mira', omitted),
    why: 'caption',
  },
  {
    title: 'a file of another name',
    held: fact(1, 'Ana', '', photo('', 'a.jpg')),
    entry: fact(1, 'Ana', '', photo('', 'b.jpg')),
    why: 'other-media',
  },
  {
    title: 'an edited caption',
    held: fact(1, 'Ana', 'mira', omitted),
    entry: fact(1, 'Ana', 'miren', { ...omitted, ...edited }),
    why: 'edited',
  },
  {
    title: 'a view-once message with its file',
    held: fact(1, 'Ana', ''),
    entry: fact(1, 'Ana', '', photo('', 'a.jpg')),
    why: 'media',
  },
];

for (const { title, held, entry, why } of CHANGES) {
  test(`${title} is a new version, once`, async () => {
    const archive = await holding([fact(1, 'Beto', 'hola'), held, fact(1, 'Ana', 'otra cosa')]);
    const file = [fact(1, 'Beto', 'hola'), entry, fact(1, 'Ana', 'otra cosa')];
    assert.deepEqual((await archive.take(file)).decisionAt(1), { step: 'new-version', of: 1, why });
    const settled = archive.contents();
    for (const older of [file, [fact(1, 'Beto', 'hola'), held, fact(1, 'Ana', 'otra cosa')]]) {
      assert.deepEqual((await archive.take(older)).counts, { ...NOTHING, exact: 3 });
    }
    assert.deepEqual(archive.contents(), settled);
  });
}

const POORER: readonly { title: string; held: MessageFact; entry: MessageFact }[] = [
  {
    title: 'media omitted where it is held',
    held: fact(1, 'Ana', 'mira', photo('mira', 'a.jpg')),
    entry: fact(1, 'Ana', 'mira', omitted),
  },
  {
    title: 'media missing where it is held',
    held: fact(1, 'Ana', '', photo('', 'a.jpg')),
    entry: fact(1, 'Ana', '', { media: 'missing' }),
  },
  {
    title: 'media omitted with its caption lost',
    held: fact(1, 'Ana', 'mira', photo('mira', 'a.jpg')),
    entry: fact(1, 'Ana', '', omitted),
  },
  { title: 'a text without the edited mark', held: fact(1, 'Ana', 'hola', edited), entry: fact(1, 'Ana', 'hola') },
];

for (const { title, held, entry } of POORER) {
  test(`${title} is a duplicate`, async () => {
    const alignment = await (await holding([held])).take([entry]);
    assert.deepEqual(alignment.counts, { ...NOTHING, exact: 1 });
  });
}

const OTHERS: readonly { title: string; held: MessageFact; entry: MessageFact }[] = [
  { title: 'another text in the same minute', held: fact(1, 'Ana', 'hola'), entry: fact(1, 'Ana', 'adiós') },
  { title: 'a photo beside a text', held: fact(1, 'Ana', 'hola'), entry: fact(1, 'Ana', '', photo('', 'a.jpg')) },
  { title: 'another caption', held: fact(1, 'Ana', 'uno', omitted), entry: fact(1, 'Ana', 'dos', omitted) },
  { title: 'a deleted message of another author', held: fact(1, 'Ana', 'hola'), entry: fact(1, 'Beto', '', deleted) },
  {
    title: 'a call where a system line stood',
    held: fact(1, '', 'Llamada', { kind: 'system' }),
    entry: fact(1, '', 'Llamada', { kind: 'call' }),
  },
  {
    title: 'the same short text a minute later in a file that begins there',
    held: fact(1, 'Ana', 'ok'),
    entry: fact(2, 'Ana', 'ok'),
  },
];

for (const { title, held, entry } of OTHERS) {
  test(`${title} is new`, async () => {
    assert.deepEqual((await (await holding([held])).take([entry])).decisionAt(0), { step: 'new' });
  });
}

test('a deleted message takes the place that no equal message claims', async () => {
  const archive = await holding([fact(1, 'Ana', 'uno'), fact(1, 'Ana', 'dos'), fact(1, 'Ana', 'tres')]);
  const alignment = await archive.take([fact(1, 'Ana', 'uno'), fact(1, 'Ana', '', deleted), fact(1, 'Ana', 'tres')]);
  assert.deepEqual(alignment.decisionAt(1), { step: 'new-version', of: 1, why: 'deleted' });
});

test('media is preferred for omitted media, so that a deleted neighbour finds its text', async () => {
  const archive = await holding([fact(1, 'Ana', '', omitted), fact(1, 'Ana', 'hola')]);
  const alignment = await archive.take([fact(1, 'Ana', '', deleted), fact(1, 'Ana', '', photo('', 'a.jpg'))]);
  assert.deepEqual(alignment.decisionAt(0), { step: 'new-version', of: 1, why: 'deleted' });
  assert.deepEqual(alignment.decisionAt(1), { step: 'new-version', of: 0, why: 'media' });
});

test('an export with media after one without pairs every photo, and the reverse adds nothing', async () => {
  const chat = minuteChat(2000);
  const photos = chat.filter((entry) => entry.media === 'present').length;
  const poorFirst = await holding(chat.map(withoutMedia));
  assert.deepEqual((await poorFirst.take(chat)).counts, { ...NOTHING, exact: 2000 - photos, newVersions: photos });
  const richFirst = await holding(chat);
  assert.deepEqual((await richFirst.take(chat.map(withoutMedia))).counts, { ...NOTHING, exact: 2000 });
});

test('a long text a minute later is the same message even in a file of its own', async () => {
  const archive = await holding([fact(1, 'Ana', 'nos vemos en la plaza')]);
  const alignment = await archive.take([fact(2, 'Ana', 'nos vemos en la plaza')]);
  assert.deepEqual(alignment.counts, { ...NOTHING, withinMinute: 1 });
  assert.deepEqual(alignment.decisionAt(0), { step: 'duplicate', of: 0, exact: false });
});

test('a burst that another export shows a minute later throughout is the same burst', async () => {
  const around = (minute: number, text: string): MessageFact[] =>
    Array.from({ length: 20 }, (_, index) => fact(minute + index * 3, 'Beto', `${text} ${index}`));
  const burst = (from: number): MessageFact[] =>
    Array.from({ length: 12 }, (_, index) => fact(from + index, 'Ana', 'ok'));
  const archive = await holding([...around(0, 'antes'), ...burst(100), ...around(200, 'después')]);
  const alignment = await archive.take([...around(0, 'antes'), ...burst(101), ...around(200, 'después')]);
  assert.deepEqual(alignment.counts, { ...NOTHING, exact: 40, withinMinute: 12 });
});

test('a chat that holds nothing takes every entry as new', async () => {
  const alignment = await new ArchiveModel().take(minuteChat(30));
  assert.deepEqual(alignment.counts, { ...NOTHING, added: 30 });
  assert.deepEqual(alignment.decisionAt(29), { step: 'new' });
  assert.throws(() => alignment.decisionAt(30), RangeError);
});

test('entries must be numbered from 0 in file order', async () => {
  const input = { held: [], incoming: [[fact(1, 'Ana', 'ok', { ref: 3 })]], sameAs: false, seed: [1, 2] as const };
  await assert.rejects(align(input), RangeError);
});

test('a hundred thousand equal messages in one minute take linear time', { timeout: 5000 }, async () => {
  const flood = Array.from({ length: 100_000 }, (_, index) =>
    fact(1, 'Ana', index % 2 ? '' : 'ok', index % 2 ? photo('', `${index}.jpg`) : {}),
  );
  const archive = await holding(flood);
  assert.equal((await archive.take(flood.map(withoutMedia))).counts.exact, 100_000);
  const shifted = flood.map((entry) => ({ ...entry, at: entry.at + 60 }));
  assert.equal(
    (await archive.take([...shifted.map((entry) => ({ ...entry, kind: 'deleted' as const, text: '' }))], true)).counts
      .added,
    100_000,
  );
});

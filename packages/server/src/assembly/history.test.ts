// A conversation told by a file and, when its number is connected, by the history of a phone: in whichever order, however the platform
// parts and repeats it, every message stands once. The file knows minutes, the platform seconds.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { WriteVault } from '../cli/vault.ts';
import { entriesOf, listChats } from '../views/conversation.ts';
import { marksOf } from '../views/entry-marks.ts';
import { wamidOf } from '../views/message-id.ts';
import { ACCOUNT, deliver, NUMBER, type Said, webhookBody } from './live.test-support.ts';
import { importInto, type TestVault, testVault } from './vault.test-support.ts';

const ANA = '5215512345678';
const TITLE = '+52 1 55 1234 5678';
const START = Date.UTC(2026, 9, 20, 14) / 1000;

interface Message {
  readonly id: string;
  readonly at: number;
  readonly isOurs: boolean;
  readonly text: string;
}

/** A chunk of a history. */
function chunk(messages: readonly Message[], more: (one: Message) => Said = () => ({})): Buffer {
  const told = messages.map((one) => ({
    ...(one.isOurs ? { from: NUMBER.display_phone_number, to: ANA } : { from: ANA }),
    id: `wamid.${one.id}`,
    timestamp: String(one.at),
    type: 'text',
    text: { body: one.text },
    history_context: { status: 'READ' },
    ...more(one),
  }));
  const threads = [{ id: ANA, messages: told }];
  const history = [{ metadata: { phase: 0, chunk_order: 1, progress: 55 }, threads }];
  const changes = [{ field: 'history', value: { messaging_product: 'whatsapp', metadata: NUMBER, history } }];
  const entry = [{ id: ACCOUNT, changes }];
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

/** As a phone whose clock is `ahead` minutes ahead of UTC exports them. */
function exported(messages: readonly Message[], ahead = 0): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return messages
    .map(({ at, isOurs, text }) => {
      const wall = new Date((at + ahead * 60) * 1000);
      const day = `${two(wall.getUTCDate())}/${two(wall.getUTCMonth() + 1)}/${wall.getUTCFullYear()}`;
      return `${day}, ${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())} - ${isOurs ? 'Café' : TITLE}: ${text}\n`;
    })
    .join('');
}

function take(vault: TestVault, open: WriteVault, text: string, choices: { zone?: string } = {}) {
  const file = join(vault.dir, '..', 'exports', `WhatsApp Chat with ${TITLE}.txt`);
  return importInto(open, file, text, { me: 'Café', ...choices });
}

/** What is shown of the only conversation: by whom, and what. */
async function shown({ views }: WriteVault): Promise<string[]> {
  const chats = await listChats(views);
  assert.ok(chats.length <= 1, 'one conversation');
  const said: string[] = [];
  for (const { id } of chats) {
    const ours = await views.db.selectFrom('person').select('id').where('me', '=', 1).execute();
    const own = new Set(ours.map((one) => one.id));
    for await (const batch of entriesOf(views, { chat: id }))
      for (const { record } of batch) {
        if (record.kind === 'message') said.push(`${own.has(record.from ?? 0) ? 'we' : 'they'}: ${record.text}`);
      }
  }
  return said.sort();
}

const asShown = (messages: Iterable<Message>): string[] =>
  [...messages].map(({ isOurs, text }) => `${isOurs ? 'we' : 'they'}: ${text}`).sort();

const SHORT = ['ok', 'sí', '👍'];

/** A conversation in bursts; the same short words come again, though not at once. */
const conversation: fc.Arbitrary<Message[]> = fc
  .array(
    fc.record({
      gap: fc.constantFrom(4, 40, 300, 9_000, 200_000),
      isOurs: fc.boolean(),
      short: fc.option(fc.nat(SHORT.length - 1)),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drafts) => {
    let at = START;
    const last = new Map<string, number>();
    return drafts.map(({ gap, isOurs, short }, index) => {
      at += gap;
      const word = SHORT[short ?? -1];
      const isFree = word !== undefined && at - (last.get(word) ?? 0) > 200;
      const text = isFree ? word : `este es el mensaje ${index}`;
      last.set(text, at);
      return { id: String(index), at, isOurs, text };
    });
  });

test('a message that a file and a history tell stands once, in whichever order and parts they come', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      conversation,
      fc.record({ from: fc.nat(10), of: fc.nat(10), parts: fc.integer({ min: 1, max: 4 }), seed: fc.nat(99) }),
      fc.boolean(),
      async (messages, { from, of, parts, seed }, isFileFirst) => {
        const filed = messages.slice(Math.min(from, messages.length - 1));
        const told = messages.slice(0, Math.max(1, messages.length - of));
        const vault = testVault(t);
        await vault.write(async (open) => {
          const history = async (): Promise<void> => {
            // Parts come out of order, and the first of them twice.
            const pieces = Array.from({ length: parts }, (_, part) =>
              told.filter((_one, n) => (n + seed) % parts === part),
            );
            const some = pieces.filter((piece) => piece.length > 0).toReversed();
            for (const piece of [...some, ...some.slice(0, 1)]) await deliver(open, chunk(piece));
            await deliver(
              open,
              chunk(told, () => ({ history_context: { status: 'PLAYED' } })),
            );
            await open.settle();
          };
          if (!isFileFirst) await history();
          assert.equal((await take(vault, open, exported(filed))).error, undefined);
          await open.settle();
          if (isFileFirst) await history();
          assert.deepEqual(await shown(open), asShown(new Set([...filed, ...told])));
          const again = await take(vault, open, `${exported(filed)}\n`);
          assert.equal(again.added, 0, 'the file brings nothing again');
        });
        assert.equal((await vault.verify(true)).verdict, 'intact');
      },
    ),
    { numRuns: 12 },
  );
});

const TWO: readonly Message[] = [
  { id: '1', at: START + 17, isOurs: false, text: 'Buenos días, ¿tienen roscas?' },
  { id: '2', at: START + 75, isOurs: true, text: 'Sí, hay de tres tamaños' },
];

test('the zone of the file counts; what is told again is found by its id, and goes on if the import is undone', async (t) => {
  const vault = testVault(t);
  let file = 0;
  await vault.write(async (open) => {
    file = (await take(vault, open, exported(TWO, -360), { zone: 'America/Mexico_City' })).import ?? 0;
    await deliver(open, chunk(TWO));
    await open.settle();
    assert.deepEqual(await shown(open), asShown(TWO));
    const [chat] = await listChats(open.views);
    const seqs: number[] = [];
    for await (const batch of entriesOf(open.views, { chat: chat?.id ?? 0 })) seqs.push(...batch.map(({ seq }) => seq));
    const of = { chat: chat?.id ?? 0, seq: seqs[0] ?? 0 };
    assert.equal(await wamidOf(open.views, of), 'wamid.1');
    const reaction = { from: ANA, id: 'wamid.r', timestamp: String(START + 200), type: 'reaction' };
    const status = { id: 'wamid.2', status: 'read', timestamp: String(START + 300), recipient_id: ANA };
    await deliver(open, webhookBody({ messages: [{ ...reaction, reaction: { message_id: 'wamid.2', emoji: '👍' } }] }));
    await deliver(open, webhookBody({ statuses: [status] }));
    const edit = { original_message_id: 'wamid.1', message: { type: 'text', text: { body: '¿Tienen roscas?' } } };
    await deliver(
      open,
      webhookBody({ messages: [{ from: ANA, id: 'wamid.e', timestamp: String(START + 90), type: 'edit', edit }] }),
    );
    await open.settle();
    assert.equal((await shown(open)).length, 2);
    const marks = (await marksOf(open.views, seqs)).get(seqs[1] ?? 0);
    assert.deepEqual([marks?.state?.state, marks?.reactions.map(({ emoji }) => emoji)], ['read', ['👍']]);
  });
  const told = /Buenos días.*message Buenos días.*message ¿Tienen roscas/;
  assert.match((await vault.seen()).entries[0] ?? '', told);
  await vault.undo(file, true);
  const left = (await vault.seen()).entries;
  assert.equal(left.length, 2, 'what the platform told stands by itself');
  assert.match(left[0] ?? '', /Buenos días.*message ¿Tienen roscas/);
});

test('a photo of a history takes the place of its placeholder, and neither doubles what a file told', async (t) => {
  for (const isPhotoFirst of [false, true]) {
    const vault = testVault(t);
    await vault.write(async (open) => {
      const photo: Message = { id: '3', at: START + 140, isOurs: false, text: '' };
      const placeholder = chunk([photo], () => ({ type: 'media_placeholder', text: undefined }));
      const image = { id: '9', mime_type: 'image/jpeg', sha256: 'qGgRrybLhq3DQ2fh7t2IPHP6LnQpFVsZ7zkDwoxDPJs=' };
      const itself = chunk([photo], () => ({ type: 'image', text: undefined, image }));
      await take(vault, open, exported([...TWO, { ...photo, text: '<Media omitted>' }]));
      await deliver(open, chunk(TWO));
      for (const body of isPhotoFirst ? [itself, placeholder] : [placeholder, itself]) await deliver(open, body);
      await open.settle();
      assert.equal((await shown(open)).length, 3);
      const wanted = await open.views.db.selectFrom('media').select('of').where('present', '=', 2).execute();
      assert.equal(wanted.length, 1, 'it is fetched');
      const flags = await open.views.db.selectFrom('flag').select('rule').execute();
      assert.deepEqual(flags, [], 'it is no conflict');
    });
  }
});

test('a file in which only our own side speaks is not taken for the other side, whether we are named or not', async (t) => {
  for (const me of [{ me: 'Café' }, {}]) {
    const vault = testVault(t);
    await vault.write(async (open) => {
      await deliver(open, chunk(TWO.slice(0, 1)));
      await open.settle();
      const file = join(vault.dir, '..', 'exports', `WhatsApp Chat with ${TITLE}.txt`);
      await importInto(open, file, exported([...TWO.slice(1), { ...TWO[0], isOurs: true } as Message]), me);
      await open.settle();
      assert.deepEqual(await shown(open), asShown([...TWO, { ...TWO[0], isOurs: true } as Message]));
    });
  }
});

test('a message of the same words at another time, or of the other side, is a message of its own', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    await take(vault, open, exported(TWO));
    const others = [
      { ...TWO[0], id: '5', at: START + 4_000 },
      { ...TWO[0], id: '6', isOurs: true },
    ] as Message[];
    await deliver(open, chunk(others));
    await open.settle();
    assert.deepEqual(await shown(open), asShown([...TWO, ...others]));
  });
});

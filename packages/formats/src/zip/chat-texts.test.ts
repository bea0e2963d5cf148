import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatTextsOf, type PlacedFile } from './chat-texts.ts';

function placed(path: string): PlacedFile {
  const slash = path.lastIndexOf('/');
  return { folder: slash < 0 ? '' : path.slice(0, slash), baseName: path.slice(slash + 1) };
}

const pathOf = (file: PlacedFile): string => (file.folder === '' ? file.baseName : `${file.folder}/${file.baseName}`);

function sorted(...paths: string[]) {
  const { chats, others } = chatTextsOf(paths.map(placed));
  return {
    chats: chats.map((chat) => [pathOf(chat.file), chat.certain, chat.title, chat.media.map(pathOf)]),
    others: others.map(pathOf),
  };
}

test('an iOS export is one chat with its media', () => {
  assert.deepEqual(sorted('00000001-PHOTO.jpg', '_chat.txt', 'notes.txt'), {
    chats: [['_chat.txt', true, undefined, ['00000001-PHOTO.jpg', 'notes.txt']]],
    others: [],
  });
});

test('a chat in a folder takes the title of the folder and only the media beside it', () => {
  assert.deepEqual(sorted('WhatsApp Chat - Ana/_chat.txt', 'WhatsApp Chat - Ana/a.jpg', 'b.jpg'), {
    chats: [['WhatsApp Chat - Ana/_chat.txt', true, 'Ana', ['WhatsApp Chat - Ana/a.jpg']]],
    others: ['b.jpg'],
  });
});

test('ten chats lie in one zip, each in its folder', () => {
  const paths = Array.from({ length: 10 }, (_, index) => [`c${index}/_chat.txt`, `c${index}/IMG-1.jpg`]).flat();
  const { chats, others } = sorted(...paths);
  assert.equal(chats.length, 10);
  assert.deepEqual(chats[9], ['c9/_chat.txt', true, 'c9', ['c9/IMG-1.jpg']]);
  assert.deepEqual(others, []);
});

test('many chats at the top share the media there, and other texts there are candidates', () => {
  assert.deepEqual(sorted('WhatsApp Chat with A.txt', 'familia.txt', '与B的 WhatsApp 聊天.txt', 'x.zip'), {
    chats: [
      ['WhatsApp Chat with A.txt', true, 'A', ['familia.txt', 'x.zip']],
      ['familia.txt', false, 'familia', ['familia.txt', 'x.zip']],
      ['与B的 WhatsApp 聊天.txt', true, 'B', ['familia.txt', 'x.zip']],
    ],
    others: [],
  });
});

test('where no text has a name of a chat, each text is a candidate', () => {
  assert.deepEqual(sorted('mum.txt', 'dad.TXT', 'a.jpg'), {
    chats: [
      ['mum.txt', false, 'mum', ['mum.txt', 'dad.TXT', 'a.jpg']],
      ['dad.TXT', false, 'dad', ['mum.txt', 'dad.TXT', 'a.jpg']],
    ],
    others: [],
  });
});

test('a zip without a text has no chat', () => {
  assert.deepEqual(sorted('a.jpg', 'b/c.zip'), { chats: [], others: ['a.jpg', 'b/c.zip'] });
});

test('a hundred thousand files in one folder are sorted at once', () => {
  const files = Array.from({ length: 100_000 }, (_, index) => placed(`f/${index}.${index % 2 === 0 ? 'txt' : 'jpg'}`));
  assert.equal(chatTextsOf(files).chats.length, 50_000);
  assert.equal(chatTextsOf(files.filter((_, index) => index % 2 === 1)).others.length, 50_000);
});

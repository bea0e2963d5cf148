import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SystemTopic } from './entry.ts';
import { systemTopicOf } from './phrases-system.ts';

const lines: Partial<Readonly<Record<SystemTopic, readonly string[]>>> = {
  'group-created': [
    'ada hat die gruppe „x“ erstellt',
    'ada heeft de groep "x" gemaakt',
    'ada создал(-а) группу "x"',
    'adaさんがグループ「x」を作成しました',
    'ada ने ग्रुप "x" बनाया',
    'ada létrehozta a(z) "x" csoportot',
    'أنشأ ada المجموعة "x"',
  ],
  left: ['ada hat die gruppe verlassen', 'ada heeft de groep verlaten', 'ada a quitté le groupe', 'ada退出了群组'],
  encryption: [
    'viestit ja puhelut salataan täysin päästä päähän.',
    'wiadomości i połączenia są w pełni szyfrowane.',
    'meddelanden och samtal är totalsträckskrypterade.',
    'съобщенията и обажданията са криптирани от край до край.',
  ],
  description: ['ada hat die gruppenbeschreibung geändert'],
  blocked: ['estit tämän yhteystiedon'],
};

for (const [topic, sentences] of Object.entries(lines)) {
  test(`lines of the app about ${topic} are told in several languages`, () => {
    for (const sentence of sentences) assert.equal(systemTopicOf(sentence), topic, sentence);
  });
}

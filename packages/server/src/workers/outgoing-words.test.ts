import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutgoingMessage } from '@acta/formats';
import { isLintRefused, lintOutgoing } from '@acta/policy';
import { outgoingWords } from './outgoing-words.ts';

const to = { waId: '5215512345678' };
const CARD = '4242 4242 4242 4242';

const messages: readonly OutgoingMessage[] = [
  { type: 'text', to, body: CARD },
  { type: 'document', to, media: { id: '1' }, filename: `${CARD}.pdf` },
  {
    type: 'interactive',
    to,
    interactive: {
      kind: 'list',
      body: 'Elija',
      button: 'Ver',
      sections: [{ title: 'Una', rows: [{ id: 'a', title: 'A', description: CARD }] }],
    },
  },
  {
    type: 'template',
    to,
    template: {
      name: 'aviso',
      language: 'es',
      cards: [{ header: { kind: 'document', media: { id: '1' }, filename: CARD } }],
    },
  },
  { type: 'contacts', to, contacts: [{ name: { formatted: 'Ana' }, organisation: { company: CARD } }] },
];

test('a number is found wherever in a message somebody would read it', () => {
  for (const message of messages) assert.ok(isLintRefused(lintOutgoing(outgoingWords(message))), message.type);
});

test('what nobody reads is not looked at, and a text keeps its places', () => {
  const ids = { type: 'image', to, media: { id: '4242424242424242' }, replyTo: 'wamid.4242424242424242' } as const;
  assert.deepEqual(lintOutgoing(outgoingWords(ids)), []);
  const captioned = { ...ids, caption: `card ${CARD}` };
  assert.equal(outgoingWords(captioned), `card ${CARD}`);
});

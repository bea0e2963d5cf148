import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, SEED } from './archive-model.ts';
import { Columns, Dictionary } from './columns.ts';
import { CROSSING_ROUNDS, isOfSort } from './leftovers.ts';
import type { MessageFact } from './message-fact.ts';
import { judge } from './transitions.ts';

function everyLook(): MessageFact[] {
  const looks: MessageFact[] = [fact(1, 'Ana', '', { kind: 'deleted' })];
  for (const text of ['', 'uno', 'dos']) {
    for (const edited of [false, true]) {
      for (const media of ['', 'present', 'omitted', 'missing'] as const) {
        looks.push(fact(1, 'Ana', text, { media, edited, mediaName: media === 'present' ? `${text}.jpg` : '' }));
      }
    }
  }
  return looks;
}

function columnsOf(facts: readonly MessageFact[], dictionary: Dictionary): Columns {
  const columns = new Columns(dictionary);
  for (const [ref, entry] of facts.entries()) columns.push({ ...entry, ref });
  return columns;
}

test('whatever a round may pair has a meaning in the table', () => {
  const dictionary = new Dictionary(SEED);
  const [held, incoming] = [columnsOf(everyLook(), dictionary), columnsOf(everyLook(), dictionary)];
  let judged = 0;
  for (const round of CROSSING_ROUNDS) {
    for (let heldRow = 0; heldRow < held.count; heldRow++) {
      for (let incomingRow = 0; incomingRow < incoming.count; incomingRow++) {
        if (!isOfSort(held, heldRow, round.held) || !isOfSort(incoming, incomingRow, round.incoming)) continue;
        assert.notEqual(judge({ held, heldRow, incoming, incomingRow }), 'different');
        judged++;
      }
    }
  }
  assert.ok(judged > 200);
});

test('the same look is a duplicate, another plain text a different message', () => {
  const dictionary = new Dictionary(SEED);
  const looks = columnsOf(everyLook(), dictionary);
  for (let row = 0; row < looks.count; row++) {
    assert.equal(judge({ held: looks, heldRow: row, incoming: looks, incomingRow: row }), 'duplicate');
  }
  const texts = columnsOf([fact(1, 'Ana', 'uno'), fact(1, 'Ana', 'dos')], dictionary);
  assert.equal(judge({ held: texts, heldRow: 0, incoming: texts, incomingRow: 1 }), 'different');
});

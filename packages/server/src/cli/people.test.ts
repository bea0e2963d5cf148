// Who is who: one person by several names and numbers, and two who were taken for one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Said, Told } from '../assembly/live.test-support.ts';
import { type Fields, freshActa, type TestActa } from './acta.test-support.ts';

const START = Date.parse('2026-11-20T16:00:00Z') / 1000;

function from(waId: string, name: string, body: string, more: Said = {}): Told {
  const id = `wamid.${waId}.${body}`;
  return {
    contacts: [{ wa_id: waId, profile: { name } }],
    messages: [{ from: waId, id, timestamp: String(START), type: 'text', text: { body }, ...more }],
  };
}

const EXPORT = `20/11/2026, 09:00 - +52 1 55 1234 5678: buenas, llamo por el pastel
20/11/2026, 09:01 - Café Aurora: con gusto
`;

/** A member that is a list of objects. */
function list(of: Fields | undefined, name: string): readonly Fields[] {
  const found = of?.[name];
  return Array.isArray(found) ? found : assert.fail(`no list ${name}`);
}

async function peopleOf(acta: TestActa, ...called: string[]): Promise<readonly Fields[]> {
  return (await acta.do('people', ...called, '--json')).json;
}

async function idOf(acta: TestActa, called: string): Promise<string> {
  const [person, ...more] = await peopleOf(acta, called);
  assert.deepEqual(more, [], called);
  return String(person?.['id']);
}

test('whoever is known from an export by number and from the platform is one person, in either order', async (t) => {
  for (const isExportFirst of [true, false]) {
    const acta = freshActa(t);
    const file = acta.file('WhatsApp Chat with +52 1 55 1234 5678.txt', EXPORT);
    if (isExportFirst) await acta.do('import', file);
    await acta.deliver(from('525512345678', 'Ana', 'soy yo otra vez'));
    if (!isExportFirst) assert.equal((await acta.do('import', file)).code, 0);
    const [person, ...more] = await peopleOf(acta, '+5215512345678');
    assert.deepEqual(more, []);
    const known = list(person, 'known');
    const ofKind = (kind: string) => known.filter((one) => one['kind'] === kind).map((one) => one['value']);
    assert.ok(ofKind('wa_id').includes('525512345678') || isExportFirst, JSON.stringify(known));
    assert.deepEqual(ofKind('name').includes('Ana'), true);
    assert.equal(list(person, 'chats').length, 1, 'the conversation is gone on with');
    const chats = (await acta.do('chats', '--json')).json;
    assert.deepEqual([chats.length, chats[0]?.['entries']], [1, 3]);
  }
});

test('every identifier is told with the record that says so', async (t) => {
  const acta = freshActa(t);
  const bsuid = 'MX.13491208655302741918';
  await acta.deliver({
    contacts: [{ wa_id: '5215512345678', user_id: bsuid, profile: { name: 'Ana', username: 'ana.pan' } }],
    messages: [
      {
        from: '5215512345678',
        from_user_id: bsuid,
        id: 'wamid.1',
        timestamp: String(START),
        type: 'text',
        text: { body: 'hola' },
      },
    ],
  });
  const [person] = await peopleOf(acta, bsuid);
  const known = list(person, 'known');
  const kinds = known.map(({ kind, value }) => `${String(kind)} ${String(value)}`);
  for (const one of ['wa_id 5215512345678', 'phone +5215512345678', `bsuid ${bsuid}`, 'username ana.pan', 'name Ana'])
    assert.ok(kinds.includes(one), `${one}: ${kinds.join(', ')}`);
  for (const { evidence } of known) {
    const proof = await acta.do(
      'prove',
      String(evidence),
      '--out',
      acta.place(`proof-${String(evidence)}-${Math.random()}`),
    );
    assert.equal(proof.code, 0);
  }
  assert.match((await acta.do('people', '@ana.pan')).out, /MX\.1349/);
});

test('two people are merged and parted again, and lists and searches follow', async (t) => {
  const acta = freshActa(t);
  await acta.deliver(from('5215512345678', 'Ana', 'uno primero'), from('5491123456789', 'Anita', 'dos segundo'));
  const [ana, anita] = [await idOf(acta, 'Ana'), await idOf(acta, '+54 11 2345-6789')];
  const merged = await acta.do('merge', anita, ana, '--reason', 'same customer', '--json');
  assert.deepEqual([merged.first['into'], merged.first['person']], [Number(ana), Number(anita)], merged.err);
  const others = (await peopleOf(acta)).filter((one) => one['me'] !== true);
  assert.deepEqual(
    others.map(({ entries, id, merged: members }) => [id, entries, members]),
    [[Number(ana), 2, [{ merge: merged.first['merge'], person: Number(anita) }]]],
  );
  for (const called of ['Anita', anita, '"+54 9 11 2345 6789"']) {
    const found = await acta.do('search', `from:${called}`, '--json');
    assert.deepEqual(found.json.map(({ text }) => text).sort(), ['dos segundo', 'uno primero'], called);
  }
  await acta.deliver(from('5491123456789', 'Anita', 'tres tercero'));
  assert.equal((await acta.do('search', 'from:Ana', '--json')).json.length, 3);
  const again = await acta.do('merge', ana, anita, '--reason', 'x');
  assert.deepEqual([again.code, again.out], [1, '']);
  assert.equal((await acta.do('split', String(merged.first['merge']), '--reason', 'two sisters')).code, 0);
  assert.equal((await peopleOf(acta)).filter((one) => one['me'] !== true).length, 2);
  // While they were one, what she wrote and the name she showed went to the one who stands for both.
  assert.equal((await acta.do('search', `from:${anita}`, '--json')).json.length, 1);
  assert.equal((await acta.do('split', String(merged.first['merge']), '--reason', 'again')).code, 1);
  await acta.do('rebuild');
  assert.equal((await peopleOf(acta)).filter((one) => one['me'] !== true).length, 2);
  assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
});

test('two people whom somebody parted are not made one again by the next delivery', async (t) => {
  const acta = freshActa(t);
  const [waId, bsuid] = ['5215512345678', 'MX.13491208655302741918'];
  const both = (id: string, marks: Said): Told => ({
    contacts: [{ ...('from' in marks ? { wa_id: waId } : {}), ...('from_user_id' in marks ? { user_id: bsuid } : {}) }],
    messages: [{ ...marks, id: `wamid.${id}`, timestamp: String(START), type: 'text', text: { body: `dice ${id}` } }],
  });
  await acta.deliver(
    both('1', { from: waId }),
    both('2', { from_user_id: bsuid }),
    both('3', { from: waId, from_user_id: bsuid }),
  );
  const [one, ...others] = (await peopleOf(acta)).filter(({ me }) => me !== true);
  assert.deepEqual(others, []);
  const [merged] = list(one, 'merged');
  assert.equal((await acta.do('split', String(merged?.['merge']), '--reason', 'a phone at home')).code, 0);
  await acta.deliver(both('4', { from: waId, from_user_id: bsuid }));
  const people = (await peopleOf(acta)).filter(({ me }) => me !== true);
  assert.deepEqual(
    people.map((person) => list(person, 'merged').length),
    [0, 0],
  );
});

test('an erasure names everybody who was taken for one before it takes them all', async (t) => {
  const acta = freshActa(t);
  await acta.deliver(
    from('5215512345678', 'Ana', 'uno primero'),
    from('5491123456789', 'Benito', 'dos segundo'),
    from('34600111222', 'Carla', 'tres tercero'),
  );
  const [ana, benito] = [await idOf(acta, 'Ana'), await idOf(acta, 'Benito')];
  const { first } = await acta.do('merge', ana, benito, '--reason', 'mistaken', '--json');
  const preview = await acta.do('erase', '--person', ana, '--preview');
  assert.match(
    preview.err,
    new RegExp(`person ${benito}, who is the same by merge ${String(first['merge'])}: .*Benito`),
  );
  assert.match(preview.err, /5491123456789/);
  const certificate = await acta.do('erase', '--person', benito, '--reason', 'asked', '--json');
  assert.equal(certificate.code, 0, certificate.err);
  const left = (await acta.do('search', 'has:link', '--json')).code;
  assert.equal(left, 0);
  assert.deepEqual(
    (await acta.do('chats', '--json')).json.map(({ title }) => title),
    ['Carla'],
  );
  assert.equal((await acta.do('search', 'segundo', '--json')).json.length, 0);
  assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
});

test('who is no person, no merge, or our own side is refused, and a reason is needed', async (t) => {
  const acta = freshActa(t);
  await acta.do('import', acta.file('WhatsApp Chat with +52 1 55 1234 5678.txt', EXPORT));
  const people = await peopleOf(acta);
  const [me, ana] = [people.find((one) => one['me'] === true), people.find((one) => one['me'] === false)];
  const ids = [String(me?.['id']), String(ana?.['id'])];
  for (const [code, typed] of [
    [2, ['merge', ...ids]],
    [2, ['merge', ...ids, '--reason', ' ']],
    [1, ['merge', ...ids, '--reason', 'x']],
    [1, ['merge', ids[1] ?? '', ids[1] ?? '', '--reason', 'x']],
    [1, ['merge', ids[1] ?? '', '9999', '--reason', 'x']],
    [1, ['split', '9999', '--reason', 'x']],
    [2, ['merge', 'Ana', 'Benito', '--reason', 'x']],
  ] as const) {
    const answer = await acta.do(...typed);
    assert.deepEqual([answer.code, answer.out], [code, ''], typed.join(' '));
    assert.doesNotMatch(answer.err, /internal/);
  }
});

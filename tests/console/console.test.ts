// What people do in the console, by hand in a real browser, at the real program with the sandbox beside it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answering, closedWindow, versions } from './flows/answering.ts';
import { proving, searching } from './flows/looking.ts';
import { offline } from './flows/offline.ts';
import { pages } from './flows/pages.ts';
import { rolledBack } from './flows/people.ts';
import { endedSession, wrongRole } from './flows/rights.ts';
import { type Flow, House } from './house.ts';

const FLOWS: readonly Flow[] = [
  answering,
  closedWindow,
  versions,
  searching,
  proving,
  rolledBack,
  endedSession,
  wrongRole,
  offline,
  ...pages,
];

let house: House | undefined;

before(async () => {
  house = await House.open();
});

after(() => house?.close());

for (const { title, walk } of FLOWS) {
  test(title, async () => {
    assert.ok(house !== undefined);
    try {
      await walk(house);
    } finally {
      await house.leave(title);
    }
  });
}

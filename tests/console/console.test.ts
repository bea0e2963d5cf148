// What people do in the console, by hand in a real browser, at the real program with the sandbox beside it, in every language.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answering, closedWindow, versions } from './flows/answering.ts';
import { hostile } from './flows/hostile.ts';
import { importing } from './flows/importing.ts';
import { proving, searching } from './flows/looking.ts';
import { offline } from './flows/offline.ts';
import { rolledBack } from './flows/people.ts';
import { agentsRole, auditorsRole, endedSession } from './flows/rights.ts';
import { answeredAtOnce, endedWhileWriting, serverAway } from './flows/trouble.ts';
import { devicesOf, named, sayNotRun } from './forms.ts';
import { type Flow, House } from './house.ts';

/** Pictures are taken in English at the desk: at the first place, and at the sixth after it. */
const FLOWS: readonly Flow[] = [
  answering,
  closedWindow,
  searching,
  versions,
  rolledBack,
  hostile,
  proving,
  importing,
  answeredAtOnce,
  agentsRole,
  auditorsRole,
  offline,
  endedWhileWriting,
  endedSession,
  serverAway,
];

sayNotRun('flows of the console in each language at both widths (each is walked once, in one of them)');

let house: House | undefined;

before(async () => {
  house = await House.open();
});

after(() => house?.close());

for (const [place, flow] of FLOWS.entries()) {
  for (const device of devicesOf(place)) {
    test(`${flow.title} (${named(device)})`, async () => {
      assert.ok(house !== undefined);
      await house.walk(flow, device);
    });
  }
}

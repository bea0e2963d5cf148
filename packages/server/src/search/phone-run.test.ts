import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameNumber } from './phone-run.ts';

const same: readonly (readonly [string, string])[] = [
  ['5218112345678', '528112345678'],
  ['5218112345678', '8112345678'],
  ['00528112345678', '8112345678'],
  ['00966501234567', '0501234567'],
  ['4930123456', '030123456'],
  ['4402079460958', '442079460958'],
  ['5511987654321', '551187654321'],
  ['5511987654321', '1187654321'],
  ['5491123456789', '541123456789'],
  ['12345678', '2345678'],
];

const other: readonly (readonly [string, string])[] = [
  ['8112345678', '5512345678'],
  ['528112345678', '525512345678'],
  ['8112345678', '8112345679'],
  ['123456', '123456'],
  ['5511987654321', '5521987654321'],
];

for (const [one, two] of same) {
  test(`${one} and ${two} can be one number`, () => {
    assert.ok(sameNumber(one, two) && sameNumber(two, one));
  });
}

for (const [one, two] of other) {
  test(`${one} and ${two} are not one number`, () => {
    assert.ok(!sameNumber(one, two) && !sameNumber(two, one));
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialsOf } from './initials.ts';

test('a name is shortened to what people would write of it', () => {
  for (const [name, initials] of [
    ['Rogelio Cantú', 'RC'],
    ['Doña Lupita Garza', 'DG'],
    ['林国栋', '林'],
    ['🌻 Sofi 🌻', 'S'],
    ['🌻', '🌻'],
    ['+52 81 5550 0187', '87'],
    ['\u202eevil', 'E'],
    ['', '?'],
  ] as const)
    assert.equal(initialsOf(name), initials);
});

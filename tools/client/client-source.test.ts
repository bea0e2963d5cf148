// The types of the interface are those of its description: whoever changes an operation writes them anew.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { CLIENT_FILE, clientSource } from './client-source.ts';

test('the client stands as the description of the interface gives it (npm run client)', async () => {
  assert.equal(await readFile(CLIENT_FILE, 'utf8'), await clientSource());
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { JOINED, joinedFile, joinedFolder, WITH_JOINED } from '../packages/server/joined/place.ts';
import { joinedPackages } from './joined-packages.ts';

const SERVER = new URL('../packages/server/src/index.ts', import.meta.url).href;

/** Prints where each package comes from that the server names, and what it exports. */
const ASKING = `
  import { registerHooks } from 'node:module';
  const urls = new Map();
  registerHooks({
    resolve: (specifier, context, next) => {
      if (context.parentURL?.includes('[eval') !== true) return next(specifier, context);
      const found = next(specifier, { ...context, parentURL: '${SERVER}' });
      urls.set(specifier, found.url);
      return found;
    },
  });
  const found = [];
  for (const name of ${JSON.stringify(JOINED)}) {
    const exported = Object.keys(await import(name)).filter((one) => one !== 'default');
    found.push({ url: urls.get(name), exported: exported.toSorted() });
  }
  process.stdout.write(JSON.stringify(found));`;

interface Found {
  readonly url: string;
  readonly exported: readonly string[];
}

function loaded(words: readonly string[]): readonly Found[] {
  const asked = [...words, '--input-type=module', '-e', ASKING];
  return JSON.parse(execFileSync(process.execPath, asked, { encoding: 'utf8' })) as Found[];
}

test('the server loads joined packages from their joined files, which export what the packages do', async () => {
  await joinedPackages();
  const [joined, plain] = [loaded(WITH_JOINED), loaded([])];
  const files = JOINED.map((name) => new URL(joinedFile(name), joinedFolder()).href);
  assert.deepEqual(
    joined.map(({ url }) => url),
    files,
  );
  assert.deepEqual(
    joined.map(({ exported }) => exported),
    plain.map(({ exported }) => exported),
  );
  assert.ok(plain.every(({ exported, url }) => exported.length > 0 && !files.includes(url)));
});

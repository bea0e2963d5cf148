// A vault that fails in the middle of an import is named as what it is, never the file that was being read.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isCode } from '../assembly/error.test-support.ts';
import { temporaryFolder, testVault } from '../assembly/vault.test-support.ts';
import { ServerError } from '../server-error.ts';
import { PathImporter } from './import-paths.ts';

const QUIET = { reading: () => undefined, importing: () => undefined, done: () => undefined };
const NOBODY = { dateOrder: async () => 'DMY' as const, title: async () => undefined };

test('what is wrong with the vault ends the import under its own name', async (t) => {
  const vault = testVault(t);
  const file = join(temporaryFolder(t), 'WhatsApp Chat with Ana.txt');
  writeFileSync(file, '13/03/2024, 09:00 - Ana: hola\n');
  await vault.write(async ({ desk }) => {
    const failing = (): Promise<never> => Promise.reject(new ServerError('vault-damaged', { file: 'keys.db' }));
    const importer = new PathImporter(
      {
        ...desk,
        append: failing,
        bulk: () => ({
          drafts: () => desk.bulk().drafts(),
          ahead: failing,
          append: failing,
          end: () => ({ ended: failing() }),
          open: failing,
          together: failing,
        }),
      },
      { readmit: false, actor: 'test' },
      NOBODY,
      QUIET,
    );
    await assert.rejects(
      () => importer.importPaths([file]),
      (error) => isCode('vault-damaged')(error) && error instanceof ServerError && error.detail['file'] === 'keys.db',
    );
  });
});

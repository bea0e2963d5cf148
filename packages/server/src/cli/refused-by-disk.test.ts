// Whatever a disk or a folder refuses, a person reads a sentence about it: never that Acta does not know.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LedgerError } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import { inOurWords } from './refused-by-disk.ts';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error('it said no'), { code, ...more });

test('an error of the system or the engine becomes one of ours by its code, and keeps it as its cause', () => {
  const cases: readonly (readonly [code: string, ours: string])[] = [
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'disk-full'],
    ['SQLITE_READONLY_DIRECTORY', 'out-unwritable'],
    ['SQLITE_CANTOPEN', 'out-unwritable'],
    ['EACCES', 'out-unwritable'],
    ['EROFS', 'out-unwritable'],
    ['SQLITE_IOERR_FSYNC', 'unreadable'],
    ['EIO', 'unreadable'],
    ['SQLITE_CORRUPT', 'vault-damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'writer-busy'],
  ];
  for (const [code, ours] of cases) {
    const cause = coded(code);
    const error = inOurWords(cause, 'vault');
    assert.ok(error instanceof ServerError || error instanceof LedgerError, code);
    assert.deepEqual([error.code, error.cause], [ours, cause]);
  }
});

test('the file is named where the system names it, the vault otherwise', () => {
  const detailOf = (error: unknown) => (error instanceof ServerError ? error.detail['file'] : undefined);
  assert.equal(detailOf(inOurWords(coded('EACCES', { path: 'keys/root' }), 'vault')), 'keys/root');
  assert.equal(detailOf(inOurWords(coded('SQLITE_READONLY'), 'vault')), 'vault');
});

test('what is no refusal of the disk stays what it is', () => {
  for (const error of [coded('SQLITE_CONSTRAINT'), new Error('plain'), new ServerError('usage'), 'text', undefined]) {
    assert.equal(inOurWords(error, 'vault'), error);
  }
});

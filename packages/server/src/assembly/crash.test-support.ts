// What a kill at any moment would leave: while work runs, the vault is copied before and after every step that makes
// something durable. No step is changed; each copy is a disk as a dead process leaves it.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { CaptureFolder } from '../store/capture-folder.ts';
import { ObjectStore } from '../store/object-store.ts';
import { SqliteKeyStore } from '../store/sqlite/key-store.ts';
import { SqliteLogStore } from '../store/sqlite/ledger-store.ts';
import { SqliteProjectionStore } from '../store/sqlite/projection-store.ts';
import { SqliteSegmentStore } from '../store/sqlite/segment-store.ts';
import type { TestVault } from './vault.test-support.ts';

/** A copy of the vault, and between which steps it was taken. */
export interface Image {
  readonly at: string;
  /** What `told` said then. */
  readonly told: readonly string[];
  readonly vault: TestVault;
}

const STEPS: readonly (readonly [name: string, holder: object, method: string])[] = [
  ['keys', SqliteKeyStore.prototype, 'keysFor'],
  ['replacements', SqliteKeyStore.prototype, 'mintReplacements'],
  ['segment key', SqliteKeyStore.prototype, 'mintFor'],
  ['destroy', SqliteKeyStore.prototype, 'destroy'],
  ['commit', SqliteLogStore.prototype, 'commit'],
  ['checkpoint', SqliteLogStore.prototype, 'saveCheckpoint'],
  ['pages', SqliteLogStore.prototype, 'replacePages'],
  ['fold', SqliteProjectionStore.prototype, 'write'],
  ['empty projections log', SqliteProjectionStore.prototype, 'truncateLog'],
  ['segments', SqliteSegmentStore.prototype, 'replace'],
  ['object', ObjectStore.prototype, 'keep'],
  ['remove object', ObjectStore.prototype, 'remove'],
  ['capture', CaptureFolder.prototype, 'append'],
  ['drop captures', CaptureFolder.prototype, 'drop'],
  ['rename', fs, 'renameSync'],
  ['remove', fs, 'rmSync'],
];

/** Does the work, and gives an image from each side of each step, with what had been `told` until then. */
export async function imagesOf(
  vault: TestVault,
  work: () => Promise<unknown>,
  told: readonly string[] = [],
): Promise<Image[]> {
  const images: Image[] = [];
  let isCopying = false;
  const take = (at: string): void => {
    if (isCopying) return;
    isCopying = true;
    images.push({ at, told: [...told], vault: vault.image() });
    isCopying = false;
  };
  const restores = STEPS.map(([name, holder, method]) => {
    const original: unknown = Reflect.get(holder, method);
    if (typeof original !== 'function') throw new Error(`${method} is no method`);
    const copying = function (this: unknown, ...args: unknown[]): unknown {
      take(`before ${name}`);
      const result: unknown = Reflect.apply(original, this, args);
      if (!(result instanceof Promise)) {
        take(`after ${name}`);
        return result;
      }
      return result.then((value) => {
        take(`after ${name}`);
        return value;
      });
    };
    Reflect.set(holder, method, copying);
    return () => Reflect.set(holder, method, original);
  });
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const restore of restores) restore();
    syncBuiltinESMExports();
  }
  take('end');
  return images;
}

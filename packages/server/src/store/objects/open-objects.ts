// The objects of a cell, wherever its deployment keeps them: in a folder of the vault, or in a bucket that ACTA_OBJECTS_URL names.

import { ObjectStore } from '../object-store.ts';
import { FolderShelf } from './folder-shelf.ts';
import { parseS3Address } from './s3-address.ts';
import { S3Bucket } from './s3-bucket.ts';
import { S3Shelf } from './s3-shelf.ts';

export interface ObjectsPlace {
  /** The folder of the objects; with an address, large ones wait in it until they are sent. */
  readonly dir: string;
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** `s3://…`, as docs/object-storage.md describes. */
  readonly url?: string;
}

/**
 * Opens the folder of sealed files whose keys stand in the memory of a process alone: on this machine wherever the cell's objects lie,
 * because nobody can open them any more once that process has ended.
 */
export function openWaiting({ cellId, dir }: Pick<ObjectsPlace, 'cellId' | 'dir'>): ObjectStore {
  return new ObjectStore(new FolderShelf(dir), cellId);
}

/** Opens a cell's objects; nothing is asked of a server yet. Throws `objects-url`. */
export function openObjects({ cellId, dir, url }: ObjectsPlace): ObjectStore {
  if (url === undefined || url === '') return new ObjectStore(new FolderShelf(dir), cellId);
  const address = parseS3Address(url);
  const bucket = new S3Bucket({ address, now: () => new Date() });
  const cellHex = Buffer.from(cellId).toString('hex');
  return new ObjectStore(new S3Shelf({ bucket, prefix: address.prefix, cellHex, waitingDir: dir }), cellId);
}
